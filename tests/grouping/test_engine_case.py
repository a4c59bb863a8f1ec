from dataclasses import replace

from plplanner.grouping.engine.rows import Demand
from plplanner.grouping.engine_case import (
    assignment_of,
    case_of,
    members_by_slot,
    names_broken,
)
from plplanner.grouping.form_groups import form_groups
from plplanner.grouping.rows import Lock
from plplanner.grouping.slots import slots_for, slots_of
from plplanner.terms import GROUP_IDENTITIES, RuleKind
from tests.grouping.builders import a_problem, a_rule_of, apart, last_time, tagged, together

RIVER = GROUP_IDENTITIES[0]


def case_for(problem, groups=2):
    return case_of(problem, slots_for(problem, groups))


def demands(problem):
    return [(rule.demand, rule.students, rule.count) for rule in case_for(problem).engine.rules]


def test_rules_of_many_students_become_pairs():
    problem = a_problem(*[1] * 6, rules=[apart(0, 1, 2), together(3, 4, 5)])
    assert [demand for demand, _, _ in demands(problem)] == [Demand.APART] * 3 + [
        Demand.TOGETHER
    ] * 2


def test_every_kind_of_rule_reaches_the_engine():
    rules = (
        a_rule_of(RuleKind.AT_MOST_TAG, tag="leader", count=2),
        a_rule_of(RuleKind.NO_LONE_TAG, tag="leader"),
        a_rule_of(RuleKind.SPREAD_TAG, tag="leader"),
        a_rule_of(RuleKind.FIXED, 0, identity_key="river"),
        a_rule_of(RuleKind.NEVER_IN, 1, identity_key="river"),
    )
    problem = tagged(replace(a_problem(*[1] * 6), rules=rules), leader=(0, 1, 2))
    assert sorted(demands(problem)) == sorted(
        [
            (Demand.MAX_TAG, (), 2),
            (Demand.LOCKED, ("s0000",), 0),
            (Demand.FORBIDDEN, ("s0001",), 0),
            (Demand.NO_LONE, (), 0),
            (Demand.MIN_TAG, (), 1),
            (Demand.MAX_TAG, (), 2),
        ]
    )


def test_at_most_so_many_of_named_students_needs_no_tag():
    rule = a_rule_of(RuleKind.AT_MOST_TAG, 0, 1, 2, count=1)
    problem = replace(a_problem(*[1] * 6, groups=3, smallest=1), rules=(rule,))
    for group in form_groups(problem).groups:
        assert len({0, 1, 2} & set(group.student_ids)) <= 1


def test_a_proposal_goes_there_and_back():
    problem = a_problem(1, 1, 5, 5, groups=2, smallest=1)
    proposal = form_groups(problem)
    case = case_of(problem, slots_of(proposal))
    seats = assignment_of(case, proposal)
    places = [
        tuple(case.students[place].student_id for place in members)
        for members in members_by_slot(case, seats)
    ]
    assert places == [group.student_ids for group in proposal.groups]
    assert names_broken(case, seats) == ()


def test_broken_rules_and_locks_are_named():
    problem = a_problem(1, 1, 5, 5, groups=2, smallest=1)
    proposal = form_groups(problem)
    one, other = proposal.groups[0].student_ids[:2]
    wrong = next(g.identity for g in proposal.groups if one not in g.student_ids)
    ruled = replace(problem, rules=(apart(one, other),), locks=(Lock(one, wrong),))
    case = case_of(ruled, slots_of(proposal))
    named = names_broken(case, assignment_of(case, proposal))
    assert named[0] == ruled.rules[0].name
    assert named[1].endswith(f"locked in {wrong.word}")


def test_calm_tells_the_engine_where_everyone_was():
    problem = replace(a_problem(*[1] * 4, groups=2), earlier=(last_time((0, 1), (2, 3)),), calm=1)
    case = case_for(problem)
    assert case.slots[0].identity in GROUP_IDENTITIES[:2]
    assert None not in case.engine_before.values()
    assert len(case.engine.weeks) == 1
