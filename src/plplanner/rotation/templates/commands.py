"""What can be done with the templates of a class."""

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from plplanner.models.roster import SchoolClass
from plplanner.models.rotation import DayTemplate, TemplateRound, TemplateStation
from plplanner.problems import Problem
from plplanner.rotation.templates.rows import DayShape
from plplanner.store.fetch import saved_id, still_there
from plplanner.store.step import step
from plplanner.terms import Weekday


@step("Save template “{name}”")
def save_template(
    session: Session,
    *,
    class_id: int,
    name: str,
    shape: DayShape,
    weekday: Weekday | None = None,
) -> int:
    """Keep the shape of a day under a name, in place of what has this name; returns its id.

    With `weekday`, these days are drafted from it from now on. Problem without a name.
    """
    still_there(session, SchoolClass, class_id, what="class")
    words = _named(name)
    before = _called(session, class_id, words)
    if before is not None:
        session.delete(before)
    _free_weekday(session, class_id, weekday)
    session.flush()
    template = DayTemplate(
        school_class_id=class_id,
        name=words,
        weekday=weekday,
        minutes=shape.minutes,
        rounds=shape.rounds,
        launch=shape.launch,
        close=shape.close,
        move=shape.move,
        when_done=shape.when_done,
    )
    session.add(template)
    session.flush()
    session.add_all(
        TemplateStation(
            day_template_id=saved_id(template),
            name=station.name,
            kind=station.kind.value,
            place=station.place,
            task=station.task,
            position=position,
        )
        for position, station in enumerate(shape.stations)
    )
    session.add_all(
        TemplateRound(day_template_id=saved_id(template), number=number, minutes=minutes)
        for number, minutes in enumerate(shape.lengths, start=1)
    )
    session.flush()
    return saved_id(template)


@step("Rename template “{name}”")
def rename_template(session: Session, *, template_id: int, name: str) -> None:
    """Give a template another name; Problem without one, or when another has it."""
    template = still_there(session, DayTemplate, template_id, what="template")
    words = _named(name)
    other = _called(session, template.school_class_id, words)
    if other is not None and other.id != template.id:
        raise Problem(f"There is a template “{words}” already.", "Choose another name.")
    template.name = words
    session.add(template)


@step("{says}")
def set_template_weekday(
    session: Session,
    *,
    template_id: int,
    weekday: Weekday | None,
    says: str,  # noqa: ARG001
) -> None:
    """Draft the days of a weekday from this template, or with None no day any more.

    The template that was used on that weekday is so no longer. `says` is what Undo calls it.
    """
    template = still_there(session, DayTemplate, template_id, what="template")
    if weekday != template.weekday:
        _free_weekday(session, template.school_class_id, weekday)
        session.flush()
        template.weekday = weekday
        session.add(template)


@step("Remove template “{name}”")
def remove_template(
    session: Session,
    *,
    template_id: int,
    name: str,  # noqa: ARG001
) -> None:
    """Remove a template; plans made from it stay as they are."""
    session.delete(still_there(session, DayTemplate, template_id, what="template"))


def _named(name: str) -> str:
    words = " ".join(name.split())
    if not words:
        raise Problem("The template has no name.", "Type a name, for example “Monday rotation”.")
    return words


def _called(session: Session, class_id: int, name: str) -> DayTemplate | None:
    return session.scalars(
        select(DayTemplate).where(DayTemplate.school_class_id == class_id, DayTemplate.name == name)
    ).first()


def _free_weekday(session: Session, class_id: int, weekday: Weekday | None) -> None:
    if weekday is not None:
        of_class = DayTemplate.school_class_id == class_id
        session.execute(
            update(DayTemplate).where(of_class, DayTemplate.weekday == weekday).values(weekday=None)
        )
