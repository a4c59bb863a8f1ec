from dataclasses import replace
from random import Random

import pytest

from plplanner.grouping.broken_rules import broken_rules
from plplanner.grouping.form_groups import form_groups
from plplanner.grouping.locks import lock_of, locked_reason, with_lock_rules
from plplanner.grouping.rows import GroupingProposal, ImpossibleGrouping, Lock
from plplanner.terms import GROUP_IDENTITIES, RuleKind
from tests.grouping.builders import a_problem, a_random_problem, a_student, together

RIVER, COMET, MAPLE = GROUP_IDENTITIES[:3]


def locked(problem, **seats):
    return replace(problem, locks=tuple(Lock(int(n[1:]), who) for n, who in seats.items()))


def seat_of(proposal, student_id):
    return next(g.identity.word for g in proposal.groups if student_id in g.student_ids)


def test_a_locked_student_stays_whatever_her_scores_and_the_seed():
    problem = locked(a_problem(*[0] * 4, *[5] * 4, groups=2, smallest=3), s0=MAPLE, s4=MAPLE)
    for seed in range(6):
        answer = form_groups(replace(problem, seed=seed))
        assert [seat_of(answer, one) for one in (0, 4)] == ["Maple", "Maple"]


def kept_locks(seeds):
    """In how many random classes the locks can be kept; in each of them they are."""
    kept = 0
    for seed in seeds:
        problem = a_random_problem(seed, students=9, rules=2)
        dice = Random(seed)
        locks = tuple(
            Lock(one, dice.choice((RIVER, COMET, MAPLE))) for one in dice.sample(range(9), 3)
        )
        answer = form_groups(replace(problem, locks=locks))
        if isinstance(answer, GroupingProposal):
            kept += 1
            assert broken_rules(replace(problem, locks=locks), answer) == (), seed
            assert all(seat_of(answer, o.student_id) == o.identity.word for o in locks)
    return kept


def test_every_lock_is_kept_or_the_grouping_is_impossible():
    assert kept_locks(range(16)) > 3


@pytest.mark.long
def test_every_lock_is_kept_or_impossible_in_many_classes():
    assert kept_locks(range(300)) > 75


def test_locks_in_the_way_are_named():
    problem = locked(a_problem(1, 1, 1, 1, groups=1), s0=RIVER, s1=COMET)
    answer = form_groups(problem)
    assert isinstance(answer, ImpossibleGrouping)
    assert "Ana and Ben locked in different groups" in answer.rules


def test_the_reason_says_that_the_teacher_locked_her():
    answer = form_groups(locked(a_problem(*[2] * 6, groups=2), s0=RIVER))
    reason = next(one.text for one in answer.reasons if one.student_id == 0)
    assert reason == "Ana has 2 of 5, not yet; locked in River by you."
    assert locked_reason(a_student(1, None), "Kite") == (
        "Ben has no score yet; locked in Kite by you."
    )


def test_locks_are_said_as_rules_and_those_of_absent_students_fall_out():
    problem = locked(
        a_problem(1, 1, 1, rules=[together(0, 1)]), s0=RIVER, s2=RIVER, s1=COMET, s9=MAPLE
    )
    rules = with_lock_rules(problem).rules
    assert [(rule.kind, rule.name) for rule in rules[1:]] == [
        (RuleKind.TOGETHER, "Ana and Cy locked in River"),
        (RuleKind.APART, "Ana and Ben locked in different groups"),
    ]


def test_a_lock_is_found_by_its_student():
    locks = (Lock(3, RIVER),)
    assert (lock_of(locks, 3), lock_of(locks, 4)) == (locks[0], None)
