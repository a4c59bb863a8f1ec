from dataclasses import replace

import pytest

from plplanner.rotation.commands import save_plan
from plplanner.rotation.plan_text import plan_text
from plplanner.rotation.rows import LessonGoals
from tests.builders import a_planner, saved_groups
from tests.rotation.saved_plans import a_plan, plan_of


@pytest.fixture(scope="module")
def plan(tmp_path_factory):
    with a_planner(tmp_path_factory.mktemp("text")) as planner:
        groups = saved_groups(planner)
        planner.do(save_plan, **a_plan(planner, groups))
        return plan_of(planner, groups)


def test_a_plan_reads_round_by_round_with_names_and_without_levels(plan):
    goals = LessonGoals("I can share.", "", "Part 2")
    first = plan.groups[0]
    names = dict(zip(first.student_ids, ("Ada", "Ben"), strict=False))
    parts = plan_text(replace(plan, goals=goals), names).split("\n\n")
    assert parts[0] == f"{plan.class_name}, Monday, November 23\nI can share."
    head, *rounds = parts[1].split("\n")
    assert head == f"{first.identity.word}: {', '.join(names.values())}"
    assert len(rounds) == len(plan.rounds)
    assert rounds[0].startswith("9:10–9:")
    assert rounds[0].endswith(": Read page 3")
    assert parts[-1] == f"When done: {plan.when_done}\nWatch before next time: Part 2"
    assert len(parts) == 2 + len(plan.groups)


def test_a_cell_without_a_task_names_its_station_and_nothing_else_is_made_up(plan):
    first = plan.groups[0]
    bare = tuple(replace(one, task="", place="", voice=None) for one in first.visits)
    alone = replace(plan, groups=(replace(first, visits=bare),), when_done="")
    head, *rounds = plan_text(alone, {}).split("\n\n")[1].split("\n")
    assert head == first.identity.word
    assert rounds[0].split("  ")[1] == bare[0].station_name
