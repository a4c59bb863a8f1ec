"""What taking in a file would do to this planner, before anything happens."""

from sqlmodel import Session, col, select

from plplanner.importing.choose_section import section_meant
from plplanner.importing.plan import plan_import
from plplanner.importing.rows import (
    ClassImport,
    GradebookRead,
    ImportPlan,
    KnownAssessment,
    KnownStudent,
    ScoreRead,
)
from plplanner.importing.sections import sections_of_cells
from plplanner.models.gradebook import Assessment, Score
from plplanner.models.roster import SchoolClass, Student, StudentIdentifier
from plplanner.store.fetch import saved_id
from plplanner.terms import ScoreStatus


def import_into_classes(
    session: Session, *, read: GradebookRead, class_name: str
) -> tuple[ClassImport, ...]:
    """One part per class of the file, the class asked for first.

    Every section of the file becomes a class of its own; the one that `class_name` means is
    called by that name. A file without sections is all one class.
    """
    asked = _section_of_known_class(session, class_name)
    sections = _sections_in(read)
    meant = asked if asked in sections else section_meant(class_name, sections)
    parts = [_class_import(session, read, class_name, meant, everyone=meant is None)]
    parts += [
        _class_import(session, read, section, section)
        for section in sections
        if section != meant
    ]  # fmt: skip
    return tuple(parts)


def _class_import(
    session: Session, read: GradebookRead, name: str, section: str | None, *, everyone: bool = False
) -> ClassImport:
    found = _known_class(session, name, section)
    class_id = saved_id(found) if found else None
    plan = _plan(session, read, class_id)
    members = tuple(
        place
        for place, student in enumerate(plan.students)
        if everyone or section in student.sections
    )
    return ClassImport(class_id, found.name if found else name, section or "", members, plan)


def _plan(session: Session, read: GradebookRead, class_id: int | None) -> ImportPlan:
    return plan_import(
        read,
        known_students=known_students(session),
        known_assessments=_known_assessments(session, class_id),
        known_scores=_known_scores(session, class_id),
    )


def known_students(session: Session) -> list[KnownStudent]:
    """Everyone in the planner, with the ids other systems use."""
    ids: dict[int, dict[str, str | None]] = {}
    for row in session.exec(select(StudentIdentifier).order_by(col(StudentIdentifier.id))):
        ids.setdefault(row.student_id, {})[row.kind] = row.value
    return [
        KnownStudent(
            id=saved_id(row),
            last=row.last or None,
            first=row.first or None,
            suffix=row.suffix or None,
            nickname=row.nickname or None,
            ids=ids.get(saved_id(row), {}),
        )
        for row in session.exec(select(Student).order_by(col(Student.id)))
    ]


def _known_assessments(session: Session, class_id: int | None) -> list[KnownAssessment]:
    found = session.exec(
        select(Assessment)
        .where(Assessment.school_class_id == class_id)
        .order_by(col(Assessment.position))
    )
    return [
        KnownAssessment(saved_id(row), row.title, row.points_possible, row.native_id)
        for row in found
    ]


def _known_scores(session: Session, class_id: int | None) -> dict[tuple[int, int], ScoreRead]:
    found = session.exec(
        select(Score)
        .join(Assessment, col(Assessment.id) == Score.assessment_id)
        .where(Assessment.school_class_id == class_id)
    )
    return {
        (row.student_id, row.assessment_id): ScoreRead(
            points=row.points,
            possible=row.possible,
            percent=row.percent,
            status=ScoreStatus(row.status),
            late=row.late,
            scale_score=row.scale_score,
            percentile=row.percentile,
            level=row.level,
        )
        for row in found
    }


def _sections_in(read: GradebookRead) -> list[str]:
    by_cell = sections_of_cells(student.section for student in read.students)
    named = (by_cell.get(student.section or "", ()) for student in read.students)
    return list(dict.fromkeys(section for sections in named for section in sections))


def _section_of_known_class(session: Session, name: str) -> str | None:
    found = _known_class(session, name, None)
    return found.section or None if found else None


def _known_class(session: Session, name: str, section: str | None) -> SchoolClass | None:
    classes = session.exec(select(SchoolClass).order_by(col(SchoolClass.id))).all()
    for row in classes:
        if row.name.casefold() == name.strip().casefold():
            return row
    return next((row for row in classes if section and row.section == section), None)
