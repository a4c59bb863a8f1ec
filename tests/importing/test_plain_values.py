from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum

import pytest

from plplanner.importing.plain_values import NotAsAgreed, Ways
from plplanner.problems import Problem, WhoMends


class Colour(Enum):
    RED = "red"


@dataclass(frozen=True)
class Seat:
    name: str
    at: tuple[int, int]
    points: float | None = None
    day: date | None = None
    colour: Colour = Colour.RED
    is_free: bool = True
    words: frozenset[str] = frozenset()


PLAIN = ["Ann", [1, 2], 4.5, "2026-11-22", "red", True, ["a"]]
SEAT = Seat("Ann", (1, 2), 4.5, date(2026, 11, 22), words=frozenset("a"))


def back(kind, value):
    return Ways().of(kind).back(value)


def test_a_dataclass_goes_out_as_a_list_and_comes_back_the_same():
    assert Ways().of(Seat).out(SEAT) == PLAIN
    assert back(Seat, PLAIN) == SEAT


@pytest.mark.parametrize(
    ("place", "wrong"),
    [
        (0, None), (0, 1), (0, "\ud800"), (1, [1]), (1, [1, 2, 3]), (1, "12"), (1, [1, True]),
        (1, [1, 2**60]), (2, float("nan")), (2, float("inf")), (2, True), (2, "4"), (2, 2**60),
        (3, "yesterday"), (3, 20261122), (4, "blue"), (4, ["red"]), (5, 1), (5, None),
        (6, ["a", 1]), (6, {"a": 1}),
    ],
)  # fmt: skip
def test_a_value_of_another_shape_or_type_is_refused(place, wrong):
    with pytest.raises(NotAsAgreed):
        back(Seat, [*PLAIN[:place], wrong, *PLAIN[place + 1 :]])


def test_too_many_or_too_few_values_are_refused():
    for wrong in (PLAIN[:-1], [*PLAIN, 1], {}, None):
        with pytest.raises(NotAsAgreed):
            back(Seat, wrong)


def test_mappings_keep_their_order():
    way = Ways().of(Mapping[str, str | None])
    ids = {"b": "2", "a": None}
    assert list(way.back(way.out(ids)).items()) == list(ids.items())
    with pytest.raises(NotAsAgreed):
        way.back([["a", 1]])


def test_cells_by_row_and_column_are_one_flat_list():
    way = Ways().of(frozenset[tuple[int, int]])
    assert way.out(frozenset({(3, 4)})) == [3, 4]
    assert way.back([3, 4, 5, 6]) == {(3, 4), (5, 6)}
    with pytest.raises(NotAsAgreed):
        way.back([3, 4, 5])


def test_a_problem_comes_back_as_the_same_problem():
    way = Ways().of(Problem | None)
    told = Problem("It is so.", "Do this.", who_mends=WhoMends.MACHINE, choices=("P2", "P4"))
    problem = way.back(way.out(told))
    assert (problem.what, problem.next_step) == ("It is so.", "Do this.")
    assert (problem.who_mends, problem.choices) == (WhoMends.MACHINE, ("P2", "P4"))
    assert way.out(None) is None
    plain = ["a", "b", "teacher"]
    for wrong in (
        plain, ["a", "b", "nobody", []], ["a" * 20_000, "b", "teacher", []], 3,
        [*plain, [1]], [*plain, "P2"], [*plain, ["P2" * 1_500_000]],
    ):  # fmt: skip
        with pytest.raises(NotAsAgreed):
            way.back(wrong)


def test_a_type_nobody_foresaw_is_refused_before_anything_travels():
    with pytest.raises(TypeError):
        Ways().of(complex)
