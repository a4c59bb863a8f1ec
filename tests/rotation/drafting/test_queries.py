from dataclasses import replace
from datetime import time, timedelta

import pytest

from plplanner.library.commands import add_resource
from plplanner.library.rows import NewResource
from plplanner.playlists.commands import add_playlist
from plplanner.roster.commands import add_pull_out, mark_late
from plplanner.rotation.commands import save_plan
from plplanner.rotation.draft import draft_plan
from plplanner.rotation.drafting.queries import (
    day_to_draft,
    left_open,
    lesson_of_plan,
    needing_internet,
    playlists_for_groups,
    playlists_of_draft,
    rotation_problem,
    scores_since,
)
from plplanner.rotation.lesson_clock import planned_times
from plplanner.rotation.lived.commands import keep_times, set_outcome
from plplanner.rotation.own_way.queries import own_ways_to_draft
from plplanner.rotation.pick_tasks import default_stations
from plplanner.rotation.queries import plan_on
from plplanner.rotation.rows import PullOutWindow
from plplanner.rotation.stations.commands import add_stations, remove_station
from plplanner.rotation.stations.queries import stations_of_class
from plplanner.rotation.templates.commands import save_template
from plplanner.rotation.templates.rows import DayShape
from plplanner.terms import PlaylistUse, ResourceKind, VisitOutcomeKind, Weekday
from tests.builders import MONDAY, NOW, TODAY, a_class, a_planner, an_assessment, saved_groups
from tests.rotation.saved_plans import a_plan, plan_of, plan_where_only, problem_on

TUESDAY, WEDNESDAY = MONDAY + timedelta(days=1), MONDAY + timedelta(days=2)


@pytest.fixture
def planner(tmp_path):
    with a_planner(tmp_path) as planner:
        yield planner


def waits(planner, groups, day):
    return [group.lessons_since_teacher for group in problem_on(planner, groups, day).groups]


def test_a_class_without_stations_is_offered_the_usual_ones_unsaved(planner):
    groups = saved_groups(planner)
    stations = problem_on(planner, groups).stations
    assert {station.station_id < 0 for station in stations} == {True}
    assert len(stations) >= len(groups.groups)
    assert planner.ask(stations_of_class, class_id=groups.class_id) == []


def test_a_class_with_enough_stations_is_offered_no_more(planner):
    groups = saved_groups(planner)
    planner.do(add_stations, class_id=groups.class_id, stations=default_stations(3))
    own = planner.ask(stations_of_class, class_id=groups.class_id)
    assert problem_on(planner, groups).stations == tuple(own)


def test_groups_come_with_size_need_and_pull_outs_of_the_day(planner):
    groups = saved_groups(planner)
    member = groups.groups[1].members[0]
    planner.do(
        add_pull_out,
        student_id=member.student_id,
        weekday=Weekday.MONDAY,
        starts_at=time(9, 5),
        ends_at=time(9, 25),
        label="Ms. R",
    )
    river, comet = problem_on(planner, groups).groups
    assert (river.name, river.key, river.size, river.need, river.pull_outs) == (
        "River", "river", 2, 1, (),
    )  # fmt: skip
    assert comet.pull_outs == (PullOutWindow("Ada02", time(9, 5), time(9, 25)),)
    assert problem_on(planner, groups, TUESDAY).groups[1].pull_outs == ()


def test_minutes_may_be_given_and_the_seed_is_passed_on(planner):
    groups = saved_groups(planner)
    assert problem_on(planner, groups).minutes == 60
    problem = problem_on(planner, groups, minutes=45, seed=3)
    assert (problem.minutes, problem.seed, problem.starts_at) == (45, 3, time(9))


def test_lessons_since_the_teacher_are_counted_in_plans_of_this_class(planner):
    groups = saved_groups(planner)
    assert waits(planner, groups, MONDAY) == [None, None]
    plan_where_only(planner, groups, meets=0, day=MONDAY)
    assert waits(planner, groups, TUESDAY) == [0, None]
    plan_where_only(planner, groups, meets=1, day=TUESDAY)
    assert waits(planner, groups, WEDNESDAY) == [1, 0]


def test_the_wait_follows_the_students_into_new_groups(planner):
    groups = saved_groups(planner)
    plan_where_only(planner, groups, meets=0, day=MONDAY)
    again = saved_groups(planner, class_id=groups.class_id)
    assert again.id != groups.id
    assert waits(planner, again, TUESDAY) == [0, None]


def test_a_plan_of_the_same_day_or_later_does_not_count(planner):
    groups = saved_groups(planner)
    plan_where_only(planner, groups, meets=0, day=TUESDAY)
    assert waits(planner, groups, MONDAY) == waits(planner, groups, TUESDAY) == [None, None]


def test_a_saved_plan_brings_back_its_lesson(planner):
    groups = saved_groups(planner)
    plan_where_only(planner, groups, meets=0, day=MONDAY)
    plan = planner.ask(plan_on, class_id=groups.class_id, day=MONDAY)
    problem = planner.ask(lesson_of_plan, plan=plan)
    assert (problem.minutes, problem.rounds) == (60, len(plan.rounds))
    assert [group.name for group in problem.groups] == ["River", "Comet"]
    for station in planner.ask(stations_of_class, class_id=groups.class_id):
        planner.do(remove_station, station_id=station.station_id)
    gone = planner.ask(lesson_of_plan, plan=plan).stations
    assert {station.station_id < 0 for station in gone} == {True}
    used = {visit.station_name for line in plan.groups for visit in line.visits if visit}
    assert {station.name for station in gone} == used


def test_scores_after_a_moment_are_counted_with_the_newest_check(planner):
    class_id = a_class(planner, students=3)
    an_assessment(planner, class_id, title="Exit ticket", points=[3, None, 4])
    count = {"class_id": class_id}
    assert planner.ask(scores_since, moment=NOW, **count) == (0, "", None)
    earlier = NOW - timedelta(days=1)
    assert planner.ask(scores_since, moment=earlier, **count) == (2, "Exit ticket", TODAY)


def test_groups_without_a_standard_get_no_playlist(planner):
    assert planner.ask(playlists_for_groups, groups=saved_groups(planner)) == {}


def test_the_playlists_of_a_draft_go_by_what_its_lines_are_called(planner):
    problem = problem_on(planner, saved_groups(planner), MONDAY)
    draft = draft_plan(problem, group_set_id=1, playlists={})
    assert planner.ask(playlists_of_draft, draft=draft) == {}
    practise = PlaylistUse.PRACTISE
    kept = planner.do(add_playlist, title="Thirds", standard_id=None, use=practise)
    found = planner.ask(playlists_of_draft, draft=replace(draft, playlist_ids={-3: kept, -4: 99}))
    assert {line: row.title for line, row in found.items()} == {-3: "Thirds"}


def test_a_meeting_that_did_not_come_about_is_still_waited_for(planner):
    groups = saved_groups(planner)
    plan_where_only(planner, groups, meets=0, day=MONDAY)
    plan = planner.ask(plan_on, class_id=groups.class_id, day=MONDAY)
    led = {"plan_id": plan.id, "group_id": plan.groups[0].group_id, "round_number": 1}
    tuesday = {"class_id": groups.class_id, "day": TUESDAY, "groups": groups}
    assert planner.ask(rotation_problem, **tuesday).groups[0].lessons_since_teacher == 0
    planner.do(set_outcome, outcome=VisitOutcomeKind.NOT, name="River", **led)
    assert planner.ask(rotation_problem, **tuesday).groups[0].lessons_since_teacher is None


def test_of_two_resources_of_a_name_one_that_needs_internet_counts(planner):
    for title, needs in (("Lab", False), ("Lab", True), ("Page", False)):
        new = NewResource(title=title, kind=ResourceKind.GAME, needs_internet=needs)
        planner.do(add_resource, resource=new)
    assert planner.ask(needing_internet) == {"Lab": True, "Page": False}


def test_what_the_last_lesson_left_open_is_known(planner):
    groups = saved_groups(planner)
    ask = {"class_id": groups.class_id, "before": WEDNESDAY}
    assert planner.ask(left_open, **ask) is None
    plan_id = planner.do(save_plan, **a_plan(planner, groups))
    one, two = (group.id for group in groups.groups)
    assert planner.ask(left_open, **ask) is None
    said = ((one, 1, VisitOutcomeKind.PARTLY), (one, 2, VisitOutcomeKind.DONE))
    for group_id, number, outcome in said:
        cell = {"plan_id": plan_id, "group_id": group_id, "round_number": number}
        planner.do(set_outcome, outcome=outcome, name="River", **cell)
    found = planner.ask(left_open, **ask)
    assert (found.plan.day, found.cells) == (MONDAY, {(one, 1)})
    times = planned_times(plan_of(planner, groups))
    held = replace(times, rounds=times.rounds[:1])
    planner.do(keep_times, plan_id=plan_id, times=held, says="Drop a round")
    assert planner.ask(left_open, **ask).cells == {(one, 1), (two, 2)}
    assert planner.ask(left_open, class_id=groups.class_id, before=MONDAY) is None


def test_a_draft_rests_on_the_template_of_its_weekday(planner):
    groups = saved_groups(planner)
    shape = DayShape(minutes=60, rounds=1, stations=())
    asked = {"class_id": groups.class_id, "groups": groups}
    planner.do(
        save_template, class_id=groups.class_id, name="Mondays", shape=shape,
        weekday=Weekday.MONDAY,
    )  # fmt: skip
    monday = planner.ask(day_to_draft, day=MONDAY, minutes=45, rounds=2, **asked)
    assert monday.template.shape == shape
    assert (monday.problem.minutes, monday.problem.rounds, monday.group_set_id) == (
        45, 2, groups.id,
    )  # fmt: skip
    assert planner.ask(day_to_draft, day=TUESDAY, **asked).template is None


def test_who_came_after_her_round_with_the_teacher_waits_on_as_if_never_met(planner):
    groups = saved_groups(planner)
    plan_where_only(planner, groups, meets=0, day=MONDAY)
    for member in groups.groups[0].members:
        planner.do(
            mark_late, student_id=member.student_id, day=MONDAY, name="Ada", came_at=time(9, 50)
        )
    assert waits(planner, groups, TUESDAY) == [None, None]


def test_what_a_group_had_to_do_before_is_done_unless_it_was_left_open(planner):
    groups = saved_groups(planner)
    plan_id = planner.do(save_plan, **a_plan(planner, groups, task="Match game"))
    first, second = (group.id for group in groups.groups)
    for number in (1, 2):
        left = {"plan_id": plan_id, "group_id": second, "round_number": number, "name": "Comet"}
        planner.do(set_outcome, outcome=VisitOutcomeKind.NOT, **left)
    done = {one.group_id: one.done for one in problem_on(planner, groups, TUESDAY).groups}
    assert ([task for task, _ in done[first]], done[second]) == (["Match game"], ())
    assert [one.done for one in problem_on(planner, groups).groups] == [(), ()]


def test_what_students_did_in_groups_of_before_they_have_done_in_new_ones_and_alone(planner):
    groups = saved_groups(planner)
    planner.do(save_plan, **a_plan(planner, groups, task="Match game"))
    again = saved_groups(planner, class_id=groups.class_id)
    assert {one.id for one in again.groups}.isdisjoint(one.id for one in groups.groups)
    found = problem_on(planner, again, TUESDAY).groups
    assert [[task for task, _ in one.done] for one in found] == [["Match game"]] * 2
    alone = planner.ask(own_ways_to_draft, class_id=groups.class_id, day=TUESDAY, groups=again)
    assert [[task for task, _ in one.done] for one in alone.problem.groups] == [["Match game"]] * 4
