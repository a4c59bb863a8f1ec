"""Every sample file reads as its expected answer says."""

import json
import unicodedata
from functools import cache
from pathlib import Path

import pytest

from plplanner.importing.as_json import as_json
from plplanner.importing.read_file import only_gradebook, read_files, read_gradebook
from plplanner.importing.rows import GradebookRead, ScoreRead, StudentRead
from plplanner.terms import ItemResult, ScoreStatus

FOLDER = Path(__file__).parents[1] / "gradebook_files"
NAME_PARTS = ("last", "first", "suffix")
# Their sample files write no suffixes; the answers name those of the students themselves.
WITHOUT_SUFFIXES = {"google_forms_quiz", "powerteacher_pro_template"}
OF_A_STUDENT = ("section", "grade", "display")
OF_AN_ASSESSMENT = ("title", "points_possible", "date", "native_id")
OF_A_SCORE = (
    *("points", "possible", "percent", "status", "late"),
    *("scale_score", "percentile", "level", "progress", "mastered"),
)


def _in_scope():
    for expected in sorted(FOLDER.rglob("*.expected.json")):
        wanted = json.loads(expected.read_text(encoding="utf-8"))
        source = expected.with_name(expected.name.removesuffix(".expected.json"))
        yield pytest.param(source, wanted, id=f"{source.parent.name}/{source.name}")


@cache
def _read(source):
    if source.is_dir():
        files = {path.name: path.read_bytes() for path in source.iterdir()}
        reads = read_files(name=source.name, files=files)
        read = only_gradebook(reads, name=source.name)
    else:
        read = read_gradebook(file_name=source.name, content=source.read_bytes())
    return json.loads(json.dumps(as_json(read)))


def _right(wanted, key, got):
    """`got` says the wanted value or one that is accepted too; a wanted null may be left out."""
    said = got.get(key)
    accepted = [*wanted.get(f"accept_{key}", ()), *wanted.get(f"{key}_accept", ())]
    return said == wanted[key] or said in accepted


def _agree(wanted, got, keys):
    return [
        (key, wanted[key], got.get(key))
        for key in keys
        if key in wanted and not _right(wanted, key, got)
    ]


@pytest.mark.parametrize(("source", "wanted"), list(_in_scope()))
def test_every_student_of_a_sample_file_is_read(source, wanted):
    got = _read(source)
    assert got["format"] == wanted["format"]
    assert len(got["students"]) == wanted["n_students"]
    for student, expected in zip(got["students"], wanted["students"], strict=True):
        for key in NAME_PARTS[:2] if wanted["format"] in WITHOUT_SUFFIXES else NAME_PARTS:
            name = expected[key]
            assert student[key] == (unicodedata.normalize("NFC", name) if name else name)
        assert student["ids"] == {"email": None, **expected["ids"]}
        assert _agree(expected, student, OF_A_STUDENT) == []


@pytest.mark.parametrize(("source", "wanted"), list(_in_scope()))
def test_every_assessment_and_no_computed_column_is_read(source, wanted):
    got = _read(source)
    assert len(got["assessments"]) == wanted["n_assessments"]
    for assessment, expected in zip(got["assessments"], wanted["assessments"], strict=True):
        assert _agree(expected, assessment, OF_AN_ASSESSMENT) == []
    titles = {assessment["title"] for assessment in got["assessments"]}
    assert not titles & set(wanted.get("must_ignore_columns", ()))


@pytest.mark.parametrize(("source", "wanted"), list(_in_scope()))
def test_every_score_of_a_sample_file_is_read(source, wanted):
    got = _read(source)
    assert len(got["scores"]) == len(wanted["scores"])
    for cells, expected_cells in zip(got["scores"], wanted["scores"], strict=True):
        for score, expected in zip(cells, expected_cells, strict=True):
            assert _agree(expected, score, OF_A_SCORE) == [], (score, expected)


def test_the_object_always_has_the_keys_of_the_contract():
    read = GradebookRead("roster", students=(StudentRead("Li", "Wei"),), scores=((ScoreRead(),),))
    plain = as_json(read)
    assert list(plain)[:6] == [
        "format",
        "students",
        "assessments",
        "scores",
        "warnings",
        "questions",
    ]
    assert plain["students"] == [
        {
            "last": "Li",
            "first": "Wei",
            "suffix": None,
            "nickname": None,
            "ids": {"email": None},
            "section": None,
        }
    ]
    blank = {"points": None, "possible": None, "percent": None, "status": "none", "late": False}
    assert plain["scores"] == [[blank]]


def test_scale_scores_stand_beside_points_and_never_in_their_place():
    score = ScoreRead(status=ScoreStatus.SCORED, scale_score=212.0, percentile=61.0)
    plain = as_json(GradebookRead("nwea_cdf", scores=((score,),)))["scores"][0][0]
    assert (plain["points"], plain["scale_score"], plain["percentile"]) == (None, 212.0, 61.0)


def test_items_are_told_where_the_file_says_them():
    items = (ItemResult.RIGHT, None, ItemResult.NOT_ANSWERED)
    score = ScoreRead(status=ScoreStatus.SCORED, points=1.0, items=items)
    plain = as_json(GradebookRead("zipgrade", scores=((score,),)))["scores"][0][0]
    assert plain["items"] == ["right", None, "not_answered"]


def test_a_student_of_two_classes_is_one_student_of_a_list():
    rows = [StudentRead("Roca", "Ana", ids={"student_id": "1"}, section=s) for s in ("P1", "P2")]
    plain = as_json(GradebookRead("roster", tuple(rows), scores=((), ())))
    assert [one["section"] for one in plain["students"]] == ["P1 and P2"]
    assert plain["scores"] == [[]]
