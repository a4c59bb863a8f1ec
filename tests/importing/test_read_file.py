import io
import random
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from plplanner.importing.as_json import as_json
from plplanner.importing.read_file import only_gradebook, read_files, read_gradebook
from plplanner.problems import Problem
from plplanner.terms import ScoreStatus
from tests.importing.districts import a_district
from tests.importing.packed import a_zip

FOLDER = Path(__file__).parents[1] / "gradebook_files"
SAMPLES = tuple(
    path.read_bytes() for path in sorted(FOLDER.rglob("*")) if path.suffix in {".csv", ".xlsx"}
)
SPLINTERS = (
    b'"',
    b",",
    b";",
    b"\n",
    b"\r",
    b"\0",
    b"\xff\xfe",
    b"Name",
    b"(12)",
    b"4-Mar",
    b"9" * 60,
)


def _read(content):
    return read_gradebook(file_name="scores.csv", content=content)


def _reads_or_explains(content):
    try:
        return bool(as_json(_read(content))["students"])
    except Problem as problem:
        return problem.what.endswith(".") and problem.next_step.endswith(".")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is empty"),
        (b" \n,,\n", "no column with student names"),
        (b"%PDF-1.7", "PDF"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"<html><table>", "web page without a table"),
        (b"a,b\n1,2\n", "no column with student names"),
        (b"Name,Quiz\n", "no student below it"),
        (b"Name,Quiz\nClass average,4\n", "no student below it"),
        (b"PK\x03\x04rubbish", "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "password"),
    ],
)
def test_what_cannot_be_read_is_said_plainly(content, words):
    with pytest.raises(Problem, match=words):
        _read(content)


@pytest.mark.parametrize(
    ("member", "words"),
    [
        ("Index/Document.iwa", "Numbers"),
        ("word/document.xml", "Word"),
        ("xl/workbook.bin", "binary workbook"),
        ("notes.txt", "no column with student names"),
    ],
)
def test_other_documents_are_named(member, words):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(member, "x")
    with pytest.raises(Problem, match=words):
        _read(out.getvalue())


CSV = b"Name,Quiz\nAnn Li,4\n"


@pytest.mark.parametrize(
    ("name", "flagged"),
    [
        (
            "plain-formulas-without-result.xlsx",
            [(4, "Quiz 1", "“=4+4” is a formula wi"), (5, "Essay", "“=9+3” is a formula wi")],
        ),
        (
            "plain-formulas.ods",
            [(4, "Essay", "“=9+3” is a formula wi"), (5, "Quiz 1", "“#REF!” is a formula t")],
        ),
        ("plain-formulas.xls", []),
    ],
)
def test_a_formula_without_a_result_is_flagged_and_no_score(name, flagged):
    path = FOLDER.parent / "trust" / "other_files" / name
    read = read_gradebook(file_name=name, content=path.read_bytes())
    assert [(w.row, w.column, w.message[:22]) for w in read.warnings] == flagged
    by_title = {one.title: place for place, one in enumerate(read.assessments)}
    for row, column, _ in flagged:
        assert read.scores[row - 3][by_title[column]].status is ScoreStatus.NONE


def test_a_zip_reads_like_the_one_gradebook_in_it():
    content = a_zip({"P2/a.csv": CSV, "P2/letter.pdf": b"%PDF-1.7", "__MACOSX/a.csv": b"x"})
    read = read_gradebook(file_name="a.zip", content=content)
    assert [student.first for student in read.students] == ["Ann"]
    assert [(w.column, "a PDF" in w.message) for w in read.warnings[:1]] == [
        ("P2/letter.pdf", True)
    ]


def test_a_zip_with_several_gradebooks_names_them():
    content = a_zip({f"{name}.csv": CSV for name in "abcdefg"})
    with pytest.raises(Problem, match=r"7 gradebooks: .* and 2 more"):
        read_gradebook(file_name="a.zip", content=content)


def test_a_zip_in_a_zip_is_refused_by_name():
    inner = a_zip({"a.csv": CSV})
    with pytest.raises(Problem, match=r"“in\.zip” is a ZIP inside a ZIP"):
        read_gradebook(file_name="a.zip", content=a_zip({"in.zip": inner}))


def test_several_files_are_read_each_on_its_own():
    files = {"a.csv": CSV, "b.pdf": b"%PDF-1.7", "c.zip": a_zip({"c.csv": CSV}), ".x": b"x"}
    reads = read_files(name="drop", files=files)
    assert [(one.file_name, one.read is None) for one in reads] == [
        ("a.csv", False),
        ("b.pdf", True),
        ("c.zip", False),
    ]


@pytest.mark.long
def test_a_folder_of_an_export_is_one_read():
    folder = FOLDER / "nwea" / "CDF_Fall2026"
    files = {f"x/{path.name}": path.read_bytes() for path in folder.iterdir()}
    (named,) = read_files(name="Fall", files=files)
    assert (named.file_name, named.read.format) == ("x", "nwea_cdf")


def test_a_file_without_a_gradebook_among_others_says_what_was_there():
    with pytest.raises(Problem, match="no gradebook this program knows: a"):
        only_gradebook(read_files(name="f", files={"a.pdf": b"%PDF", "b.csv": b"1,2\n"}), name="f")


def test_one_class_can_be_asked_for():
    content = b"Name,Section,Quiz\nAnn Li,P2,4\nBo Ek,P4,5\n"
    read = read_gradebook(file_name="a.csv", content=content, section="P4")
    assert [
        (s.first, row[0].points) for s, row in zip(read.students, read.scores, strict=True)
    ] == [("Bo", 5)]


def test_a_district_list_is_told_and_one_class_of_it_still_read(monkeypatch):
    for module in ("read_file", "crowd"):
        monkeypatch.setattr(f"plplanner.importing.{module}.TALL_ROWS", 20)
    monkeypatch.setattr("plplanner.importing.crowd.MAX_STUDENTS", 30)
    rows = "".join(f"Li{chr(97 + n % 26)}{chr(97 + n // 26)},P{n % 3},4\n" for n in range(60))
    content = f"Name,Section,Quiz\n{rows}".encode()
    with pytest.raises(Problem, match="It holds 3 classes and 60 students") as refused:
        _read(content)
    assert refused.value.choices == ("P0", "P1", "P2")
    for packed in (content, a_zip({"a.csv": content})):
        read = read_gradebook(file_name="a.csv", content=packed, section="P1")
        assert len(read.students) == 20
        with pytest.raises(Problem, match="no student in the class “Art”"):
            read_gradebook(file_name="a.csv", content=packed, section="Art")
    monkeypatch.setattr("plplanner.importing.crowd.MAX_STUDENTS", 100)
    with pytest.raises(Problem, match="61 rows") as tall:
        _read(content)
    assert tall.value.choices == refused.value.choices


def test_the_content_decides_and_not_the_name():
    workbook = (FOLDER / "generic" / "Rivera Q1 gradebook.xlsx").read_bytes()
    assert _read(workbook).format == "teacher_spreadsheet"


def test_an_outcomes_export_does_not_crash():
    content = (FOLDER / "canvas" / "Outcomes-MATH6.csv").read_bytes()
    assert len(_read(content).students) == 30


def test_the_sheet_with_students_is_read_and_others_are_named():
    book = Workbook()
    book.active.append(["Seating plan"])
    for title, names, what in (("P2", ["Li, Wei", "Ek, Bo"], "Quiz"), ("P4", ["Fu, Cy"], "Lab")):
        sheet = book.create_sheet(title)
        sheet.append(["Name", what])
        for name in names:
            sheet.append([name, 4])
    out = io.BytesIO()
    book.save(out)
    read = _read(out.getvalue())
    assert [student.last for student in read.students] == ["Li", "Ek"]
    assert [(w.column, "“P2”" in w.message) for w in read.warnings] == [("P4", True)]


def _mutant(rng):
    content = bytearray(rng.choice(SAMPLES))
    for _ in range(rng.randint(1, 10)):
        place = rng.randrange(len(content) + 1)
        act = rng.randrange(4)
        if act == 0:
            content[place : place + 1] = bytes([rng.randrange(256)])
        elif act == 1:
            del content[place : place + rng.randint(1, 400)]
        elif act == 2:
            content[place:place] = rng.choice(SPLINTERS)
        else:
            content = content[: max(place, 1)]
    return bytes(content)


@pytest.mark.parametrize(
    "seed", [0, *(pytest.param(seed, marks=pytest.mark.long) for seed in range(1, 4))]
)
def test_no_damage_to_a_sample_file_breaks_the_reading(seed):
    rng = random.Random(seed)
    assert all(_reads_or_explains(_mutant(rng)) for _ in range(60))


@pytest.mark.long
@pytest.mark.parametrize("seed", range(100, 120))
def test_thousands_of_damaged_files_never_break_the_reading(seed):
    rng = random.Random(seed)
    assert all(_reads_or_explains(_mutant(rng)) for _ in range(400))


@settings(deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_explained(content):
    assert _reads_or_explains(content)


@pytest.mark.long
@settings(deadline=None)
@given(st.lists(st.lists(st.text(max_size=12), max_size=6), max_size=12))
def test_any_table_below_a_name_header_is_read_or_explained(rows):
    lines = ["Name,Quiz 1,Quiz (10 points),ID", *(",".join(row) for row in rows)]
    assert _reads_or_explains("\n".join(lines).encode("utf-8", "replace"))


@pytest.mark.long
def test_a_text_file_is_read_without_loading_heavy_libraries():
    code = (
        "import sys; from plplanner.importing.read_file import read_gradebook as r;"
        "r(file_name='a', content=b'Name,Quiz\\nAnn Li,4\\n');"
        "heavy = {'python_calamine', 'sqlalchemy', 'openpyxl', 'numpy'};"
        "print(sorted(heavy & set(sys.modules)))"
    )
    path = str(Path(__file__).parents[2] / "src")
    done = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path.insert(0, {path!r}); {code}"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    "evil",
    [
        "a@" + "." * 90_000 + " ",
        pytest.param("1 " * 45_000, marks=pytest.mark.long),
        pytest.param("( " * 45_000, marks=pytest.mark.long),
        pytest.param("(1" * 45_000, marks=pytest.mark.long),
    ],
)
def test_long_spiteful_cells_are_read_or_explained(evil):
    assert _reads_or_explains(f'Name,Quiz,"{evil}"\nAnn Li,4,"{evil}"\n"{evil}",3,2\n'.encode())


def test_one_file_of_a_zip_is_read_alone_where_it_is_named(tmp_path, monkeypatch):
    district = a_district(tmp_path, monkeypatch).read_bytes()
    content = a_zip({"d.csv": district, "letter.pdf": b"%PDF-1.7", "p2.csv": b"Name,Quiz\nAnn,4\n"})
    read = read_gradebook(file_name="a.zip", content=content, section="Math P1", member="d.csv")
    assert len(read.students) == 20
    with_letter = a_zip({"d.csv": district, "letter.pdf": b"%PDF-1.7"})
    with pytest.raises(Problem, match="a whole district") as refused:
        read_gradebook(file_name="a.zip", content=with_letter)
    assert refused.value.choices == ("Math P0", "Math P1", "Math P2")


def test_a_sheet_that_is_shown_comes_before_a_hidden_one():
    book = Workbook()
    book.active.title, book.active.sheet_state = "2024", "hidden"
    for row in (("Name", "Old"), ("Past Kid", 1), ("Gone Kid", 2), ("More Kid", 2)):
        book.active.append(row)
    now = book.create_sheet("2025")
    now.append(("Name", "Quiz"))
    now.append(("Ann Li", 4))
    content = io.BytesIO()
    book.save(content)
    read = read_gradebook(file_name="a.xlsx", content=content.getvalue())
    assert [one.title for one in read.assessments] == ["Quiz"]
    assert [one.column for one in read.warnings] == ["2024"]
