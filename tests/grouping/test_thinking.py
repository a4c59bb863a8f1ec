from dataclasses import replace

from plplanner.grouping.engine.check import judged
from plplanner.grouping.rows import Lock
from plplanner.grouping.thinking import better_thought, first_thought
from plplanner.terms import GROUP_IDENTITIES, GroupingStrategy, RuleKind
from tests.grouping.builders import a_problem, a_rule_of, apart, last_time

TEN = a_problem(0, 0, 1, 2, 2, 3, 3, 4, 5, 5, smallest=2, largest=5)


def test_the_second_stage_is_never_worse_and_its_bound_is_true():
    first = first_thought(TEN)
    better = better_thought(first, work=400_000)
    assert better.objective <= first.objective
    assert better.bound == better.objective
    verdict = judged(better.case.engine, better.assignment)
    assert (verdict.broken, verdict.objective) == ((), better.objective)


def test_what_was_proven_is_told_even_where_a_proof_was_not_expected(monkeypatch):
    monkeypatch.setattr("plplanner.grouping.thinking.is_provable", lambda engine: False)
    problem = replace(TEN, strategy=GroupingStrategy.LANGUAGE_PAIRS)
    better = better_thought(first_thought(problem), work=400_000)
    assert better.bound == better.objective


def test_a_stop_keeps_the_best_so_far():
    first = first_thought(TEN)
    assert better_thought(first, work=400_000, stop=lambda: True).objective == first.objective


def test_none_means_that_no_grouping_keeps_the_rules():
    assert first_thought(a_problem(*[1] * 6, groups=1, rules=[apart(0, 1)])) is None
    fixed = a_rule_of(RuleKind.FIXED, 0, identity_key="river")
    problem = replace(TEN, rules=(fixed,), locks=(Lock(0, GROUP_IDENTITIES[3]),))
    assert first_thought(problem) is None


def test_the_past_weighs_among_groups_about_as_good():
    problem = replace(a_problem(*[3] * 6, groups=3, smallest=2, largest=2))
    problem = replace(problem, earlier=(last_time((0, 1), (2, 3), (4, 5)),))
    thought = first_thought(problem)
    assert judged(thought.case.engine, thought.assignment).terms["repeat"] == 0


def test_a_table_smaller_than_other_groups_is_filled_with_low_scores():
    table = a_rule_of(RuleKind.TABLE_AT_MOST, count=2)
    problem = replace(TEN, rules=(table,), smallest=4, largest=4)
    thought = first_thought(problem)
    slot = next(slot.id for slot in thought.case.slots if slot.is_teacher_table)
    there = [one for one, seat in thought.assignment.group.items() if seat == slot]
    assert there == ["s0000", "s0001"]


def test_jigsaws_have_every_topic_in_every_home():
    problem = replace(
        TEN,
        strategy=GroupingStrategy.JIGSAW,
        further=replace(TEN.further, topics=("Moon", "Sun")),
    )
    thought = first_thought(problem)
    assert set(thought.assignment.expert.values()) == {0, 1}
