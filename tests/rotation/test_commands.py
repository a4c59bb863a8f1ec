from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest

from plplanner.roster.queries import students_of_class
from plplanner.rotation import commands
from plplanner.rotation.build_rotation import build_rotation
from plplanner.rotation.lesson_clock import add_minutes, pause, planned_times
from plplanner.rotation.pick_tasks import default_stations
from plplanner.rotation.queries import (
    lesson_times,
    notes_on,
    outcomes_of,
    plan_on,
    printed_pieces,
    rotation_problem,
    stations_of_class,
)
from plplanner.rotation.rows import NO_INTERNET, PrintedPieces, Visit
from plplanner.terms import NoteKind, PlanState, StationKind, VisitOutcomeKind
from tests.builders import MONDAY, a_class, a_planner, is_one_step, refuses, saved_groups

AT_WORK = datetime.combine(MONDAY, time(9, 15, 30), tzinfo=UTC)


@pytest.fixture
def planner(tmp_path):
    with a_planner(tmp_path) as planner:
        yield planner


def a_plan(planner, groups, day=MONDAY, *, task="Read page 3"):
    """The arguments that save a proposed plan of these groups."""
    problem = planner.ask(rotation_problem, class_id=groups.class_id, day=day, groups=groups)
    proposal = build_rotation(problem)
    return {
        "class_id": groups.class_id,
        "group_set_id": groups.id,
        "problem": problem,
        "proposal": proposal,
        "tasks": {(visit.group_id, visit.round_number): task for visit in proposal.visits},
        "when_done": "Read.",
    }


def plan_of(planner, groups, day=MONDAY):
    return planner.ask(plan_on, class_id=groups.class_id, day=day)


def test_a_plan_is_one_step_and_reads_back_as_it_was_proposed(planner):
    groups = saved_groups(planner)
    arguments = a_plan(planner, groups)
    is_one_step(planner, commands.save_plan, called="Plan Monday", **arguments)
    plan, proposal = plan_of(planner, groups), arguments["proposal"]
    assert (plan.rounds, plan.when_done, plan.minutes) == (proposal.rounds, "Read.", 60)
    names = {station.station_id: station.name for station in arguments["problem"].stations}
    saved = {
        (line.group_id, visit.round_number, visit.station_name)
        for line in plan.groups
        for visit in line.visits
        if visit
    }
    proposed = {(v.group_id, v.round_number, names[v.station_id]) for v in proposal.visits}
    assert saved == proposed
    assert {visit.task for line in plan.groups for visit in line.visits if visit} == {"Read page 3"}
    assert planner.findings() == []


def test_a_plan_saved_again_replaces_the_draft_and_adds_no_station_twice(planner):
    groups = saved_groups(planner)
    first = planner.do(commands.save_plan, **a_plan(planner, groups))
    stations = planner.ask(stations_of_class, class_id=groups.class_id)
    planner.do(commands.save_plan, **a_plan(planner, groups, task="Read page 4"))
    plan = plan_of(planner, groups)
    tasks = {visit.task for line in plan.groups for visit in line.visits if visit}
    assert tasks == {"Read page 4"}
    assert planner.ask(stations_of_class, class_id=groups.class_id) == stations
    planner.undo()
    assert plan_of(planner, groups).id == first


def test_a_plan_that_was_taught_is_not_replaced(planner):
    groups = saved_groups(planner)
    plan_id = planner.do(commands.save_plan, **a_plan(planner, groups))
    planner.do(commands.set_plan_state, plan_id=plan_id, state=PlanState.TAUGHT)
    refuses(
        planner,
        commands.save_plan,
        saying="Monday, November 23 has been taught already",
        **a_plan(planner, groups),
    )


def test_the_state_of_a_plan_is_one_step(planner):
    groups = saved_groups(planner)
    plan_id = planner.do(commands.save_plan, **a_plan(planner, groups))
    is_one_step(
        planner,
        commands.set_plan_state,
        called="Mark the plan as ready",
        plan_id=plan_id,
        state=PlanState.READY,
    )
    assert plan_of(planner, groups).state is PlanState.READY
    refuses(planner, commands.set_plan_state, saying="no longer", plan_id=9, state=PlanState.READY)


def test_one_cell_takes_another_task_and_an_empty_cell_refuses(planner):
    groups = saved_groups(planner)
    plan_id = planner.do(commands.save_plan, **a_plan(planner, groups))
    line = plan_of(planner, groups).groups[0]
    round_number = next(visit for visit in line.visits if visit).round_number
    cell = {"plan_id": plan_id, "group_id": line.group_id, "round_number": round_number}
    is_one_step(planner, commands.set_task, called="Change a task", task=" Draw it ", **cell)
    again = plan_of(planner, groups).groups
    tasks = [visit.task for line in again for visit in line.visits if visit]
    assert tasks.count("Draw it") == 1
    nowhere = {**cell, "round_number": 99}
    refuses(planner, commands.set_task, saying="no station in this round", task="X", **nowhere)


def test_removing_a_plan_is_one_step_and_leaves_the_stations(planner):
    groups = saved_groups(planner)
    plan_id = planner.do(commands.save_plan, **a_plan(planner, groups))
    is_one_step(planner, commands.remove_plan, called="Remove plan", plan_id=plan_id)
    assert plan_of(planner, groups) is None
    assert planner.ask(stations_of_class, class_id=groups.class_id)
    refuses(planner, commands.remove_plan, saying="no longer here", plan_id=plan_id)


def test_stations_are_added_once_and_a_name_that_is_taken_stays(planner):
    groups = saved_groups(planner)
    stations = default_stations(3)
    asked = {"class_id": groups.class_id}
    is_one_step(planner, commands.add_stations, called="Add stations", stations=stations, **asked)
    moved = [replace(station, place="Hall") for station in default_stations(4)]
    planner.do(commands.add_stations, stations=moved, **asked)
    rows = planner.ask(stations_of_class, **asked)
    assert [row.name for row in rows] == [station.name for station in default_stations(4)]
    assert [row.place == "Hall" for row in rows] == [False, False, False, True]


def test_a_removed_station_stays_in_the_words_of_the_plan(planner):
    groups = saved_groups(planner)
    planner.do(commands.save_plan, **a_plan(planner, groups))
    before = plan_of(planner, groups)
    station = planner.ask(stations_of_class, class_id=groups.class_id)[0]
    is_one_step(
        planner, commands.remove_station, called="Remove station", station_id=station.station_id
    )
    assert plan_of(planner, groups) == before
    refuses(planner, commands.remove_station, saying="no longer", station_id=station.station_id)


def a_draft(planner, groups):
    from plplanner.rotation.draft import draft_plan

    problem = planner.ask(rotation_problem, class_id=groups.class_id, day=MONDAY, groups=groups)
    return draft_plan(problem, group_set_id=groups.id, playlists={})


def test_a_draft_is_kept_as_one_step(planner):
    groups = saved_groups(planner)
    draft = a_draft(planner, groups)
    asked = {"class_id": groups.class_id, "draft": draft}
    is_one_step(planner, commands.keep_draft, called="Plan Monday", **asked)
    plan = plan_of(planner, groups)
    assert (plan.group_set_id, plan.launch, plan.when_done) == (groups.id, 8, draft.when_done)
    tasks = {
        (line.group_id, visit.round_number): visit.task
        for line in plan.groups
        for visit in line.visits
        if visit
    }
    assert tasks == dict(draft.tasks)


def test_a_draft_kept_with_a_change_is_one_step_named_after_the_change(planner):
    groups = saved_groups(planner)
    is_one_step(
        planner,
        commands.keep_draft_and,
        called="Mark the plan as ready",
        label="Mark the plan as ready",
        class_id=groups.class_id,
        draft=a_draft(planner, groups),
        then=lambda session, plan_id: commands.set_plan_state(
            session, plan_id=plan_id, state=PlanState.READY
        ),
    )
    assert plan_of(planner, groups).state is PlanState.READY


def test_two_rounds_swap_with_their_tasks(planner):
    groups = saved_groups(planner)
    plan_id = planner.do(commands.save_plan, **a_plan(planner, groups))
    before = plan_of(planner, groups)
    ids = [line.group_id for line in before.groups]
    is_one_step(
        planner,
        commands.swap_rounds,
        called="Swap rounds 1 and 2",
        plan_id=plan_id,
        first=1,
        second=2,
        group_ids=ids,
    )
    names = [[visit.station_name for visit in line.visits] for line in before.groups]
    after = plan_of(planner, groups).groups
    assert [[visit.station_name for visit in line.visits] for line in after] == [
        [second, first, *rest] for first, second, *rest in names
    ]


def test_a_swap_onto_a_taken_station_refuses(planner):
    groups = saved_groups(planner)
    arguments = a_plan(planner, groups)
    stations = [station.station_id for station in arguments["problem"].stations]
    one, two = (group.group_id for group in arguments["problem"].groups)
    visits = tuple(
        Visit(group, number, station)
        for group, number, station in ((one, 1, stations[0]), (one, 2, stations[1]),
                                       (two, 1, stations[1]), (two, 2, stations[0]))
    )  # fmt: skip
    arguments["proposal"] = replace(arguments["proposal"], visits=visits)
    plan_id = planner.do(commands.save_plan, **arguments)
    swap = {"plan_id": plan_id, "first": 1, "second": 2, "group_ids": [one]}
    refuses(planner, commands.swap_rounds, saying="is taken by another group", **swap)
    nowhere = {**swap, "second": 9}
    refuses(planner, commands.swap_rounds, saying="no such round", **nowhere)


def test_what_the_clock_of_a_lesson_was_moved_to_is_kept_and_taken_back(planner):
    groups = saved_groups(planner)
    plan_id = planner.do(commands.save_plan, **a_plan(planner, groups))
    plan = plan_of(planner, groups)
    planned = planner.ask(lesson_times, plan=plan)
    assert planned == planned_times(plan)
    moved = pause(add_minutes(planned, AT_WORK, 1), AT_WORK)
    keep = {"plan_id": plan_id, "says": "Add a minute"}
    is_one_step(planner, commands.keep_times, called="Add a minute", times=moved, **keep)
    assert planner.ask(lesson_times, plan=plan) == moved
    planner.undo()
    assert planner.ask(lesson_times, plan=plan) == planned


def test_a_round_that_is_not_held_counts_as_no_meeting_with_the_teacher(planner):
    groups = saved_groups(planner)
    plan_id = planner.do(commands.save_plan, **a_plan(planner, groups))
    plan = plan_of(planner, groups)
    times = replace(planned_times(plan), rounds=())
    planner.do(commands.keep_times, plan_id=plan_id, times=times, says="No rounds")
    assert planner.ask(lesson_times, plan=plan).rounds == ()
    later = {"class_id": groups.class_id, "day": MONDAY + timedelta(days=1), "groups": groups}
    waits = planner.ask(rotation_problem, **later).groups
    assert {group.lessons_since_teacher for group in waits} == {None}


def test_how_far_a_group_came_is_said_changed_and_taken_back(planner):
    groups = saved_groups(planner)
    plan_id = planner.do(commands.save_plan, **a_plan(planner, groups))
    cell = {"plan_id": plan_id, "group_id": groups.groups[0].id, "round_number": 1}
    say = {**cell, "name": "River"}
    called = "Say how far River came in round 1"
    done = VisitOutcomeKind.DONE
    is_one_step(planner, commands.set_outcome, called=called, outcome=done, **say)
    planner.do(commands.set_outcome, outcome=VisitOutcomeKind.PARTLY, **say)
    key = (cell["group_id"], 1)
    assert planner.ask(outcomes_of, plan_id=plan_id) == {key: VisitOutcomeKind.PARTLY}
    planner.do(commands.set_outcome, outcome=None, **say)
    assert planner.ask(outcomes_of, plan_id=plan_id) == {}
    nowhere = {**say, "round_number": 9, "outcome": done}
    refuses(planner, commands.set_outcome, saying="no station in this round", **nowhere)


def test_a_note_is_kept_with_its_moment_and_removed(planner):
    class_id = a_class(planner)
    one = planner.ask(students_of_class, class_id=class_id)[0]
    note = {"class_id": class_id, "student_id": one.id, "about": one.name, "written_at": AT_WORK}
    words = "shades  2/4 and says “half”"
    is_one_step(planner, commands.write_note, called="Note on Ada01", words=words, **note)
    found = planner.ask(notes_on, class_id=class_id, day=MONDAY)
    assert [(row.about, row.words, row.kind, row.written_at) for row in found] == [
        ("Ada01", "shades 2/4 and says “half”", NoteKind.MEMORY, AT_WORK)
    ]
    refuses(planner, commands.write_note, saying="is empty", words="  ", **note)
    is_one_step(planner, commands.remove_note, called="Remove note", note_id=found[0].id)
    assert planner.ask(notes_on, class_id=class_id, day=MONDAY) == []


def test_what_was_printed_is_remembered_piece_by_piece(planner):
    groups = saved_groups(planner)
    first = PrintedPieces({"board": "1", "slips 1": "a"}, qr_codes=False)
    where = {"class_id": groups.class_id, "day": MONDAY}
    assert planner.ask(printed_pieces, **where) is None
    is_one_step(planner, commands.note_printed, called="Print sheets", printed=first, **where)
    planner.do(commands.note_printed, printed=PrintedPieces({"slips 1": "b"}), **where)
    assert planner.ask(printed_pieces, **where) == PrintedPieces({"board": "1", "slips 1": "b"})
    assert planner.ask(printed_pieces, class_id=groups.class_id, day=MONDAY.replace(day=24)) is None


def test_printing_outlives_undo_and_redo_of_the_class_it_is_of(planner):
    class_id = a_class(planner, students=0)
    printed = PrintedPieces({"board": "1"})
    planner.note(commands.note_printed, class_id=class_id, day=MONDAY, printed=printed)
    planner.undo()
    planner.redo()
    assert planner.ask(printed_pieces, class_id=class_id, day=MONDAY) == printed


def test_for_one_lesson_a_student_works_with_another_group(planner):
    groups = saved_groups(planner)
    plan_id = planner.do(commands.save_plan, **a_plan(planner, groups))
    own, host = plan_of(planner, groups).groups
    guest = own.student_ids[0]
    arguments = {
        "plan_id": plan_id, "student_ids": [guest], "group_id": host.group_id,
        "names": "Ada01", "word": host.identity.word,
    }  # fmt: skip
    is_one_step(
        planner, commands.let_work_with,
        called=f"Let Ada01 work with {host.identity.word}", **arguments,
    )  # fmt: skip
    now, then = plan_of(planner, groups).groups
    assert guest in then.student_ids
    assert guest not in now.student_ids
    planner.do(commands.let_work_with, **{**arguments, "group_id": own.group_id})
    assert plan_of(planner, groups).groups == (own, host)
    refuses(
        planner, commands.let_work_with, saying="not part of the plan",
        **{**arguments, "group_id": 99},
    )  # fmt: skip


def cells_of(planner, groups):
    return {
        (line.group_id, visit.round_number): visit
        for line in plan_of(planner, groups).groups
        for visit in line.visits
    }


@pytest.mark.parametrize("why", [NO_INTERNET, "Ms. R"])
def test_what_stands_in_for_a_day_keeps_what_was_planned_and_goes_again(planner, why):
    groups = saved_groups(planner)
    plan_id = planner.do(commands.save_plan, **a_plan(planner, groups))
    planned = cells_of(planner, groups)
    cell = next(iter(planned))
    arguments = {"plan_id": plan_id, "why": why, "says": "Out"}
    is_one_step(planner, commands.let_stand_in, called="Out", tasks={cell: "Draw it"}, **arguments)
    visit = cells_of(planner, groups)[cell]
    assert (visit.task, visit.stand_in, visit.planned_task) == ("Draw it", why, "Read page 3")
    is_internet = why == NO_INTERNET
    assert plan_of(planner, groups).has_internet is not is_internet
    assert (visit.station_kind is StationKind.INDEPENDENT) or is_internet
    another = {"group_id": cell[0], "round_number": cell[1], "task": "Build it", "stand_in": why}
    planner.do(commands.set_task, plan_id=plan_id, **another)
    planner.do(
        commands.swap_rounds, plan_id=plan_id, first=1, second=2,
        group_ids=[group.id for group in groups.groups],
    )  # fmt: skip
    is_one_step(planner, commands.take_back_stand_ins, called="Out", **arguments)
    assert plan_of(planner, groups).has_internet
    planner.do(
        commands.swap_rounds, plan_id=plan_id, first=1, second=2,
        group_ids=[group.id for group in groups.groups],
    )  # fmt: skip
    assert cells_of(planner, groups) == planned


def test_a_station_knows_the_adult_who_helps_there(planner):
    groups = saved_groups(planner)
    planner.do(commands.save_plan, **a_plan(planner, groups))
    station = planner.ask(stations_of_class, class_id=groups.class_id)[0]
    is_one_step(
        planner, commands.set_station_adult, called=f" Ms.  R helps at {station.name}",
        station_id=station.station_id, adult=" Ms.  R", name=station.name,
    )  # fmt: skip
    assert planner.ask(stations_of_class, class_id=groups.class_id)[0].adult == "Ms. R"
