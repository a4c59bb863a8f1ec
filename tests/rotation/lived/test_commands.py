from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest

from plplanner.roster.queries import students_of_class
from plplanner.rotation.commands import save_plan, swap_rounds
from plplanner.rotation.drafting.queries import rotation_problem
from plplanner.rotation.lesson_clock import add_minutes, pause, planned_times
from plplanner.rotation.lived.commands import (
    keep_times,
    let_stand_in,
    let_work_with,
    plan_again,
    remove_note,
    send_elsewhere,
    set_outcome,
    take_back_stand_ins,
    write_note,
)
from plplanner.rotation.lived.queries import lesson_times, notes_on, outcomes_of
from plplanner.rotation.rows import NO_INTERNET, OUTSIDE_HOURS
from plplanner.terms import NoteKind, StationKind, VisitOutcomeKind
from tests.builders import MONDAY, a_class, a_planner, is_one_step, refuses, saved_groups
from tests.rotation.saved_plans import a_plan, cells_of, plan_of

AT_WORK = datetime.combine(MONDAY, time(9, 15, 30), tzinfo=UTC)


@pytest.fixture
def planner(tmp_path):
    with a_planner(tmp_path) as planner:
        yield planner


def test_what_the_clock_of_a_lesson_was_moved_to_is_kept_and_taken_back(planner):
    groups = saved_groups(planner)
    plan_id = planner.do(save_plan, **a_plan(planner, groups))
    plan = plan_of(planner, groups)
    planned = planner.ask(lesson_times, plan=plan)
    assert planned == planned_times(plan)
    moved = pause(add_minutes(planned, AT_WORK, 1), AT_WORK)
    keep = {"plan_id": plan_id, "says": "Add a minute"}
    is_one_step(planner, keep_times, called="Add a minute", times=moved, **keep)
    assert planner.ask(lesson_times, plan=plan) == moved
    planner.undo()
    assert planner.ask(lesson_times, plan=plan) == planned


def test_a_round_that_is_not_held_counts_as_no_meeting_with_the_teacher(planner):
    groups = saved_groups(planner)
    plan_id = planner.do(save_plan, **a_plan(planner, groups))
    plan = plan_of(planner, groups)
    times = replace(planned_times(plan), rounds=())
    planner.do(keep_times, plan_id=plan_id, times=times, says="No rounds")
    assert planner.ask(lesson_times, plan=plan).rounds == ()
    later = {"class_id": groups.class_id, "day": MONDAY + timedelta(days=1), "groups": groups}
    waits = planner.ask(rotation_problem, **later).groups
    assert {group.lessons_since_teacher for group in waits} == {None}


def test_how_far_a_group_came_is_said_changed_and_taken_back(planner):
    groups = saved_groups(planner)
    plan_id = planner.do(save_plan, **a_plan(planner, groups))
    cell = {"plan_id": plan_id, "group_id": groups.groups[0].id, "round_number": 1}
    say = {**cell, "name": "River"}
    called = "Say how far River came in round 1"
    done = VisitOutcomeKind.DONE
    is_one_step(planner, set_outcome, called=called, outcome=done, **say)
    planner.do(set_outcome, outcome=VisitOutcomeKind.PARTLY, **say)
    key = (cell["group_id"], 1)
    assert planner.ask(outcomes_of, plan_id=plan_id) == {key: VisitOutcomeKind.PARTLY}
    planner.do(set_outcome, outcome=None, **say)
    assert planner.ask(outcomes_of, plan_id=plan_id) == {}
    nowhere = {**say, "round_number": 9, "outcome": done}
    refuses(planner, set_outcome, saying="no station in this round", **nowhere)


def test_a_note_is_kept_with_its_moment_and_removed(planner):
    class_id = a_class(planner)
    one = planner.ask(students_of_class, class_id=class_id)[0]
    note = {"class_id": class_id, "student_id": one.id, "about": one.name, "written_at": AT_WORK}
    words = "shades  2/4 and says “half”"
    is_one_step(planner, write_note, called="Note on Ada01", words=words, **note)
    found = planner.ask(notes_on, class_id=class_id, day=MONDAY)
    assert [(row.about, row.words, row.kind, row.written_at) for row in found] == [
        ("Ada01", "shades 2/4 and says “half”", NoteKind.MEMORY, AT_WORK)
    ]
    refuses(planner, write_note, saying="is empty", words="  ", **note)
    is_one_step(planner, remove_note, called="Remove note", note_id=found[0].id)
    assert planner.ask(notes_on, class_id=class_id, day=MONDAY) == []


def test_for_one_lesson_a_student_works_with_another_group(planner):
    groups = saved_groups(planner)
    plan_id = planner.do(save_plan, **a_plan(planner, groups))
    own, host = plan_of(planner, groups).groups
    guest = own.student_ids[0]
    arguments = {
        "plan_id": plan_id, "student_ids": [guest], "group_id": host.group_id,
        "names": "Ada01", "word": host.identity.word,
    }  # fmt: skip
    is_one_step(
        planner, let_work_with,
        called=f"Let Ada01 work with {host.identity.word}", **arguments,
    )  # fmt: skip
    now, then = plan_of(planner, groups).groups
    assert guest in then.student_ids
    assert guest not in now.student_ids
    planner.do(let_work_with, **{**arguments, "group_id": own.group_id})
    assert plan_of(planner, groups).groups == (own, host)
    refuses(
        planner, let_work_with, saying="not part of the plan",
        **{**arguments, "group_id": 99},
    )  # fmt: skip


@pytest.mark.parametrize("why", [NO_INTERNET, "Ms. R"])
def test_what_stands_in_for_a_day_keeps_what_was_planned_and_goes_again(planner, why):
    groups = saved_groups(planner)
    plan_id = planner.do(save_plan, **a_plan(planner, groups))
    planned = cells_of(planner, groups)
    cell = next(iter(planned))
    arguments = {"plan_id": plan_id, "why": why, "says": "Out"}
    is_one_step(planner, let_stand_in, called="Out", tasks={cell: "Draw it"}, **arguments)
    visit = cells_of(planner, groups)[cell]
    assert (visit.task, visit.stand_in, visit.planned_task) == ("Draw it", why, "Read page 3")
    is_internet = why == NO_INTERNET
    assert plan_of(planner, groups).has_internet is not is_internet
    assert (visit.station_kind is StationKind.INDEPENDENT) or is_internet
    planner.do(let_stand_in, tasks={cell: "Build it"}, **arguments)
    planner.do(
        swap_rounds, plan_id=plan_id, first=1, second=2,
        group_ids=[group.id for group in groups.groups],
    )  # fmt: skip
    is_one_step(planner, take_back_stand_ins, called="Out", **arguments)
    assert plan_of(planner, groups).has_internet
    planner.do(
        swap_rounds, plan_id=plan_id, first=1, second=2,
        group_ids=[group.id for group in groups.groups],
    )  # fmt: skip
    assert cells_of(planner, groups) == planned


def test_what_stands_in_for_one_reason_gives_way_to_the_planned_work_again(planner):
    groups = saved_groups(planner)
    plan_id = planner.do(save_plan, **a_plan(planner, groups))
    planned = cells_of(planner, groups)
    one, other, *_ = planned
    for cell, why in ((one, OUTSIDE_HOURS), (other, "Ms. R")):
        planner.do(let_stand_in, plan_id=plan_id, why=why, tasks={cell: "Draw it"}, says="")
    every = range(1, len(planned) + 1)
    is_one_step(
        planner, plan_again, called="Plan again what stood in", visit_ids=every,
        why=(OUTSIDE_HOURS,),
    )  # fmt: skip
    assert cells_of(planner, groups)[one] == planned[one]
    assert cells_of(planner, groups)[other].stand_in == "Ms. R"


def test_groups_are_sent_to_each_other_s_stations_with_other_work_as_one_step(planner):
    groups = saved_groups(planner)
    plan_id = planner.do(save_plan, **a_plan(planner, groups))
    before = cells_of(planner, groups)
    one, other = (group.id for group in groups.groups)
    cells = {
        (one, 1): replace(before[other, 1], task="Think"),
        (other, 1): replace(before[one, 1], task="Lab"),
    }
    send = {"plan_id": plan_id, "says": "Let River come in round 1"}
    is_one_step(planner, send_elsewhere, called="Let River come in round 1", cells=cells, **send)
    assert cells_of(planner, groups) == {**before, **cells}


def test_what_stands_in_where_a_group_is_sent_is_taken_back_as_any_other(planner):
    groups = saved_groups(planner)
    plan_id = planner.do(save_plan, **a_plan(planner, groups))
    group = groups.groups[0].id
    planned = cells_of(planner, groups)[group, 1]
    stands_in = replace(
        planned, task="Read", stand_in="Ms. R", planned_task="Game",
        station_kind=StationKind.INDEPENDENT, planned_kind=planned.station_kind,
    )  # fmt: skip
    planner.do(send_elsewhere, plan_id=plan_id, cells={(group, 1): stands_in}, says="Send them")
    assert cells_of(planner, groups)[group, 1] == stands_in
    planner.do(take_back_stand_ins, plan_id=plan_id, why="Ms. R", says="Back")
    assert cells_of(planner, groups)[group, 1] == replace(planned, task="Game")


def test_a_station_never_holds_two_groups_and_what_is_not_planned_is_refused(planner):
    groups = saved_groups(planner)
    plan_id = planner.do(save_plan, **a_plan(planner, groups))
    cells = cells_of(planner, groups)
    one, other = (group.id for group in groups.groups)
    taken = {(one, 1): cells[other, 1]}
    send = {"plan_id": plan_id, "says": "Send them"}
    refuses(planner, send_elsewhere, saying="is taken by another group", cells=taken, **send)
    refuses(planner, send_elsewhere, saying="cell", cells={(one, 9): cells[one, 1]}, **send)
