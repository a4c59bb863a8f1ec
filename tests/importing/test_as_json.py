"""Every sample file reads as its expected answer says."""

import json
import unicodedata
from pathlib import Path

import pytest

from plplanner.importing.as_json import as_json
from plplanner.importing.read_file import read_gradebook
from plplanner.importing.rows import GradebookRead, ScoreRead, StudentRead
from plplanner.terms import ScoreStatus

FOLDER = Path(__file__).parents[1] / "gradebook_files"
# Formats whose readers come in a later step.
LATER = {"canvas_learning_mastery"}


def _in_scope():
    for expected in sorted(FOLDER.rglob("*.expected.json")):
        wanted = json.loads(expected.read_text(encoding="utf-8"))
        if wanted["format"] not in LATER:
            source = expected.with_name(expected.name.removesuffix(".expected.json"))
            yield pytest.param(source, wanted, id=source.name)


def _read(source):
    read = read_gradebook(file_name=source.name, content=source.read_bytes())
    return json.loads(json.dumps(as_json(read)))


def _right(wanted, key, got):
    """`got` equals the wanted value or one that is accepted too."""
    return got[key] == wanted[key] or got[key] in wanted.get(f"accept_{key}", ())


@pytest.mark.parametrize(("source", "wanted"), list(_in_scope()))
def test_every_student_of_a_sample_file_is_read(source, wanted):
    got = _read(source)
    assert got["format"] == wanted["format"]
    assert len(got["students"]) == wanted["n_students"]
    for student, expected in zip(got["students"], wanted["students"], strict=True):
        for key in ("last", "first", "suffix"):
            name = expected[key]
            assert student[key] == (unicodedata.normalize("NFC", name) if name else name)
        assert student["ids"] == {"email": None, **expected["ids"]}
        assert student["section"] == expected.get("section", student["section"])
        assert student.get("grade") == expected.get("grade")


@pytest.mark.parametrize(("source", "wanted"), list(_in_scope()))
def test_every_assessment_and_no_computed_column_is_read(source, wanted):
    got = _read(source)
    assert len(got["assessments"]) == wanted["n_assessments"]
    for assessment, expected in zip(got["assessments"], wanted["assessments"], strict=True):
        assert {key: assessment[key] for key in expected} == expected
    titles = {assessment["title"] for assessment in got["assessments"]}
    assert not titles & set(wanted.get("must_ignore_columns", ()))


@pytest.mark.parametrize(("source", "wanted"), list(_in_scope()))
def test_every_score_of_a_sample_file_is_read(source, wanted):
    got = _read(source)
    assert len(got["scores"]) == len(wanted["scores"])
    for cells, expected_cells in zip(got["scores"], wanted["scores"], strict=True):
        for score, expected in zip(cells, expected_cells, strict=True):
            for key in ("points", "possible", "percent", "status"):
                assert _right(expected, key, score), (score, expected)
            assert score["late"] == expected.get("late", False)


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
