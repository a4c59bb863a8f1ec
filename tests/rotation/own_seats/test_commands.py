from datetime import timedelta

import pytest

from plplanner.playlists.commands import add_playlist, assign_to_groups
from plplanner.playlists.queries import playlists_of_groups
from plplanner.roster.queries import students_of_class
from plplanner.rotation.commands import save_plan, set_plan_state
from plplanner.rotation.own_seats.commands import end_own_seat, give_own_seat, seat_in_plan
from plplanner.rotation.own_seats.queries import own_seats_on
from plplanner.rotation.own_way.commands import keep_own_way_draft
from plplanner.rotation.own_way.queries import own_ways_to_draft
from plplanner.rotation.own_ways import draft_own_ways
from plplanner.rotation.pick_tasks import CARD_TASK, OWN_SEAT
from plplanner.terms import PlanState, PlaylistUse
from tests.builders import MONDAY, a_class, a_planner, is_one_step, refuses, saved_groups
from tests.rotation.saved_plans import a_plan, plan_of, problem_on

TUESDAY = MONDAY + timedelta(days=1)


@pytest.fixture
def planner(tmp_path):
    with a_planner(tmp_path) as planner:
        yield planner


@pytest.fixture
def groups(planner):
    return saved_groups(planner, class_id=a_class(planner, students=6))


def ada(planner, groups):
    return planner.ask(students_of_class, class_id=groups.class_id)[0].id


def given(planner, groups, *, until=MONDAY, **more):
    hers = {"class_id": groups.class_id, "student_id": ada(planner, groups), "name": "Ada01"}
    return {**hers, "starts_on": MONDAY, "ends_on": until, "task": "Build it", **more}


def words(plan, student_id):
    (line,) = (line for line in plan.groups if student_id in line.student_ids)
    return [(visit.station_name, visit.task) for visit in line.visits]


def test_a_plan_that_is_there_gives_her_a_line_and_her_group_a_place_more(planner, groups):
    planner.do(save_plan, **a_plan(planner, groups))
    is_one_step(
        planner, give_own_seat, called="Own seat for Ada01", **given(planner, groups)
    )  # fmt: skip
    plan = plan_of(planner, groups)
    assert [len(line.student_ids) for line in plan.together] == [2, 3]
    assert set(words(plan, ada(planner, groups))) == {(OWN_SEAT, "Build it")}
    assert planner.findings() == []


def test_a_plan_made_later_knows_it_and_the_day_after_does_not(planner, groups):
    planner.do(give_own_seat, **given(planner, groups, task=" "))
    assert [group.size for group in problem_on(planner, groups).groups] == [2, 3]
    planner.do(save_plan, **a_plan(planner, groups))
    assert set(words(plan_of(planner, groups), ada(planner, groups))) == {(OWN_SEAT, CARD_TASK)}
    planner.do(save_plan, **a_plan(planner, groups, TUESDAY))
    assert len(plan_of(planner, groups, TUESDAY).groups) == 2


def test_back_in_the_group_from_a_day_on_earlier_days_stay_as_they_were(planner, groups):
    planner.do(give_own_seat, **given(planner, groups, until=TUESDAY))
    for day in (MONDAY, TUESDAY):
        planner.do(save_plan, **a_plan(planner, groups, day))
    hers = {"class_id": groups.class_id, "student_id": ada(planner, groups), "name": "Ada01"}
    said = "Ada01 works with the group again"
    is_one_step(planner, end_own_seat, called=said, on=TUESDAY, **hers)
    assert len(plan_of(planner, groups).alone) == 1
    tuesday = plan_of(planner, groups, TUESDAY)
    assert (tuesday.alone, [len(line.student_ids) for line in tuesday.together]) == ((), [3, 3])
    assert planner.ask(own_seats_on, class_id=groups.class_id, day=TUESDAY) == ()
    planner.do(end_own_seat, on=MONDAY, **hers)
    assert plan_of(planner, groups).alone == ()


def test_another_task_takes_the_place_of_the_first(planner, groups):
    planner.do(save_plan, **a_plan(planner, groups))
    planner.do(give_own_seat, **given(planner, groups))
    planner.do(give_own_seat, **given(planner, groups, task="Draw it", until=TUESDAY))
    assert set(words(plan_of(planner, groups), ada(planner, groups))) == {(OWN_SEAT, "Draw it")}
    (seat,) = planner.ask(own_seats_on, class_id=groups.class_id, day=TUESDAY)
    assert (seat.name, seat.task) == ("Ada01", "Draw it")


def test_what_was_taught_stays_as_it_was(planner, groups):
    plan_id = planner.do(save_plan, **a_plan(planner, groups))
    planner.do(set_plan_state, plan_id=plan_id, state=PlanState.TAUGHT)
    planner.do(give_own_seat, **given(planner, groups))
    assert plan_of(planner, groups).alone == ()


def test_her_card_is_her_own_playlist_else_that_of_her_group(planner, groups):
    lists = [
        planner.do(add_playlist, title=title, standard_id=None, use=PlaylistUse.PRACTISE)
        for title in ("Of the group", "Her own")
    ]
    home = groups.groups[0].id
    planner.do(assign_to_groups, playlists={home: lists[0]}, starts_on=MONDAY, ends_on=MONDAY)
    planner.do(save_plan, **a_plan(planner, groups))
    for playlist_id, title in ((None, "Of the group"), (lists[1], "Her own")):
        planner.do(give_own_seat, **given(planner, groups, playlist_id=playlist_id))
        (line,) = plan_of(planner, groups).alone
        found = planner.ask(playlists_of_groups, group_ids=[line.group_id], day=MONDAY)
        assert found[line.group_id][0].title == title


def test_student_by_student_she_sits_alone_too_and_keeps_a_line_afterwards(planner, groups):
    planner.do(give_own_seat, **given(planner, groups))
    asked = planner.ask(own_ways_to_draft, class_id=groups.class_id, day=MONDAY, groups=groups)
    assert len(asked.problem.groups) == 5
    draft = draft_own_ways(asked.problem, group_set_id=groups.id, playlists=asked.playlists)
    planner.do(keep_own_way_draft, class_id=groups.class_id, draft=draft, levels=asked.levels)
    plan = plan_of(planner, groups)
    assert (plan.is_own_ways, len(plan.groups)) == (True, 6)
    hers = {"class_id": groups.class_id, "student_id": ada(planner, groups), "name": "Ada01"}
    planner.do(end_own_seat, on=MONDAY, **hers)
    assert len(plan_of(planner, groups).groups) == 6


def test_a_span_that_ends_before_it_begins_is_refused(planner, groups):
    earlier = MONDAY - timedelta(days=1)
    refuses(planner, give_own_seat, saying="before the first",
            **given(planner, groups, until=earlier))  # fmt: skip
    refuses(planner, seat_in_plan, saying="plan", plan_id=99)
