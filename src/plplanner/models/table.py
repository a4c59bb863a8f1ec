"""The base of every table: its name in SQL is the class's name in snake case."""

import re
import uuid
from datetime import UTC, datetime
from typing import Any, ClassVar

from sqlalchemy import DateTime, Dialect, ForeignKey, TypeDecorator
from sqlalchemy.orm import DeclarativeBase, MappedColumn, mapped_column


class Moment(TypeDecorator[datetime]):
    """A moment, kept as UTC without an offset and given back with one.

    ValueError for a moment without a time zone: nobody could tell when it was.
    """

    impl = DateTime
    cache_ok = True

    def process_bind_param(
        self,
        value: datetime | None,
        dialect: Dialect,  # noqa: ARG002 - SQLAlchemy hands it over
    ) -> datetime | None:
        """As it is kept."""
        if value is None:
            return None
        if value.utcoffset() is None:
            raise ValueError(f"{value} has no time zone")
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(
        self,
        value: datetime | None,
        dialect: Dialect,  # noqa: ARG002 - SQLAlchemy hands it over
    ) -> datetime | None:
        """As it was meant."""
        return None if value is None else value.replace(tzinfo=UTC)


class Table(DeclarativeBase):
    """A table of the planner file."""

    type_annotation_map: ClassVar = {datetime: Moment()}

    def __init_subclass__(cls, **kwargs: Any) -> None:  # noqa: ANN401 - handed on as they are
        """Name the SQL table: SchoolClass is kept in school_class."""
        cls.__tablename__ = re.sub(r"(?<!^)(?=[A-Z])", "_", cls.__name__).lower()
        super().__init_subclass__(**kwargs)


def owned_by(table: str) -> MappedColumn[int]:
    """A foreign key to the row that owns this one: deleted together."""
    return mapped_column(ForeignKey(f"{table}.id", ondelete="CASCADE"), index=True)


def points_to(table: str) -> MappedColumn[int | None]:
    """A foreign key to a row this one merely mentions: forgotten when that is deleted."""
    return mapped_column(ForeignKey(f"{table}.id", ondelete="SET NULL"), index=True)


def shared_id() -> MappedColumn[str]:
    """The identity of a thing that colleagues can exchange."""
    return mapped_column(default=lambda: str(uuid.uuid4()), unique=True)
