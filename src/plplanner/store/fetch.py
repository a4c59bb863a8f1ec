"""Small questions every command asks of a table."""

from collections.abc import Collection
from typing import Any, Protocol, TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from plplanner.models.table import Table
from plplanner.problems import Problem

T = TypeVar("T", bound=Table)


class HasId(Protocol):
    """A row of any table."""

    @property
    def id(self) -> int | None:
        """The row's own number; None before it is saved."""


def still_there(session: Session, table: type[T], row_id: int, *, what: str) -> T:
    """The row of this id, or a Problem: “This student is no longer here.”"""
    row = session.get(table, row_id)
    if row is None:
        raise Problem(f"This {what} is no longer here.", f"Choose another {what}.")
    return row


def saved_id(row: HasId) -> int:
    """The id of a row that was flushed; ValueError for one that was not."""
    if row.id is None:
        raise ValueError(f"{type(row).__name__} was not saved yet")
    return row.id


def values_of(row: Table, *, besides: Collection[str]) -> dict[str, Any]:
    """What a row holds, by column, leaving the columns `besides` out: to make another like it."""
    names = (column.key for column in row.__table__.columns)
    return {name: getattr(row, name) for name in names if name not in besides}


def mentioned_ids(
    session: Session, table: str, ids: Collection[int], *, besides: Collection[str]
) -> set[int]:
    """Which rows of a table any other table points to, leaving the tables `besides` out.

    What nobody mentions may go without taking anything of the teacher's along.
    """
    found: set[int] = set()
    for other in Table.metadata.sorted_tables:
        for key in other.foreign_keys if other.name not in besides else ():
            if key.column.table.name == table:
                found.update(
                    session.execute(select(key.parent).where(key.parent.in_(ids))).scalars()
                )
    return found
