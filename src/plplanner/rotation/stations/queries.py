"""The stations of a class, as they are set up."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from plplanner.models.rotation import (
    Station,
)
from plplanner.rotation.rows import StationToVisit
from plplanner.store.fetch import saved_id
from plplanner.terms import (
    StationKind,
)


def stations_of_class(session: Session, *, class_id: int) -> list[StationToVisit]:
    """The stations of a class in the teacher's order."""
    found = session.scalars(
        select(Station)
        .where(Station.school_class_id == class_id)
        .order_by(Station.position, Station.id)
    )
    return [
        StationToVisit(
            station_id=saved_id(row),
            name=row.name,
            kind=StationKind(row.kind),
            place=row.place,
            seats=row.seats,
            when_done=row.when_done,
            adult=row.adult,
        )
        for row in found
    ]
