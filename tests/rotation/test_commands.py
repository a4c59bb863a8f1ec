from dataclasses import replace

import pytest

from plplanner.rotation.commands import (
    lock_cell,
    remove_plan,
    save_plan,
    set_goals,
    set_plan_state,
    set_round_lengths,
    set_task,
    set_tasks,
    swap_rounds,
    unlock_cell,
)
from plplanner.rotation.lived.commands import let_stand_in
from plplanner.rotation.rows import OUTSIDE_HOURS, LessonGoals, Visit
from plplanner.rotation.stations.queries import stations_of_class
from plplanner.terms import PlanState
from tests.builders import a_planner, is_one_step, refuses, saved_groups
from tests.rotation.saved_plans import a_plan, plan_of


@pytest.fixture
def planner(tmp_path):
    with a_planner(tmp_path) as planner:
        yield planner


def test_a_plan_is_one_step_and_reads_back_as_it_was_proposed(planner):
    groups = saved_groups(planner)
    arguments = a_plan(planner, groups)
    is_one_step(planner, save_plan, called="Plan Monday", **arguments)
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
    first = planner.do(save_plan, **a_plan(planner, groups))
    stations = planner.ask(stations_of_class, class_id=groups.class_id)
    planner.do(save_plan, **a_plan(planner, groups, task="Read page 4"))
    plan = plan_of(planner, groups)
    tasks = {visit.task for line in plan.groups for visit in line.visits if visit}
    assert tasks == {"Read page 4"}
    assert planner.ask(stations_of_class, class_id=groups.class_id) == stations
    planner.undo()
    assert plan_of(planner, groups).id == first


def test_a_plan_that_was_taught_is_not_replaced(planner):
    groups = saved_groups(planner)
    plan_id = planner.do(save_plan, **a_plan(planner, groups))
    planner.do(set_plan_state, plan_id=plan_id, state=PlanState.TAUGHT)
    refuses(
        planner,
        save_plan,
        saying="Monday, November 23 has been taught already",
        **a_plan(planner, groups),
    )


def test_the_state_of_a_plan_is_one_step(planner):
    groups = saved_groups(planner)
    plan_id = planner.do(save_plan, **a_plan(planner, groups))
    is_one_step(
        planner,
        set_plan_state,
        called="Mark the plan as ready",
        plan_id=plan_id,
        state=PlanState.READY,
    )
    assert plan_of(planner, groups).state is PlanState.READY
    refuses(planner, set_plan_state, saying="no longer", plan_id=9, state=PlanState.READY)


def test_one_cell_takes_another_task_and_an_empty_cell_refuses(planner):
    groups = saved_groups(planner)
    plan_id = planner.do(save_plan, **a_plan(planner, groups))
    line = plan_of(planner, groups).groups[0]
    round_number = next(visit for visit in line.visits if visit).round_number
    cell = {"plan_id": plan_id, "group_id": line.group_id, "round_number": round_number}
    is_one_step(planner, set_task, called="Change a task", task=" Draw it ", **cell)
    again = plan_of(planner, groups).groups
    tasks = [visit.task for line in again for visit in line.visits if visit]
    assert tasks.count("Draw it") == 1
    nowhere = {**cell, "round_number": 99}
    refuses(planner, set_task, saying="no station in this round", task="X", **nowhere)


def test_removing_a_plan_is_one_step_and_leaves_the_stations(planner):
    groups = saved_groups(planner)
    plan_id = planner.do(save_plan, **a_plan(planner, groups))
    is_one_step(planner, remove_plan, called="Remove the plan", plan_id=plan_id)
    assert plan_of(planner, groups) is None
    assert planner.ask(stations_of_class, class_id=groups.class_id)
    refuses(planner, remove_plan, saying="no longer here", plan_id=plan_id)


def test_two_rounds_swap_with_their_tasks(planner):
    groups = saved_groups(planner)
    plan_id = planner.do(save_plan, **a_plan(planner, groups))
    before = plan_of(planner, groups)
    ids = [line.group_id for line in before.groups]
    is_one_step(
        planner,
        swap_rounds,
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


def test_who_worked_alone_outside_the_hours_of_an_adult_swaps_back_to_what_was_planned(planner):
    groups = saved_groups(planner)
    plan_id = planner.do(save_plan, **a_plan(planner, groups))
    before = plan_of(planner, groups)
    line = before.groups[0]
    tasks = {(line.group_id, 1): "Draw it"}
    planner.do(let_stand_in, plan_id=plan_id, why=OUTSIDE_HOURS, tasks=tasks, says="")
    ids = [one.group_id for one in before.groups]
    planner.do(swap_rounds, plan_id=plan_id, first=1, second=2, group_ids=ids)
    after = plan_of(planner, groups).groups[0].visits[1]
    assert after == replace(line.visits[0], round_number=2)


def test_what_the_teacher_writes_is_locked_until_she_clears_it(planner):
    groups = saved_groups(planner)
    plan_id = planner.do(save_plan, **a_plan(planner, groups))
    line = plan_of(planner, groups).groups[0]
    cell = {"plan_id": plan_id, "group_id": line.group_id, "round_number": 2}
    planner.do(set_task, task="Draw it", **cell)
    assert locks(planner, groups) == {(line.group_id, 2)}
    planner.do(set_task, task=" ", **cell)
    assert locks(planner, groups) == set()


def test_a_cell_is_locked_and_let_go_each_as_one_step(planner):
    groups = saved_groups(planner)
    plan_id = planner.do(save_plan, **a_plan(planner, groups))
    line = plan_of(planner, groups).groups[0]
    cell = {"plan_id": plan_id, "group_id": line.group_id, "round_number": 1, "name": "Kite"}
    is_one_step(planner, lock_cell, called="Lock round 1 of Kite", **cell)
    assert locks(planner, groups) == {(line.group_id, 1)}
    is_one_step(planner, unlock_cell, called="Unlock round 1 of Kite", **cell)
    assert locks(planner, groups) == set()
    refuses(planner, lock_cell, saying="no station", **{**cell, "round_number": 9})


def test_a_swap_takes_locks_along_and_can_lock_where_a_group_went(planner):
    groups = saved_groups(planner)
    plan_id = planner.do(save_plan, **a_plan(planner, groups))
    ids = [line.group_id for line in plan_of(planner, groups).groups]
    planner.do(lock_cell, plan_id=plan_id, group_id=ids[0], round_number=1, name="Kite")
    swap = {"plan_id": plan_id, "first": 1, "second": 2, "group_ids": ids}
    planner.do(swap_rounds, locked=[(ids[1], 2)], **swap)
    assert locks(planner, groups) == {(ids[0], 2), (ids[1], 2)}


def locks(planner, groups):
    return {
        (line.group_id, visit.round_number)
        for line in plan_of(planner, groups).groups
        for visit in line.visits
        if visit.is_locked
    }


def test_rounds_get_lengths_of_their_own_and_who_is_where_stays(planner):
    groups = saved_groups(planner)
    plan_id = planner.do(save_plan, **a_plan(planner, groups))
    before = plan_of(planner, groups)
    count = len(before.rounds)
    left = sum(row.minutes for row in before.rounds)
    lengths = (left - 5 * (count - 1), *(5 for _ in range(count - 1)))
    label = "Set the lengths of the rounds"
    is_one_step(planner, set_round_lengths, called=label, plan_id=plan_id, lengths=lengths)
    after = plan_of(planner, groups)
    assert tuple(row.minutes for row in after.rounds) == lengths
    assert after.rounds[0].starts_at == before.rounds[0].starts_at
    assert after.rounds[1].starts_at > before.rounds[1].starts_at
    assert after.groups == before.groups
    too_long = {"plan_id": plan_id, "lengths": (60,) * count}
    refuses(planner, set_round_lengths, saying="do not fit in 60", **too_long)
    fewer = {"plan_id": plan_id, "lengths": lengths[1:]}
    refuses(planner, set_round_lengths, saying="other rounds by now", **fewer)


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
    plan_id = planner.do(save_plan, **arguments)
    swap = {"plan_id": plan_id, "first": 1, "second": 2, "group_ids": [one]}
    refuses(planner, swap_rounds, saying="is taken by another group", **swap)
    nowhere = {**swap, "second": 9}
    refuses(planner, swap_rounds, saying="no such round", **nowhere)


def test_tasks_of_several_cells_are_one_step(planner):
    groups = saved_groups(planner)
    plan_id = planner.do(save_plan, **a_plan(planner, groups))
    tasks = {(group.id, 1): "Draw it" for group in groups.groups}
    arguments = {"plan_id": plan_id, "tasks": tasks, "says": "Plan it again"}
    is_one_step(planner, set_tasks, called="Plan it again", **arguments)
    firsts = [line.visits[0].task for line in plan_of(planner, groups).groups]
    assert firsts == ["Draw it", "Draw it"]


def test_the_goals_of_a_lesson_stay_when_it_is_planned_again(planner):
    groups = saved_groups(planner)
    plan_id = planner.do(save_plan, **a_plan(planner, groups))
    goals = LessonGoals(" I can  share.", "I can say why.", "Fractions, part 2")
    called = "Set the goals of the lesson"
    is_one_step(planner, set_goals, called=called, plan_id=plan_id, goals=goals)
    kept = LessonGoals("I can share.", "I can say why.", "Fractions, part 2")
    assert plan_of(planner, groups).goals == kept
    again = planner.do(save_plan, **a_plan(planner, groups))
    assert plan_of(planner, groups).goals == kept
    planner.do(set_goals, plan_id=again, goals=LessonGoals())
    assert plan_of(planner, groups).goals == LessonGoals()
