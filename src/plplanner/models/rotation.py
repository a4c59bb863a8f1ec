"""Stations, and the plan of who is where on a day."""

from datetime import date, time

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from plplanner.models.table import Table, owned_by, points_to


class Station(Table):
    """A place where a group works. `when_done` says what comes after."""

    __table_args__ = (UniqueConstraint("school_class_id", "name"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    school_class_id: Mapped[int] = owned_by("school_class")
    name: Mapped[str]
    kind: Mapped[str]
    place: Mapped[str] = mapped_column(default="")
    seats: Mapped[int | None]
    when_done: Mapped[str] = mapped_column(default="")
    position: Mapped[int] = mapped_column(default=0)


class RotationPlan(Table):
    """The rotation of one class on one day."""

    __table_args__ = (UniqueConstraint("school_class_id", "day"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    school_class_id: Mapped[int] = owned_by("school_class")
    day: Mapped[date]
    group_set_id: Mapped[int | None] = points_to("group_set")
    state: Mapped[str] = mapped_column(default="draft")
    starts_at: Mapped[time]
    minutes: Mapped[int]
    launch: Mapped[int]
    close: Mapped[int]
    move: Mapped[int]
    when_done: Mapped[str] = mapped_column(default="")


class Round(Table):
    """One round of a plan."""

    __table_args__ = (UniqueConstraint("rotation_plan_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    rotation_plan_id: Mapped[int] = owned_by("rotation_plan")
    number: Mapped[int]
    starts_at: Mapped[time]
    minutes: Mapped[int]


class StationVisit(Table):
    """A group is at a station in a round.

    The words of station and task are copied, so that last week prints the same tomorrow.
    """

    __table_args__ = (
        UniqueConstraint("round_id", "small_group_id"),
        UniqueConstraint("round_id", "station_name"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    round_id: Mapped[int] = owned_by("round")
    small_group_id: Mapped[int] = owned_by("small_group")
    station_id: Mapped[int | None] = points_to("station")
    station_name: Mapped[str]
    station_kind: Mapped[str]
    place: Mapped[str]
    task: Mapped[str]
