import pytest
from hypothesis import given
from hypothesis import strategies as st

from plplanner.importing.read_score import (
    ScoreColumn,
    is_letter_grade,
    percent_of,
    read_score,
)
from plplanner.importing.rows import ScoreRead
from plplanner.terms import ScoreStatus as Status

OF_5 = ScoreColumn(possible=5)


def _points(points, *, possible=5.0, late=False):
    percent = round(100 * points / possible, 2)
    return ScoreRead(points, possible, percent, Status.SCORED, late)


@pytest.mark.parametrize(
    ("text", "score"),
    [
        ("4", _points(4)),
        ("4.50", _points(4.5)),
        ("4,5", _points(4.5)),
        ("4/5", _points(4)),
        ("8 / 10", _points(8, possible=10)),
        ("4 out of 5", _points(4)),
        ("4 pts", _points(4)),
        ("4 late", _points(4, late=True)),
        ("4L", _points(4, late=True)),
        ("Late: 4", _points(4, late=True)),
        ("4/5 (late)", _points(4, late=True)),
        ("85 %", ScoreRead(possible=5, percent=85.0, status=Status.SCORED)),
    ],
)
def test_scores_are_read_with_their_unit(text, score):
    reading = read_score(text, OF_5)
    assert (reading.score, reading.warning) == (score, None)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("", Status.NONE),
        ("-", Status.NONE),
        ("Needs Grading", Status.NONE),
        ("EX", Status.EXCUSED),
        ("exempt", Status.EXCUSED),
        ("Missing", Status.MISSING),
        ("abs", Status.ABSENT),
        ("Frånvarande", Status.ABSENT),
        ("Inc", Status.INCOMPLETE),
    ],
)
def test_words_become_a_status_and_never_a_zero(text, status):
    reading = read_score(text, OF_5)
    assert reading.score == ScoreRead(possible=5, status=status)


@pytest.mark.parametrize("text", ["4-Mar", "1.23E+05", "1,234", "1.234,50", "banana", "3/0"])
def test_damaged_cells_are_quoted_and_not_guessed(text):
    reading = read_score(text, OF_5)
    assert reading.score == ScoreRead(possible=5)
    assert text in reading.warning


def test_a_date_cell_is_never_a_score():
    assert read_score("2026-03-04", OF_5, is_date=True).score.status is Status.NONE


def test_a_score_above_the_points_possible_is_kept_and_warned():
    reading = read_score("7", OF_5)
    assert reading.score.points == 7
    assert "above the 5 points possible" in reading.warning


def test_not_available_means_what_the_system_says():
    column = ScoreColumn(not_available=Status.NOT_ASSIGNED)
    assert read_score("N/A", column).score.status is Status.NOT_ASSIGNED
    assert read_score("N/A", OF_5).score.status is Status.NONE


def test_a_is_absent_unless_the_column_holds_letter_grades():
    letters = ScoreColumn(letters=True)
    assert read_score("A", OF_5).score.status is Status.ABSENT
    assert read_score("A", letters).score == ScoreRead(status=Status.SCORED, level="A")


def test_unclear_marks_are_marked_for_the_question():
    assert read_score("X", OF_5).unclear
    assert read_score("banana", OF_5).odd


def test_a_column_of_scale_scores_has_no_points():
    score = read_score("212", ScoreColumn(scale=True)).score
    assert (score.scale_score, score.points, score.percent) == (212, None, None)
    assert read_score("4/5", ScoreColumn(scale=True)).score.points == 4


def test_a_percent_column_reads_bare_numbers_as_percents():
    score = read_score("85", ScoreColumn(percent=True)).score
    assert (score.points, score.percent) == (None, 85.0)


def test_work_turned_in_late_is_no_trouble_and_late_alone_is():
    ungraded, amiss = read_score("Turned in late", OF_5), read_score("late", OF_5)
    assert (ungraded.score.late, ungraded.score.status) == (True, Status.NONE)
    assert ungraded.warning is None
    assert amiss.warning is not None


def test_the_number_beside_a_star_is_taken_and_the_star_told():
    reading = read_score("4*", OF_5)
    assert (reading.score.points, reading.score.percent) == (4, 80)
    assert "star" in (reading.warning or "")
    assert read_score("*", OF_5).odd


def test_letter_grades_and_percents():
    assert is_letter_grade("B+")
    assert not is_letter_grade("Abs")
    assert percent_of(2, 3) == 66.67
    assert percent_of(2, 0) is None


@pytest.mark.parametrize(
    ("text", "points"),
    [("4½", 4.5), ("4 1/2", 4.5), ("½", 0.5), ("5.", 5), ("'3", 3), ("’3", 3), ("3½/5", 3.5),
     ("80% (4/5)", 4), ("4/5 (80%)", 4)],
)  # fmt: skip
def test_points_are_read_as_teachers_type_them(text, points):
    reading = read_score(text, OF_5)
    assert (reading.score.points, reading.warning) == (points, None)


def test_points_on_top_are_added_and_told():
    reading = read_score("3+1", OF_5)
    assert (reading.score.points, reading.warning) == (4, "“3+1” is taken as 4.")
    assert read_score("5+1", OF_5).warning == "“6” is above the 5 points possible."


def test_a_percent_and_a_fraction_that_disagree_are_not_guessed():
    for text in ("90% (4/5)", "4/5)", "80% (4/0)"):
        assert read_score(text, OF_5).score.points is None


@given(st.text(max_size=40))
def test_no_cell_breaks_the_reading(text):
    reading = read_score(text, OF_5)
    assert (reading.score.status is Status.SCORED) == (
        reading.score.points is not None or reading.score.percent is not None
    )
