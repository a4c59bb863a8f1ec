import pytest

from plplanner.problems import Problem
from plplanner.ui.screens.importing.dropped import (
    PASTED,
    name_of,
    read_class,
    read_content,
    read_paths,
)
from tests.importing.districts import a_district
from tests.importing.packed import a_zip
from tests.importing.reader_here import ReaderHere
from tests.ui.screens.importing.drawers import GRADES, a_file

HERE = ReaderHere()


def names_of(files):
    return [(one.name, one.read is not None) for one in files]


def test_several_files_are_listed_with_those_that_are_no_gradebook_last(tmp_path):
    paths = [
        a_file(tmp_path, "%PDF-1.7", "b.pdf"), a_file(tmp_path), tmp_path / "gone.csv",
    ]  # fmt: skip
    files = read_paths(paths, HERE)
    assert names_of(files) == [("grades.csv", True), ("b.pdf", False), ("gone.csv", False)]
    assert "PDF" in files[1].problem.what
    assert name_of(paths) == "3 files"


def test_a_folder_is_read_as_one_and_files_of_one_name_are_told_apart(tmp_path):
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        a_file(tmp_path / folder)
    (tmp_path / "one" / ".hidden").write_text("x")
    assert names_of(read_paths([tmp_path / "one"], HERE)) == [("grades.csv", True)]
    both = [tmp_path / "one" / "grades.csv", tmp_path / "two" / "grades.csv"]
    assert {one.name for one in read_paths(both, HERE)} == {"grades.csv", "two/grades.csv"}
    folders = read_paths([tmp_path / "one", tmp_path / "two"], HERE)
    assert [one.name for one in folders] == ["one/grades.csv", "two/grades.csv"]


def test_a_file_too_large_to_be_read_whole_is_kept_and_read_by_class(tmp_path, monkeypatch):
    path = a_district(tmp_path, monkeypatch)
    (alone,) = read_paths([path], HERE)
    assert alone.sections == ("Math P0", "Math P1", "Math P2")
    assert len(read_class(alone, "Math P1", HERE).students) == 20
    first, second = read_paths([path, a_file(tmp_path)], HERE)
    assert (first.sections, second.sections) == (alone.sections, ())
    assert first.fingerprint == alone.fingerprint
    (packed,) = read_content("all.zip", a_zip({"d.csv": path.read_bytes()}), HERE)
    assert len(read_class(packed, "Math P2", HERE).students) == 20


def test_an_empty_folder_says_so(tmp_path):
    with pytest.raises(Problem, match="holds no files"):
        read_paths([tmp_path], HERE)


def test_a_zip_of_several_gradebooks_lists_each(tmp_path):
    other = GRADES.replace("Amara", "Adams")
    content = a_zip({"p2.csv": GRADES.encode(), "p4.csv": other.encode(), "x.pdf": b"%PDF-1.7"})
    files = read_content("all.zip", content, HERE)
    assert names_of(files) == [
        ("all.zip/p2.csv", True), ("all.zip/p4.csv", True), ("all.zip/x.pdf", False),
    ]  # fmt: skip
    alone = read_content("one.zip", a_zip({"p2.csv": GRADES.encode()}), HERE)
    assert names_of(alone) == [("one.zip", True)]


def test_a_zip_without_a_gradebook_is_a_problem():
    with pytest.raises(Problem, match="PDF"):
        read_content("x.zip", a_zip({"x.pdf": b"%PDF-1.7"}), HERE)


def test_a_pasted_table_is_read_like_a_file():
    (pasted,) = read_content(PASTED, b"Name\tQuiz /5\nAnn\t3\nBo\t4\n", HERE)
    assert [len(pasted.read.students), len(pasted.read.assessments)] == [2, 1]
    html = b"<html><table><tr><th>Name<th>Quiz /5<tr><td>Ann<td>3</table></html>"
    (shown,) = read_content(PASTED, html, HERE)
    assert len(shown.read.students) == 1


def test_the_fingerprint_is_that_of_the_bytes(tmp_path):
    one, same = a_file(tmp_path, name="a.csv"), a_file(tmp_path, name="b.csv")
    prints = {read_paths([path], HERE)[0].fingerprint for path in (one, same)}
    assert len(prints) == 1
    assert {one.fingerprint for one in read_paths([one, same], HERE)} == prints


def test_of_a_districts_file_in_a_zip_of_several_a_class_can_be_chosen(tmp_path, monkeypatch):
    district = a_district(tmp_path, monkeypatch).read_bytes()
    content = a_zip({"x/p2.csv": GRADES.encode(), "x/d.csv": district, "x/y.pdf": b"%PDF-1.7"})
    path = tmp_path / "all.zip"
    path.write_bytes(content)
    files = {one.name: one for one in read_paths([path, a_file(tmp_path)], HERE)}
    packed = files["all.zip/x/d.csv"]
    assert (packed.sections, packed.member) == (("Math P0", "Math P1", "Math P2"), "x/d.csv")
    assert len(read_class(packed, "Math P1", HERE).students) == 20
    assert files["all.zip/x/p2.csv"].member is None
