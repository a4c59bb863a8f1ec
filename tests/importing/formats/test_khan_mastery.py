import pytest

from plplanner.importing.formats.khan_mastery import read_khan_mastery
from plplanner.problems import Problem
from tests.importing.tables import a_table, shown


def _read(text):
    return read_khan_mastery((a_table(text),), file_name="mastery.csv")


def test_percents_of_mastery_are_progress_and_no_scores():
    read = _read(
        "Student,Course mastery,Unit 1: Ratios 6.RP.A.1,Unit 2: Rates\n"
        "Ann Li,34%,80%,10\nBo Ek,12%,,0%\n"
    )
    assert [(a.title, a.standards) for a in read.assessments] == [
        ("Unit 1: Ratios 6.RP.A.1", ("6.RP.A.1",)),
        ("Unit 2: Rates", ()),
    ]
    assert shown(read.scores, "progress") == [[0.8, 0.1], [None, 0]]
    assert shown(read.scores, "percent") == [[None, None], [None, None]]
    assert [column.header for column in read.ignored_columns] == ["Course mastery"]


def test_what_is_no_percent_is_flagged():
    read = _read("Student,Course mastery,Unit 1\nAnn Li,34%,8-Mar\nBo Ek,3%,120%\n")
    assert [(w.row, w.column) for w in read.warnings] == [(2, "Unit 1"), (3, "Unit 1")]
    assert shown(read.scores, "progress") == [[None], [None]]


def test_minutes_are_no_mastery_but_a_unit_may_be_about_them():
    read = _read("Student,Course mastery,Unit 1: Hours and minutes,Total minutes\nAnn,34%,80%,40\n")
    assert [one.title for one in read.assessments] == ["Unit 1: Hours and minutes"]
    assert [one.header for one in read.ignored_columns] == ["Course mastery", "Total minutes"]


@pytest.mark.parametrize(
    "text",
    ["Student,Mastery,Quiz\nAnn Li,3,4\n", "Course mastery,Unit 1,Unit 2\n1,2,3\n", "Student\nA\n"],
)
def test_other_tables_are_not_mine(text):
    assert _read(text) is None


def test_a_table_of_nobody_is_explained():
    with pytest.raises(Problem, match="no student"):
        _read("Student,Course mastery,Unit 1\n")
