"""Moves for the groups of a class and their rules."""

from plplanner.grouping.rows import GroupingProposal, GroupProposal, Reason
from plplanner.terms import (
    GROUP_IDENTITIES,
    GroupingStrategy,
    GroupSetState,
    MasteryLevel,
    RuleKind,
)
from tests.monkey.moves import a_day
from tests.monkey.world import MISSING


def save_groups(world):
    class_id = world.one("school_class")
    students = world.students_of(class_id)
    world.dice.shuffle(students)
    count = world.dice.randint(1, 4)
    groups = tuple(
        GroupProposal(GROUP_IDENTITIES[i], tuple(students[i::count]), MasteryLevel.NEARLY)
        for i in range(count)
    )
    reasons = tuple(Reason(student, "near the others") for student in students)
    return {
        "class_id": class_id,
        "created_on": a_day(world),
        "basis": "a ticket",
        "strategy": world.dice.choice(list(GroupingStrategy)),
        "seed": 0,
        "proposal": GroupingProposal(groups, reasons, 0, None, "feasible"),
        "standard_id": world.one_or_none("standard"),
        "state": world.dice.choice((GroupSetState.DRAFT, GroupSetState.IN_USE)),
        "secure_cut": world.dice.choice((None, 0.8)),
    }


def keep_teacher_table(world):
    class_id = world.one("school_class")
    called = world.some(world.students_of(class_id))
    return {
        "class_id": class_id,
        "day": a_day(world),
        "created_on": a_day(world),
        "basis": "a ticket",
        "students": [(student, world.word()) for student in called],
        "assessment_id": world.one_or_none("assessment"),
        "says": "Ada added",
    }


def forget_teacher_table(world):
    return {"class_id": world.one("school_class"), "day": a_day(world)}


def keep_own_ways(world):
    class_id = world.one("school_class")
    levels = {one: world.dice.choice(list(MasteryLevel)) for one in world.students_of(class_id)}
    return {"class_id": class_id, "on": a_day(world), "levels": levels}


def remove_groups(world):
    return {"group_set_id": world.one("group_set")}


def use_draft(world):
    return {"group_set_id": world.one("group_set")}


def reuse_groups(world):
    return {"group_set_id": world.one("group_set"), "created_on": a_day(world)}


def set_choices(world):
    class_id = world.one("school_class")
    student = world.dice.choice(world.students_of(class_id) or [MISSING])
    topics = world.dice.sample(("Sun", "Moon", " ", "Sun "), world.dice.randint(0, 4))
    return {"class_id": class_id, "student_id": student, "topics": topics}


def lock_member(world):
    group_set_id, students = _groups_and_students(world)
    return {"group_set_id": group_set_id, "student_id": world.dice.choice(students), "name": "Ada"}


def unlock_member(world):
    return lock_member(world)


def move_member(world):
    group_set_id, students = _groups_and_students(world)
    return {
        "group_set_id": group_set_id,
        "student_id": world.dice.choice(students),
        "to": world.one("small_group"),
        "name": "Ada",
        "word": "River",
    }


def _groups_and_students(world):
    group_set_id = world.one("group_set")
    sql = f"SELECT school_class_id FROM group_set WHERE id = {group_set_id}"
    students = [
        student for (class_id,) in world.rows(sql) for student in world.students_of(class_id)
    ]
    return group_set_id, students or [MISSING]


def add_rule(world):
    class_id = world.one("school_class")
    return {
        "class_id": class_id,
        "kind": world.dice.choice(list(RuleKind)),
        "student_ids": world.some(world.students_of(class_id)),
        "tag": world.dice.choice(("", "leader")),
        "count": world.dice.randint(0, 3),
        "identity_key": world.dice.choice(("", "river", "no such group")),
        "starts_on": world.dice.choice((None, a_day(world))),
        "ends_on": world.dice.choice((None, a_day(world))),
    }


def remove_rule(world):
    return {"rule_id": world.one("grouping_rule")}


def change_rule(world):
    return {"rule_id": world.one("grouping_rule"), "count": world.dice.randint(0, 3)}


def change_rule_dates(world):
    days = [world.dice.choice((None, a_day(world))) for _ in "ab"]
    return {"rule_id": world.one("grouping_rule"), "starts_on": days[0], "ends_on": days[1]}
