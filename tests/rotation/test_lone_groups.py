from dataclasses import replace
from datetime import time

from plplanner.rotation.lone_groups import lone_groups
from plplanner.rotation.rows import (
    GroupToRotate,
    PlanGroupRow,
    PlanRow,
    RotationProblem,
    RoundRow,
    StationToVisit,
    VisitRow,
)
from plplanner.terms import PlanState, StationKind, group_identity
from tests.builders import MONDAY

KEYS = ("river", "comet", "kite")


def a_plan(*members, seats=None):
    """A plan of one round with these groups, each at a station of its own, and its lesson."""
    stations = tuple(
        StationToVisit(n, f"Station {n}", StationKind.COLLABORATIVE, "Table", seats)
        for n in range(len(members))
    )
    plan = PlanRow(
        id=1, class_id=1, class_name="Math", subject="Math", day=MONDAY, state=PlanState.READY,
        starts_at=time(9), minutes=60, rounds=(RoundRow(1, time(9, 10), 13),),
        groups=tuple(
            PlanGroupRow(
                n, group_identity(KEYS[n]), ids,
                (VisitRow(1, f"Station {n}", StationKind.COLLABORATIVE, "Table", "Read"),),
            )
            for n, ids in enumerate(members)
        ),
        when_done="",
    )  # fmt: skip
    groups = tuple(GroupToRotate(n, KEYS[n], KEYS[n], len(ids), 1) for n, ids in enumerate(members))
    return plan, RotationProblem(MONDAY, time(9), 60, groups, stations)


def hosts(plan, problem, absent, **more):
    return [(one.word, one.host_word) for one in lone_groups(plan, problem, absent, **more)]


def test_who_is_alone_joins_the_smallest_group_and_a_pair_stays_a_pair():
    plan, problem = a_plan((1, 2, 3, 4), (5, 6), (7, 8, 9))
    assert hosts(plan, problem, {5}) == [("Comet", "Kite")]
    assert lone_groups(plan, problem, {5})[0].student_ids == (6,)
    assert hosts(plan, problem, {1, 2}) == []


def test_a_group_in_which_nobody_is_here_needs_no_host():
    plan, problem = a_plan((1, 2), (3, 4))
    assert hosts(plan, problem, {1, 2}) == []


def test_the_same_need_comes_before_a_smaller_group():
    plan, problem = a_plan((1, 2, 3, 4), (5, 6), (7, 8, 9))
    needs = [
        replace(group, need=need) for group, need in zip(problem.groups, (2, 2, 0), strict=True)
    ]
    assert hosts(plan, replace(problem, groups=tuple(needs)), {5}) == [("Comet", "River")]


def test_a_full_station_and_a_rule_keep_a_group_from_being_host():
    plan, problem = a_plan((1, 2, 3, 4), (5, 6), (7, 8, 9), seats=4)
    assert hosts(plan, problem, {5}) == [("Comet", "Kite")]
    apart = [frozenset({6, 8})]
    assert hosts(plan, problem, {5}, apart=apart) == []
    assert hosts(plan, problem, {5, 8}, apart=apart) == [("Comet", "Kite")]


def test_two_who_are_left_alone_can_work_with_each_other():
    plan, problem = a_plan((1, 2), (3, 4), (5, 6, 7))
    assert hosts(plan, problem, {1, 3}) == [("River", "Comet"), ("Comet", "River")]


def test_groups_nobody_can_take_in_are_left_alone():
    plan, problem = a_plan((1, 2), (3, 4))
    assert hosts(plan, problem, {1, 3}, apart=[frozenset({2, 4})]) == []
    assert hosts(plan, problem, {1, 3, 4}) == []


def test_who_goes_her_own_way_is_never_offered_company():
    plan, problem = a_plan((1,), (2, 3))
    alone = replace(plan, groups=tuple(replace(one, is_own_way=True) for one in plan.groups))
    assert lone_groups(alone, problem, ()) == ()
