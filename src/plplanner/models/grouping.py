"""Small groups of a date."""

from datetime import date

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from plplanner.models.table import Table, owned_by, points_to


class GroupSet(Table):
    """The groups a class has from a day on. `basis` says in words what they rest on.

    `nearly_cut` and `secure_cut` are shares (0–1) where the teacher moved a cut for these groups;
    `state` is draft or in_use; `starts_on` is the day from which they are used, if not at once.
    """

    id: Mapped[int] = mapped_column(primary_key=True)
    school_class_id: Mapped[int] = owned_by("school_class")
    created_on: Mapped[date]
    basis: Mapped[str]
    strategy: Mapped[str]
    seed: Mapped[int]
    assessment_id: Mapped[int | None] = points_to("assessment")
    standard_id: Mapped[int | None] = points_to("standard")
    nearly_cut: Mapped[float | None]
    secure_cut: Mapped[float | None]
    state: Mapped[str] = mapped_column(default="in_use")
    starts_on: Mapped[date | None]


class SmallGroup(Table):
    """One small group. `position` is a shuffled, stable order that says nothing of level."""

    __table_args__ = (
        UniqueConstraint("group_set_id", "position"),
        UniqueConstraint("group_set_id", "identity"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    group_set_id: Mapped[int] = owned_by("group_set")
    position: Mapped[int]
    identity: Mapped[str]
    level: Mapped[str]
    topic: Mapped[str] = mapped_column(default="")
    teacher_table: Mapped[bool] = mapped_column(default=False)


class GroupMember(Table):
    """A student in a small group, with the reason given at the time."""

    __table_args__ = (UniqueConstraint("small_group_id", "student_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    small_group_id: Mapped[int] = owned_by("small_group")
    student_id: Mapped[int] = owned_by("student")
    reason: Mapped[str]
    moved_by: Mapped[str] = mapped_column(default="auto")
    locked: Mapped[bool] = mapped_column(default=False)
    expert_topic: Mapped[str] = mapped_column(default="")
