from datetime import timedelta

import pytest

from plplanner.grouping.commands import keep_teacher_table, save_groups
from plplanner.grouping.saved.queries import (
    group_sets_of_class,
    newest_draft,
    newest_groups,
    teacher_table_on,
)
from plplanner.roster.commands import remove_student
from plplanner.roster.queries import students_of_class
from plplanner.terms import GroupingStrategy, GroupSetState
from tests.builders import TODAY, a_class, a_planner, a_proposal, saved_groups


@pytest.fixture
def planner(tmp_path):
    with a_planner(tmp_path) as planner:
        yield planner


def test_saved_groups_come_back_with_names_and_reasons(planner):
    groups = saved_groups(planner)
    assert (groups.created_on, groups.basis) == (TODAY, "“Exit ticket”")
    assert [group.identity.word for group in groups.groups] == ["River", "Comet"]
    members = [[member.name for member in group.members] for group in groups.groups]
    assert members == [["Ada01", "Ada03"], ["Ada02", "Ada04"]]
    first = groups.groups[0].members[0]
    assert first.reason == f"Reason {first.student_id}"


def test_a_class_without_groups_has_none(planner):
    assert planner.ask(newest_groups, class_id=a_class(planner)) is None


def test_who_has_left_is_in_no_group_any_more(planner):
    groups = saved_groups(planner)
    planner.do(remove_student, student_id=groups.groups[0].members[0].student_id)
    again = planner.ask(newest_groups, class_id=groups.class_id)
    assert [member.name for member in again.groups[0].members] == ["Ada03"]


def test_the_history_lists_sets_newest_first_with_drafts(planner):
    first = saved_groups(planner)
    ids = [one.id for one in planner.ask(students_of_class, class_id=first.class_id)]
    draft = planner.do(
        save_groups,
        class_id=first.class_id,
        created_on=TODAY + timedelta(days=1),
        basis="chance",
        strategy=GroupingStrategy.RANDOM,
        seed=1,
        proposal=a_proposal(ids),
        state=GroupSetState.DRAFT,
    )
    past = planner.ask(group_sets_of_class, class_id=first.class_id)
    assert [one.id for one in past] == [draft, first.id]
    assert (past[0].strategy, past[0].state) == (GroupingStrategy.RANDOM, GroupSetState.DRAFT)
    members = {student_id for group in past[1].groups for student_id, _ in group.members}
    assert members == {one.student_id for group in first.groups for one in group.members}
    assert planner.ask(newest_draft, class_id=first.class_id).id == draft


def test_a_list_for_the_teacher_s_table_is_found_by_its_day_and_is_no_history(planner):
    groups = saved_groups(planner)
    one = planner.ask(students_of_class, class_id=groups.class_id)[0]
    planner.do(
        keep_teacher_table,
        class_id=groups.class_id,
        day=TODAY,
        created_on=TODAY,
        basis="“Exit ticket”",
        students=[(one.id, "1/5, not yet")],
        says="Keep the list",
    )
    found = planner.ask(teacher_table_on, class_id=groups.class_id, day=TODAY)
    assert (found.starts_on, found.state) == (TODAY, GroupSetState.TEACHER_TABLE)
    assert [member.name for member in found.groups[0].members] == [one.name]
    assert (
        planner.ask(teacher_table_on, class_id=groups.class_id, day=TODAY - timedelta(days=1))
        is None
    )
    assert len(planner.ask(group_sets_of_class, class_id=groups.class_id)) == 1
