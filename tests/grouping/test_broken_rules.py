from dataclasses import replace

import pytest

from plplanner.grouping.broken_rules import broken_rules
from plplanner.grouping.rows import (
    ExpertTopic,
    FurtherNeeds,
    GroupingProposal,
    GroupProposal,
    Lock,
    Reason,
)
from plplanner.terms import GROUP_IDENTITIES, GroupingStrategy, MasteryLevel, RuleKind
from tests.grouping.builders import a_problem, a_rule_of, apart, tagged, together


def a_proposal(*groups, **changes):
    proposal = GroupingProposal(
        groups=tuple(
            GroupProposal(GROUP_IDENTITIES[n], members, MasteryLevel.NEARLY)
            for n, members in enumerate(groups)
        ),
        reasons=tuple(Reason(one, "") for one in range(6)),
        objective=10,
        bound=None,
        status="feasible",
    )
    return replace(proposal, **changes)


PROBLEM = a_problem(*[3] * 6, smallest=2, largest=4, groups=2)


def test_a_sound_proposal_breaks_nothing():
    assert broken_rules(PROBLEM, a_proposal((0, 1, 2), (3, 4, 5))) == ()


@pytest.mark.parametrize(
    ("groups", "expected"),
    [
        (((0, 1, 2), (3, 4)), "Flo is in no group."),
        (((0, 1, 2, 3), (3, 4, 5)), "Dee is in 2 groups."),
        (((0, 1, 1), (2, 3, 4, 5)), "Ben is in 2 groups."),
        (((0, 1, 2), (3, 4, 5, 77)), "Student 77 is not in this class."),
        (((0,), (1, 2, 3, 4, 5)), "River has 1, at least 2 are asked for."),
        (((0,), (1, 2, 3, 4, 5)), "Comet has 5, at most 4 are asked for."),
        (((0, 1, 2, 3), (4, 5), ()), "Maple has no students."),
        (((0, 1), (2, 3), (4, 5)), "There are 3 groups, 2 are asked for."),
    ],
)
def test_what_is_wrong_is_said(groups, expected):
    assert expected in broken_rules(PROBLEM, a_proposal(*groups))


def test_apart_and_together_are_checked():
    rules = (apart(0, 1), together(1, 3, 9))
    found = broken_rules(replace(PROBLEM, rules=rules), a_proposal((0, 1, 2), (3, 4, 5)))
    assert found == (
        "“Ana and Ben apart” is not kept.",
        "“Ben and Dee and Jun together” is not kept.",
    )
    kept = a_proposal((0, 2, 4), (1, 3, 5))
    assert broken_rules(replace(PROBLEM, rules=rules), kept) == ()


def test_two_groups_of_one_name_are_found():
    proposal = a_proposal((0, 1, 2), (3, 4, 5))
    twins = tuple(replace(group, identity=GROUP_IDENTITIES[0]) for group in proposal.groups)
    assert broken_rules(PROBLEM, replace(proposal, groups=twins)) == ("2 groups are called River.",)


def test_a_student_without_a_reason_is_found():
    proposal = a_proposal((0, 1, 2), (3, 4, 5), reasons=tuple(Reason(n, "") for n in range(5)))
    assert broken_rules(PROBLEM, proposal) == ("Flo has 0 reasons, not one.",)


def test_optimal_needs_its_proof():
    claimed = a_proposal((0, 1, 2), (3, 4, 5), status="optimal")
    assert broken_rules(PROBLEM, claimed) == ("The grouping is called optimal without proof.",)
    assert broken_rules(PROBLEM, replace(claimed, bound=10)) == ()
    assert "The bound is above the objective." in broken_rules(PROBLEM, replace(claimed, bound=11))


def test_a_lock_that_is_not_kept_is_found():
    problem = replace(PROBLEM, locks=(Lock(0, GROUP_IDENTITIES[1]), Lock(1, GROUP_IDENTITIES[0])))
    found = broken_rules(problem, a_proposal((0, 1, 2), (3, 4, 5)))
    assert found == ("Ana is locked in Comet, not in River.",)


def with_rule(kind, *numbers, **more):
    rule = a_rule_of(kind, *numbers, **more)
    return rule, replace(tagged(PROBLEM, leader=(0, 1, 3)), rules=(rule,))


@pytest.mark.parametrize(
    ("rule", "bad", "good"),
    [
        (
            (RuleKind.AT_MOST_TAG, {"tag": "leader", "count": 1}),
            ((0, 1, 2), (3, 4, 5)),
            None,
        ),
        ((RuleKind.NO_LONE_TAG, {"tag": "leader"}), ((0, 1, 2), (3, 4, 5)), ((0, 1, 3), (2, 4, 5))),
        (
            (RuleKind.SPREAD_TAG, {"tag": "leader"}),
            ((0, 1, 3), (2, 4, 5)),
            ((0, 1, 2), (3, 4, 5)),
        ),
    ],
)
def test_rules_about_tags_are_checked(rule, bad, good):
    kind, more = rule
    made, problem = with_rule(kind, **more)
    assert f"“{made.name}” is not kept." in broken_rules(problem, a_proposal(*bad))
    if good is not None:
        assert broken_rules(problem, a_proposal(*good)) == ()


def test_rules_about_one_group_are_checked_by_its_name():
    fixed, problem = with_rule(RuleKind.FIXED, 0, identity_key="comet")
    assert broken_rules(problem, a_proposal((0, 1, 2), (3, 4, 5))) == (
        f"“{fixed.name}” is not kept.",
    )
    assert broken_rules(problem, a_proposal((3, 4, 5), (0, 1, 2))) == ()
    never, problem = with_rule(RuleKind.NEVER_IN, 0, identity_key="river")
    assert broken_rules(problem, a_proposal((0, 1, 2), (3, 4, 5))) == (
        f"“{never.name}” is not kept.",
    )
    assert broken_rules(problem, a_proposal((3, 4, 5), (0, 1, 2))) == ()


def test_the_teachers_table_holds_no_more_than_it_may():
    _, problem = with_rule(RuleKind.TABLE_AT_MOST, count=2)
    proposal = a_proposal((0, 1), (2, 3, 4, 5))
    assert len(broken_rules(problem, proposal)) == 1
    table = replace(proposal.groups[0], is_teacher_table=True)
    assert broken_rules(problem, replace(proposal, groups=(table, proposal.groups[1]))) == ()


def test_an_absent_student_has_no_group_and_no_reason():
    problem = replace(PROBLEM, absent=frozenset({5}))
    here = a_proposal((0, 1, 2), (3, 4), reasons=tuple(Reason(n, "") for n in range(5)))
    assert broken_rules(problem, here) == ()
    there = a_proposal((0, 1, 2), (3, 4, 5))
    assert broken_rules(problem, there) == ("Flo is in a group, and should be in none.",)


def test_a_jigsaw_group_without_an_expert_is_found():
    problem = replace(
        PROBLEM, strategy=GroupingStrategy.JIGSAW, further=FurtherNeeds(topics=("Moon", "Sun"))
    )
    experts = tuple(ExpertTopic(n, "Moon" if n % 2 else "Sun") for n in range(6))
    proposal = a_proposal((0, 1, 2), (3, 4, 5), experts=experts)
    assert broken_rules(problem, proposal) == ()
    lost = replace(proposal, experts=experts[:3])
    assert broken_rules(problem, lost) == (
        "Comet has no expert on Moon.",
        "Comet has no expert on Sun.",
    )
