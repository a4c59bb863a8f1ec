"""The learning targets students read, one standard in their words and their families'."""

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from plplanner.models.table import Table, owned_by, shared_id


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
