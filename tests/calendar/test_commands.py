from datetime import time

import pytest

from plplanner.calendar.commands import add_bell_schedule, clear_special_day, mark_special_day
from plplanner.calendar.queries import days_off, special_days
from plplanner.calendar.rows import NewPeriod
from tests.builders import MONDAY, a_planner, is_one_step, refuses


@pytest.fixture
def planner(tmp_path):
    with a_planner(tmp_path) as planner:
        yield planner


def test_a_bell_schedule_is_one_step_and_answers_its_periods_in_order(planner):
    ids = is_one_step(
        planner,
        add_bell_schedule,
        called="Add bell schedule “Bells”",
        name="Bells",
        periods=[NewPeriod("P2", time(9), 50), NewPeriod("P1", time(8), 50)],
    )
    assert len(set(ids)) == 2


def test_a_special_day_is_one_step_and_marked_again_it_changes(planner):
    called = f"Mark {MONDAY} as “Storm”"
    is_one_step(planner, mark_special_day, called=called, day=MONDAY, label="Storm", minutes=0)
    assert planner.ask(days_off) == {MONDAY}
    planner.do(mark_special_day, day=MONDAY, label="Late start", minutes=40)
    (row,) = planner.ask(special_days)
    assert (row.day, row.label, row.minutes) == (MONDAY, "Late start", 40)


def test_a_day_of_less_than_no_minutes_is_refused(planner):
    refuses(planner, mark_special_day, saying="-1 minutes", day=MONDAY, label="", minutes=-1)


def test_clearing_a_special_day_is_one_step_and_harmless_on_an_ordinary_day(planner):
    planner.do(mark_special_day, day=MONDAY, label="Storm", minutes=0)
    called = f"Make {MONDAY} an ordinary day"
    is_one_step(planner, clear_special_day, called=called, day=MONDAY)
    assert planner.ask(special_days) == []
    before = planner.digest()
    planner.do(clear_special_day, day=MONDAY)
    assert planner.digest() == before
