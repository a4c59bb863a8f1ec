"""What a planner knows that an import is compared with, and what taking in a file would do."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import Row
from sqlmodel import Session, SQLModel, col, select

from plplanner.importing.class_plans import known_class, plan_classes, sections_in
from plplanner.importing.corrections import Corrections
from plplanner.importing.mapping import corrections_from, shape_of_file
from plplanner.importing.rows import (
    ClassImport,
    GradebookRead,
    ImportCounts,
    ImportRow,
    KnownAssessment,
    KnownClass,
    KnownPlanner,
    KnownStudent,
    ScoreRead,
)
from plplanner.models.gradebook import Assessment, ReplacedScore, Score
from plplanner.models.importing import FileMapping, GradebookImport, ImportedClass
from plplanner.models.roster import (
    Enrollment,
    SchoolClass,
    Student,
    StudentAlias,
    StudentIdentifier,
)
from plplanner.store.fetch import saved_id
from plplanner.terms import ScoreStatus


def import_into_classes(
    session: Session, *, read: GradebookRead, class_name: str, file_name: str = ""
) -> tuple[ClassImport, ...]:
    """One part per class of the file, the class asked for first; see `plan_classes`."""
    known = known_planner(session, names=[class_name, *sections_in(read)])
    return plan_classes(read, known, class_name=class_name, file_name=file_name)


def known_planner(session: Session, *, names: Collection[str]) -> KnownPlanner:
    """Everyone, and every class; assessments and scores only of classes that `names` may mean.

    `names` are names of classes or sections of a file.
    """
    rows = session.exec(select(SchoolClass).order_by(col(SchoolClass.id))).all()
    now, left = _students_by_class(session, left=False), _students_by_class(session, left=True)
    bare = [
        KnownClass(
            saved_id(row),
            row.name,
            row.section,
            students=now.get(saved_id(row), ()),
            left=left.get(saved_id(row), ()),
        )
        for row in rows
    ]
    meant = {found.id for name in names if (found := known_class(bare, name, name))}
    return KnownPlanner(
        classes=tuple(_with_scores(session, row) if row.id in meant else row for row in bare),
        students=tuple(known_students(session)),
    )


def _students_by_class(session: Session, *, left: bool) -> dict[int, tuple[int, ...]]:
    """Who is in each class now, or who left it."""
    gone = col(Enrollment.left_on).is_not(None)
    found = session.exec(
        select(Enrollment).where(gone if left else ~gone).order_by(col(Enrollment.roster_number))
    )
    by_class: dict[int, tuple[int, ...]] = {}
    for row in found:
        by_class[row.school_class_id] = (*by_class.get(row.school_class_id, ()), row.student_id)
    return by_class


def _with_scores(session: Session, row: KnownClass) -> KnownClass:
    scores, days = _known_scores(session, row.id)
    return replace(
        row,
        assessments=tuple(_known_assessments(session, row.id)),
        scores=scores,
        score_days=days,
    )


def known_students(session: Session) -> list[KnownStudent]:
    """Everyone in the planner, with the ids other systems use."""
    ids: dict[int, dict[str, str | None]] = {}
    for row in session.exec(select(StudentIdentifier).order_by(col(StudentIdentifier.id))):
        ids.setdefault(row.student_id, {})[row.kind] = row.value
    aliases: dict[int, tuple[str, ...]] = {}
    for alias in session.exec(select(StudentAlias).order_by(col(StudentAlias.id))):
        aliases[alias.student_id] = (*aliases.get(alias.student_id, ()), alias.written)
    return [
        KnownStudent(
            id=saved_id(row),
            last=row.last or None,
            first=row.first or None,
            suffix=row.suffix or None,
            nickname=row.nickname or None,
            ids=ids.get(saved_id(row), {}),
            aliases=aliases.get(saved_id(row), ()),
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
        KnownAssessment(
            saved_id(row), row.title, row.points_possible, row.native_id, row.imported_title
        )
        for row in found
    ]


def _known_scores(
    session: Session, class_id: int
) -> tuple[dict[tuple[int, int], ScoreRead], dict[tuple[int, int], date | None]]:
    """The newest attempts with the points of all, and the days they were taken."""
    table, checks = (SQLModel.metadata.tables[name] for name in ("score", "assessment"))
    found = session.execute(  # bare rows: a gradebook has thousands of them
        table.select()
        .join(checks, checks.c.id == table.c.assessment_id)
        .where(checks.c.school_class_id == class_id)
        .order_by(table.c.attempt)
    )
    tries: dict[tuple[int, int], list[Row[Any]]] = {}
    for row in found:
        tries.setdefault((row.student_id, row.assessment_id), []).append(row)
    return (
        {key: _score_read(rows) for key, rows in tries.items()},
        {key: rows[-1].taken_on for key, rows in tries.items()},
    )


def _score_read(tries: Sequence[Row[Any]]) -> ScoreRead:
    row = tries[-1]
    return ScoreRead(
        points=row.points,
        possible=row.possible,
        percent=row.percent,
        status=ScoreStatus(row.status),
        late=row.late,
        scale_score=row.scale_score,
        percentile=row.percentile,
        level=row.level,
        progress=row.progress,
        mastered=row.mastered,
        attempts=_points_of(tries) if row.attempt > 1 else (),
    )


def _points_of(tries: Sequence[Row[Any]]) -> tuple[float | None, ...]:
    """Points by attempt from the first; None for a try that is not stored."""
    by_attempt = {row.attempt: row.points for row in tries}
    return tuple(by_attempt.get(number + 1) for number in range(tries[-1].attempt))


def mapping_for(session: Session, *, read: GradebookRead) -> Corrections:
    """What the teacher corrected in the last file of this shape, for the columns of this one.

    `read` is the file as read, without corrections. No corrections when there was no such file.
    """
    row = session.exec(select(FileMapping).where(FileMapping.shape == shape_of_file(read))).first()
    return corrections_from(row.corrections, read) if row else Corrections()


def import_history(session: Session) -> list[ImportRow]:
    """Every file taken in, the newest first, with what it did then and whether it can go."""
    parts: dict[int, list[ImportedClass]] = {}
    for part in session.exec(select(ImportedClass).order_by(col(ImportedClass.id))):
        parts.setdefault(part.gradebook_import_id, []).append(part)
    living = _imports_with_something_left(session)
    newest_first = select(GradebookImport).order_by(
        col(GradebookImport.imported_at).desc(), col(GradebookImport.id).desc()
    )
    return [
        _import_row(row, parts.get(saved_id(row), []), is_removable=saved_id(row) in living)
        for row in session.exec(newest_first)
    ]


def _imports_with_something_left(session: Session) -> set[int]:
    columns = [
        col(table.gradebook_import_id)
        for table in (Score, ReplacedScore, Assessment, Student, Enrollment, SchoolClass)
    ]
    found = (session.exec(select(column).distinct()) for column in columns)
    return {import_id for ids in found for import_id in ids if import_id is not None}


def _import_row(
    row: GradebookImport, parts: Sequence[ImportedClass], *, is_removable: bool
) -> ImportRow:
    return ImportRow(
        id=saved_id(row),
        file_name=row.file_name,
        imported_at=row.imported_at,
        format=row.format,
        classes=tuple(part.name for part in parts),
        counts=ImportCounts(
            students_new=sum(part.students_new for part in parts),
            students_matched=sum(part.students_matched for part in parts),
            scores_new=sum(part.scores_new for part in parts),
            scores_changed=sum(part.scores_changed for part in parts),
        ),
        assessments_new=row.assessments_new,
        is_removable=is_removable,
        why_not="" if is_removable else "Newer imports or you have replaced all it brought.",
    )
