"""What a file says, as frames of JSON text that another process can be trusted with.

The first frame holds everything but the rows of tables; these follow, some hundred to a frame, in
the order in which the first frame speaks of their tables. Equal scores are written once. Coming
in, every value is checked, so that the worst a process can do is to be refused.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import fields
from functools import partial
from itertools import chain, count
from operator import attrgetter
from typing import Any, TypeVar

from plplanner.importing.limits import MAX_CELLS, MAX_COLUMNS, MAX_ROWS
from plplanner.importing.plain_values import (
    NotAsAgreed,
    Way,
    Ways,
    list_in,
    texts_in,
    whole_numbers_in,
)
from plplanner.importing.rows import NamedRead, ScoreRead
from plplanner.importing.table import Table
from plplanner.problems import Problem

T = TypeVar("T")

READY, ONE, SEVERAL = b"ready", b"one", b"several"
NAMED_READS = tuple[NamedRead, ...]
ROWS_PER_FRAME = 400

_SCORES = tuple[tuple[ScoreRead, ...], ...]
_VALUES = attrgetter(*(field.name for field in fields(ScoreRead)))
_DATES = frozenset[tuple[int, int]]
_NO_ANSWER = (ValueError, TypeError, RecursionError)


def frames_of(answer: object, kind: object) -> Iterator[bytes]:
    """The frames of a value of `kind`, or of the Problem that stands in its place."""
    tables: list[Table] = []
    if isinstance(answer, Problem):
        yield _written(["problem", _ways(tables, iter(())).of(Problem).out(answer)])
        return
    yield _written(["answer", _ways(tables, iter(())).of(kind).out(answer)])
    for table in tables:
        for start in range(0, len(table.rows), ROWS_PER_FRAME):
            yield _written(table.rows[start : start + ROWS_PER_FRAME])


def answer_in(frames: Iterable[bytes], kind: type[T]) -> T:
    """The value of `kind` that the frames hold; takes no frame more than belongs to it.

    Raises the Problem they hold instead, NotAsAgreed for anything else.
    """
    coming = iter(frames)
    try:
        what, value = list_in(_read(next(coming)))
        if what not in ("answer", "problem"):
            raise NotAsAgreed("neither an answer nor a problem")
        answer = _ways([], coming).of(Problem if what == "problem" else kind).back(value)
    except StopIteration as error:
        raise NotAsAgreed("the frames end too early") from error
    except _NO_ANSWER as error:
        raise NotAsAgreed(str(error)) from error
    if isinstance(answer, Problem):
        raise answer
    return answer  # type: ignore[no-any-return]


def _written(value: object) -> bytes:
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return text.encode()


def _read(frame: bytes) -> object:
    def refuse(word: str) -> None:
        raise NotAsAgreed(f"{word} is no number")

    return json.loads(frame, parse_constant=refuse)


def _ways(tables: list[Table], coming: Iterator[bytes]) -> Ways:
    """The ways of all rows; tables going out are kept for later, those coming in take frames."""
    ways = Ways()
    return Ways(
        {
            _SCORES: _scores(ways.of(ScoreRead)),
            Table: Way(partial(_table_out, ways, tables), partial(_table_back, ways, coming)),
        }
    )


def _scores(one: Way) -> Way:
    """Equal scores once, then for each student the places of hers among them."""

    def out(scores: tuple[tuple[ScoreRead, ...], ...]) -> list[Any]:
        # By its values: a tuple is compared a good deal faster than a dataclass.
        places: defaultdict[tuple[Any, ...], int] = defaultdict(count().__next__)
        rows = [[places[score] for score in map(_VALUES, row)] for row in scores]
        return [[one.out(ScoreRead(*values)) for values in places], rows]

    def back(value: object) -> tuple[tuple[ScoreRead, ...], ...]:
        distinct, rows = list_in(value)
        scores = [one.back(score) for score in list_in(distinct)]
        places = [whole_numbers_in(list_in(row)) for row in list_in(rows)]
        everywhere = set(chain.from_iterable(places))
        if not everywhere <= set(range(len(scores))):
            raise NotAsAgreed("a score nobody wrote")
        return tuple([tuple([scores[place] for place in row]) for row in places])

    return Way(out, back)


def _table_out(ways: Ways, tables: list[Table], table: Table) -> list[Any]:
    tables.append(table)
    return [len(table.rows), table.name, ways.of(_DATES).out(table.dates)]


def _table_back(ways: Ways, coming: Iterator[bytes], value: object) -> Table:
    rows_promised, name, dates = list_in(value)
    (height,), (title,) = whole_numbers_in([rows_promised]), texts_in([name])
    if not 0 <= height <= MAX_ROWS:
        raise NotAsAgreed("too many rows")
    rows: list[tuple[str, ...]] = []
    cells = 0
    while len(rows) < height:
        more = [texts_in(list_in(row)) for row in list_in(_read(next(coming)))]
        cells += sum(map(len, more))
        if not more or cells > MAX_CELLS or max(map(len, more)) > MAX_COLUMNS:
            raise NotAsAgreed("no rows, or too many cells")
        rows += more
    if len(rows) != height:
        raise NotAsAgreed("more rows than were promised")
    return Table(rows=tuple(rows), name=title, dates=ways.of(_DATES).back(dates))
