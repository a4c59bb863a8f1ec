import random

from plplanner.rotation.fill_rounds import Tables, fill_rounds, fits, seats_suffice


def tables(groups, rounds, stations, *, seats=None, sizes=None):
    """Station 0 is the teacher table."""
    return Tables(
        rounds=rounds,
        sizes=sizes or (6,) * groups,
        seats=seats or (None,) * stations,
        others=tuple(range(1, stations)),
    )


def teacher_in_turn(groups, rounds):
    return {(index % groups, index): 0 for index in range(min(groups, rounds))}


def is_latin(filled, groups, rounds):
    by_round = {(index, station) for (_, index), station in filled.items()}
    by_group = {(group, station) for (group, _), station in filled.items()}
    return len(filled) == len(by_round) == len(by_group) == groups * rounds


def test_without_seats_nobody_repeats_whatever_the_sizes():
    for groups in range(1, 11):
        for rounds in range(1, min(groups, 6) + 1):
            filled = fill_rounds(tables(groups, rounds, groups), teacher_in_turn(groups, rounds))
            assert is_latin(filled, groups, rounds)


def test_no_more_stations_are_used_than_needed():
    filled = fill_rounds(tables(4, 3, 9), teacher_in_turn(4, 3))
    assert set(filled.values()) == {0, 1, 2, 3}


def test_teacher_visits_are_kept():
    visits = teacher_in_turn(4, 3)
    assert visits.items() <= fill_rounds(tables(4, 3, 4), visits).items()


def test_seats_always_hold():
    draw = random.Random(3)
    for _ in range(60):
        groups, rounds = draw.randint(1, 6), draw.randint(1, 4)
        sizes = tuple(draw.randint(1, 8) for _ in range(groups))
        seats = (None, *(draw.choice((None, 4, 6, 8)) for _ in range(groups)))
        if not seats_suffice(sizes, seats[1:]):
            continue
        problem = tables(groups, rounds, groups + 1, seats=seats, sizes=sizes)
        filled = fill_rounds(problem, teacher_in_turn(groups, rounds))
        assert all(fits(sizes[group], seats[station]) for (group, _), station in filled.items())
        assert len({(r, s) for (_, r), s in filled.items()}) == groups * rounds


def test_a_small_station_goes_to_the_small_group_in_every_plan():
    problem = tables(3, 2, 5, seats=(None, 3, None, None, None), sizes=(6, 6, 3))
    filled = fill_rounds(problem, {})
    assert is_latin(filled, 3, 2)
    assert all(group == 2 for (group, _), station in filled.items() if station == 1)


def test_with_too_few_stations_groups_come_back_as_seldom_as_can_be():
    filled = fill_rounds(tables(2, 3, 3), {})
    visits = [(group, station) for (group, _), station in filled.items()]
    assert len(visits) - len(set(visits)) == 2
    assert {station for _, station in visits} == {1, 2}


def test_without_seats_for_everyone_there_is_no_answer():
    assert fill_rounds(tables(2, 1, 3, seats=(None, 3, None)), {}) is None
    assert fill_rounds(tables(3, 1, 3), {}) is None


def test_seats_suffice_only_if_all_find_a_place_at_once():
    assert seats_suffice((6, 4), (None, 4))
    assert not seats_suffice((6, 6), (None, 4))
    assert not seats_suffice((1, 1), (None,))


def test_a_visit_that_is_settled_beforehand_is_neither_taken_by_another_nor_repeated():
    tables = Tables(rounds=3, sizes=(5, 5, 5), seats=(None,) * 4, others=(1, 2, 3))
    settled = {(0, 0): 0, (1, 1): 0, (2, 2): 0, (1, 0): 1}
    filled = fill_rounds(tables, settled)
    assert {cell: filled[cell] for cell in settled} == settled
    assert len(filled) == 9
    for index in range(3):
        assert len({filled[group, index] for group in range(3)}) == 3
    for group in range(3):
        assert len({filled[group, index] for index in range(3)}) == 3


def test_with_too_few_stations_a_settled_one_is_still_not_taken_twice_at_once():
    tables = Tables(rounds=3, sizes=(5, 5), seats=(None,) * 2, others=(0, 1))
    filled = fill_rounds(tables, {(0, 1): 1})
    assert filled[0, 1] == 1
    assert all(filled[0, index] != filled[1, index] for index in range(3))
