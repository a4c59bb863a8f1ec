import pytest

from plplanner.grouping.engine.work import Work, seconds
from plplanner.rotation.engine.check import judged
from plplanner.rotation.engine.found import cells_of
from plplanner.rotation.engine.layout import layout_of
from plplanner.rotation.engine.search import cheapest_plan
from plplanner.rotation.engine.small_search import at_once, who_is_met
from tests.rotation.engine.real_lessons import every_plan
from tests.rotation.engine.small_lessons import a_small_lesson


def found_at_once(problem):
    layout = layout_of(problem)
    found = at_once(layout, Work(seconds(3)))
    verdict = judged(problem, cells_of(layout, found.at))
    assert not verdict.broken
    assert verdict.objective == found.cost >= found.bound
    return found


def agrees_with_highs(seed):
    problem = a_small_lesson(seed)
    found, other = found_at_once(problem), cheapest_plan(layout_of(problem), Work(seconds(30)))
    assert found.bound <= other.cost
    if found.is_proven and other.is_proven:
        assert found.cost == other.cost
    return found.is_proven


def test_usual_lessons_cost_what_highs_says():
    assert all(agrees_with_highs(seed) for seed in (2, 5))


@pytest.mark.long
def test_many_usual_lessons_cost_what_highs_says():
    proven = sum(agrees_with_highs(seed) for seed in range(100, 220))
    assert proven >= 110


def test_a_tiny_lesson_agrees_with_trying_every_plan():
    problem = a_small_lesson(1, groups=2, rounds=2, days=2, spare=0)
    verdicts = (judged(problem, cells) for cells in every_plan(problem))
    best = min(one.objective for one in verdicts if not one.broken)
    found = found_at_once(problem)
    assert (found.cost, found.bound) == (best, best)


def test_ten_groups_and_five_days_are_proven_within_the_work():
    for seed in range(3):
        assert found_at_once(a_small_lesson(seed, groups=10, rounds=2, days=5)).is_proven


def test_who_is_met_is_known_without_the_other_stations():
    problem = a_small_lesson(7, groups=6, rounds=3, days=5)
    layout = layout_of(problem)
    cells = cells_of(layout, found_at_once(problem).at)
    met = frozenset(name for name, days in cells.items() if "t0" in days[0])
    assert who_is_met(layout, Work(seconds(3))) == met


def test_more_than_a_little_work_is_left_to_others(monkeypatch):
    layout = layout_of(a_small_lesson(7, groups=6, rounds=3, days=5))
    monkeypatch.setattr("plplanner.rotation.engine.small_search.MOST_LOOKED_AT", 3)
    assert at_once(layout, Work(seconds(3))) is None
    assert who_is_met(layout, Work(seconds(3))) is None
