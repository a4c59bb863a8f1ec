from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plplanner.calendar.school_days import (
    is_school_day,
    next_school_day,
    school_day_after,
    school_day_before,
    school_days_between,
)
from plplanner.problems import Problem

FRIDAY = date(2026, 11, 20)
MONDAY = date(2026, 11, 23)


def test_friday_is_followed_by_monday():
    assert next_school_day(FRIDAY, []) == MONDAY


def test_a_day_off_is_skipped():
    assert next_school_day(FRIDAY, {MONDAY}) == date(2026, 11, 24)


def test_the_day_itself_never_counts():
    assert next_school_day(MONDAY, []) == date(2026, 11, 24)


def test_a_year_without_school_is_a_problem_the_teacher_can_mend():
    off = [FRIDAY + timedelta(days=ahead) for ahead in range(400)]
    with pytest.raises(Problem, match="no school day in the year after November 20, 2026"):
        next_school_day(FRIDAY, off)


def test_weekends_and_days_off_are_no_school_days():
    assert is_school_day(MONDAY, [])
    assert not is_school_day(MONDAY, [MONDAY])
    assert not is_school_day(date(2026, 11, 21), [])


def test_a_week_has_five_school_days():
    assert school_days_between(FRIDAY, MONDAY, []) == 1
    assert school_days_between(MONDAY, MONDAY + timedelta(days=7), []) == 5
    assert school_days_between(MONDAY, FRIDAY, []) == 0


def test_counting_backwards_is_refused():
    with pytest.raises(ValueError, match="forward"):
        school_day_after(MONDAY, count=-1, days_off=[])


@settings(max_examples=30)
@given(
    st.dates(date(2020, 1, 1), date(2030, 1, 1)),
    st.integers(0, 40),
    st.sets(st.integers(1, 30), max_size=10),
)
def test_going_forward_and_counting_agree(start, count, off):
    days_off = {start + timedelta(days=ahead) for ahead in off}
    end = school_day_after(start, count=count, days_off=days_off)
    assert school_days_between(start, end, days_off) == count
    assert count == 0 or is_school_day(end, days_off)


def test_the_school_day_before_steps_over_weekends_and_days_off():
    monday = date(2026, 11, 23)
    assert school_day_before(monday, ()) == date(2026, 11, 20)
    assert school_day_before(monday, {date(2026, 11, 20)}) == date(2026, 11, 19)
    with pytest.raises(Problem, match="no school day in the year before November 23, 2026"):
        school_day_before(monday, {monday - timedelta(days=back) for back in range(400)})
