"""The one SQLite connection of the program, and what is asked of it."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import quote

import sqlcipher3.dbapi2 as sqlite
from sqlalchemy import Connection, Engine, StaticPool, create_engine, event

APPLICATION_ID = 0x706C706C  # "plpl"
_BUSY_MILLISECONDS = 5000
# SQLite's unix layer stops at 512 bytes, and the journal's name must fit too.
_LONGEST_PATH = 480
_WRITES = "planner_writes"
_DIGITS = re.compile(r"\d+")
_LONGEST_NUMBER = 12

_PRAGMAS = (
    "cell_size_check = ON",
    "trusted_schema = OFF",
    "foreign_keys = ON",
    "secure_delete = ON",
    "temp_store = MEMORY",
    f"busy_timeout = {_BUSY_MILLISECONDS}",
)
_PRAGMAS_FOR_WRITING = ("journal_mode = TRUNCATE", "synchronous = FULL")

SqliteError = sqlite.Error


class BareConnection(Protocol):
    """What we use of an SQLite connection beneath SQLAlchemy."""

    def execute(self, sql: str, parameters: Sequence[Any] = ...) -> Any:  # noqa: ANN401
        """Run one statement; the answer is a cursor."""

    def executemany(self, sql: str, parameters: Iterable[Sequence[Any]]) -> Any:  # noqa: ANN401
        """Run one statement for many rows."""

    def executescript(self, sql: str) -> Any:  # noqa: ANN401
        """Run several statements, parted by semicolons."""

    def backup(self, target: "BareConnection") -> None:
        """Copy every page into another connection."""

    def create_function(
        self, name: str, narg: int, func: Callable[[Any], Any], *, deterministic: bool
    ) -> None:
        """Let SQL call a function of ours by this name."""

    def close(self) -> None:
        """Give the file back."""


def is_path_too_long(path: Path) -> bool:
    """Whether SQLite could not open a file at this path."""
    return len(str(path.absolute()).encode("utf-8", "surrogateescape")) > _LONGEST_PATH


def connect(path: Path, *, read_only: bool = False) -> BareConnection:
    """A bare connection to an existing file, with the pragmas every planner is opened with."""
    mode = "ro" if read_only else "rw"
    address = f"file:{quote(str(path.absolute()))}?mode={mode}"
    connection: BareConnection = sqlite.connect(
        address, uri=True, isolation_level=None, check_same_thread=False
    )
    for pragma in _PRAGMAS + (() if read_only else _PRAGMAS_FOR_WRITING):
        connection.execute(f"PRAGMA {pragma}")
    _teach_order(connection)
    return connection


def connect_to_memory() -> BareConnection:
    """A connection to nothing but memory: where snapshots live."""
    connection: BareConnection = sqlite.connect(
        ":memory:", isolation_level=None, check_same_thread=False
    )
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    _teach_order(connection)
    return connection


def _teach_order(connection: BareConnection) -> None:
    connection.create_function("reading_order", 1, reading_order, deterministic=True)


def reading_order(text: str | None) -> str | None:
    """The key by which SQL sorts what a reader sees: “Quiz 2” before “Quiz 10”, in any case."""
    if not isinstance(text, str):
        return text
    return _DIGITS.sub(lambda number: number[0].zfill(_LONGEST_NUMBER), text.casefold())


@contextmanager
def brief_connection(path: Path, *, read_only: bool = False) -> Iterator[BareConnection]:
    """A connection for one look at a file, closed afterwards."""
    connection = connect(path, read_only=read_only)
    try:
        yield connection
    finally:
        connection.close()


def engine_on(connection: BareConnection) -> Engine:
    """SQLAlchemy on this one connection; steps begin with a write lock, questions do not."""
    engine = create_engine(
        "sqlite://", creator=lambda: connection, poolclass=StaticPool, module=sqlite,
        hide_parameters=True,
    )  # fmt: skip

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get(_WRITES, False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def writing(engine: Engine) -> Engine:
    """The same connection, for a step that writes."""
    return engine.execution_options(**{_WRITES: True})


def pragma(connection: BareConnection, name: str) -> Any:  # noqa: ANN401 - text or number
    """The first value a pragma answers."""
    row = connection.execute(f"PRAGMA {name}").fetchone()
    return row[0] if row else None


def tidy_away_journal(connection: BareConnection) -> None:
    """Leave one file behind at a clean close; an empty journal does no harm, so errors pass."""
    with suppress(sqlite.Error):
        connection.execute("PRAGMA journal_mode = DELETE")
