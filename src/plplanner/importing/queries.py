"""What a planner knows that an import is compared with, and what taking in a file would do."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import or_, select
from sqlalchemy import select as sqlalchemy_select
from sqlalchemy.orm import Session

from plplanner.importing.class_plans import classes_meant, plan_classes, sections_in
from plplanner.importing.corrections import Corrections
from plplanner.importing.known_scores import StoredClass, StoredTry, with_stored
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
)
from plplanner.models.gradebook import Assessment, AssessmentStandard, ReplacedScore, Score
from plplanner.models.grouping import GroupSet
from plplanner.models.importing import (
    FileMapping,
    GradebookImport,
    ImportedClass,
    ImportedStandard,
    ReplacedAssessment,
)
from plplanner.models.learning_targets import LearningTarget
from plplanner.models.library import ResourceStandard
from plplanner.models.playlists import Playlist
from plplanner.models.roster import (
    Enrollment,
    SchoolClass,
    Student,
    StudentAlias,
    StudentIdentifier,
)
from plplanner.models.standards import Standard
from plplanner.models.table import Table
from plplanner.store.fetch import saved_id


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
    known = known_people(session)
    meant = classes_meant(known, names)
    return with_stored(known, [_stored_class(session, class_id) for class_id in meant])


def known_people(session: Session) -> KnownPlanner:
    """Everyone, and every class with its students, without assessments and scores."""
    now, left = _students_by_class(session, left=False), _students_by_class(session, left=True)
    found = session.execute(
        select(SchoolClass.id, SchoolClass.name, SchoolClass.section).order_by(SchoolClass.id)
    )
    return KnownPlanner(
        classes=tuple(
            KnownClass(
                row_id, name, section, students=now.get(row_id, ()), left=left.get(row_id, ())
            )
            for row_id, name, section in found
        ),
        students=tuple(known_students(session)),
    )


def _stored_class(session: Session, class_id: int) -> StoredClass:
    assessments = assessments_to_compare(session, class_id=class_id)
    return StoredClass(class_id, assessments, stored_tries(session, class_id=class_id))


def _students_by_class(session: Session, *, left: bool) -> dict[int, tuple[int, ...]]:
    """Who is in each class now, or who left it."""
    gone = Enrollment.left_on.is_not(None)
    found = session.execute(
        select(Enrollment.school_class_id, Enrollment.student_id)
        .where(gone if left else ~gone)
        .order_by(Enrollment.roster_number)
    )
    by_class: defaultdict[int, list[int]] = defaultdict(list)
    for class_id, student_id in found:
        by_class[class_id].append(student_id)
    return {class_id: tuple(students) for class_id, students in by_class.items()}


def known_students(session: Session) -> list[KnownStudent]:
    """Everyone in the planner, with the ids other systems use."""
    ids: dict[int, dict[str, str | None]] = {}
    of, by_id = StudentIdentifier, StudentIdentifier.id
    for student_id, kind, value in session.execute(
        select(of.student_id, of.kind, of.value).order_by(by_id)
    ):
        ids.setdefault(student_id, {})[kind] = value
    aliases: dict[int, tuple[str, ...]] = {}
    for student_id, written in session.execute(
        select(StudentAlias.student_id, StudentAlias.written).order_by(StudentAlias.id)
    ):
        aliases[student_id] = (*aliases.get(student_id, ()), written)
    table = Table.metadata.tables["student"].c
    return [
        KnownStudent(
            id=row.id,
            last=row.last or None,
            first=row.first or None,
            suffix=row.suffix or None,
            nickname=row.nickname or None,
            ids=ids.get(row.id, {}),
            aliases=aliases.get(row.id, ()),
        )
        for row in session.execute(
            sqlalchemy_select(
                table.id, table.last, table.first, table.suffix, table.nickname
            ).order_by(table.id)
        )
    ]


def assessments_to_compare(session: Session, *, class_id: int) -> tuple[KnownAssessment, ...]:
    """The assessments of a class as an import knows them again, in their order."""
    found = session.scalars(
        select(Assessment)
        .where(Assessment.school_class_id == class_id)
        .order_by(Assessment.position)
    )
    return tuple(
        KnownAssessment(
            saved_id(row), row.title, row.points_possible, row.native_id, row.imported_title
        )
        for row in found
    )


def stored_tries(
    session: Session, *, class_id: int, after: int = 0, at_most: int | None = None
) -> tuple[StoredTry, ...]:
    """Tries of scores of a class in the order of their ids, those after one id, at most so many.

    A window asks for a few hundred at a time, so that it never stands still.
    """
    score, checks = (Table.metadata.tables[name] for name in ("score", "assessment"))
    found = session.execute(  # bare rows: a gradebook has thousands of them
        sqlalchemy_select(*(score.c[name] for name in StoredTry._fields))
        .join(checks, checks.c.id == score.c.assessment_id)
        .where(checks.c.school_class_id == class_id, score.c.id > after)
        .order_by(score.c.id)
        .limit(at_most)
    )
    return tuple(StoredTry(*row) for row in found)


def mapping_for(session: Session, *, read: GradebookRead) -> Corrections:
    """What the teacher corrected in the last file of this shape, for the columns of this one.

    `read` is the file as read, without corrections. No corrections when there was no such file.
    """
    row = session.scalars(
        select(FileMapping).where(FileMapping.shape == shape_of_file(read))
    ).first()
    return corrections_from(row.corrections, read) if row else Corrections()


def import_history(session: Session) -> list[ImportRow]:
    """Every file taken in, the newest first, with what it did then and whether it can go."""
    parts: dict[int, list[ImportedClass]] = {}
    for part in session.scalars(select(ImportedClass).order_by(ImportedClass.id)):
        parts.setdefault(part.gradebook_import_id, []).append(part)
    living = _imports_with_something_left(session)
    newest_first = select(GradebookImport).order_by(
        GradebookImport.imported_at.desc(), GradebookImport.id.desc()
    )
    return [
        _import_row(row, parts.get(saved_id(row), []), is_removable=saved_id(row) in living)
        for row in session.scalars(newest_first)
    ]


def when_taken_in(session: Session, *, file_hash: str) -> datetime | None:
    """When the same file, to the byte, came in last; None when it never did or was taken back."""
    return session.scalars(
        select(GradebookImport.imported_at)
        .where(GradebookImport.file_hash == file_hash)
        .order_by(GradebookImport.imported_at.desc(), GradebookImport.id.desc())
    ).first()


def standards_said(session: Session, *, import_id: int) -> frozenset[int]:
    """The standards that an import says its assessments measure."""
    brought = (
        select(AssessmentStandard.standard_id)
        .join(Assessment, Assessment.id == AssessmentStandard.assessment_id)
        .where(Assessment.gradebook_import_id == import_id)
    )
    updated = select(ImportedStandard.standard_id).where(
        ImportedStandard.gradebook_import_id == import_id
    )
    return frozenset({*session.scalars(brought), *session.scalars(updated)})


def bare_standards(session: Session, *, ids: Collection[int]) -> tuple[int, ...]:
    """Those of the standards that are a code and nothing else, and that nothing uses."""
    users = (
        AssessmentStandard.standard_id,
        ImportedStandard.standard_id,
        LearningTarget.standard_id,
        ResourceStandard.standard_id,
        Playlist.standard_id,
        GroupSet.standard_id,
        Standard.parent_id,
    )
    used = {one for column in users for one in session.scalars(select(column).distinct())}
    bare = select(Standard.id).where(Standard.id.in_(ids), Standard.text == "")
    found = session.scalars(bare.order_by(Standard.id))
    return tuple(standard_id for standard_id in found if standard_id not in used)


def _imports_with_something_left(session: Session) -> set[int]:
    columns = [
        table.gradebook_import_id
        for table in (Score, ReplacedScore, Assessment, Student, Enrollment, SchoolClass)
    ]
    found = (session.scalars(select(column).distinct()) for column in columns)
    left = {import_id for ids in found for import_id in ids if import_id is not None}
    return left | _imports_that_updated(session)


def _imports_that_updated(session: Session) -> set[int]:
    """Imports that gave an assessment another title, day or points, or a standard."""
    of = ReplacedAssessment
    pairs = (
        (of.new_title, of.title),
        (of.new_taken_on, of.taken_on),
        (of.new_points_possible, of.points_possible),
    )
    other = (new.is_not(None) & new.is_distinct_from(old) for new, old in pairs)
    updated = session.scalars(select(of.gradebook_import_id).where(or_(*other)).distinct())
    linked = select(ImportedStandard.gradebook_import_id).where(ImportedStandard.is_new)
    return {*updated, *session.scalars(linked.distinct())}


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
