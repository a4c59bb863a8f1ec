from datetime import timedelta

import pytest

from plplanner.rotation.queries import (
    last_plan_of_weekday,
    last_planned_day,
    last_planned_weekday,
    plan_on,
    plans_between,
)
from plplanner.terms import StationKind
from tests.builders import MONDAY, a_class, a_planner, saved_groups
from tests.rotation.saved_plans import plan_where_only

TUESDAY, WEDNESDAY = MONDAY + timedelta(days=1), MONDAY + timedelta(days=2)


@pytest.fixture
def planner(tmp_path):
    with a_planner(tmp_path) as planner:
        yield planner


def test_a_day_without_a_plan_has_none(planner):
    assert planner.ask(plan_on, class_id=a_class(planner), day=MONDAY) is None


def test_a_plan_says_who_is_in_each_group(planner):
    groups = saved_groups(planner)
    plan_where_only(planner, groups, meets=0, day=MONDAY)
    plan = planner.ask(plan_on, class_id=groups.class_id, day=MONDAY)
    assert (plan.class_name, plan.day) == ("Math P2", MONDAY)
    assert [line.student_ids for line in plan.groups] == [
        tuple(member.student_id for member in group.members) for group in groups.groups
    ]
    first, *rest = plan.groups[0].visits
    assert first.station_kind is StationKind.TEACHER_LED
    assert rest == [None] * len(rest)


def test_the_plans_of_a_week_come_in_order(planner):
    groups = saved_groups(planner)
    plan_where_only(planner, groups, meets=0, day=WEDNESDAY)
    plan_where_only(planner, groups, meets=0, day=MONDAY)
    week = {"class_id": groups.class_id, "first": MONDAY, "last": TUESDAY}
    assert [plan.day for plan in planner.ask(plans_between, **week)] == [MONDAY]
    week["last"] = WEDNESDAY
    assert [plan.day for plan in planner.ask(plans_between, **week)] == [MONDAY, WEDNESDAY]


def test_the_last_plan_of_the_weekday_is_found_however_long_ago(planner):
    groups = saved_groups(planner)
    where = {"class_id": groups.class_id, "before": MONDAY + timedelta(days=21)}
    assert planner.ask(last_plan_of_weekday, **where) is None
    for day in (MONDAY, MONDAY + timedelta(days=7), MONDAY + timedelta(days=8)):
        plan_where_only(planner, groups, 0, day)
    assert planner.ask(last_plan_of_weekday, **where).day == MONDAY + timedelta(days=7)
    before = MONDAY + timedelta(days=7)
    found = planner.ask(last_plan_of_weekday, class_id=groups.class_id, before=before)
    assert found.day == MONDAY
    assert planner.ask(last_planned_weekday, **where) == MONDAY + timedelta(days=7)


def test_the_last_planned_day_is_the_last_before_another(planner):
    groups = saved_groups(planner)
    asked = {"class_id": groups.class_id, "before": MONDAY + timedelta(days=3)}
    assert planner.ask(last_planned_day, **asked) is None
    for ahead in (0, 1, 3):
        plan_where_only(planner, groups, meets=0, day=MONDAY + timedelta(days=ahead))
    assert planner.ask(last_planned_day, **asked) == TUESDAY
