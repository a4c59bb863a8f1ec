import pytest

from plplanner.grouping.commands import (
    add_rule,
    lock_member,
    move_member,
    remove_groups,
    remove_rule,
    save_groups,
    unlock_member,
)
from plplanner.grouping.queries import newest_groups, rules_of_class
from plplanner.grouping.rows import MemberRow
from plplanner.roster.commands import add_students
from plplanner.roster.queries import students_of_class
from plplanner.roster.rows import NewStudent
from plplanner.terms import GroupingStrategy, RuleKind
from tests.builders import (
    MONDAY,
    TODAY,
    a_class,
    a_planner,
    a_proposal,
    is_one_step,
    refuses,
    saved_groups,
)


@pytest.fixture
def planner(tmp_path):
    with a_planner(tmp_path) as planner:
        yield planner


def ids_of(planner, class_id):
    return [row.id for row in planner.ask(students_of_class, class_id=class_id)]


def saved(class_id, proposal, created_on=TODAY):
    return {
        "class_id": class_id,
        "created_on": created_on,
        "basis": "“Exit ticket”",
        "strategy": GroupingStrategy.NEED,
        "seed": 7,
        "proposal": proposal,
    }


def test_saving_groups_is_one_step_and_keeps_the_earlier_set(planner):
    earlier = saved_groups(planner)
    ids = ids_of(planner, earlier.class_id)
    later = saved(earlier.class_id, a_proposal(ids), created_on=MONDAY)
    set_id = is_one_step(planner, save_groups, called="Save groups", **later)
    assert planner.ask(newest_groups, class_id=earlier.class_id).id == set_id
    planner.do(remove_groups, group_set_id=set_id)
    assert planner.ask(newest_groups, class_id=earlier.class_id) == earlier


def test_groups_of_a_class_that_is_gone_are_refused(planner):
    refuses(planner, save_groups, saying="no longer here", **saved(99, a_proposal([])))


def test_removing_groups_is_one_step(planner):
    groups = saved_groups(planner)
    is_one_step(planner, remove_groups, called="Remove groups", group_set_id=groups.id)
    assert planner.ask(newest_groups, class_id=groups.class_id) is None
    refuses(planner, remove_groups, saying="no longer here", group_set_id=groups.id)


def test_a_rule_is_one_step_and_can_be_forgotten(planner):
    class_id = a_class(planner)
    one, two, _ = ids_of(planner, class_id)
    rule_id = is_one_step(
        planner,
        add_rule,
        called="Add a rule for groups",
        class_id=class_id,
        kind=RuleKind.APART,
        student_ids=[one, two, one],
    )
    is_one_step(planner, remove_rule, called="Remove a rule for groups", rule_id=rule_id)
    students = planner.ask(students_of_class, class_id=class_id)
    assert planner.ask(rules_of_class, class_id=class_id, students=students) == []
    refuses(planner, remove_rule, saying="no longer here", rule_id=rule_id)


def test_a_rule_for_one_student_is_refused(planner):
    class_id = a_class(planner)
    one = ids_of(planner, class_id)[0]
    refuses(
        planner,
        add_rule,
        saying="at least two students",
        class_id=class_id,
        kind=RuleKind.TOGETHER,
        student_ids=[one, one],
    )


def moving(groups, member, to, word="Comet"):
    return {
        "group_set_id": groups.id,
        "student_id": member.student_id,
        "to": to.id,
        "name": member.name,
        "word": word,
    }


def test_a_move_is_one_step_that_names_student_and_group(planner):
    groups = saved_groups(planner)
    river, comet = groups.groups
    member = river.members[0]
    is_one_step(planner, move_member, called="Move Ada01 to Comet", **moving(groups, member, comet))
    after = planner.ask(newest_groups, class_id=groups.class_id)
    moved = next(one for one in after.groups[1].members if one.student_id == member.student_id)
    assert (moved.moved, moved.reason) == (True, member.reason)
    assert len(after.groups[0].members) == len(river.members) - 1


def test_a_move_to_where_she_is_changes_nothing(planner):
    groups = saved_groups(planner)
    river = groups.groups[0]
    label = planner.undo_label
    planner.do(move_member, **moving(groups, river.members[0], river, "River"))
    assert planner.undo_label == label


def test_a_new_student_joins_a_saved_group(planner):
    groups = saved_groups(planner)
    new = NewStudent(last="Zed", first="Zoe")
    planner.do(add_students, class_id=groups.class_id, students=[new], entered_on=TODAY)
    rows = planner.ask(students_of_class, class_id=groups.class_id)
    zoe = next(row for row in rows if row.first == "Zoe")
    member = MemberRow(zoe.id, zoe.name, "")
    planner.do(move_member, **moving(groups, member, groups.groups[1]))
    after = planner.ask(newest_groups, class_id=groups.class_id)
    assert "Zoe" in [one.name for one in after.groups[1].members]


def test_a_move_to_a_group_of_another_set_is_refused(planner):
    earlier = saved_groups(planner)
    later = saved_groups(planner, class_id=earlier.class_id)
    member = later.groups[0].members[0]
    wrong = moving(later, member, earlier.groups[1])
    refuses(planner, move_member, saying="not a group Ada01 can move to", **wrong)


def test_locking_and_unlocking_are_steps(planner):
    groups = saved_groups(planner)
    member = groups.groups[0].members[0]
    who = {"group_set_id": groups.id, "student_id": member.student_id, "name": member.name}
    is_one_step(planner, lock_member, called="Lock Ada01", **who)
    assert planner.ask(newest_groups, class_id=groups.class_id).groups[0].members[0].locked
    is_one_step(planner, unlock_member, called="Unlock Ada01", **who)
    stranger = {**who, "student_id": 999}
    refuses(planner, lock_member, saying="in none of these groups", **stranger)


def test_what_the_teacher_moved_and_locked_is_kept_with_the_groups(planner):
    class_id = a_class(planner)
    ids = ids_of(planner, class_id)
    wanted = saved(class_id, a_proposal(ids)) | {"moved": ids[:1], "locked": ids[1:2]}
    planner.do(save_groups, **wanted)
    members = planner.ask(newest_groups, class_id=class_id).groups[0].members
    assert [(one.moved, one.locked) for one in members] == [
        (True, False),
        (False, True),
        (False, False),
    ]
