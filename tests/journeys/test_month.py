"""A month lived through the planner file: every promise about people and places is kept.

The engine has such a month of its own; here drafts, absences, short days and new groups are saved
and asked for again each time, as the window does it.
"""

from collections import Counter
from dataclasses import replace
from datetime import time, timedelta
from random import Random

import pytest

from plplanner.calendar.commands import mark_special_day
from plplanner.calendar.queries import days_off
from plplanner.calendar.school_days import next_school_day
from plplanner.grouping.commands import save_groups
from plplanner.grouping.saved.queries import newest_groups
from plplanner.roster.commands import mark_absent
from plplanner.roster.queries import absent_on, students_of_class
from plplanner.rotation.clashes import find_clashes
from plplanner.rotation.devices.commands import set_devices
from plplanner.rotation.draft import draft_plan
from plplanner.rotation.drafting.commands import keep_draft
from plplanner.rotation.drafting.queries import (
    lesson_of_plan,
    playlists_for_groups,
    rotation_problem,
)
from plplanner.rotation.lived.commands import set_outcome
from plplanner.rotation.plan_checks import visits_of_plan
from plplanner.rotation.queries import plan_on
from plplanner.rotation.rows import OUT_OF_ORDER, TOO_FEW_DEVICES, DeviceCount, StationToVisit
from plplanner.rotation.stations.commands import set_stations
from plplanner.rotation.stations.queries import stations_of_class
from plplanner.terms import GroupingStrategy, StationKind, VisitOutcomeKind
from tests.builders import MONDAY, a_proposal

pytestmark = pytest.mark.long
WEEK = 5
LED = StationKind.TEACHER_LED


def new_groups(planner, rng, day):
    """Other groups of the whole class, four or five."""
    ids = [row.id for row in planner.ask(students_of_class, class_id=1)]
    rng.shuffle(ids)
    count = rng.choice((4, 5))
    planner.do(
        save_groups, class_id=1, created_on=day, basis="“Exit ticket”", seed=rng.randint(0, 99),
        strategy=GroupingStrategy.MIXED,
        proposal=a_proposal(*(ids[place::count] for place in range(count))),
    )  # fmt: skip


def plan_the_day(planner, day):
    """The draft of a day, kept as it is."""
    groups = planner.ask(newest_groups, class_id=1)
    problem = planner.ask(rotation_problem, class_id=1, day=day, groups=groups)
    playlists = planner.ask(playlists_for_groups, groups=groups)
    draft = draft_plan(problem, group_set_id=groups.id, playlists=playlists)
    planner.do(keep_draft, class_id=1, draft=draft)
    return planner.ask(plan_on, class_id=1, day=day)


def keeps_to_its_places(planner, plan):
    """No station holds two groups, nor more students than seats; everyone is in one group."""
    away = planner.ask(absent_on, class_id=1, day=plan.day)
    seats = {one.name: one.seats for one in planner.ask(stations_of_class, class_id=1)}
    placed = Counter(one for line in plan.groups for one in line.student_ids)
    assert set(placed.values()) == {1}
    for place in range(len(plan.rounds)):
        at = [(line.visits[place], line) for line in plan.groups if line.visits[place]]
        names = [visit.station_name for visit, _ in at]
        assert len(names) == len(set(names)), plan.day
        for visit, line in at:
            here = len(set(line.student_ids) - away)
            limit = seats.get(visit.station_name)
            assert limit is None or here <= limit, (plan.day, visit.station_name)


def who_met(planner, plan, missed):
    """Who was at the teacher's table: not in a cell that came to nothing, not when away."""
    away = planner.ask(absent_on, class_id=1, day=plan.day)
    return {
        one
        for line in plan.groups
        for visit in line.visits
        if visit and visit.station_kind is LED and (line.group_id, visit.round_number) not in missed
        for one in set(line.student_ids) - away
    }


def make_it_hard(planner):
    """Eight stations: two digital with devices for one, an adult with hours, one after another."""
    have = {one.name: one for one in planner.ask(stations_of_class, class_id=1)}
    hands_on = replace(
        have["Hands-on"], adult="Ms. R", adult_from=time(9, 20), adult_until=time(9, 55),
        needs_adult=True,
    )  # fmt: skip
    more = (
        StationToVisit(-3, "Make it", StationKind.HANDS_ON, "Sink", when_done="Read."),
        StationToVisit(-1, "Second screen", StationKind.DIGITAL, "Window", when_done="Read."),
        StationToVisit(
            -2, "Share it", StationKind.COLLABORATIVE, "Carpet", when_done="Read.", after="Together"
        ),
    )
    wanted = [hands_on if one.name == "Hands-on" else one for one in have.values()]
    planner.do(set_stations, class_id=1, wanted=[*wanted, *more], groups=5, says="Set up")
    planner.do(
        set_devices,
        class_id=1,
        day=MONDAY,
        every_day=DeviceCount(4, 2),
        of_day=None,
        says="Devices",
    )


def keeps_to_devices_hours_and_order(planner, plan):
    """Looked at by the room's own checker, as the rail beside the plan does."""
    problem = planner.ask(lesson_of_plan, plan=plan)
    found = find_clashes(problem, plan.rounds, visits_of_plan(plan, problem))
    kinds = {one.kind for one in found}
    assert not kinds & {TOO_FEW_DEVICES, OUT_OF_ORDER, "adult_not_there"}, (plan.day, kinds)
    assert not any(one.hard for one in found)


@pytest.mark.parametrize(("seed", "is_hard"), [(1, False), (2, False), (3, True), (4, True)])
def test_a_month_leaves_nobody_unseen_for_a_week_and_breaks_no_capacity(planned, seed, is_hard):
    rng, day = Random(seed), MONDAY
    if is_hard:
        make_it_hard(planned)
    unseen = dict.fromkeys([row.id for row in planned.ask(students_of_class, class_id=1)], 0)
    planned.do(mark_special_day, day=MONDAY + timedelta(days=3), label="Holiday", minutes=0)
    for number in range(20):
        if number and number % 8 == 0:
            new_groups(planned, rng, day)
        if number % 6 == 5:
            planned.do(mark_special_day, day=day, label="Early release", minutes=45)
        for one in rng.sample(sorted(unseen), rng.choice((0, 0, 1, 2, 3))):
            planned.do(mark_absent, student_id=one, day=day, name="Ada")
        plan = plan_the_day(planned, day)
        keeps_to_its_places(planned, plan)
        if is_hard:
            keeps_to_devices_hours_and_order(planned, plan)
        missed = set()
        if number % 7 == 6:  # a fire drill: one meeting came to nothing
            line, visit = next(
                (line, visit) for line in plan.groups for visit in line.visits
                if visit and visit.station_kind is LED
            )  # fmt: skip
            missed.add((line.group_id, visit.round_number))
            planned.do(
                set_outcome, plan_id=plan.id, group_id=line.group_id, name="River",
                round_number=visit.round_number, outcome=VisitOutcomeKind.NOT,
            )  # fmt: skip
        away, met = planned.ask(absent_on, class_id=1, day=day), who_met(planned, plan, missed)
        for one in unseen:
            unseen[one] = 0 if one in met else unseen[one] + (one not in away)
        assert max(unseen.values()) < WEEK, (number, day)
        day = next_school_day(day, planned.ask(days_off))
    assert planned.findings() == []
