"""The base of every table: its name in SQL is the class's name in snake case."""

import re
import uuid
from typing import Any

from sqlmodel import Field, SQLModel


class Table(SQLModel):
    """A table of the planner file."""

    # Tables do not validate: what would check them is never made, which a start would wait for.
    model_config = {"defer_build": True}

    def __init_subclass__(cls, **kwargs: Any) -> None:  # noqa: ANN401 - handed on as they are
        """Name the SQL table: SchoolClass is kept in school_class."""
        cls.__tablename__ = re.sub(r"(?<!^)(?=[A-Z])", "_", cls.__name__).lower()
        super().__init_subclass__(**kwargs)


def owned_by(table: str) -> Any:  # noqa: ANN401 - a field stands in for any type
    """A foreign key to the row that owns this one: deleted together."""
    return Field(foreign_key=f"{table}.id", ondelete="CASCADE", index=True)


def points_to(table: str) -> Any:  # noqa: ANN401
    """A foreign key to a row this one merely mentions: forgotten when that is deleted."""
    return Field(default=None, foreign_key=f"{table}.id", ondelete="SET NULL", index=True)


def shared_id() -> Any:  # noqa: ANN401
    """The identity of a thing that colleagues can exchange."""
    return Field(default_factory=lambda: str(uuid.uuid4()), unique=True)
