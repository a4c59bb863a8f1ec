from dataclasses import replace

import pytest

from plplanner.grouping.broken_rules import broken_rules
from plplanner.grouping.rows import GroupingProposal, GroupProposal, Lock, Reason
from plplanner.terms import GROUP_IDENTITIES, MasteryLevel
from tests.grouping.builders import a_problem, apart, together


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
