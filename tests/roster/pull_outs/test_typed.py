from datetime import time

import pytest

from plplanner.problems import Problem
from plplanner.roster.pull_outs.typed import (
    EXAMPLE,
    typed_pull_outs,
    written_pull_outs,
    wrong_pull_outs,
)
from plplanner.roster.rows import WeeklyPullOutRow
from plplanner.terms import Weekday

MON, WED, FRI = Weekday.MONDAY, Weekday.WEDNESDAY, Weekday.FRIDAY


def out(day, start, end, label="speech"):
    return WeeklyPullOutRow(day, time(*start), time(*end), label)


@pytest.mark.parametrize(
    "text",
    [
        EXAMPLE,
        "mon, wed 9:10-9:25, speech",
        "Monday and Wednesday 9.10 – 9.25 speech",
        "Mondays/Wed: 9:10 to 9:25 speech;",
        "Wed 9:10–9:25 speech; Mon 9:10–9:25 speech; Mon 9:10–9:25 speech",
    ],
)
def test_days_and_times_are_read_as_teachers_type_them(text):
    assert typed_pull_outs(text) == (out(MON, (9, 10), (9, 25)), out(WED, (9, 10), (9, 25)))


def test_hours_before_school_are_after_noon_and_a_word_may_be_missing():
    assert typed_pull_outs("Fri 1:00–1:30") == (out(FRI, (13, 0), (13, 30), "out"),)
    assert [one.weekday for one in typed_pull_outs("daily 11-12 band")] == list(Weekday)[:5]
    assert typed_pull_outs("  ") == ()


def test_what_is_kept_is_written_as_it_can_be_typed_again():
    kept = typed_pull_outs("Fri 1:00–1:30 band; Wed Mon 9:10–9:25 speech")
    assert written_pull_outs(kept) == "Mon Wed 9:10–9:25 speech; Fri 13:00–13:30 band"
    assert typed_pull_outs(written_pull_outs(kept)) == kept


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("speech", "“speech” is no day and time."),
        ("Mon speech", "“Mon speech” is no day and time."),
        ("Foo 9:10–9:25", "is no day and time."),
        ("M 9:10–9:25", "is no day and time."),
        ("Mon 25:00–26:00", "is no day and time."),
        ("Mon 9:25–9:10 speech", "9:25–9:10 ends before it begins."),
    ],
)
def test_what_cannot_be_read_is_said_with_an_example(text, said):
    assert said in wrong_pull_outs(text)
    assert wrong_pull_outs(text).endswith(f"Write it like {EXAMPLE}.")
    with pytest.raises(Problem):
        typed_pull_outs(text)


def test_nothing_is_wrong_with_what_can_be_kept():
    assert wrong_pull_outs(EXAMPLE) == wrong_pull_outs("") == ""
