"""What can be done with the stations of a class."""

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from plplanner.models.rotation import (
    Station,
)
from plplanner.rotation.pick_tasks import DefaultStation
from plplanner.rotation.rows import StationToVisit
from plplanner.store.fetch import still_there
from plplanner.store.step import step


@step("Add stations")
def add_stations(
    session: Session, *, class_id: int, stations: Sequence[DefaultStation | StationToVisit]
) -> None:
    """Add stations a class does not have yet; a name that is taken is left as it is."""
    known = set(session.scalars(select(Station.name).where(Station.school_class_id == class_id)))
    last = session.scalars(
        select(func.max(Station.position)).where(Station.school_class_id == class_id)
    ).one()
    position = -1 if last is None else last
    for station in stations:
        if station.name not in known:
            position += 1
            session.add(
                Station(
                    school_class_id=class_id,
                    name=station.name,
                    kind=station.kind.value,
                    place=station.place,
                    seats=station.seats,
                    when_done=station.when_done,
                    position=position,
                )
            )
    session.flush()


@step("Remove station")
def remove_station(session: Session, *, station_id: int) -> None:
    """Remove a station; plans already made keep its name."""
    session.delete(still_there(session, Station, station_id, what="station"))


@step("{adult} helps at {name}")
def set_station_adult(
    session: Session,
    *,
    station_id: int,
    adult: str,
    name: str,  # noqa: ARG001
) -> None:
    """Say which adult besides the teacher a station needs; nobody for blanks."""
    station = still_there(session, Station, station_id, what="station")
    station.adult = " ".join(adult.split())
    session.add(station)
