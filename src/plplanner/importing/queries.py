"""What a planner knows that an import is compared with, and what taking in a file would do."""

from collections.abc import Collection

from sqlmodel import Session, col, select

from plplanner.importing.class_plans import known_class, plan_classes, sections_in
from plplanner.importing.rows import (
    ClassImport,
    GradebookRead,
    KnownAssessment,
    KnownClass,
    KnownPlanner,
    KnownStudent,
    ScoreRead,
)
from plplanner.models.gradebook import Assessment, Score
from plplanner.models.roster import SchoolClass, Student, StudentIdentifier
from plplanner.store.fetch import saved_id
from plplanner.terms import ScoreStatus


def import_into_classes(
    session: Session, *, read: GradebookRead, class_name: str
) -> tuple[ClassImport, ...]:
    """One part per class of the file, the class asked for first; see `plan_classes`."""
    names = [class_name, *sections_in(read)]
    return plan_classes(read, known_planner(session, names=names), class_name=class_name)


def known_planner(session: Session, *, names: Collection[str]) -> KnownPlanner:
    """Everyone, and every class; assessments and scores only of classes that `names` may mean.

    `names` are names of classes or sections of a file.
    """
    rows = session.exec(select(SchoolClass).order_by(col(SchoolClass.id))).all()
    bare = [KnownClass(saved_id(row), row.name, row.section) for row in rows]
    meant = {found.id for name in names if (found := known_class(bare, name, name))}
    return KnownPlanner(
        classes=tuple(_with_scores(session, row) if row.id in meant else row for row in bare),
        students=tuple(known_students(session)),
    )


def _with_scores(session: Session, row: KnownClass) -> KnownClass:
    assessments = tuple(_known_assessments(session, row.id))
    return KnownClass(
        row.id, row.name, row.section, assessments, _known_scores(session, row.id)
    )  # fmt: skip


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


def _known_assessments(session: Session, class_id: int) -> list[KnownAssessment]:
    found = session.exec(
        select(Assessment)
        .where(Assessment.school_class_id == class_id)
        .order_by(col(Assessment.position))
    )
    return [
        KnownAssessment(saved_id(row), row.title, row.points_possible, row.native_id)
        for row in found
    ]


def _known_scores(session: Session, class_id: int) -> dict[tuple[int, int], ScoreRead]:
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
