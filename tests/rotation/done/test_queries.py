from dataclasses import replace
from datetime import timedelta

import pytest

from plplanner.roster.commands import mark_absent
from plplanner.rotation.commands import save_plan
from plplanner.rotation.done.queries import tasks_done
from plplanner.rotation.lesson_clock import planned_times
from plplanner.rotation.lived.commands import keep_times, let_work_with, set_outcome
from plplanner.terms import VisitOutcomeKind
from tests.builders import MONDAY, a_planner, saved_groups
from tests.rotation.saved_plans import a_plan, plan_of

TUESDAY = MONDAY + timedelta(days=1)


@pytest.fixture
def planner(tmp_path):
    with a_planner(tmp_path) as planner:
        yield planner


@pytest.fixture
def groups(planner):
    """Two groups of two, each student with the same task in every round of Monday."""
    found = saved_groups(planner)
    planner.do(save_plan, **a_plan(planner, found, task="Match game"))
    return found


def times_done(planner, groups, *, before=TUESDAY):
    """How often each student of the first group, then of the second, had the task."""
    found = planner.ask(tasks_done, class_id=groups.class_id, before=before)
    return [
        [found[one.student_id]["Match game"] for one in group.members] for group in groups.groups
    ]


def test_what_a_group_was_planned_to_do_its_students_have_done_the_day_after(planner, groups):
    rounds = len(plan_of(planner, groups).rounds)
    assert times_done(planner, groups) == [[rounds, rounds], [rounds, rounds]]
    assert times_done(planner, groups, before=MONDAY) == [[0, 0], [0, 0]]


def test_it_is_forgotten_after_some_weeks(planner, groups):
    assert times_done(planner, groups, before=MONDAY + timedelta(weeks=6)) != [[0, 0], [0, 0]]
    later = MONDAY + timedelta(weeks=6, days=1)
    assert times_done(planner, groups, before=later) == [[0, 0], [0, 0]]


def test_what_was_left_open_or_not_held_is_not_done(planner, groups):
    plan = plan_of(planner, groups)
    first, *_, last = (row.number for row in plan.rounds)
    left = {"plan_id": plan.id, "group_id": groups.groups[0].id, "round_number": first}
    planner.do(set_outcome, outcome=VisitOutcomeKind.PARTLY, name="River", **left)
    rounds = len(plan.rounds)
    assert times_done(planner, groups) == [[rounds - 1] * 2, [rounds] * 2]
    times = planned_times(plan)
    held = replace(times, rounds=tuple(row for row in times.rounds if row.number != last))
    planner.do(keep_times, plan_id=plan.id, times=held, says="Leave out the last round")
    assert times_done(planner, groups) == [[rounds - 2] * 2, [rounds - 1] * 2]


def test_who_was_absent_or_with_another_group_has_not_done_it(planner, groups):
    plan = plan_of(planner, groups)
    (ada, _), (ben, _) = (group.members for group in groups.groups)
    planner.do(mark_absent, student_id=ada.student_id, day=MONDAY, name="Ada")
    planner.do(
        let_work_with,
        plan_id=plan.id,
        student_ids=[ben.student_id],
        group_id=groups.groups[0].id,
        names="Ben",
        word="River",
    )
    rounds = len(plan.rounds)
    assert times_done(planner, groups) == [[0, rounds], [0, rounds]]
