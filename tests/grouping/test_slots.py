from dataclasses import replace

from plplanner.grouping.form_groups import form_groups
from plplanner.grouping.rows import Lock
from plplanner.grouping.slots import (
    keys_asked,
    keys_avoided,
    last_groups,
    most_at_table,
    slots_for,
    slots_of,
)
from plplanner.terms import GROUP_IDENTITIES, GroupingStrategy, RuleKind
from tests.grouping.builders import a_problem, a_rule_of, last_time

RIVER, COMET, MAPLE = GROUP_IDENTITIES[:3]
EIGHT = a_problem(*[1] * 8)


def words(slots):
    return [None if slot.identity is None else slot.identity.word for slot in slots]


def test_locks_and_fixed_students_bring_their_groups():
    fixed = a_rule_of(RuleKind.FIXED, 1, identity_key="maple")
    problem = replace(EIGHT, rules=(fixed,), locks=(Lock(0, COMET),))
    assert keys_asked(problem) == ("comet", "maple")
    assert words(slots_for(problem, 3)) == ["Comet", "Maple", None]
    assert slots_for(problem, 1) is None


def test_a_group_to_avoid_is_there_while_another_has_no_name():
    never = a_rule_of(RuleKind.NEVER_IN, 1, identity_key="river")
    problem = replace(EIGHT, rules=(never,))
    assert keys_avoided(problem) == ("river",)
    assert words(slots_for(problem, 2)) == ["River", None]
    assert words(slots_for(problem, 1)) == [None]
    assert words(slots_for(problem, 2, with_avoided=False)) == [None, None]


def test_calm_brings_the_largest_of_the_last_groups():
    problem = replace(EIGHT, earlier=(last_time((0, 1), (2, 3, 4), (5, 6, 7, 99)),))
    assert last_groups(problem) is None
    assert words(slots_for(problem, 2)) == [None, None]
    calm = replace(problem, calm=1)
    assert words(slots_for(calm, 2)) == ["Comet", "Maple"]
    assert last_groups(replace(problem, strategy=GroupingStrategy.BY_HAND)) is not None


def test_one_group_is_the_teachers_table_when_a_rule_speaks_of_it():
    table = a_rule_of(RuleKind.TABLE_AT_MOST, count=3)
    problem = replace(EIGHT, rules=(table,), locks=(Lock(0, COMET),))
    assert [slot.is_teacher_table for slot in slots_for(problem, 2)] == [False, True]
    assert (most_at_table(problem), most_at_table(EIGHT)) == (3, None)
    named = a_rule_of(RuleKind.TABLE_AT_MOST, count=3, identity_key="maple")
    slots = slots_for(replace(EIGHT, rules=(named,)), 2)
    assert [(slot.identity, slot.is_teacher_table) for slot in slots] == [
        (MAPLE, True),
        (None, False),
    ]


def test_groups_that_stand_are_slots_under_their_names():
    proposal = form_groups(EIGHT)
    assert [slot.identity for slot in slots_of(proposal)] == [g.identity for g in proposal.groups]
