from dataclasses import replace
from random import Random

import pytest

from plplanner.grouping.engine.work import Work, seconds
from plplanner.rotation.engine.careful_fill import careful_fill
from plplanner.rotation.engine.check import judged
from plplanner.rotation.engine.found import cells_of
from plplanner.rotation.engine.layout import layout_of
from plplanner.rotation.engine.rows import Cell, Order
from plplanner.rotation.engine.search import cheapest_plan
from plplanner.rotation.engine.small_search import at_once
from tests.rotation.engine.small_lessons import a_small_lesson

USUAL = replace(a_small_lesson(1, groups=4, rounds=3, days=1, spare=2), pull_outs=())
MET = {(0, 0): 0, (1, 1): 0, (2, 2): 0}


def filled(problem, repeats=0):
    found = careful_fill(layout_of(problem), MET, repeats=repeats)
    return None if found is None else {(group, index): at for group, _, index, at in found}


def stations(problem, number, **changes):
    rows = list(problem.stations)
    rows[number] = replace(rows[number], **changes)
    return replace(problem, stations=tuple(rows))


def test_nobody_comes_to_a_station_before_the_one_it_needs():
    at = filled(replace(USUAL, orders=(Order("t1", "t2"),)))
    assert len(at) == 12 - len(MET)
    for (group, index), station in at.items():
        if station == 2:
            assert any(at.get((group, one)) == 1 for one in range(index))


def test_a_station_is_not_used_while_it_is_closed_nor_by_two_nor_by_more_than_it_seats():
    at = filled(stations(stations(USUAL, 1, closed=((0, 0), (0, 1))), 2, seats=3))
    assert {index for (_, index), station in at.items() if station == 1} <= {2}
    assert 2 not in at.values()
    assert len({(index, station) for (_, index), station in at.items()}) == len(at)


def test_no_more_devices_are_used_at_once_than_work():
    problem = stations(stations(USUAL, 1, uses_devices=True), 2, uses_devices=True)
    problem = replace(problem, days=(replace(problem.days[0], devices=4),))
    at = filled(problem)
    for index in range(3):
        assert sum(station in (1, 2) for (_, one), station in at.items() if one == index) <= 1


def test_what_is_fixed_stays():
    group = layout_of(USUAL).groups[3].id
    assert filled(replace(USUAL, fixed=(Cell(group, 0, 1, "t5"),)))[3, 1] == 5


def test_a_station_is_visited_again_only_as_often_as_is_allowed():
    few = replace(USUAL, stations=USUAL.stations[:4])
    few = replace(few, groups=few.groups[:3])
    only_two = stations(few, 3, closed=((0, 0), (0, 1), (0, 2)))
    assert filled(only_two) is not None
    without = stations(only_two, 2, closed=((0, 0),))
    assert filled(without) is None


def test_what_cannot_be_filled_is_given_up():
    assert filled(replace(USUAL, stations=USUAL.stations[:3])) is None
    closed = [replace(one, closed=((0, 0),)) for one in USUAL.stations[1:]]
    assert filled(replace(USUAL, stations=(USUAL.stations[0], *closed))) is None


@pytest.mark.parametrize("seed", range(12))
def test_plans_found_so_are_as_good_as_those_of_the_whole_programme(seed):
    draw = Random(seed)
    problem = a_small_lesson(seed, spare=draw.randint(1, 3))
    rows = list(problem.stations)
    first, then = draw.sample(range(1, len(rows)), 2)
    for number in draw.sample(range(1, len(rows)), 2):
        rows[number] = replace(rows[number], uses_devices=True)
    rows[first] = replace(rows[first], closed=((0, draw.randrange(len(problem.days[0].rounds))),))
    problem = replace(
        problem,
        stations=tuple(rows),
        orders=(Order(rows[first].id, rows[then].id),),
        days=(replace(problem.days[0], devices=draw.choice((4, 5, 8))), *problem.days[1:]),
    )
    layout = layout_of(problem)
    quick = at_once(layout, Work(seconds(1)))
    if quick is not None:
        verdict = judged(problem, cells_of(layout, quick.at))
        assert (verdict.broken, verdict.objective) == ((), quick.cost)
        exact = cheapest_plan(layout, Work(seconds(6)))
        assert exact.cost is not None
        if quick.is_proven and exact.is_proven:
            assert quick.cost == exact.cost
