import json

import pytest

from tests.cli.command_line import CANVAS, done, refused

EXPECTED = json.loads(CANVAS.with_name(f"{CANVAS.name}.expected.json").read_text("utf-8"))


def test_everything_a_file_says_comes_as_json():
    got = json.loads(done("read", CANVAS, "--json"))
    assert got["format"] == EXPECTED["format"]
    names = [(row["last"], row["first"]) for row in got["students"]]
    assert names == [(row["last"], row["first"]) for row in EXPECTED["students"]]
    ids = [row["ids"] for row in got["students"]]
    assert ids == [{"email": None, **row["ids"]} for row in EXPECTED["students"]]
    for row, wanted in zip(got["assessments"], EXPECTED["assessments"], strict=True):
        assert {key: row[key] for key in wanted} == wanted
    assert len(got["scores"]) == EXPECTED["n_students"]


def test_the_same_file_reads_alike_twice():
    assert done("read", CANVAS, "--json") == done("read", CANVAS, "--json")


def test_people_read_what_is_in_it_and_what_was_left_out():
    out = done("read", CANVAS)
    assert "30 students, 4 assessments" in out
    assert "  Quiz 1: Ratios, 20 points\n" in out
    assert "  Final Score: Worked out by Canvas.\n" in out


def test_one_is_not_many(tmp_path):
    (tmp_path / "a.csv").write_text("Last,First,Quiz\nLi,Ann,4\n")
    assert "1 student, 1 assessment\n" in done("read", tmp_path / "a.csv")


def test_nothing_that_cannot_be_read_ends_in_more_than_a_sentence(tmp_path):
    (tmp_path / "empty.csv").write_bytes(b"")
    (tmp_path / "noise.xlsx").write_bytes(b"PK\x03\x04 not really")
    for name in ("empty.csv", "noise.xlsx"):
        assert f"“{name}”" in refused("read", tmp_path / name)
    assert "There is no file at" in refused("read", tmp_path / "none.csv")
    assert "holds no gradebook this program knows: empty.csv" in refused("read", tmp_path)


@pytest.mark.long
def test_a_folder_with_files_of_one_export_reads_as_one():
    folder = CANVAS.parents[1] / "nwea" / "CDF_Fall2026"
    assert json.loads(done("read", folder, "--json"))["format"] == "nwea_cdf"


def test_a_folder_with_several_gradebooks_names_them(tmp_path):
    for name in ("a.csv", "b.csv"):
        (tmp_path / name).write_text("Last,First,Quiz\nLi,Ann,4\n")
    assert "holds 2 gradebooks: a.csv, b.csv. Import them one by one." in refused("read", tmp_path)
    (tmp_path / "b.csv").unlink()
    assert "1 student, 1 assessment\n" in done("read", tmp_path)
