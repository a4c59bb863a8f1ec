import pytest

from plplanner.importing.score_words import (
    is_late_ungraded,
    is_late_word,
    is_unclear_word,
    status_of_word,
)
from plplanner.terms import ScoreStatus as Status


@pytest.mark.parametrize(
    ("word", "status"),
    [
        ("EX", Status.EXCUSED),
        ("(excused)", Status.EXCUSED),
        ("X", Status.EXCUSED),
        ("No Count", Status.EXCUSED),
        ("Missing", Status.MISSING),
        ("Abs.", Status.ABSENT),
        ("ausente", Status.ABSENT),
        ("INC", Status.INCOMPLETE),
        ("–", Status.NONE),
        ("Not Attempted", Status.NONE),
        ("banana", None),
    ],
)
def test_words_have_one_status(word, status):
    assert status_of_word(word) is status


def test_late_words_stand_alone():
    assert is_late_word("Late")
    assert not is_late_word("later")


def test_work_turned_in_late_is_late_and_wants_no_score_yet():
    assert is_late_word("Turned in late")
    assert is_late_ungraded("(submitted late)")
    assert not is_late_ungraded("late")


def test_short_marks_are_unclear():
    assert is_unclear_word("Z")
    assert not is_unclear_word("missing")
