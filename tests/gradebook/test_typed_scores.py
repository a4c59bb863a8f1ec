from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plplanner.gradebook.typed_scores import (
    STATUS_WORDS,
    TypedScore,
    typed_day,
    typed_points,
    typed_score,
    wrong_score,
)
from plplanner.terms import ScoreStatus

NEAR = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("text", "points"), [("4", 4), (" 3.5 ", 3.5), ("3,5", 3.5), ("0", 0), (".5", 0.5)]
)
def test_a_number_is_a_score(text, points):
    assert typed_score(text) == TypedScore(points, ScoreStatus.SCORED)


@pytest.mark.parametrize(
    ("text", "status"),
    [("a", "absent"), ("A", "absent"), ("x", "excused"), ("-", "missing"), (" ", "none")],
)
def test_a_letter_says_why_there_is_no_score(text, status):
    assert typed_score(text) == TypedScore(None, ScoreStatus(status))


@pytest.mark.parametrize("text", ["five", "-1", "+1", "1e999", "nan", "inf", "1/2", "1.2.3"])
def test_what_is_no_score_is_refused_with_what_to_type(text):
    assert typed_score(text) is None
    assert wrong_score(text, 5).startswith("Type points, or a for absent")


def test_more_than_the_points_possible_is_named():
    assert wrong_score("7", 5) == "7 is more than the 5 points possible."
    assert wrong_score("2,75", 2.5) == "2.75 is more than the 2.5 points possible."
    assert [wrong_score(text, 5) for text in ("5", "a", "")] == ["", "", ""]
    assert wrong_score("700", None) == ""


def test_points_possible_are_more_than_nothing():
    found = [typed_points(text) for text in ("5", "2,5", "0", "a", "", "many")]
    assert found == [5, 2.5, None, None, None, None]


def test_every_reason_has_words():
    assert set(STATUS_WORDS) == set(ScoreStatus) - {ScoreStatus.SCORED}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-11-20", date(2026, 11, 20)),
        ("20 Nov", date(2026, 11, 20)),
        ("Nov 20, 2025", date(2025, 11, 20)),
        ("Fri 20 November", date(2026, 11, 20)),
        ("5 jan", date(2027, 1, 5)),
        ("29 Feb 2024", date(2024, 2, 29)),
    ],
)
def test_a_day_is_read_as_teachers_write_it(text, day):
    assert typed_day(text, near=NEAR) == day


@pytest.mark.parametrize(
    "text", ["", "soon", "31 Feb", "20", "11/20", "20 Nov Dec", "Nov", "1 2 3"]
)
def test_what_is_no_day_is_none(text):
    assert typed_day(text, near=NEAR) is None


@pytest.mark.long
@given(st.text(max_size=20))
def test_whatever_is_typed_is_read_or_refused(text):
    typed = typed_score(text)
    assert typed is None or (typed.points is None) == (typed.status is not ScoreStatus.SCORED)
    assert (wrong_score(text, None) == "") == (typed is not None)
    assert typed_day(text, near=NEAR) is None or len(text) >= 3


@given(st.dates(date(1990, 1, 1), date(2080, 12, 31)))
def test_a_day_as_the_screen_writes_it_is_read_again(day):
    assert typed_day(f"{day:%a} {day.day} {day:%b} {day.year}", near=NEAR) == day
