from dataclasses import replace
from datetime import time, timedelta

import pytest

from plplanner.calendar.school_days import next_school_day
from plplanner.rotation.build_rotation import build_rotation
from plplanner.rotation.next_turn import groups_with_teacher, last_day_ahead, next_turns
from plplanner.rotation.rows import PlanGroupRow, PlanRow, RoundRow, VisitRow
from plplanner.rotation.turns_ahead import LONGEST_AHEAD, after_lesson, rounds_met
from plplanner.terms import GROUP_IDENTITIES, PlanState, StationKind
from tests.rotation.lessons import a_lesson

LESSON = a_lesson()
PLAN = build_rotation(LESSON)


def turns(days_off=frozenset()):
    return next_turns(LESSON, PLAN.rounds, PLAN.visits, days_off=days_off)


def test_only_groups_left_out_today_are_told_when():
    assert set(turns()) == set(PLAN.no_teacher)


def test_a_day_off_moves_the_turn_to_the_school_day_after():
    following = next_school_day(LESSON.day, ())
    first = [group for group, day in turns().items() if day == following]
    assert first
    moved = turns(frozenset({following}))
    assert {moved[group] for group in first} == {next_school_day(following, ())}
    assert all(day > following for day in moved.values())
    assert following - LESSON.day >= timedelta(days=1)


def planned_with(day, *met):
    """A plan of that day in which these groups meet the teacher."""
    led = VisitRow(1, "Teacher table", StationKind.TEACHER_LED, "", "")
    lines = [
        PlanGroupRow(one.group_id, GROUP_IDENTITIES[0], (), (led if one.group_id in met else None,))
        for one in LESSON.groups
    ]
    rounds = (RoundRow(1, time(9), 20),)
    return PlanRow(
        1, 1, "Math", "", day, PlanState.DRAFT, time(9), 60, rounds, tuple(lines), ""
    )  # fmt: skip


def test_plans_that_are_kept_say_it_and_are_not_guessed_over():
    left = PLAN.no_teacher[0]
    first = next_school_day(LESSON.day, ())
    second = next_school_day(first, ())
    kept = [planned_with(LESSON.day, left), planned_with(first), planned_with(second, left)]
    found = next_turns(LESSON, PLAN.rounds, PLAN.visits, days_off=(), kept=kept)
    assert found[left] == second <= last_day_ahead(LESSON.day, days_off=())
    assert groups_with_teacher(kept[2]) == {left}


def met_on(lesson):
    """The ids of the groups that a draft sends to the teacher."""
    made = build_rotation(lesson)
    return {group.group_id for group in lesson.groups} - set(made.no_teacher), made


@pytest.mark.parametrize("off", [(), (1,), (1, 2)])
@pytest.mark.parametrize("seed", [3, pytest.param(0, marks=pytest.mark.long)])
def test_what_is_said_comes_true_whatever_days_lie_between(off, seed):
    lesson = a_lesson((2, 1, 1, 0, 0), rounds=2, seed=seed)
    days_off = {LESSON.day + timedelta(days=ahead) for ahead in off}
    _, made = met_on(lesson)
    told = next_turns(lesson, made.rounds, made.visits, days_off=days_off)
    waiting, came = set(made.no_teacher), {}
    for _ in range(LONGEST_AHEAD):
        then = next_school_day(lesson.day, days_off)
        after = after_lesson(lesson, made.rounds, rounds_met(lesson, made.visits))
        lesson = replace(after, day=then)
        met, made = met_on(lesson)
        came |= dict.fromkeys(sorted(waiting & met), then)
        waiting -= met
    assert told == came
