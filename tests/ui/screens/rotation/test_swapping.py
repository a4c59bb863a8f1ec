from dataclasses import replace
from datetime import time

from plplanner.rotation.commands import lock_cell
from plplanner.rotation.drafting.queries import lesson_of_plan
from plplanner.rotation.plan_checks import PlanCheck
from plplanner.rotation.queries import plan_on
from plplanner.rotation.rows import PullOutWindow
from plplanner.rotation.swaps import RoundSwap
from plplanner.terms import StationKind
from plplanner.ui.screens.rotation.swapping import judged_swap, swap_in, swap_words, swapped_words
from tests.builders import MONDAY
from tests.ui.screens.rotation.own_ways import plan_student_by_student


def plan_of(planner):
    return planner.ask(plan_on, class_id=1, day=MONDAY)


def test_groups_in_the_way_swap_along_and_are_named(planned):
    plan = plan_of(planned)
    swap = swap_in(plan, planned.ask(lesson_of_plan, plan=plan), 0, 0, 1)
    assert (swap.first, swap.second) == (1, 2)
    assert plan.groups[0].group_id in swap.group_ids
    words = swapped_words(plan, swap, asked=[plan.groups[0].group_id])
    assert words.startswith("Swapped rounds 1 and 2 of ")
    assert plan.groups[0].identity.word in words


def test_a_student_swaps_by_herself(grouped):
    plan_student_by_student(grouped)
    plan = plan_of(grouped)
    swap = swap_in(plan, grouped.ask(lesson_of_plan, plan=plan), 3, 0, 2)
    assert swap == RoundSwap(1, 3, (plan.groups[3].group_id,))


def test_the_button_names_the_other_group_where_there_is_one(planned):
    plan = plan_of(planned)
    first, second = plan.groups[:2]
    swap = RoundSwap(1, 2, (first.group_id, second.group_id))
    check = PlanCheck(f"{first.identity.word} is at two places.", "")
    assert swap_words(plan, check, swap) == f"Swap rounds with {second.identity.word}"
    alone = RoundSwap(1, 2, (first.group_id,))
    assert swap_words(plan, check, alone) == "Swap rounds 1 and 2"


def test_a_swap_is_judged_by_who_swaps_or_by_what_would_be_amiss(planned):
    plan = plan_of(planned)
    problem = planned.ask(lesson_of_plan, plan=plan)
    swap = swap_in(plan, problem, 0, 0, 1)
    judged = judged_swap(plan, problem, swap, asked=plan.groups[0].group_id)
    assert judged.words.endswith(" would swap rounds 1 and 2.")
    assert not judged.warns
    group_id, round_number = at_the_table(plan)
    other = next(row for row in plan.rounds if row.number != round_number)
    window = PullOutWindow("Maya", other.starts_at, time(other.starts_at.hour, 59))
    groups = tuple(
        replace(one, pull_outs=(window,)) if one.group_id == group_id else one
        for one in problem.groups
    )
    line = [one.group_id for one in plan.groups].index(group_id)
    out = replace(problem, groups=groups)
    into = swap_in(plan, out, line, round_number - 1, other.number - 1)
    judged = judged_swap(plan, out, into, asked=plan.groups[line].group_id)
    assert judged.words.startswith("Maya is out ")
    assert judged.warns


def at_the_table(plan):
    return next(
        (line.group_id, visit.round_number)
        for line in plan.groups
        for visit in line.visits
        if visit.station_kind is StationKind.TEACHER_LED
    )


def test_a_locked_cell_that_would_move_along_is_told_before_and_after(planned):
    plan = plan_of(planned)
    problem = planned.ask(lesson_of_plan, plan=plan)
    swap = swap_in(plan, problem, 0, 0, 1)
    own = plan.groups[0].group_id
    other = next(line for line in plan.groups if line.group_id in set(swap.group_ids) - {own})
    assert not judged_swap(plan, problem, swap, asked=own).warns
    planned.do(
        lock_cell, plan_id=plan.id, group_id=other.group_id, round_number=1,
        name=other.identity.word,
    )  # fmt: skip
    plan = plan_of(planned)
    judged = judged_swap(plan, problem, swap, asked=own)
    word = other.identity.word
    assert judged.warns
    assert judged.words.endswith(f" What is locked for {word} would move.")
    said = swapped_words(plan, swap, asked=[own])
    assert said.endswith(f" What was locked for {word} moved along.")
    assert "locked" not in swapped_words(plan, swap, asked=swap.group_ids)
