from datetime import UTC, datetime, time, timedelta

from plplanner.rotation.lived.taught import StateAct, act_on, is_closing, is_over
from plplanner.rotation.rows import LessonTimes, TimedRound
from plplanner.terms import PlanState
from tests.builders import MONDAY

TIMES = LessonTimes(
    MONDAY, time(9), time(10), 8, 5, 2, (TimedRound(1, time(9, 10), time(9, 53)),)
)  # fmt: skip


def at(hour, minute, days=0):
    return datetime.combine(MONDAY, time(hour, minute), tzinfo=UTC) + timedelta(days=days)


def test_before_and_during_the_lesson_a_plan_is_made_ready_or_a_draft_again():
    assert act_on(PlanState.DRAFT, is_over=False).state is PlanState.READY
    assert act_on(PlanState.READY, is_over=False).state is PlanState.DRAFT


def test_a_lesson_that_is_over_was_taught_or_was_not():
    for state in (PlanState.DRAFT, PlanState.READY):
        assert act_on(state, is_over=True) == StateAct("Mark as taught", PlanState.TAUGHT)
    assert act_on(PlanState.TAUGHT, is_over=True).state is PlanState.READY


def test_it_closes_after_the_rounds_and_is_over_at_its_end_and_on_every_day_after():
    assert [is_closing(TIMES, at(9, minute)) for minute in (40, 56)] == [False, True]
    assert [is_over(TIMES, at(9, 59)), is_over(TIMES, at(10, 0))] == [False, True]
    assert [is_over(TIMES, at(8, 0, days)) for days in (-1, 1)] == [False, True]
