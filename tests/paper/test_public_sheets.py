"""No sheet that children see can carry a score: there is no field it could travel in."""

import dataclasses
import types
import typing
from dataclasses import dataclass

import pytest

from plplanner.printing import rows

SHEETS = (rows.ClassBoard, rows.StudentSlip, rows.PlaylistCard, rows.SubstituteSheet)
POISON = ("score", "percent", "level", "point", "grade", "mark", "band", "tier", "rank", "result")


def fields_of(kind, path=""):
    """Every field reachable from a type, as (path, plain type)."""
    if dataclasses.is_dataclass(kind):
        hints = typing.get_type_hints(kind)
        for field in dataclasses.fields(kind):
            yield from fields_of(hints[field.name], f"{path}.{field.name}")
        return
    arguments = typing.get_args(kind)
    if arguments and isinstance(kind, types.UnionType | types.GenericAlias):
        for argument in arguments:
            yield from fields_of(argument, path)
        return
    yield path, kind


def poisoned(kind):
    return [
        path
        for path, plain in fields_of(kind, kind.__name__)
        if plain in {float, complex, object, typing.Any, dict}
        or any(word in path.rpartition(".")[2].lower() for word in POISON)
        or "Mastery" in getattr(plain, "__name__", "")
    ]


@pytest.mark.parametrize("kind", SHEETS, ids=lambda kind: kind.__name__)
def test_no_public_sheet_has_room_for_a_score(kind):
    assert len(list(fields_of(kind))) > 5
    assert poisoned(kind) == []


@dataclass(frozen=True)
class Leaky:
    name: str
    percent: int
    parts: tuple[rows.CardItem | float, ...]


def test_the_watch_itself_sees_poison():
    assert poisoned(Leaky) == ["Leaky.percent", "Leaky.parts"]
