from dataclasses import replace

import pytest

from plplanner.grouping.engine.rows import Measure
from plplanner.grouping.engine_case import case_of
from plplanner.grouping.slots import slots_for
from plplanner.grouping.ways import further_of, is_learning, ranks_of
from plplanner.terms import GroupingStrategy
from tests.grouping.builders import a_problem, last_time, tagged, with_further

EIGHT = a_problem(0, 1, 2, 3, 3, 4, 5, None, groups=2, smallest=3, largest=5)


def engine_for(strategy, problem=EIGHT, **changes):
    problem = replace(problem, strategy=strategy, **changes)
    slots = slots_for(problem, 2)
    if strategy is GroupingStrategy.INTEREST:
        slots = tuple(replace(slot, topic="Sun") for slot in slots)
    return case_of(problem, slots).engine


@pytest.mark.parametrize("strategy", list(GroupingStrategy))
def test_every_way_makes_a_problem_with_the_slots_asked_for(strategy):
    known = {n: {"missing": ("Quiz",), "choices": ("Sun",)} for n in range(8)}
    problem = with_further(EIGHT, known, topics=("Moon", "Sun"), targets=("a", "b"))
    engine = engine_for(strategy, problem)
    assert [group.id for group in engine.groups] == ["g00", "g01"]
    assert {(group.smallest, group.largest) for group in engine.groups} == {(3, 5)}
    assert len(engine.here) == 8


def test_need_brings_percent_and_level():
    engine = engine_for(GroupingStrategy.NEED)
    assert engine.measure is Measure.SHARED
    assert [one.scores for one in engine.here][::7] == [(0, 0), (None, None)]


def test_calm_weighs_staying_more_and_new_partners_less():
    earlier = (last_time((0, 1, 2, 3), (4, 5, 6, 7)),)
    for strategy in (GroupingStrategy.NEED, GroupingStrategy.MIXED, GroupingStrategy.RANDOM):
        wishes = [engine_for(strategy, earlier=earlier, calm=calm).wishes for calm in range(5)]
        assert [one.stay for one in wishes] == sorted(one.stay for one in wishes)
        assert wishes[0].stay == wishes[4].repeat == 0
        assert wishes[0].repeat > wishes[2].repeat > 0


def test_tags_that_two_students_have_are_spread_in_mixed_groups():
    problem = tagged(EIGHT, leader=(0, 1), twin=(2,))
    assert engine_for(GroupingStrategy.MIXED, problem).balanced_tags == ("leader",)


def test_topics_nobody_named_share_the_last_place():
    problem = with_further(EIGHT, {0: {"choices": ("Sun",)}}, topics=("Moon", "Sun", "Stars"))
    first, second = further_of(problem, problem.students)[:2]
    assert ranks_of(problem, first) == (1, 0, 1)
    assert ranks_of(problem, second) == (0, 0, 0)


def test_a_student_tagged_fluent_is_not_learning_the_language():
    known = {0: {"home_language": "es"}, 1: {"home_language": "es", "tags": ("fluent",)}}
    problem = with_further(EIGHT, known)
    learning = [is_learning(problem, one) for one in further_of(problem, problem.students)]
    assert learning[:3] == [True, False, False]
