from dataclasses import replace

from plplanner.grouping.attempts import attempts_for, dealt
from plplanner.grouping.engine.check import judged
from plplanner.grouping.rows import Lock
from plplanner.terms import GROUP_IDENTITIES, GroupingStrategy, RuleKind
from tests.grouping.builders import a_problem, a_rule_of, apart


def numbers(problem):
    return [len(attempts[0].case.slots) for attempts in attempts_for(problem)]


def test_by_need_the_cheapest_runs_come_first():
    assert numbers(a_problem(*[1] * 6, *[3] * 6, *[5] * 6, smallest=3, largest=9))[0] == 3


def test_other_ways_begin_with_sizes_near_the_middle():
    problem = replace(a_problem(*[1] * 20, smallest=3, largest=5), strategy=GroupingStrategy.RANDOM)
    assert numbers(problem) == [5, 4, 6]


def test_numbers_that_rules_forbid_are_left_out():
    problem = a_problem(*[1] * 6, smallest=1, largest=6, rules=[apart(0, 1, 2)])
    assert min(numbers(problem)) == 3


def test_a_small_table_leaves_one_group_more_or_less():
    table = a_rule_of(RuleKind.TABLE_AT_MOST, count=2)
    assert numbers(a_problem(*[1] * 8, smallest=3, largest=3, rules=[table])) == [3, 2]


def test_runs_are_dealt_to_the_slots_their_students_are_locked_in():
    problem = replace(a_problem(*[1] * 6, groups=2), locks=(Lock(5, GROUP_IDENTITIES[4]),))
    attempt = next(attempts_for(problem))[0]
    seats = dealt(attempt.case, ((0, 1, 2), (3, 4, 5)))
    assert seats.group[attempt.case.ids[5]] == attempt.case.slots[0].id
    assert judged(attempt.case.engine, attempt.keeping_rules).broken == ()
