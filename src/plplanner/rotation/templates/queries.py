"""The templates of a class, and the one a day is drafted from."""

from collections import defaultdict
from datetime import date

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from plplanner.models.rotation import DayTemplate, TemplateRound, TemplateStation
from plplanner.rotation.templates.rows import DayShape, DayTemplateRow, TemplateStationRow
from plplanner.store.fetch import saved_id
from plplanner.terms import StationKind, Weekday


def templates_of_class(session: Session, *, class_id: int) -> list[DayTemplateRow]:
    """All templates of a class, by name."""
    return _templates(session, DayTemplate.school_class_id == class_id)


def template_on(session: Session, *, class_id: int, day: date) -> DayTemplateRow | None:
    """The template of the weekday of `day`; None where there is none."""
    of_class = DayTemplate.school_class_id == class_id
    found = _templates(session, of_class & (DayTemplate.weekday == day.weekday()))
    return found[0] if found else None


def _templates(session: Session, where: ColumnElement[bool]) -> list[DayTemplateRow]:
    found = session.scalars(select(DayTemplate).where(where)).all()
    stations: defaultdict[int, list[TemplateStationRow]] = defaultdict(list)
    ids = [saved_id(row) for row in found]
    for row in (
        session.scalars(
            select(TemplateStation)
            .where(TemplateStation.day_template_id.in_(ids))
            .order_by(TemplateStation.position)
        )
        if ids
        else ()
    ):
        stations[row.day_template_id].append(
            TemplateStationRow(row.name, StationKind(row.kind), row.place, row.task)
        )
    lengths: defaultdict[int, list[int]] = defaultdict(list)
    for timed in (
        session.scalars(
            select(TemplateRound)
            .where(TemplateRound.day_template_id.in_(ids))
            .order_by(TemplateRound.number)
        )
        if ids
        else ()
    ):
        lengths[timed.day_template_id].append(timed.minutes)
    rows = (_row(one, stations[saved_id(one)], lengths[saved_id(one)]) for one in found)
    return sorted(rows, key=lambda row: (row.name.casefold(), row.id))


def _row(
    template: DayTemplate, stations: list[TemplateStationRow], lengths: list[int]
) -> DayTemplateRow:
    return DayTemplateRow(
        id=saved_id(template),
        name=template.name,
        weekday=None if template.weekday is None else Weekday(template.weekday),
        shape=DayShape(
            minutes=template.minutes,
            rounds=template.rounds,
            launch=template.launch,
            close=template.close,
            move=template.move,
            when_done=template.when_done,
            stations=tuple(stations),
            lengths=tuple(lengths),
        ),
    )
