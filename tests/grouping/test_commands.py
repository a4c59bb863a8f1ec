import pytest

from plplanner.grouping.commands import (
    add_rule,
    change_rule,
    change_rule_dates,
    forget_teacher_table,
    keep_teacher_table,
    lock_member,
    move_member,
    remove_groups,
    remove_rule,
    reuse_groups,
    save_groups,
    set_choices,
    unlock_member,
    use_draft,
)
from plplanner.grouping.queries import choices_of_class, rules_of_class
from plplanner.grouping.saved.commands import keep_own_ways
from plplanner.grouping.saved.queries import (
    group_sets_of_class,
    newest_draft,
    newest_groups,
    teacher_table_on,
)
from plplanner.grouping.saved.rows import MemberRow
from plplanner.roster.commands import add_students, archive_student
from plplanner.roster.queries import students_of_class
from plplanner.roster.rows import NewStudent
from plplanner.terms import GroupingStrategy, GroupSetState, MasteryLevel, RuleKind
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


def rules(planner, class_id, on=None):
    students = planner.ask(students_of_class, class_id=class_id)
    return planner.ask(rules_of_class, class_id=class_id, students=students, on=on)


@pytest.mark.parametrize(
    ("kind", "more"),
    [
        (RuleKind.FIXED, {"students": 1, "identity_key": "river"}),
        (RuleKind.NEVER_IN, {"students": 1, "identity_key": "kite"}),
        (RuleKind.AT_MOST_TAG, {"tag": "leader", "count": 2}),
        (RuleKind.AT_MOST_TAG, {"students": 2, "count": 1}),
        (RuleKind.NO_LONE_TAG, {"tag": "leader"}),
        (RuleKind.SPREAD_TAG, {"tag": "leader"}),
        (RuleKind.TABLE_AT_MOST, {"count": 5}),
    ],
)
def test_a_rule_of_every_kind_is_kept_as_it_was_said(planner, kind, more):
    class_id = a_class(planner)
    chosen = ids_of(planner, class_id)[: more.pop("students", 0)]
    rule_id = planner.do(
        add_rule, class_id=class_id, kind=kind, student_ids=chosen, why="private", **more
    )
    kept = rules(planner, class_id)[0]
    assert (kept.id, kept.kind, kept.student_ids) == (rule_id, kind, tuple(chosen))
    assert {name: getattr(kept, name) for name in more} == more
    assert (kept.why, "private" in kept.name) == ("private", False)


@pytest.mark.parametrize(
    ("kind", "more", "saying"),
    [
        (RuleKind.FIXED, {"identity_key": "river"}, "needs a student"),
        (RuleKind.NO_LONE_TAG, {"tag": " "}, "needs a tag"),
        (RuleKind.AT_MOST_TAG, {"tag": "leader"}, "needs a number"),
        (RuleKind.TABLE_AT_MOST, {"count": 0}, "needs a number"),
        (
            RuleKind.SPREAD_TAG,
            {"tag": "leader", "starts_on": MONDAY, "ends_on": TODAY},
            "ends before it starts",
        ),
    ],
)
def test_a_rule_that_lacks_something_is_refused(planner, kind, more, saying):
    class_id = a_class(planner)
    refuses(planner, add_rule, saying=saying, class_id=class_id, kind=kind, **more)


def test_a_rule_about_a_group_needs_one_there_is(planner):
    class_id = a_class(planner)
    who = {"class_id": class_id, "student_ids": ids_of(planner, class_id)[:1]}
    refuses(planner, add_rule, saying="needs the group", kind=RuleKind.NEVER_IN, **who)


def test_numbers_and_dates_of_a_rule_change_in_one_step(planner):
    class_id = a_class(planner)
    rule_id = planner.do(
        add_rule, class_id=class_id, kind=RuleKind.AT_MOST_TAG, tag="leader", count=1
    )
    called = "Change a rule for groups"
    is_one_step(planner, change_rule, called=called, rule_id=rule_id, count=2)
    assert rules(planner, class_id)[0].count == 2
    refuses(planner, change_rule, saying="needs a number", rule_id=rule_id, count=0)
    is_one_step(
        planner,
        change_rule_dates,
        called="Change the dates of a rule",
        rule_id=rule_id,
        starts_on=MONDAY,
        ends_on=None,
    )
    assert rules(planner, class_id, on=TODAY) == []
    assert len(rules(planner, class_id, on=MONDAY)) == 1
    backwards = {"rule_id": rule_id, "starts_on": MONDAY, "ends_on": TODAY}
    refuses(planner, change_rule_dates, saying="ends before", **backwards)


def test_a_draft_is_used_in_one_step(planner):
    class_id = a_class(planner)
    draft = saved(class_id, a_proposal(ids_of(planner, class_id)))
    draft |= {"state": GroupSetState.DRAFT, "nearly_cut": 0.6, "secure_cut": 0.8}
    set_id = planner.do(save_groups, **draft)
    assert planner.ask(newest_groups, class_id=class_id) is None
    waiting = planner.ask(newest_draft, class_id=class_id)
    assert (waiting.id, waiting.nearly_cut, waiting.secure_cut) == (set_id, 0.6, 0.8)
    is_one_step(planner, use_draft, called="Use groups", group_set_id=set_id)
    assert planner.ask(newest_groups, class_id=class_id).id == set_id
    assert planner.ask(newest_draft, class_id=class_id) is None


def test_earlier_groups_are_used_again_without_those_who_left(planner):
    groups = saved_groups(planner)
    gone = groups.groups[0].members[0]
    planner.do(archive_student, student_id=gone.student_id, left_on=TODAY, name=gone.name)
    again = is_one_step(
        planner,
        reuse_groups,
        called="Use those groups again",
        group_set_id=groups.id,
        created_on=MONDAY,
    )
    now = planner.ask(newest_groups, class_id=groups.class_id)
    assert (now.id, now.created_on, now.basis) == (again, MONDAY, groups.basis)
    before = {one.student_id for group in groups.groups for one in group.members}
    after = {one.student_id for group in now.groups for one in group.members}
    assert after == before - {gone.student_id}


def test_choices_are_ranked_and_replaced_as_a_whole(planner):
    class_id = a_class(planner)
    one = ids_of(planner, class_id)[0]
    who = {"class_id": class_id, "student_id": one}
    topics = [" Sun ", "Moon", "Sun", ""]
    is_one_step(planner, set_choices, called="Set choices of topics", topics=topics, **who)
    assert planner.ask(choices_of_class, class_id=class_id) == {one: ("Sun", "Moon")}
    planner.do(set_choices, topics=[], **who)
    assert planner.ask(choices_of_class, class_id=class_id) == {}


def a_list(planner, class_id, ids, *, day=MONDAY):
    """What keeps these students for the teacher's table of a day."""
    return {
        "class_id": class_id,
        "day": day,
        "created_on": TODAY,
        "basis": "“Exit ticket”",
        "students": [(one, "2/5, not yet") for one in ids],
        "says": "Keep the teacher table list",
    }


def test_a_list_for_the_teacher_s_table_is_kept_for_its_day_beside_the_groups(planner):
    groups = saved_groups(planner)
    class_id, ids = groups.class_id, ids_of(planner, groups.class_id)
    kept = a_list(planner, class_id, ids[:3])
    is_one_step(planner, keep_teacher_table, called=kept["says"], **kept)
    planner.do(keep_teacher_table, **a_list(planner, class_id, ids[1:3]))
    found = planner.ask(teacher_table_on, class_id=class_id, day=MONDAY)
    (called,) = found.groups
    assert [(one.student_id, one.reason) for one in called.members] == [
        (one, "2/5, not yet") for one in ids[1:3]
    ]
    assert planner.ask(teacher_table_on, class_id=class_id, day=TODAY) is None
    assert planner.ask(newest_groups, class_id=class_id) == groups
    assert [one.id for one in planner.ask(group_sets_of_class, class_id=class_id)] == [groups.id]


def test_a_list_is_forgotten_and_an_empty_one_refused(planner):
    class_id = saved_groups(planner).class_id
    kept = a_list(planner, class_id, ids_of(planner, class_id)[:3])
    planner.do(keep_teacher_table, **kept)
    is_one_step(
        planner,
        forget_teacher_table,
        called="Remove the teacher table list",
        class_id=class_id,
        day=MONDAY,
    )
    assert planner.ask(teacher_table_on, class_id=class_id, day=MONDAY) is None
    refuses(planner, keep_teacher_table, saying="Nobody is on the list", **{**kept, "students": []})


def test_students_who_went_their_own_way_are_no_groups_to_have_again(planner):
    class_id = a_class(planner, students=2)
    ids = [row.id for row in planner.ask(students_of_class, class_id=class_id)]
    levels = dict.fromkeys(ids, MasteryLevel.NEARLY)
    planner.do(keep_own_ways, class_id=class_id, on=TODAY, levels=levels)
    refuses(planner, reuse_groups, saying="their own way", group_set_id=1, created_on=TODAY)
