from dataclasses import replace

import pytest

from plplanner.grouping.form_groups import form_groups
from plplanner.grouping.moving import cost_of, homes, with_moves
from plplanner.grouping.why import judge_move, why_here
from plplanner.terms import GroupingStrategy, RuleKind
from tests.grouping.builders import (
    a_problem,
    a_rule_of,
    apart,
    last_time,
    tagged,
    with_further,
)

PROBLEM = a_problem(1, 1, 1, 3, 3, 3, 5, 5, 5, groups=3, smallest=2, largest=4, rules=[apart(0, 3)])
FORMED = form_groups(PROBLEM)


def key_of(student_id, proposal=FORMED):
    return homes(proposal)[student_id]


def test_every_other_group_is_weighed_by_levels():
    why = why_here(PROBLEM, FORMED, 0)
    assert why.here == next(one.text for one in FORMED.reasons if one.student_id == 0)
    said = {move.identity_key: move.sentence for move in why.moves}
    assert set(said) == {key_of(3), key_of(6)}
    assert "Ana would be one level away from everyone" in said[key_of(3)]
    assert "Ana would be two levels away from everyone" in said[key_of(6)]


def test_who_would_come_in_exchange_is_said_in_a_sentence_of_its_own():
    problem = replace(PROBLEM, smallest=3, largest=3, rules=())
    formed = form_groups(problem)
    here = next(group for group in formed.groups if 0 in group.student_ids).identity.word
    for move in why_here(problem, formed, 0).moves:
        first, second = move.sentence.removesuffix(".").split(". ")
        assert first.startswith("In ")
        assert first.endswith(("one level away from everyone", "two levels away from everyone"))
        assert second.endswith(f" would come to {here}")


def test_partners_of_before_are_said_with_how_often():
    earlier = (last_time((0, 6), (1, 2)), last_time((0, 6), (1, 2)))
    problem = replace(PROBLEM, earlier=earlier)
    why = why_here(problem, FORMED, 0)
    there = next(move for move in why.moves if move.identity_key == key_of(6))
    assert "was with Gus the last 2 times" in there.sentence
    assert "was with" not in why.here


def test_a_move_costs_what_the_independent_checker_counts():
    checked = 0
    for student_id in (0, 4, 8):
        for group in FORMED.groups:
            key = group.identity.key
            if key == key_of(student_id):
                continue
            checked += 1
            moved = with_moves(PROBLEM, FORMED, {student_id: key})
            judged = judge_move(PROBLEM, FORMED, student_id, key)
            assert judged.cost == cost_of(PROBLEM, moved) - FORMED.objective
    assert checked == 6


def test_a_move_says_which_rules_and_sizes_it_breaks():
    # Ana and Dee are kept apart; three in a group may become four.
    assert judge_move(PROBLEM, FORMED, 0, key_of(3)).breaks == ("Ana and Dee apart",)
    assert judge_move(PROBLEM, FORMED, 1, key_of(3)).breaks == ()
    tight = replace(PROBLEM, largest=3)
    word = next(g.identity.word for g in FORMED.groups if g.identity.key == key_of(3))
    assert judge_move(tight, FORMED, 1, key_of(3)).breaks == (f"at most 3 in {word}",)


def test_rules_about_tags_and_groups_are_named_too():
    rule = a_rule_of(RuleKind.AT_MOST_TAG, tag="leader", count=1)
    problem = tagged(replace(PROBLEM, rules=(rule,)), leader=(0, 3))
    assert judge_move(problem, FORMED, 0, key_of(3)).breaks == (rule.name,)
    never = a_rule_of(RuleKind.NEVER_IN, 0, identity_key=key_of(6))
    problem = replace(PROBLEM, rules=(never,))
    assert judge_move(problem, FORMED, 0, key_of(6)).breaks == (never.name,)


def test_a_stranger_is_refused():
    with pytest.raises(KeyError):
        why_here(PROBLEM, FORMED, 99)
    with pytest.raises(KeyError):
        judge_move(PROBLEM, FORMED, 0, "no such group")


@pytest.mark.parametrize(
    ("strategy", "saying"),
    [
        (GroupingStrategy.MIXED, "alike"),
        (GroupingStrategy.RANDOM, "would fit as well"),
        (GroupingStrategy.INTEREST, "would work on “"),
    ],
)
def test_other_ways_are_weighed_by_their_own_measure(strategy, saying):
    topics = ("Moon", "Sun")
    known = {n: {"choices": topics[n % 2 :]} for n in range(9)}
    problem = with_further(replace(PROBLEM, strategy=strategy), known, topics=topics)
    why = why_here(problem, form_groups(problem), 0)
    assert all(saying in move.sentence for move in why.moves)
