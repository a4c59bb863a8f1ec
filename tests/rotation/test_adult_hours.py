from dataclasses import replace
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plplanner.problems import Problem
from plplanner.rotation.adult_hours import (
    EXAMPLE,
    Adult,
    always_open,
    closed_rounds,
    helped,
    hours_words,
    is_left_alone,
    is_open,
    on_day,
    overlap,
    typed_adult,
    with_all_open,
    written_adult,
)
from plplanner.rotation.rows import RoundRow, StationToVisit
from plplanner.terms import StationKind, Weekday
from tests.rotation.lessons import a_lesson

LAB = StationToVisit(
    4, "Lab", StationKind.HANDS_ON, "", None, "Read.", "Ms. R", time(9, 10), time(9, 40), True
)
FIRST, SECOND = RoundRow(1, time(9), 12), RoundRow(2, time(9, 13), 12)


MON_WED = frozenset({Weekday.MONDAY, Weekday.WEDNESDAY})


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("", Adult()),
        ("  Ms.  R ", Adult("Ms. R")),
        ("Para 2", Adult("Para 2")),
        (EXAMPLE, Adult("Ms. R", time(9, 10), time(9, 40), MON_WED)),
        ("Ms. R Mon and Wed", Adult("Ms. R", days=MON_WED)),
        ("Ms. R 9:10–9:40 on Mon, Wed", Adult("Ms. R", time(9, 10), time(9, 40), MON_WED)),
        ("Ms. R Tuesdays from 9", Adult("Ms. R", time(9), days=frozenset({Weekday.TUESDAY}))),
        ("Ms. Mon", Adult("Ms. Mon")),
        ("Ms. R 9:10-9:40", Adult("Ms. R", time(9, 10), time(9, 40))),
        ("Ms. R, 9.10 – 9.40", Adult("Ms. R", time(9, 10), time(9, 40))),
        ("Ms. R (9:10 to 9:40)", Adult("Ms. R", time(9, 10), time(9, 40))),
        ("Ms. R from 9:10 until 9:40", Adult("Ms. R", time(9, 10), time(9, 40))),
        ("Ms. R 9:10 am – 1:05 pm", Adult("Ms. R", time(9, 10), time(13, 5))),
        ("Ms. R 9-10", Adult("Ms. R", time(9), time(10))),
        ("Ms. R from 9:10", Adult("Ms. R", time(9, 10))),
        ("Ms. R until 9:40", Adult("Ms. R", None, time(9, 40))),
        ("Ms. R till 1", Adult("Ms. R", None, time(13))),
    ],
)
def test_a_name_is_read_with_its_hours(text, meant):
    assert typed_adult(text) == meant


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Ms. R 9:10", "“Ms. R 9:10” is no name with hours."),
        ("Ms. R 9:10–25:00", "“Ms. R 9:10–25:00” is no name with hours."),
        ("Ms. R from 9:70", "“Ms. R from 9:70” is no name with hours."),
        ("Ms. R 9:40–9:10", "9:40–9:10 ends before it begins."),
        ("9:10–9:40", "These hours belong to nobody."),
        ("from 9:10", "These hours belong to nobody."),
    ],
)
def test_hours_that_cannot_be_read_are_said_with_an_example(text, said):
    with pytest.raises(Problem) as caught:
        typed_adult(text)
    assert caught.value.what == said
    assert EXAMPLE in caught.value.next_step


CLOCKS = st.times(time(7), time(18, 59)).map(lambda one: one.replace(second=0, microsecond=0))


@given(
    st.lists(CLOCKS, min_size=2, max_size=2, unique=True),
    st.sampled_from([0, 1, 2, 3]),
    st.frozensets(st.sampled_from(list(Weekday)), max_size=5),
)
def test_what_is_written_can_be_typed_again(clocks, which, days):
    start, end = sorted(clocks)
    kept = Adult("Ms. R", start if which & 1 else None, end if which & 2 else None, days)
    station = replace(LAB, adult_from=kept.start, adult_until=kept.end, adult_days=days)
    assert typed_adult(written_adult(station)) == kept


@given(st.text(max_size=30))
def test_anything_typed_is_read_or_refused_kindly(text):
    try:
        adult = typed_adult(text)
    except Problem as problem:
        assert problem.next_step
    else:
        assert adult.name or (adult.start, adult.end) == (None, None)


def test_an_adult_is_missed_only_where_she_is_needed_and_only_by_whole_minutes():
    assert is_left_alone(LAB, time(9), time(9, 12))
    assert not is_left_alone(LAB, time(9, 15), time(9, 25, 50))
    assert is_left_alone(replace(LAB, adult_until=time(9, 25)), time(9, 15), time(9, 26))
    assert not is_left_alone(replace(LAB, adult_until=time(9, 25)), time(9, 15), time(9, 25, 50))
    assert not is_left_alone(replace(LAB, needs_adult=False), time(9), time(9, 12))


def test_groups_come_where_an_adult_is_needed_only_while_she_is_there_all_round():
    assert [is_open(LAB, row) for row in (FIRST, SECOND)] == [False, True]
    assert is_open(replace(LAB, adult_from=time(9)), FIRST)
    assert is_open(replace(LAB, adult_from=None), FIRST)
    assert not is_open(replace(LAB, adult_until=time(9, 24)), SECOND)
    assert is_open(replace(LAB, adult_until=time(9, 25)), SECOND)
    assert is_open(replace(LAB, needs_adult=False), FIRST)
    led = replace(LAB, kind=StationKind.TEACHER_LED, needs_adult=False)
    assert not is_open(led, FIRST)
    assert is_open(replace(led, adult=""), FIRST)


def test_a_round_that_would_leave_too_few_stations_closes_none():
    lesson = a_lesson(stations=(*a_lesson().stations, replace(LAB, station_id=9)))
    rounds = (FIRST, SECOND)
    closed = closed_rounds(lesson.stations, rounds, suffice=lambda left: len(left) >= 4)
    assert closed == {9: (0,)}
    assert closed_rounds(lesson.stations, rounds, suffice=lambda left: len(left) > 4) == {}
    opened = with_all_open(lesson)
    assert closed_rounds(opened.stations, rounds, suffice=lambda _: True) == {}


def test_hours_are_told_as_they_are_read():
    assert hours_words(LAB) == "9:10–9:40"
    assert hours_words(replace(LAB, adult_until=None)) == "from 9:10"
    assert hours_words(replace(LAB, adult_from=None)) == "until 9:40"
    assert hours_words(replace(LAB, adult_from=None, adult_until=None)) == ""


@pytest.mark.parametrize(
    ("start", "end", "both"),
    [(None, None, True), (time(9, 40), None, False), (time(9, 39), None, True),
     (None, time(9, 10), False)],
)  # fmt: skip
def test_hours_overlap_where_they_share_a_minute(start, end, both):
    other = replace(LAB, adult_from=start, adult_until=end)
    assert overlap(LAB, other) is overlap(other, LAB) is both


def test_on_another_day_of_the_week_a_station_that_needs_its_adult_is_closed():
    lab = replace(LAB, adult_days=MON_WED, adult_from=None, adult_until=None)
    monday, tuesday = date(2026, 11, 23), date(2026, 11, 24)
    (there,), (away,) = on_day([lab], monday), on_day([lab], tuesday)
    assert is_open(there, FIRST)
    assert not is_open(away, FIRST)
    assert is_open(always_open(away), FIRST)
    assert helped([there, away]) == helped([there]) == {"Lab"}
    assert helped([away]) == frozenset()
    assert is_open(replace(away, needs_adult=False), FIRST)
    assert hours_words(replace(lab, adult_from=time(9))) == "Mon, Wed from 9:00"


def test_hours_of_other_days_do_not_overlap():
    tuesday = replace(LAB, adult_days=frozenset({Weekday.TUESDAY}))
    assert not overlap(tuesday, replace(LAB, adult_days=MON_WED))
    assert overlap(tuesday, LAB)
    assert overlap(tuesday, replace(LAB, adult_days=frozenset(Weekday)))
