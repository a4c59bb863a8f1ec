"""Frozen values as plain JSON values and back, every field checked by shape and type.

Built from the fields of the dataclasses themselves: a field that is added travels without a word
here, and a kind of field nobody foresaw is refused when the converter is made, not when it is used.
"""

import math
import types
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from operator import attrgetter
from typing import Any, NamedTuple, Union, get_args, get_origin

from plplanner.problems import Problem, WhoMends

Convert = Callable[[Any], Any]

_MAX_NUMBER = 2**53
_LONGEST_PROBLEM = 10_000
_LONGEST_CHOICES = 2_000_000
_PAIRS = frozenset[tuple[int, int]]


class NotAsAgreed(ValueError):  # noqa: N818 - what it says, not how it is said
    """A plain value that is not of the shape and type agreed on."""


class Way(NamedTuple):
    """How values of one type go out as plain values and come in again, checked."""

    out: Convert
    back: Convert


class Ways:
    """The ways of all types. `special` are types that go another way than their shape says."""

    def __init__(self, special: Mapping[Any, Way] | None = None) -> None:
        self._known: dict[Any, Way] = {**_PLAIN, **(special or {})}

    def of(self, kind: object) -> Way:
        """The way of one type; TypeError for a type that cannot travel."""
        if kind not in self._known:
            self._known[kind] = self._made(kind)
        return self._known[kind]

    def _made(self, kind: Any) -> Way:  # noqa: ANN401 - a type, or what stands for one
        origin, parts = get_origin(kind), get_args(kind)
        if isinstance(kind, type) and issubclass(kind, Enum):
            way = _choice(kind)
        elif isinstance(kind, type) and is_dataclass(kind):
            way = self._dataclass(kind)
        elif origin in (types.UnionType, Union) and parts[1:] == (type(None),):
            way = _or_none(self.of(parts[0]))
        elif origin is tuple and parts[1:] == (Ellipsis,):
            way = _sequence(self.of(parts[0]), parts[0])
        elif origin is tuple:
            way = _record(tuple, [self.of(part) for part in parts], tuple)
        elif origin is frozenset:
            way = _through(_sequence(self.of(parts[0]), parts[0]), frozenset)
        elif origin is Mapping:
            way = _mapping(_record(tuple, [self.of(part) for part in parts], tuple))
        else:
            raise TypeError(f"{kind} cannot travel")
        return way

    def _dataclass(self, kind: type) -> Way:
        names = [field.name for field in fields(kind)]
        ways = [self.of(field.type) for field in fields(kind)]
        get = attrgetter(*names)
        values = get if len(names) > 1 else lambda value: (get(value),)
        return _record(values, ways, lambda parts: kind(*parts))


def _same(value: object) -> object:
    return value


def list_in(value: object) -> list[Any]:
    """The value, when it is a list."""
    if not isinstance(value, list):
        raise NotAsAgreed("not a list")
    return value


def texts_in(values: list[Any]) -> tuple[str, ...]:
    """The values, when they are texts that can be written down."""
    try:
        text = "".join(values)
        if not text.isascii():
            text.encode()
    except (TypeError, ValueError) as error:
        raise NotAsAgreed("not texts") from error
    return tuple(values)


def whole_numbers_in(values: list[Any]) -> tuple[int, ...]:
    """The values, when they are whole numbers of a sensible size."""
    if not set(map(type, values)) <= {int}:
        raise NotAsAgreed("not whole numbers")
    if values and not -_MAX_NUMBER <= min(values) <= max(values) <= _MAX_NUMBER:
        raise NotAsAgreed("too large a number")
    return tuple(values)


def _text_in(value: object) -> str:
    return texts_in([value])[0]


def _whole_in(value: object) -> int:
    return whole_numbers_in([value])[0]


def _number_in(value: object) -> float:
    if type(value) is int:
        return float(_whole_in(value))
    if type(value) is not float or not math.isfinite(value):
        raise NotAsAgreed("not a number")
    return value


def _truth_in(value: object) -> bool:
    if type(value) is not bool:
        raise NotAsAgreed("neither true nor false")
    return value


def _day_in(value: object) -> date:
    try:
        return date.fromisoformat(_text_in(value))
    except ValueError as error:
        raise NotAsAgreed("not a day") from error


def _problem_in(value: object) -> Problem:
    parts = list_in(value)
    if len(parts) != 4:
        raise NotAsAgreed("not a problem")
    what, next_step, mender = texts_in(parts[:3])
    choices = texts_in(list_in(parts[3]))
    if mender not in [known.value for known in WhoMends]:
        raise NotAsAgreed("nobody mends it")
    if len(what) + len(next_step) > _LONGEST_PROBLEM or sum(map(len, choices)) > _LONGEST_CHOICES:
        raise NotAsAgreed("too long a problem")
    return Problem(what, next_step, who_mends=WhoMends(mender), choices=choices)


def _pairs_in(value: object) -> frozenset[tuple[int, int]]:
    numbers = whole_numbers_in(list_in(value))
    if len(numbers) % 2:
        raise NotAsAgreed("half a pair")
    return frozenset(zip(numbers[::2], numbers[1::2], strict=True))


_PLAIN = {
    str: Way(_same, _text_in),
    int: Way(_same, _whole_in),
    float: Way(_same, _number_in),
    bool: Way(_same, _truth_in),
    date: Way(date.isoformat, _day_in),
    Problem: Way(lambda p: [p.what, p.next_step, p.who_mends.value, list(p.choices)], _problem_in),
    # Cells by row and column come by the hundred thousand: one flat list of numbers.
    _PAIRS: Way(lambda pairs: [number for pair in pairs for number in pair], _pairs_in),
}
_ALL_AT_ONCE: dict[Any, Convert] = {str: texts_in, int: whole_numbers_in}


def _or_none(way: Way) -> Way:
    out, back = way
    return Way(
        out if out is _same else lambda value: None if value is None else out(value),
        lambda value: None if value is None else back(value),
    )


def _sequence(way: Way, of: object) -> Way:
    out, back = way
    if of in _ALL_AT_ONCE:
        all_back = _ALL_AT_ONCE[of]
        return Way(list, lambda value: all_back(list_in(value)))
    return Way(
        list if out is _same else lambda values: [out(value) for value in values],
        lambda value: tuple([back(part) for part in list_in(value)]),
    )


def _through(way: Way, made: Convert) -> Way:
    return Way(way.out, lambda value: made(way.back(value)))


def _mapping(pair: Way) -> Way:
    return Way(
        lambda known: [pair.out(item) for item in known.items()],
        lambda value: dict(pair.back(item) for item in list_in(value)),
    )


def _choice(kind: type[Enum]) -> Way:
    known = {member.value: member for member in kind}

    def back(value: object) -> Enum:
        member = known.get(value) if type(value) is str else None
        if member is None:
            raise NotAsAgreed(f"no {kind.__name__}")
        return member

    return Way(attrgetter("value"), back)


def _record(values: Convert, ways: list[Way], made: Convert) -> Way:
    """Several values of known types in a fixed order, as one list."""
    outs = [(place, way.out) for place, way in enumerate(ways) if way.out is not _same]
    backs = [way.back for way in ways]

    def out(value: object) -> list[Any]:
        parts = list(values(value))
        for place, convert in outs:
            parts[place] = convert(parts[place])
        return parts

    def back(value: object) -> object:
        parts = list_in(value)
        if len(parts) != len(backs):
            raise NotAsAgreed("too many or too few values")
        return made([convert(part) for convert, part in zip(backs, parts, strict=True)])

    return Way(out, back)
