from dataclasses import replace
from datetime import timedelta

import pytest

from plplanner.grouping.commands import save_groups
from plplanner.grouping.saved.queries import newest_groups
from plplanner.library.commands import add_resource, add_standard
from plplanner.library.rows import NewResource
from plplanner.playlists.commands import add_playlist
from plplanner.playlists.rows import NewPlaylistItem
from plplanner.rotation.commands import save_plan
from plplanner.rotation.lived.commands import keep_times
from plplanner.rotation.lived.queries import lesson_times
from plplanner.rotation.picking.queries import library_to_pick, standard_of_groups, tasks_used
from plplanner.rotation.task_offers import LibraryTask
from plplanner.terms import GroupingStrategy, GroupMode, ItemRole, PlaylistUse, ResourceKind
from tests.builders import MONDAY, TODAY, a_class, a_planner, a_proposal, saved_groups
from tests.rotation.saved_plans import a_plan, plan_of


@pytest.fixture
def planner(tmp_path):
    with a_planner(tmp_path) as planner:
        yield planner


def test_resources_come_by_title_with_standards_and_what_they_are_used_for(planner):
    first, second = (planner.do(add_standard, code=code) for code in ("3.NF.A.1", "3.NF.A.2"))
    lab = planner.do(
        add_resource,
        resource=NewResource(
            "Lab 10", ResourceKind.APP_LESSON, minutes=9, group_mode=GroupMode.PAIR,
            needs_device=True, needs_internet=True, standard_ids=(second, first),
        ),
    )  # fmt: skip
    planner.do(add_resource, resource=NewResource("Lab 2", ResourceKind.GAME))
    for use in (PlaylistUse.RETEACH, PlaylistUse.EXTEND):
        planner.do(
            add_playlist, title=f"To {use}", use=use, standard_id=first,
            items=[NewPlaylistItem(ItemRole.MUST, resource_id=lab)],
        )  # fmt: skip
    assert planner.ask(library_to_pick) == (
        LibraryTask("Lab 2"),
        LibraryTask(
            "Lab 10", 9, needs_device=True, needs_internet=True, group_mode=GroupMode.PAIR,
            standards=("3.NF.A.1", "3.NF.A.2"),
            uses=frozenset({PlaylistUse.RETEACH, PlaylistUse.EXTEND}),
        ),
    )  # fmt: skip


def test_tasks_of_lessons_before_a_day_have_the_day_they_were_last_had(planner):
    groups = saved_groups(planner)
    for back, task in ((3, "Page 1"), (2, "Page 2"), (1, "Page 1"), (0, "Page 4")):
        planner.do(save_plan, **a_plan(planner, groups, MONDAY - timedelta(days=back), task=task))
    used = planner.ask(tasks_used, class_id=groups.class_id, before=MONDAY)
    days = {"Page 1": MONDAY - timedelta(days=1), "Page 2": MONDAY - timedelta(days=2)}
    assert list(used.items()) == list(days.items())
    other = a_class(planner, name="Math P3")
    assert planner.ask(tasks_used, class_id=other, before=MONDAY) == {}


def test_a_round_that_was_not_held_used_no_task(planner):
    groups = saved_groups(planner)
    friday = MONDAY - timedelta(days=3)
    arguments = a_plan(planner, groups, friday)
    arguments["tasks"] = {cell: f"Page {cell[1]}" for cell in arguments["tasks"]}
    planner.do(save_plan, **arguments)
    plan = plan_of(planner, groups, friday)
    times = planner.ask(lesson_times, plan=plan)
    held = replace(times, rounds=times.rounds[:1])
    planner.do(keep_times, plan_id=plan.id, times=held, says="Drop a round")
    used = planner.ask(tasks_used, class_id=groups.class_id, before=MONDAY)
    assert (len(plan.rounds) > 1, used) == (True, {"Page 1": friday})


def test_groups_are_made_for_a_standard_or_for_none(planner):
    plain = saved_groups(planner)
    assert planner.ask(standard_of_groups, group_set_id=plain.id) == ""
    assert planner.ask(standard_of_groups, group_set_id=None) == ""
    planner.do(
        save_groups, class_id=plain.class_id, created_on=TODAY, basis="", seed=0,
        strategy=GroupingStrategy.NEED, proposal=a_proposal([1, 2], [3, 4]),
        standard_id=planner.do(add_standard, code="3.NF.A.1"),
    )  # fmt: skip
    made = planner.ask(newest_groups, class_id=plain.class_id)
    assert planner.ask(standard_of_groups, group_set_id=made.id) == "3.NF.A.1"
