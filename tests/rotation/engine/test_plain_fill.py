from dataclasses import replace

from plplanner.rotation.engine.layout import layout_of
from plplanner.rotation.engine.plain_fill import fewest_repeats, plain_fill, repeats
from plplanner.rotation.engine.rows import CarryOver, Cell
from tests.rotation.engine.small_lessons import a_small_lesson

USUAL = replace(a_small_lesson(1, groups=4, rounds=3, days=1, spare=0), pull_outs=())
TURNS = {0: (0, 0), 1: (1, 0), 2: (2, 0), 3: None}


def filled(problem):
    return plain_fill(layout_of(problem), TURNS)


def test_every_group_without_the_teacher_has_a_station_to_itself():
    visits = filled(USUAL)
    assert len(visits) == 4 * 3 - 3
    assert len({(index, station) for _, _, index, station in visits}) == len(visits)
    assert all(station != 0 for *_, station in visits)
    assert repeats(visits) == fewest_repeats(layout_of(USUAL)) == 0


def test_more_rounds_than_stations_bring_groups_back():
    problem = replace(USUAL, stations=(*USUAL.stations[:2], *USUAL.stations[2:]))
    seats = [replace(one, seats=4) for one in problem.stations[:2]]
    small = [replace(one, seats=3) for one in problem.stations[2:]]
    layout = layout_of(replace(problem, stations=(*seats, *small)))
    assert fewest_repeats(layout) == 4


def test_stations_that_ask_for_more_are_left_to_others():
    digital = USUAL.stations[1]
    for other in (
        replace(digital, groups_at_once=2),
        replace(digital, least=1),
        replace(digital, adults=("p",)),
        replace(digital, closed=((0, 1),)),
    ):
        stations = (USUAL.stations[0], other, *USUAL.stations[2:])
        assert filled(replace(USUAL, stations=stations)) is None
    assert filled(replace(USUAL, carry_overs=(CarryOver("g0", "t1", 0),))) is None


def test_on_a_sketched_day_there_is_nothing_to_fill():
    assert filled(replace(USUAL, days=(replace(USUAL.days[0], sketch=True),))) == []


def test_a_day_that_is_all_fixed_is_taken_as_it_is():
    layout = layout_of(USUAL)
    visits = [*filled(USUAL), *((g, 0, *at) for g, at in TURNS.items() if at)]
    fixed = tuple(
        Cell(layout.groups[g].id, day, index, layout.stations[station].id)
        for g, day, index, station in visits
    )
    assert sorted(filled(replace(USUAL, fixed=fixed))) == sorted(filled(USUAL))
    assert filled(replace(USUAL, fixed=(*fixed, replace(fixed[0], station="x")))) is None


def test_what_is_fixed_without_the_teacher_stays_and_the_others_are_dealt_around_it():
    usual = filled(USUAL)
    layout = layout_of(USUAL)
    was = {(group, index): station for group, _, index, station in usual}
    other = next(n for n in range(1, 4) if n != was[3, 0])
    fixed = (Cell(layout.groups[3].id, 0, 0, layout.stations[other].id),)
    visits = filled(replace(USUAL, fixed=fixed))
    assert (3, 0, 0, other) in visits
    assert len({(index, station) for _, _, index, station in visits}) == len(visits) == len(usual)
    assert repeats(visits) == 0
