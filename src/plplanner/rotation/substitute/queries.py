"""What a substitute is told of a class and a day."""

from datetime import date

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from plplanner.calendar.queries import lesson_time
from plplanner.grouping.queries import rules_of_class
from plplanner.models.roster import SchoolClass
from plplanner.models.rotation import RotationPlan, SubstituteWords
from plplanner.roster.queries import absent_on, pull_outs_on, students_of_class
from plplanner.rotation.adult_hours import hours_words, on_day
from plplanner.rotation.rows import ForSubstitute, LessonToPrint, PlanRow
from plplanner.rotation.rows import SubstituteWords as Words
from plplanner.rotation.stations.queries import stations_of_class
from plplanner.terms import PlanState, RuleKind


def substitute_words(session: Session, *, class_id: int) -> Words:
    """What the teacher wrote down for a substitute; blank where she has not."""
    row = session.scalars(
        select(SubstituteWords).where(SubstituteWords.school_class_id == class_id)
    ).first()
    if row is None:
        return Words()
    return Words(row.where_things, row.routines, row.help_from, row.spare_day)


def for_substitute(session: Session, *, class_id: int, day: date) -> ForSubstitute:
    """What a substitute is told besides the plan of a day: who sits apart, without why."""
    students = students_of_class(session, class_id=class_id)
    rules = rules_of_class(session, class_id=class_id, students=students, on=day)
    return ForSubstitute(
        words=substitute_words(session, class_id=class_id),
        apart=tuple(rule.student_ids for rule in rules if rule.kind is RuleKind.APART),
        adults=tuple(
            (station.adult, " ".join((station.name, hours_words(station))).strip())
            for station in on_day(stations_of_class(session, class_id=class_id), day)
            if station.adult and station.is_adult_in
        ),
        knows_rotation=_has_rotated(session, class_id=class_id, before=day),
    )


def _has_rotated(session: Session, *, class_id: int, before: date) -> bool:
    taught = exists().where(
        RotationPlan.school_class_id == class_id,
        RotationPlan.day < before,
        RotationPlan.state == PlanState.TAUGHT.value,
    )
    return bool(session.scalar(select(taught)))


def spare_day(session: Session, *, class_id: int, day: date) -> LessonToPrint | None:
    """A day without a plan, as the teacher wrote it down beforehand; None where she has not."""
    told = for_substitute(session, class_id=class_id, day=day)
    if not told.words.spare_day:
        return None
    school_class = session.get_one(SchoolClass, class_id)
    lesson = lesson_time(session, class_id=class_id, day=day)
    plan = PlanRow(
        id=0, class_id=class_id, class_name=school_class.name, subject=school_class.subject,
        day=day, state=PlanState.READY, starts_at=lesson.starts_at, minutes=lesson.minutes,
        rounds=(), groups=(), when_done="", has_substitute=True,
    )  # fmt: skip
    return LessonToPrint(
        plan=plan,
        students=tuple(students_of_class(session, class_id=class_id)),
        pull_outs=tuple(pull_outs_on(session, class_id=class_id, day=day)),
        playlists={},
        absent=absent_on(session, class_id=class_id, day=day),
        for_substitute=told,
    )
