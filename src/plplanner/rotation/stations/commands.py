"""What can be done with the stations of a class."""

from collections.abc import Mapping, Sequence

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from plplanner.models.roster import SchoolClass
from plplanner.models.rotation import (
    DayTemplate,
    RotationPlan,
    Round,
    Station,
    StationVisit,
    TemplateStation,
)
from plplanner.problems import Problem
from plplanner.rotation.lived.commands import plan_again
from plplanner.rotation.pick_tasks import DefaultStation
from plplanner.rotation.rows import OUTSIDE_HOURS, StationToVisit
from plplanner.rotation.stations.queries import stations_of_class
from plplanner.rotation.stations.which_stations import named, trouble_with
from plplanner.store.fetch import saved_id, still_there
from plplanner.store.step import step
from plplanner.terms import PlanState

Bearer = Station | StationVisit | TemplateStation
"""What has the name of a station."""


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
        if named(station.name) not in known:
            position += 1
            session.add(_row_of(station, class_id=class_id, position=position))
    session.flush()


def _row_of(station: DefaultStation | StationToVisit, *, class_id: int, position: int) -> Station:
    row = Station(
        school_class_id=class_id,
        name=named(station.name),
        kind=station.kind.value,
        place=named(station.place),
        seats=station.seats,
        when_done=named(station.when_done),
        position=position,
    )
    if isinstance(station, StationToVisit):
        _set_words(row, station)
    return row


def _set_words(row: Station, wanted: StationToVisit) -> None:
    """What, where and how it is at a station, and who helps there; hours are somebody's."""
    row.kind = wanted.kind.value
    row.place, row.seats = named(wanted.place), wanted.seats
    row.when_done, row.voice = named(wanted.when_done), wanted.voice
    row.adult, row.needs_adult = named(wanted.adult), wanted.needs_adult
    hours = (wanted.adult_from, wanted.adult_until) if row.adult else (None, None)
    row.adult_from, row.adult_until = hours
    row.adult_days = (
        "".join(str(int(one)) for one in sorted(wanted.adult_days)) if row.adult else ""
    )


@step("Remove station")
def remove_station(session: Session, *, station_id: int) -> None:
    """Remove a station; plans already made keep its name."""
    session.delete(still_there(session, Station, station_id, what="station"))


@step("{says}")
def set_stations(
    session: Session,
    *,
    class_id: int,
    wanted: Sequence[StationToVisit],
    groups: int,
    says: str,  # noqa: ARG001
) -> None:
    """Let a class have these stations, in this order.

    Those it has are renamed and set up, the others added, and what is not among them goes. Plans
    not taught yet and templates tell the new words; of what goes, plans keep the words and
    templates do not. Problem where a name is missing or taken, a station has no seat, and where
    none led by a teacher is left, or fewer than `groups`. `says` is what Undo says.
    """
    still_there(session, SchoolClass, class_id, what="class")
    rows = {
        saved_id(row): row
        for row in session.scalars(select(Station).where(Station.school_class_id == class_id))
    }
    kept = [one for one in wanted if one.station_id in rows]
    had = stations_of_class(session, class_id=class_id)
    gone = [one for one in had if one.station_id not in {row.station_id for row in kept}]
    _refuse(wanted, had, groups)
    for one in gone:
        _leave_templates(session, rows[one.station_id])
        session.delete(rows[one.station_id])
    session.flush()
    _rename(session, {rows[one.station_id]: named(one.name) for one in kept})
    for one in kept:
        _set_up(session, rows[one.station_id], one)
    add_stations(session, class_id=class_id, stations=[one for one in wanted if one not in kept])
    _put_in_order(session, class_id, wanted)


def _refuse(wanted: Sequence[StationToVisit], had: Sequence[StationToVisit], groups: int) -> None:
    trouble = trouble_with(wanted, had=had, groups=groups)
    if trouble is not None:
        raise Problem(trouble.text, trouble.next_step)
    if any(one.seats is not None and one.seats < 1 for one in wanted):
        raise Problem("A station needs a seat.", "Type how many, or leave it blank for no limit.")


def _rename(session: Session, names: Mapping[Station, str]) -> None:
    """Let stations, their visits in plans to come and their places in templates be called anew."""
    changed = {row: name for row, name in names.items() if row.name != name}
    for row, name in changed.items():
        _refuse_taken(session, row, name)
    called = {row: _called_by_it(session, row) for row in changed}
    # Two stations may take each other’s names: out of the way first, then in.
    for row, bearers in called.items():
        for one in bearers:
            _call(one, f"\x1f{row.id}")
    session.flush()
    for row, bearers in called.items():
        for one in bearers:
            _call(one, changed[row])
    session.flush()


def _called_by_it(session: Session, row: Station) -> list[Bearer]:
    """All that is called by the name of a station, and it."""
    return [row, *_visits_to_come(session, row), *_in_templates(session, row)]


def _call(one: Bearer, name: str) -> None:
    if isinstance(one, StationVisit):
        one.station_name = name
    else:
        one.name = name


def _refuse_taken(session: Session, row: Station, name: str) -> None:
    """A plan or template may still have the name, of a station that is gone since."""
    rows = _rounds_to_come(row.school_class_id)
    in_plan = session.scalars(
        select(StationVisit.id).where(
            StationVisit.round_id.in_(rows),
            StationVisit.station_name == name,
            StationVisit.station_id.is_(None),
        )
    ).first()
    have = set(
        session.scalars(select(Station.name).where(Station.school_class_id == row.school_class_id))
    )
    kept = _templates(row.school_class_id)
    in_template = session.scalars(
        select(TemplateStation.id).where(
            TemplateStation.day_template_id.in_(kept), TemplateStation.name == name
        )
    ).first()
    if in_plan is not None or (in_template is not None and name not in have):
        what = "plan" if in_plan is not None else "template"
        raise Problem(
            f"A {what} still has a station called “{name}”, which is gone.", "Choose another name."
        )


def _set_up(session: Session, row: Station, wanted: StationToVisit) -> None:
    before = _hours(row)
    _set_words(row, wanted)
    visits = _visits_to_come(session, row)
    for visit in visits:
        visit.place, visit.voice = row.place, row.voice
        if visit.planned_kind is None:
            visit.station_kind = row.kind
        else:  # what stands in for the day keeps its own
            visit.planned_kind = row.kind
    for one in _in_templates(session, row):
        one.kind = row.kind
    session.flush()
    if _hours(row) != before:
        plan_again(session, visit_ids=[saved_id(visit) for visit in visits], why=(OUTSIDE_HOURS,))


def _hours(row: Station) -> tuple[object, ...]:
    return row.adult, row.adult_from, row.adult_until, row.adult_days, row.needs_adult


def _put_in_order(session: Session, class_id: int, wanted: Sequence[StationToVisit]) -> None:
    """Where each stands among the others, and which of them its work needs first."""
    found = session.scalars(select(Station).where(Station.school_class_id == class_id))
    rows = {row.name: row for row in found}
    for position, one in enumerate(wanted):
        row, first = rows[named(one.name)], rows.get(named(one.after))
        row.position, row.after_id = position, None if first is None else saved_id(first)
    session.flush()


def _visits_to_come(session: Session, row: Station) -> Sequence[StationVisit]:
    """Its visits in plans not taught yet."""
    return session.scalars(
        select(StationVisit).where(
            StationVisit.station_id == row.id,
            StationVisit.round_id.in_(_rounds_to_come(row.school_class_id)),
        )
    ).all()


def _rounds_to_come(class_id: int) -> Select[int]:
    return (
        select(Round.id)
        .join(RotationPlan, RotationPlan.id == Round.rotation_plan_id)
        .where(
            RotationPlan.school_class_id == class_id,
            RotationPlan.state != PlanState.TAUGHT.value,
        )
    )


def _templates(class_id: int) -> Select[int]:
    return select(DayTemplate.id).where(DayTemplate.school_class_id == class_id)


def _in_templates(session: Session, row: Station) -> Sequence[TemplateStation]:
    return session.scalars(
        select(TemplateStation).where(
            TemplateStation.day_template_id.in_(_templates(row.school_class_id)),
            TemplateStation.name == row.name,
        )
    ).all()


def _leave_templates(session: Session, row: Station) -> None:
    for one in _in_templates(session, row):
        session.delete(one)
