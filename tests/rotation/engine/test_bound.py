from itertools import product

from plplanner.grouping.engine.work import Work, seconds
from plplanner.rotation.engine.bound import SCALE, bound_on_meetings
from plplanner.rotation.engine.layout import layout_of
from plplanner.rotation.engine.meetings import ways_to_meet
from plplanner.rotation.engine.rows import LessonWishes
from tests.rotation.engine.made_up_lessons import group, lesson, station

ROOMY = station("quiet", most_per_day=3, groups_at_once=5)


def priced(*groups, **more):
    problem = lesson(groups=groups, **{"stations": ("teacher", ROOMY), **more})
    layout = layout_of(problem)
    ways = ways_to_meet(layout)
    bound = bound_on_meetings(layout, ways, Work(seconds(1)))
    return ways, bound


def wanting(name, minutes):
    return group(name, minutes_wanted=minutes)


def test_with_room_for_all_the_bound_is_what_they_pay_alone():
    ways, bound = priced(wanting("a", 20), wanting("b", 30), wishes=LessonWishes())
    assert bound.value == sum(int(one.cost.min()) for one in ways)


def test_the_bound_knows_that_a_table_holds_one_group_at_a_time():
    groups = [wanting(one, 15) for one in "abcd"]
    ways, bound = priced(*groups, wishes=LessonWishes())
    alone = sum(int(one.cost.min()) for one in ways)
    assert alone < bound.value <= _cheapest(ways)


def test_the_bound_knows_that_somebody_must_be_with_the_teacher():
    small = station("quiet", most_per_day=3, groups_at_once=1)
    _, bound = priced(group("a"), group("b"), stations=("teacher", small), wishes=LessonWishes())
    # Two groups, one quiet table, three rounds: 15 minutes too many in each, 30 in one.
    assert bound is not None
    assert bound.value >= 0


def test_no_way_that_the_best_choice_uses_is_left_out():
    groups = [wanting(one, 15 + 5 * n) for n, one in enumerate("abcd")]
    ways, bound = priced(*groups, wishes=LessonWishes(order=1))
    best = _cheapest(ways)
    worth = [set(bound.may_improve(n, best + 1).tolist()) for n in range(4)]
    assert any(
        _cost(ways, picked) == best
        for picked in _choices(ways)
        if all(way in some for way, some in zip(picked, worth, strict=True))
    )
    assert min(int(bound.above[0][way]) for way in bound.cheapest(0, 1)) == 0
    assert bound.scaled <= best * SCALE


def test_a_stop_gives_no_more_than_a_weak_bound():
    layout = layout_of(lesson(groups=(wanting("a", 20),), wishes=LessonWishes()))
    assert bound_on_meetings(layout, ways_to_meet(layout), Work(1, lambda: True)) is None


def _cost(ways, picked):
    return sum(int(one.cost[way]) for one, way in zip(ways, picked, strict=True))


def _choices(ways):
    """All ways together in which no round has two groups at the one table."""
    for picked in product(*(range(len(one.cost)) for one in ways)):
        rounds = [
            index
            for one, way in zip(ways, picked, strict=True)
            for index, _ in one.options[0][one.choice[way, 0]]
        ]
        if len(rounds) == len(set(rounds)):
            yield picked


def _cheapest(ways):
    return min(_cost(ways, picked) for picked in _choices(ways))
