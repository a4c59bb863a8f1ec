"""What can be done with a gradebook file: take it in, as one step."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from sqlmodel import Session

from plplanner.gradebook.commands import (
    add_assessments,
    link_standards,
    save_imported_scores,
    update_assessment,
)
from plplanner.gradebook.rows import NewAssessment, ScoreToSave
from plplanner.importing.rows import (
    ClassImport,
    PlannedAssessment,
    PlannedStudent,
    ScoreChange,
    StudentRead,
)
from plplanner.library.commands import add_standard
from plplanner.library.queries import standard_with_code
from plplanner.models.importing import GradebookImport
from plplanner.roster.commands import add_class, add_identifiers, add_students, enroll
from plplanner.roster.rows import NewStudent
from plplanner.store.fetch import saved_id
from plplanner.store.step import step
from plplanner.terms import ScoreStatus


@step("Import “{file_name}”")
def save_import(
    session: Session,
    *,
    classes: Sequence[ClassImport],
    file_name: str,
    file_hash: str,
    imported_at: datetime,
) -> list[int]:
    """Take in a file as it was previewed; returns the ids of its classes in the given order.

    Classes, students, assessments and scores that are new are added; changed scores are kept
    with what they replace; nothing else is touched.
    """
    record = GradebookImport(
        file_name=file_name,
        file_hash=file_hash,
        format=classes[0].plan.format,
        imported_at=imported_at,
    )
    session.add(record)
    session.flush()
    saved: dict[int, int] = {}
    return [
        _save_class(session, part, saved, saved_id(record), imported_at) for part in classes
    ]  # fmt: skip


def _save_class(
    session: Session,
    part: ClassImport,
    saved: dict[int, int],
    import_id: int,
    imported_at: datetime,
) -> int:
    class_id = part.class_id
    if class_id is None:
        class_id = add_class(session, name=part.name, section=part.section)
    _save_students(session, part, saved, class_id, imported_at.date())
    assessment_ids = _save_assessments(session, part.plan.assessments, class_id)
    scores = _scores_of(part, saved, assessment_ids)
    save_imported_scores(session, scores=scores, import_id=import_id, entered_at=imported_at)
    return class_id


def _save_students(
    session: Session, part: ClassImport, saved: dict[int, int], class_id: int, today: date
) -> None:
    """Add who is new, enroll everyone; `saved` maps a student's first row to her id."""
    new: list[tuple[int, NewStudent]] = []
    for place in part.students:
        student = part.plan.students[place]
        row = student.rows[0]
        if student.known_id is not None:
            saved[row] = student.known_id
            add_identifiers(session, student_id=student.known_id, ids=_ids(student.read.ids))
        elif row not in saved:
            new.append((row, _new_student(student)))
    ids = add_students(
        session, class_id=class_id, students=[student for _, student in new], entered_on=today
    )
    saved.update(zip((row for row, _ in new), ids, strict=True))
    everyone = [saved[part.plan.students[place].rows[0]] for place in part.students]
    enroll(session, class_id=class_id, student_ids=everyone, entered_on=today)


def _save_assessments(
    session: Session, assessments: Sequence[PlannedAssessment], class_id: int
) -> list[int]:
    """Add what is new in one go, bring the rest up to date; the ids in the given order."""
    new = [_new_assessment(session, one) for one in assessments if one.known_id is None]
    added = iter(add_assessments(session, class_id=class_id, assessments=new))
    return [
        next(added) if one.known_id is None else _update(session, one, one.known_id)
        for one in assessments
    ]


def _new_assessment(session: Session, planned: PlannedAssessment) -> NewAssessment:
    return NewAssessment(
        title=_title(planned),
        kind=planned.kind,
        taken_on=planned.read.date,
        points_possible=planned.read.points_possible,
        native_id=planned.read.native_id,
        standard_ids=_standard_ids(session, planned),
    )


def _update(session: Session, planned: PlannedAssessment, assessment_id: int) -> int:
    update_assessment(
        session,
        assessment_id=assessment_id,
        title=_title(planned),
        taken_on=planned.read.date,
        points_possible=planned.read.points_possible,
    )
    standard_ids = _standard_ids(session, planned)
    link_standards(session, assessment_id=assessment_id, standard_ids=standard_ids)
    return assessment_id


def _title(planned: PlannedAssessment) -> str:
    return planned.read.title or "Assessment"


def _standard_ids(session: Session, planned: PlannedAssessment) -> list[int]:
    return [_standard_id(session, code) for code in planned.read.standards]


def _standard_id(session: Session, code: str) -> int:
    known = standard_with_code(session, code=code)
    return known.id if known else add_standard(session, code=code)


def _scores_of(
    part: ClassImport, saved: Mapping[int, int], assessment_ids: Sequence[int]
) -> list[ScoreToSave]:
    members = frozenset(part.students)
    return [
        ScoreToSave(
            student_id=saved[part.plan.students[planned.student].rows[0]],
            assessment_id=assessment_ids[planned.assessment],
            status=planned.score.status,
            points=planned.score.points if _counts(planned.score.status) else None,
            possible=planned.score.possible,
            percent=planned.score.percent if _counts(planned.score.status) else None,
            scale_score=planned.score.scale_score,
            percentile=planned.score.percentile,
            level=planned.score.level,
            late=planned.score.late,
            taken_on=part.plan.assessments[planned.assessment].read.date,
        )
        for planned in part.plan.scores
        if planned.student in members and planned.what is not ScoreChange.SAME
    ]


def _counts(status: ScoreStatus) -> bool:
    return status is ScoreStatus.SCORED


def _new_student(student: PlannedStudent) -> NewStudent:
    read: StudentRead = student.read
    return NewStudent(
        last=read.last or "",
        first=read.first or ("" if read.last else read.display or ""),
        suffix=read.suffix or "",
        nickname=read.nickname or "",
        ids=_ids(read.ids),
    )


def _ids(ids: Mapping[str, str | None]) -> dict[str, str]:
    return {kind: value for kind, value in ids.items() if value}
