"""The stations of a class, as they are set up."""

from dataclasses import replace

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from plplanner.models.rotation import (
    Round,
    Station,
    StationVisit,
)
from plplanner.rotation.rows import PlanRow, StationToVisit
from plplanner.store.fetch import saved_id
from plplanner.terms import (
    StationKind,
    VoiceLevel,
    Weekday,
)


def stations_of_class(session: Session, *, class_id: int) -> list[StationToVisit]:
    """The stations of a class in the teacher's order."""
    is_planned = exists().where(StationVisit.station_id == Station.id)
    found = session.execute(
        select(Station, is_planned)
        .where(Station.school_class_id == class_id)
        .order_by(Station.position, Station.id)
    )
    rows = [(row, planned) for row, planned in found]
    names = {saved_id(row): row.name for row, _ in rows}
    return [
        StationToVisit(
            station_id=saved_id(row),
            name=row.name,
            kind=StationKind(row.kind),
            place=row.place,
            seats=row.seats,
            when_done=row.when_done,
            adult=row.adult,
            adult_from=row.adult_from,
            adult_until=row.adult_until,
            needs_adult=row.needs_adult,
            voice=None if row.voice is None else VoiceLevel(row.voice),
            after="" if row.after_id is None else names.get(row.after_id, ""),
            is_new=not planned,
            adult_days=frozenset(Weekday(int(one)) for one in row.adult_days),
        )
        for row, planned in rows
    ]


def in_names_of_now(session: Session, *, plan: PlanRow) -> PlanRow:
    """A plan in which stations renamed since are called as they are now."""
    found = session.execute(
        select(StationVisit.station_name, Station.name)
        .join(Station, Station.id == StationVisit.station_id)
        .join(Round, Round.id == StationVisit.round_id)
        .where(Round.rotation_plan_id == plan.id, StationVisit.station_name != Station.name)
        .distinct()
    )
    now: dict[str, str] = {}
    for before, name in found:
        now[before] = name
    if not now:
        return plan
    return replace(
        plan,
        groups=tuple(
            replace(
                line,
                visits=tuple(
                    visit
                    and replace(visit, station_name=now.get(visit.station_name, visit.station_name))
                    for visit in line.visits
                ),
            )
            for line in plan.groups
        ),
    )
