from dataclasses import replace

from plplanner.grouping.loosened import with_way_out
from plplanner.grouping.rows import Lock, WayOut
from plplanner.terms import GROUP_IDENTITIES, RuleKind
from tests.grouping.builders import a_problem, a_rule_of

FIRST = a_rule_of(RuleKind.APART, 0, 1, id=7)
SECOND = a_rule_of(RuleKind.AT_MOST_TAG, tag="leader", count=1, id=8)
PROBLEM = replace(
    a_problem(*[1] * 4, groups=2), rules=(FIRST, SECOND), locks=(Lock(3, GROUP_IDENTITIES[0]),)
)


def test_rules_are_dropped_or_softened_by_their_id():
    assert with_way_out(PROBLEM, WayOut("", drop=(7,))).rules == (SECOND,)
    softer = with_way_out(PROBLEM, WayOut("", soften=((8, 2),)))
    assert softer.rules == (FIRST, replace(SECOND, count=2))


def test_sizes_numbers_and_locks_are_changed():
    assert with_way_out(PROBLEM, WayOut("", unlock=(3,))).locks == ()
    wider = with_way_out(PROBLEM, WayOut("", smallest=1, largest=9, groups=3))
    assert (wider.smallest, wider.largest, wider.groups) == (1, 9, 3)
    assert with_way_out(PROBLEM, WayOut("", any_number=True)).groups is None


def test_nothing_else_changes():
    assert with_way_out(PROBLEM, WayOut("")) == PROBLEM
