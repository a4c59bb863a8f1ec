from dataclasses import replace

import pytest

from plplanner.grouping.broken_rules import broken_rules
from plplanner.grouping.demands import demands_of, only
from plplanner.grouping.form_groups import form_groups
from plplanner.grouping.loosened import with_way_out
from plplanner.grouping.rows import GroupingProposal, ImpossibleGrouping, Lock
from plplanner.grouping.ways_out import ways_out
from plplanner.terms import GROUP_IDENTITIES, RuleKind
from tests.grouping.builders import a_problem, a_rich_problem, a_rule_of, tagged

RIVER, COMET = GROUP_IDENTITIES[:2]


def words_for(problem):
    answer = form_groups(problem)
    assert isinstance(answer, ImpossibleGrouping)
    return [way.words for way in answer.ways_out]


def with_ids(problem):
    rules = tuple(replace(rule, id=n + 1) for n, rule in enumerate(problem.rules))
    return replace(problem, rules=rules)


def test_two_rules_that_contradict_leave_one_to_drop():
    apart = a_rule_of(RuleKind.APART, 0, 1, id=1)
    together = a_rule_of(RuleKind.TOGETHER, 0, 1, id=2)
    assert words_for(a_problem(*[1] * 6, rules=[apart, together])) == [
        "Let Ana and Ben be together",
        "Let Ana and Ben be in different groups",
    ]


def test_counts_and_sizes_give_way_by_as_little_as_will_do():
    rule = a_rule_of(RuleKind.AT_MOST_TAG, tag="leader", count=1, id=5)
    problem = tagged(a_problem(*[1] * 8, groups=2, rules=[rule]), leader=(0, 1, 2))
    assert words_for(problem) == ["Allow 2 with “leader” in a group", f"Drop “{rule.name}”"]
    too_small = a_problem(*[1] * 7, smallest=4, largest=5)
    assert set(words_for(too_small)) == {"Allow groups of 7", "Allow groups of 3"}


def test_locks_in_the_way_can_be_lifted():
    problem = replace(a_problem(1, 1, 1, 1, groups=1), locks=(Lock(0, RIVER), Lock(1, COMET)))
    ways = form_groups(problem).ways_out
    assert {way.unlock for way in ways if way.unlock} == {(0, 1)}


@pytest.mark.long
def test_every_way_out_mends_everything():
    tried = 0
    for seed in (0, 2, 6, 9, 11):
        problem = with_ids(a_rich_problem(seed))
        for way in form_groups(problem).ways_out[:3]:
            tried += 1
            loosened = with_way_out(problem, way)
            after = form_groups(loosened)
            assert isinstance(after, GroupingProposal), (seed, way)
            assert broken_rules(loosened, after) == ()
    assert tried > 5


def test_nothing_in_the_way_leaves_nothing_to_offer():
    problem = a_problem(*[1] * 6, groups=2)
    demands = demands_of(problem, ())
    nothing = only(demands, frozenset())
    assert ways_out(demands, nothing, ()) == ()
