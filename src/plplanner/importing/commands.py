"""What can be done with a gradebook file: take it in as one step, remember it, remove it again."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from plplanner.gradebook.commands import (
    add_assessments,
    link_standards,
    put_back_assessment,
    save_imported_scores,
    take_back_scores,
    update_assessment,
)
from plplanner.gradebook.item_answers.commands import save_item_answers
from plplanner.gradebook.rows import NewAssessment, ScoreToSave
from plplanner.importing.match_students import written_name
from plplanner.importing.queries import bare_standards, standards_said
from plplanner.importing.rows import (
    ClassImport,
    MatchBy,
    PlannedAssessment,
    PlannedScore,
    PlannedStudent,
    RememberedMapping,
    RemovedImport,
    ScoreChange,
    StudentRead,
)
from plplanner.importing.taking_back import FIELDS, Update, Values, put_back, values_given
from plplanner.library.commands import add_standard, remove_standard
from plplanner.library.queries import standard_with_code
from plplanner.models.gradebook import Assessment
from plplanner.models.importing import (
    FileMapping,
    GradebookImport,
    ImportedClass,
    ImportedStandard,
    ImportedStudent,
    ReplacedAssessment,
)
from plplanner.models.roster import Student
from plplanner.records import record
from plplanner.roster.commands import (
    add_alias,
    add_class,
    add_identifiers,
    add_students,
    enroll,
    take_back_roster,
)
from plplanner.roster.names import clean_name
from plplanner.roster.rows import NewStudent
from plplanner.store.fetch import saved_id, still_there
from plplanner.store.step import step
from plplanner.terms import ScoreStatus

_NO_NAME = "No name"


@record(frozen=True)
class _Taking:
    """One import under way; `saved` maps a student's first row to her id."""

    import_id: int
    now: datetime
    saved: dict[int, int]


@step("Import “{file_name}”")
def save_import(
    session: Session,
    *,
    classes: Sequence[ClassImport],
    file_name: str,
    file_hash: str,
    imported_at: datetime,
    mapping: RememberedMapping | None = None,
) -> list[int]:
    """Take in a file as it was previewed; returns the ids of its classes in the given order.

    Classes, students, assessments and scores that are new are added; changed scores are kept
    with what they replace; nothing else is touched. What it did goes into the import history,
    and with `mapping` the corrections are remembered for the next file of its shape.
    """
    record = GradebookImport(
        file_name=file_name,
        file_hash=file_hash,
        format=classes[0].plan.format,
        imported_at=imported_at,
        assessments_new=sum(part.plan.assessments_new for part in classes),
    )
    session.add(record)
    session.flush()
    taking = _Taking(saved_id(record), imported_at, {})
    if mapping is not None:
        remember_mapping(session, mapping=mapping, remembered_at=imported_at)
    return [_save_class(session, part, taking) for part in classes]


@step("Remember how to read such files")
def remember_mapping(
    session: Session, *, mapping: RememberedMapping, remembered_at: datetime
) -> None:
    """Keep what the teacher corrected in a file for the next one of its shape."""
    row = session.scalars(
        select(FileMapping).where(FileMapping.shape == mapping.shape)
    ).first() or FileMapping(shape=mapping.shape, corrections="", remembered_at=remembered_at)
    row.corrections, row.remembered_at = mapping.corrections, remembered_at
    session.add(row)
    session.flush()


@step("Remove the import of “{file_name}”")
def remove_import(session: Session, *, import_id: int, file_name: str) -> RemovedImport:
    """Take an import back, days later: put back what it replaced, remove what it brought.

    `file_name` is what Undo calls it. Assessments, students, places in a class and classes it
    made go when they hold nothing else; what a later import holds too stays as that one's; what
    was edited by hand since stays and is reported. Titles, days, points and standards that it
    updated on assessments that were there before are put back, unless changed by hand since. A
    standard of which only its code is known goes when nothing uses it any more.
    """
    record = still_there(session, GradebookImport, import_id, what="import")
    said = standards_said(session, import_id=import_id)
    updates = _take_back_updates(session, import_id)
    scores = take_back_scores(session, import_id=import_id)
    roster = take_back_roster(session, import_id=import_id, held=_held(session, import_id))
    edited = [_edited_words(session, *pair) for pair in scores.edited]
    session.delete(record)
    session.flush()
    for standard_id in bare_standards(session, ids=said):
        remove_standard(session, standard_id=standard_id)
    return RemovedImport(
        file_name=file_name,
        scores_removed=scores.removed,
        scores_put_back=scores.put_back,
        scores_kept=scores.kept,
        assessments_removed=scores.assessments_removed,
        assessments_put_back=updates,
        students_removed=roster.students,
        classes_removed=roster.classes,
        edited=tuple(sorted(edited)),
    )


def _held(session: Session, import_id: int) -> dict[tuple[int, int], int]:
    """The newest other import that has a student in a class, by (class id, student id)."""
    found = session.execute(
        select(ImportedClass, ImportedStudent)
        .join(ImportedStudent, ImportedStudent.imported_class_id == ImportedClass.id)
        .where(ImportedClass.gradebook_import_id != import_id)
        .order_by(ImportedClass.id)
    )
    return {
        (part.school_class_id, student.student_id): part.gradebook_import_id
        for part, student in found
        if part.school_class_id is not None
    }


def _edited_words(session: Session, student_id: int, assessment_id: int) -> str:
    student = still_there(session, Student, student_id, what="student")
    assessment = still_there(session, Assessment, assessment_id, what="assessment")
    return f"{student.first} {student.last}".strip() + f", {assessment.title}"


def _save_class(session: Session, part: ClassImport, taking: _Taking) -> int:
    class_id = part.class_id
    if class_id is None:
        class_id = add_class(
            session, name=part.name, section=part.section, import_id=taking.import_id
        )
    everyone = _save_students(session, part, taking, class_id)
    assessment_ids = _save_assessments(session, part.plan.assessments, class_id, taking)
    members = frozenset(part.students)
    planned = [score for score in part.plan.scores if score.student in members]
    new = [score for score in planned if score.what is not ScoreChange.SAME]
    same = [score for score in planned if score.what is ScoreChange.SAME]
    save_imported_scores(
        session,
        scores=[_score(part, score, taking.saved, assessment_ids) for score in new],
        import_id=taking.import_id,
        entered_at=taking.now,
        confirmed=[_place(part, score, taking.saved, assessment_ids) for score in same],
    )
    items = {
        _place(part, one, taking.saved, assessment_ids): one.score.items
        for one in planned
        if one.score.items
    }
    if items:
        save_item_answers(session, answers=items, import_id=taking.import_id)
    _note_class(session, part, class_id, everyone, taking.import_id)
    return class_id


def _note_class(
    session: Session, part: ClassImport, class_id: int, students: Iterable[int], import_id: int
) -> None:
    """Write into the history what the import does to one class."""
    counts = part.counts
    noted = ImportedClass(
        gradebook_import_id=import_id,
        school_class_id=class_id,
        name=part.name,
        students_new=counts.students_new,
        students_matched=counts.students_matched,
        scores_new=counts.scores_new,
        scores_changed=counts.scores_changed,
    )
    session.add(noted)
    session.flush()
    session.add_all(
        ImportedStudent(imported_class_id=saved_id(noted), student_id=student_id)
        for student_id in dict.fromkeys(students)
    )


def _save_students(
    session: Session, part: ClassImport, taking: _Taking, class_id: int
) -> list[int]:
    """Add who is new, enroll everyone; the ids of all. Who had left the class stays away."""
    new: list[tuple[int, NewStudent]] = []
    saved, brought = taking.saved, {"import_id": taking.import_id}
    today = taking.now.date()
    for place in part.students:
        student = part.plan.students[place]
        row = student.rows[0]
        if student.known_id is not None:
            saved[row] = student.known_id
            _recognise(session, student, student.known_id, taking.import_id)
        elif row not in saved:
            new.append((row, _new_student(student)))
    students = [student for _, student in new]
    ids = add_students(session, class_id=class_id, students=students, entered_on=today, **brought)
    saved.update(zip((row for row, _ in new), ids, strict=True))
    everyone = [saved[part.plan.students[place].rows[0]] for place in part.students]
    enroll(
        session,
        class_id=class_id,
        student_ids=everyone,
        entered_on=today,
        bring_back=False,
        **brought,
    )
    return everyone


def _recognise(session: Session, student: PlannedStudent, known_id: int, import_id: int) -> None:
    """Keep the ids of the file, and the name when only the teacher knew whose it is."""
    ids = _ids(student.read.ids)
    add_identifiers(session, student_id=known_id, ids=ids, import_id=import_id)
    if student.by is MatchBy.CHOICE:
        written = written_name(student.read)
        add_alias(session, student_id=known_id, written=written, import_id=import_id)


def _save_assessments(
    session: Session, assessments: Sequence[PlannedAssessment], class_id: int, taking: _Taking
) -> list[int]:
    """Add what is new in one go, bring the rest up to date; the ids in the given order."""
    new = [_new_assessment(session, one) for one in assessments if one.known_id is None]
    added = iter(
        add_assessments(session, class_id=class_id, assessments=new, import_id=taking.import_id)
    )
    return [
        next(added) if one.known_id is None else _update(session, one, one.known_id, taking)
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


def _update(
    session: Session, planned: PlannedAssessment, assessment_id: int, taking: _Taking
) -> int:
    """Bring an assessment up to date, and remember what was there before and what is new."""
    assessment = still_there(session, Assessment, assessment_id, what="assessment")
    before, said = _values_of(assessment), planned.read
    title, taken_on, points = _title(planned), said.date, said.points_possible
    update_assessment(
        session,
        assessment_id=assessment_id,
        title=title,
        taken_on=taken_on,
        points_possible=points,
    )
    given = values_given(
        _values_of(assessment), title=title, taken_on=taken_on, points_possible=points
    )
    values: dict[str, Any] = {**before, **{f"new_{name}": value for name, value in given.items()}}
    import_id = taking.import_id
    session.add(
        ReplacedAssessment(gradebook_import_id=import_id, assessment_id=assessment_id, **values)
    )
    _link(session, assessment_id, _standard_ids(session, planned), import_id)
    return assessment_id


def _link(
    session: Session, assessment_id: int, standard_ids: Sequence[int], import_id: int
) -> None:
    """Add standards to an assessment, and remember who says them and which are new."""
    new = link_standards(session, assessment_id=assessment_id, standard_ids=standard_ids)
    session.add_all(
        ImportedStandard(
            gradebook_import_id=import_id,
            assessment_id=assessment_id,
            standard_id=one,
            is_new=one in new,
        )
        for one in dict.fromkeys(standard_ids)
    )


def _values_of(row: Assessment | ReplacedAssessment) -> dict[str, Any]:
    return {name: getattr(row, name) for name in FIELDS}


def _take_back_updates(session: Session, import_id: int) -> int:
    """Put back what an import updated on assessments; returns how many say anything else now."""
    mine = select(ReplacedAssessment).where(ReplacedAssessment.gradebook_import_id == import_id)
    changed = 0
    for memory in session.scalars(mine).all():
        values = _put_back_values(session, memory)
        gone = _standards_to_take(session, memory)
        put_back_assessment(
            session, assessment_id=memory.assessment_id, values=values, without_standards=gone
        )
        changed += bool(gone or {"title", "taken_on", "points_possible"} & values.keys())
    return changed


def _put_back_values(session: Session, memory: ReplacedAssessment) -> Values:
    """What the assessment says again; later imports remember what was before this one."""
    since = select(ReplacedAssessment).where(
        ReplacedAssessment.assessment_id == memory.assessment_id,
        ReplacedAssessment.id > memory.id,
    )
    later = session.scalars(since.order_by(ReplacedAssessment.id)).all()
    assessment = still_there(session, Assessment, memory.assessment_id, what="assessment")
    result = put_back(
        _values_of(assessment), _update_of(memory), [_update_of(one) for one in later]
    )
    for row, changes in zip(later, result.later, strict=True):
        for name, value in changes.items():
            setattr(row, name, value)
    session.delete(memory)
    session.flush()
    return result.now


def _update_of(memory: ReplacedAssessment) -> Update:
    given = {name: getattr(memory, f"new_{name}") for name in FIELDS}
    set_by_it = {name: value for name, value in given.items() if value is not None}
    return Update(before=_values_of(memory), given=set_by_it)


def _standards_to_take(session: Session, memory: ReplacedAssessment) -> list[int]:
    """The standards that only this import said; one that another says too becomes that one's."""
    said = select(ImportedStandard).where(ImportedStandard.assessment_id == memory.assessment_id)
    by_standard: dict[int, list[ImportedStandard]] = {}
    for row in session.scalars(said.order_by(ImportedStandard.gradebook_import_id)):
        by_standard.setdefault(row.standard_id, []).append(row)
    gone = []
    for standard_id, rows in by_standard.items():
        others = [row for row in rows if row.gradebook_import_id != memory.gradebook_import_id]
        if len(others) == len(rows) or not any(row.is_new for row in rows if row not in others):
            continue
        if others:
            others[0].is_new = True
        else:
            gone.append(standard_id)
    return gone


def _title(planned: PlannedAssessment) -> str:
    return planned.read.title or "Assessment"


def _standard_ids(session: Session, planned: PlannedAssessment) -> list[int]:
    return [_standard_id(session, code) for code in planned.read.standards]


def _standard_id(session: Session, code: str) -> int:
    known = standard_with_code(session, code=code)
    return known.id if known else add_standard(session, code=code)


def _place(
    part: ClassImport,
    planned: PlannedScore,
    saved: Mapping[int, int],
    assessment_ids: Sequence[int],
) -> tuple[int, int]:
    """(student id, assessment id) of a planned score."""
    student = part.plan.students[planned.student]
    return saved[student.rows[0]], assessment_ids[planned.assessment]


def _score(
    part: ClassImport,
    planned: PlannedScore,
    saved: Mapping[int, int],
    assessment_ids: Sequence[int],
) -> ScoreToSave:
    score = planned.score
    student_id, assessment_id = _place(part, planned, saved, assessment_ids)
    counts = score.status is ScoreStatus.SCORED
    return ScoreToSave(
        student_id=student_id,
        assessment_id=assessment_id,
        status=score.status,
        points=score.points if counts else None,
        possible=score.possible,
        percent=score.percent if counts else None,
        scale_score=score.scale_score,
        percentile=score.percentile,
        level=score.level,
        late=score.late,
        taken_on=part.plan.assessments[planned.assessment].read.date,
        progress=score.progress,
        mastered=score.mastered if counts else None,
        attempts=score.attempts,
        is_new_attempt=planned.is_new_attempt,
    )


def _new_student(student: PlannedStudent) -> NewStudent:
    read: StudentRead = student.read
    is_named = any(clean_name(part or "") for part in (read.last, read.first))
    return NewStudent(
        last=read.last or "",
        first=(read.first or "") if is_named else _called(read),
        suffix=read.suffix or "",
        nickname=read.nickname or "",
        ids=_ids(read.ids),
    )


def _called(read: StudentRead) -> str:
    """What stands for the name of somebody whom the file does not name."""
    said = (read.display, *read.ids.values())
    return next((text for text in said if text and clean_name(text)), _NO_NAME)


def _ids(ids: Mapping[str, str | None]) -> dict[str, str]:
    return {kind: value for kind, value in ids.items() if value}
