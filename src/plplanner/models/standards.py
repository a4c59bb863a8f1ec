"""Standards, their frameworks, and the learning targets students read."""

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


class LearningTarget(Table):
    """A standard in a student's words: “I can …”."""

    id: Mapped[int] = mapped_column(primary_key=True)
    uuid: Mapped[str] = shared_id()
    standard_id: Mapped[int] = owned_by("standard")
    i_can: Mapped[str]
    position: Mapped[int] = mapped_column(default=0)


class LearningTargetTranslation(Table):
    """The same target in a family's language, as reviewed by `reviewed_by`."""

    __table_args__ = (UniqueConstraint("learning_target_id", "language"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    learning_target_id: Mapped[int] = owned_by("learning_target")
    language: Mapped[str]
    i_can: Mapped[str]
    reviewed_by: Mapped[str] = mapped_column(default="")
