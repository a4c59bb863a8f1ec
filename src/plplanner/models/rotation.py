"""Stations, and the plan of who is where on a day."""

from datetime import date, time

from sqlmodel import Field, UniqueConstraint

from plplanner.models.table import Table, owned_by, points_to


class Station(Table, table=True):
    """A place where a group works. `when_done` says what comes after."""

    __table_args__ = (UniqueConstraint("school_class_id", "name"),)

    id: int | None = Field(default=None, primary_key=True)
    school_class_id: int = owned_by("school_class")
    name: str
    kind: str
    place: str = ""
    seats: int | None = None
    when_done: str = ""
    position: int = 0


class RotationPlan(Table, table=True):
    """The rotation of one class on one day."""

    __table_args__ = (UniqueConstraint("school_class_id", "day"),)

    id: int | None = Field(default=None, primary_key=True)
    school_class_id: int = owned_by("school_class")
    day: date
    group_set_id: int | None = points_to("group_set")
    state: str = "draft"
    starts_at: time
    minutes: int
    launch: int
    close: int
    move: int
    when_done: str = ""


class Round(Table, table=True):
    """One round of a plan."""

    __table_args__ = (UniqueConstraint("rotation_plan_id", "number"),)

    id: int | None = Field(default=None, primary_key=True)
    rotation_plan_id: int = owned_by("rotation_plan")
    number: int
    starts_at: time
    minutes: int


class StationVisit(Table, table=True):
    """A group is at a station in a round.

    The words of station and task are copied, so that last week prints the same tomorrow.
    """

    __table_args__ = (
        UniqueConstraint("round_id", "small_group_id"),
        UniqueConstraint("round_id", "station_name"),
    )

    id: int | None = Field(default=None, primary_key=True)
    round_id: int = owned_by("round")
    small_group_id: int = owned_by("small_group")
    station_id: int | None = points_to("station")
    station_name: str
    station_kind: str
    place: str
    task: str
