"""Standards and their frameworks."""

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from plplanner.models.table import Table, owned_by, points_to, shared_id


class Framework(Table):
    """A set of standards, such as a state's or the teacher's own."""

    id: Mapped[int] = mapped_column(primary_key=True)
    uuid: Mapped[str] = shared_id()
    name: Mapped[str] = mapped_column(unique=True)


class Standard(Table):
    """One standard. `code` is kept as written; `search_code` is its folded spelling."""

    __table_args__ = (UniqueConstraint("framework_id", "code"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    uuid: Mapped[str] = shared_id()
    framework_id: Mapped[int] = owned_by("framework")
    parent_id: Mapped[int | None] = points_to("standard")
    code: Mapped[str]
    search_code: Mapped[str] = mapped_column(index=True)
    text: Mapped[str] = mapped_column(default="")
    grade: Mapped[str] = mapped_column(default="")
    position: Mapped[int] = mapped_column(default=0)
