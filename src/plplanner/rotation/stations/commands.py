"""What can be done with the stations of a class."""

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from plplanner.models.rotation import RotationPlan, Round, Station, StationVisit
from plplanner.problems import Problem
from plplanner.rotation.pick_tasks import DefaultStation
from plplanner.rotation.rows import StationToVisit
from plplanner.store.fetch import still_there
from plplanner.store.step import step
from plplanner.terms import PlanState


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


@step("Set up {name}")
def set_up_station(
    session: Session,
    *,
    station_id: int,
    name: str,  # noqa: ARG001
    place: str,
    seats: int | None,
    when_done: str,
) -> None:
    """Say where a station is, for how many, and what comes when done; None for no limit.

    Plans not taught yet tell the new place. Raises Problem for a station without any seat.
    """
    if seats is not None and seats < 1:
        raise Problem("A station needs a seat.", "Type how many, or leave it blank for no limit.")
    station = still_there(session, Station, station_id, what="station")
    station.place, station.seats = " ".join(place.split()), seats
    station.when_done = " ".join(when_done.split())
    session.add(station)
    open_rounds = (
        select(Round.id)
        .join(RotationPlan, RotationPlan.id == Round.rotation_plan_id)
        .where(RotationPlan.state != PlanState.TAUGHT.value)
    )
    of_it = StationVisit.station_id == station_id, StationVisit.round_id.in_(open_rounds)
    for visit in session.scalars(select(StationVisit).where(*of_it)):
        visit.place = station.place
