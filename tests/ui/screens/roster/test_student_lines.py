from datetime import date

import pytest

from plplanner.gradebook.rows import ScoreRow, TitledScore
from plplanner.roster.rows import LeftStudentRow, StudentRow
from plplanner.terms import ScoreStatus, group_identity
from plplanner.ui.screens.roster.student_lines import SORTS, StudentLine, fits, score_line

QUILT = group_identity("quilt")
ANN = StudentRow(1, "Ann", "Öz", "Ann", "", "Bee", 1, "en", {})
GONE = LeftStudentRow(1, "Ann Öz", date(2026, 10, 2))


@pytest.mark.parametrize(
    ("words", "found"), [(["oz"], True), (["be", "an"], True), (["qu"], True), (["nn"], False)]
)
def test_a_student_is_found_by_the_beginnings_of_names_and_group(words, found):
    assert fits(StudentLine(ANN, QUILT, 0), words) is found


def test_who_left_says_since_when_and_sorts_by_that_day():
    line = StudentLine(ANN, None, 0, GONE)
    assert (line.group_word, SORTS["group"](line)) == ("Left Fri 2 Oct", ("2026-10-02",))


def test_numbers_in_names_are_counted_not_spelt():
    ten, two = (
        StudentLine(StudentRow(n, name, name, name, "", "", n, "en", {}), None, 0)
        for n, name in ((1, "Number10"), (2, "Number2"))
    )
    for key in ("name", "last", "first"):
        assert sorted((ten, two), key=SORTS[key]) == [two, ten]


@pytest.mark.parametrize(
    ("points", "possible", "percent", "status", "words"),
    [
        (3, 5, 60, ScoreStatus.SCORED, "3 of 5"),
        (None, None, 62.5, ScoreStatus.SCORED, "62.5 %"),
        (7, None, None, ScoreStatus.SCORED, "7"),
        (None, 5, None, ScoreStatus.EXCUSED, "excused"),
    ],
)
def test_a_score_is_said_in_its_own_kind_of_number(points, possible, percent, status, words):
    score = ScoreRow(1, 2, points, possible, percent, status, None)
    assert score_line(TitledScore("Quiz", score)).words == words
