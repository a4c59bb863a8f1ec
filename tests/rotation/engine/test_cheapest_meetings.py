from plplanner.grouping.engine.work import Work, seconds
from plplanner.rotation.engine import cheapest_meetings as module
from plplanner.rotation.engine.bound import bound_on_meetings
from plplanner.rotation.engine.cheapest_meetings import Case, cheapest_meetings
from plplanner.rotation.engine.layout import layout_of
from plplanner.rotation.engine.meetings import ways_to_meet
from plplanner.rotation.engine.rows import LessonWishes
from tests.rotation.engine.made_up_lessons import group, lesson, station

ROOMY = station("quiet", most_per_day=3, groups_at_once=5)


def a_case(count=4):
    groups = tuple(group(one, minutes_wanted=15 + 5 * n) for n, one in enumerate("abcd"[:count]))
    problem = lesson(groups=groups, stations=("teacher", ROOMY), wishes=LessonWishes(order=1))
    layout = layout_of(problem)
    ways = ways_to_meet(layout)
    return Case(layout, ways, bound_on_meetings(layout, ways, Work(seconds(1))))


def rounds_met(case, picked):
    return sorted(
        index
        for ways, way in zip(case.ways, picked, strict=True)
        for index, _ in ways.options[0][ways.choice[way, 0]]
    )


def test_the_three_rounds_go_to_three_of_four_groups_and_that_is_proven():
    case = a_case()
    picked, bound = cheapest_meetings(case, Work(seconds(1)))
    assert rounds_met(case, picked) == [0, 1, 2]
    assert case.paid(picked) == bound


def test_another_choice_differs_for_half_the_groups():
    case = a_case()
    first, _ = cheapest_meetings(case, Work(seconds(1)))
    other, bound = cheapest_meetings(case, Work(seconds(1)), [first])
    assert sum(a != b for a, b in zip(first, other, strict=True)) >= 2
    assert bound <= case.paid(first)


def test_ways_beyond_the_first_few_are_looked_at_before_a_bound_is_claimed(monkeypatch):
    case = a_case()
    _, proven = cheapest_meetings(case, Work(seconds(1)))
    monkeypatch.setattr(module, "_FIRST_WAYS", 2)
    picked, bound = cheapest_meetings(case, Work(seconds(1)))
    assert picked is None or case.paid(picked) >= proven
    assert bound <= proven


def test_ways_worth_a_look_cost_less_than_what_is_known():
    case = a_case()
    _, bound = cheapest_meetings(case, Work(seconds(1)))
    few, many = case.worth(bound + 1), case.worth(bound + 10_000)
    assert all(set(a.tolist()) <= set(b.tolist()) for a, b in zip(few, many, strict=True))
    assert [len(some) for some in many] == [len(one.cost) for one in case.ways]
