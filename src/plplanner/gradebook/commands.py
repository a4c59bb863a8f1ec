"""What can be done with assessments and scores."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, delete, func, insert, or_, select, update
from sqlalchemy.orm import Session

from plplanner.gradebook.rows import NewAssessment, ScoresTakenBack, ScoreToSave
from plplanner.gradebook.taking_back import Fate, fate_of_score
from plplanner.gradebook.tries import percent_of, tries_of
from plplanner.gradebook.typed_scores import TypedScore
from plplanner.models.gradebook import Assessment, AssessmentStandard, ReplacedScore, Score
from plplanner.models.importing import GradebookImport
from plplanner.models.roster import Enrollment, Student
from plplanner.models.table import Table
from plplanner.problems import Problem
from plplanner.store.fetch import saved_id, still_there
from plplanner.store.step import step
from plplanner.terms import AssessmentKind, ScoreStatus

_REMEMBERED = (
    "status", "points", "possible", "percent", "scale_score", "percentile", "level", "late",
    "taken_on", "entered_at", "progress", "mastered",
)  # fmt: skip
_AT_ONCE = 500  # ids in one statement
_PAST_THE_SESSION = {"synchronize_session": False}  # what it has in hand is expired afterwards


@step("Add assessment “{title}”")
def add_assessment(
    session: Session,
    *,
    class_id: int,
    title: str,
    kind: AssessmentKind,
    taken_on: date | None = None,
    points_possible: float | None = None,
    native_id: str | None = None,
    standard_ids: Sequence[int] = (),
) -> int:
    """Add an assessment to a class; returns its id."""
    new = NewAssessment(title, kind, taken_on, points_possible, native_id, standard_ids)
    (assessment_id,) = add_assessments(session, class_id=class_id, assessments=[new])
    return assessment_id


@step("Add assessments")
def add_assessments(
    session: Session,
    *,
    class_id: int,
    assessments: Sequence[NewAssessment],
    import_id: int | None = None,
) -> list[int]:
    """Add assessments to a class in the order given; returns their ids.

    `import_id` is the import that brings them. Problem when one has no title; then none is added.
    """
    if not all(new.title.strip() for new in assessments):
        raise Problem("An assessment needs a title.", "Type one, such as “Exit ticket 3.NF.1”.")
    last = session.scalars(
        select(func.max(Assessment.position)).where(Assessment.school_class_id == class_id)
    ).one()
    first = 0 if last is None else last + 1
    rows = [
        _assessment_from(new, class_id, position, import_id)
        for position, new in enumerate(assessments, start=first)
    ]
    session.add_all(rows)
    session.flush()
    ids = [saved_id(row) for row in rows]
    for assessment_id, new in zip(ids, assessments, strict=True):
        link_standards(session, assessment_id=assessment_id, standard_ids=new.standard_ids)
    return ids


@step("Say what an assessment measures")
def link_standards(
    session: Session, *, assessment_id: int, standard_ids: Sequence[int]
) -> list[int]:
    """Add standards to those an assessment measures; returns those it did not measure yet."""
    if not standard_ids:
        return []
    known = set(
        session.scalars(
            select(AssessmentStandard.standard_id).where(
                AssessmentStandard.assessment_id == assessment_id
            )
        )
    )
    new = [one for one in dict.fromkeys(standard_ids) if one not in known]
    for standard_id in new:
        session.add(AssessmentStandard(assessment_id=assessment_id, standard_id=standard_id))
    session.flush()
    return new


@step("Set what an assessment measures")
def set_assessment_standards(
    session: Session, *, assessment_id: int, standard_ids: Sequence[int]
) -> None:
    """Let an assessment measure these standards, the first one foremost, and no others."""
    still_there(session, Assessment, assessment_id, what="assessment")
    of_it = AssessmentStandard.assessment_id == assessment_id
    session.execute(delete(AssessmentStandard).where(of_it))
    link_standards(session, assessment_id=assessment_id, standard_ids=standard_ids)


@step("Update assessment")
def update_assessment(
    session: Session,
    *,
    assessment_id: int,
    title: str,
    taken_on: date | None,
    points_possible: float | None,
) -> None:
    """Take over what a newer file says; what it leaves out stays as it was.

    A title or a day that differs from what the last file said was changed here by the teacher:
    her word stands, and the file is only remembered.
    """
    assessment = still_there(session, Assessment, assessment_id, what="assessment")
    title = title.strip()
    if title:
        if assessment.title == assessment.imported_title:
            assessment.title = title
        assessment.imported_title = title
    if taken_on is not None:
        if assessment.taken_on in (None, assessment.imported_taken_on):
            assessment.taken_on = taken_on
        assessment.imported_taken_on = taken_on
    if points_possible is not None:
        assessment.points_possible = points_possible
    session.add(assessment)


@step("Put back an assessment")
def put_back_assessment(
    session: Session,
    *,
    assessment_id: int,
    values: Mapping[str, object],
    without_standards: Sequence[int] = (),
) -> None:
    """Give an assessment values of before, by field, without the standards it measured since."""
    assessment = still_there(session, Assessment, assessment_id, what="assessment")
    for name, value in values.items():
        setattr(assessment, name, value)
    session.add(assessment)
    gone = delete(AssessmentStandard).where(
        AssessmentStandard.assessment_id == assessment_id,
        AssessmentStandard.standard_id.in_(without_standards),
    )
    session.execute(gone)


@step("Rename assessment to “{title}”")
def rename_assessment(session: Session, *, assessment_id: int, title: str) -> None:
    """Give an assessment another title."""
    assessment = still_there(session, Assessment, assessment_id, what="assessment")
    if not title.strip():
        raise Problem("An assessment needs a title.", "Type one, such as “Exit ticket 3.NF.1”.")
    assessment.title = title.strip()
    session.add(assessment)


@step("Set the date of an assessment")
def set_assessment_date(session: Session, *, assessment_id: int, taken_on: date | None) -> None:
    """Say on which day students took it; scores that carry the day of before go along."""
    assessment = still_there(session, Assessment, assessment_id, what="assessment")
    for score in session.scalars(select(Score).where(Score.assessment_id == assessment_id)):
        if score.taken_on == assessment.taken_on:
            score.taken_on = taken_on
            session.add(score)
    assessment.taken_on = taken_on
    session.add(assessment)


@step("Remove assessment")
def remove_assessment(session: Session, *, assessment_id: int) -> None:
    """Remove an assessment with its scores."""
    session.delete(still_there(session, Assessment, assessment_id, what="assessment"))


@step("Enter score")
def enter_score(
    session: Session,
    *,
    student_id: int,
    assessment_id: int,
    points: float | None,
    status: ScoreStatus = ScoreStatus.SCORED,
    entered_at: datetime,
) -> int:
    """Enter one score by hand, replacing what was there (the newest attempt); returns its id.

    Without a number the status says why; a number is only kept with the status `scored`. Problem
    for a student who never was in the class of the assessment.
    """
    ids = enter_scores(
        session,
        assessment_id=assessment_id,
        scores={student_id: TypedScore(points, status)},
        entered_at=entered_at,
    )
    return ids[student_id]


@step("Enter scores")
def enter_scores(
    session: Session,
    *,
    assessment_id: int,
    scores: Mapping[int, TypedScore],
    entered_at: datetime,
) -> dict[int, int]:
    """Enter a column of scores by hand, student id -> score, each as `enter_score` would.

    Returns student id -> score id. All or nothing.
    """
    for typed in scores.values():
        _refuse_contradiction(typed)
    assessment = still_there(session, Assessment, assessment_id, what="assessment")
    _refuse_outsiders(session, scores, assessment)
    newest = _newest_attempts(session, assessment_id, scores)
    rows = {}
    for student_id, typed in scores.items():
        row = newest.get(student_id) or Score(
            student_id=student_id, assessment_id=assessment_id, status="", entered_at=entered_at
        )
        row.status, row.points = typed.status.value, typed.points
        row.possible, row.taken_on = assessment.points_possible, assessment.taken_on
        row.percent, row.mastered = percent_of(typed.points, assessment.points_possible), None
        row.entered_at, row.gradebook_import_id = entered_at, None
        rows[student_id] = row
    session.add_all(rows.values())
    session.flush()
    return {student_id: saved_id(row) for student_id, row in rows.items()}


@step("Save scores")
def save_imported_scores(
    session: Session,
    *,
    scores: Sequence[ScoreToSave],
    import_id: int,
    entered_at: datetime,
    confirmed: Sequence[tuple[int, int]] = (),
) -> None:
    """Save the scores of one import: new ones added, changed ones kept with what they replace.

    `confirmed` are (student id, assessment id) of stored scores that the file says just so.
    """
    session.flush()
    pairs = {(score.student_id, score.assessment_id) for score in scores} | {*confirmed}
    known = _attempts_by_pair(session, {assessment_id for _, assessment_id in pairs})
    new: list[dict[str, object]] = []
    changed: list[tuple[Row[Any], dict[str, object]]] = []
    for score in scores:
        stored = known.get((score.student_id, score.assessment_id), {})
        for attempt, values in tries_of(score, stored, import_id, entered_at):
            if attempt in stored:
                changed.append((stored[attempt], values))
            else:
                new.append(values)
    if new:
        session.execute(insert(Score), new)
    _replace(session, changed, import_id)
    _confirm(
        session, [row.id for pair in confirmed for row in known.get(pair, {}).values()], import_id
    )
    session.expire_all()  # rows were written past what the session has in hand


def _attempts_by_pair(
    session: Session, assessment_ids: set[int]
) -> dict[tuple[int, int], dict[int, Row[Any]]]:
    """Stored scores by (student id, assessment id), then by attempt."""
    table = Table.metadata.tables["score"]  # bare rows: a gradebook has thousands of them
    found: dict[tuple[int, int], dict[int, Row[Any]]] = {}
    for row in session.execute(table.select().where(table.c.assessment_id.in_(assessment_ids))):
        found.setdefault((row.student_id, row.assessment_id), {})[row.attempt] = row
    return found


def _replace(
    session: Session, changed: Sequence[tuple[Row[Any], dict[str, object]]], import_id: int
) -> None:
    """Write the new values, and keep the old ones: an import remembers what was before it once."""
    if not changed:
        return
    mine = ReplacedScore.gradebook_import_id == import_id
    in_memory = set(session.scalars(select(ReplacedScore.score_id).where(mine)))
    memories = [
        {
            "score_id": row.id,
            "gradebook_import_id": import_id,
            "previous_import_id": row.gradebook_import_id,
            **{name: getattr(row, name) for name in _REMEMBERED},
        }
        for row, _ in changed
        if row.id not in in_memory
    ]
    if memories:
        session.execute(insert(ReplacedScore), memories)
    session.execute(update(Score), [{"id": row.id, **values} for row, values in changed])


def _confirm(session: Session, score_ids: Sequence[int], import_id: int) -> None:
    """Note that the file says these scores just so."""
    for some in _chunks(score_ids):
        said = update(Score).where(Score.id.in_(some)).values(last_import_id=import_id)
        session.execute(said, execution_options=_PAST_THE_SESSION)


@step("Take back the scores of an import")
def take_back_scores(session: Session, *, import_id: int) -> ScoresTakenBack:
    """Put back what an import replaced, and remove the scores and empty assessments it brought.

    What a later import says too stays as that one's; what was entered by hand since stays.
    """
    memories = _memories(session, ReplacedScore.gradebook_import_id == import_id)
    after = _memories(session, ReplacedScore.previous_import_id == import_id)
    rows = _touched_by(session, import_id, {*memories, *after})
    fates = [
        (row, _take_back(session, row, import_id, memories.get(saved_id(row)))) for row in rows
    ]
    session.flush()
    gaps = [saved_id(row) for row, fate in fates if fate in (Fate.EDITED, Fate.UNTOUCHED)]
    _close_gaps(session, [(memories.get(gap), after.get(gap)) for gap in gaps])
    gone = ReplacedScore.previous_import_id == import_id
    session.execute(update(ReplacedScore).where(gone).values(previous_import_id=None))
    counts = Counter(fate for _, fate in fates)
    return ScoresTakenBack(
        removed=counts[Fate.REMOVED],
        put_back=counts[Fate.PUT_BACK],
        kept=counts[Fate.KEPT],
        edited=tuple((row.student_id, row.assessment_id) for row, f in fates if f is Fate.EDITED),
        assessments_removed=_take_back_assessments(session, import_id),
    )


def _memories(session: Session, those: ColumnElement[bool]) -> dict[int, ReplacedScore]:
    """What was replaced, by the score it belongs to."""
    found = session.scalars(select(ReplacedScore).where(those))
    return {memory.score_id: memory for memory in found}


def _touched_by(session: Session, import_id: int, others: Collection[int]) -> list[Score]:
    """Scores the import brought or spoke of last, and the `others`, whose past it is part of."""
    own = or_(Score.gradebook_import_id == import_id, Score.last_import_id == import_id)
    found = {saved_id(row): row for row in session.scalars(select(Score).where(own))}
    for some in _chunks(sorted(set(others) - set(found))):
        more = session.scalars(select(Score).where(Score.id.in_(some)))
        found |= {saved_id(row): row for row in more}
    return [found[score_id] for score_id in sorted(found)]


def _take_back(session: Session, row: Score, import_id: int, memory: ReplacedScore | None) -> Fate:
    """Take one score back; says how."""
    brought_by, said_by = row.gradebook_import_id, row.last_import_id
    fate = fate_of_score(
        import_id, brought_by=brought_by, said_by=said_by, has_memory=memory is not None
    )
    if fate is Fate.REMOVED:
        session.delete(row)
    elif fate is Fate.KEPT:
        row.gradebook_import_id = said_by
        if memory is not None and said_by is not None:
            memory.gradebook_import_id = said_by
    elif fate is Fate.PUT_BACK and memory is not None:
        _restore(session, memory, row)
        row.last_import_id = row.gradebook_import_id
    elif said_by == import_id:
        row.last_import_id = brought_by
    return fate


def _restore(session: Session, memory: ReplacedScore, row: Score) -> None:
    """The score as it was before; by hand, when the import it came from is gone."""
    for name in _REMEMBERED:
        setattr(row, name, getattr(memory, name))
    before = memory.previous_import_id
    known = before is not None and session.get(GradebookImport, before) is not None
    row.gradebook_import_id = before if known else None
    session.delete(memory)


def _close_gaps(
    session: Session, gaps: Sequence[tuple[ReplacedScore | None, ReplacedScore | None]]
) -> None:
    """Close gaps in the past of scores: what came after now replaced what the import had.

    Each gap is what the import replaced and what replaced the import's own, where there are such.
    """
    later = [(before, after) for before, after in gaps if before is not None and after is not None]
    gone = [after.id for _, after in gaps if after is not None]
    gone += [before.id for before, after in gaps if before is not None and after is None]
    moved = [{"id": b.id, "gradebook_import_id": a.gradebook_import_id} for b, a in later]
    # The later memory goes first: a score remembers only once what one import replaced.
    for some in _chunks(gone):
        going = delete(ReplacedScore).where(ReplacedScore.id.in_(some))
        session.execute(going, execution_options=_PAST_THE_SESSION)
    if moved:
        session.execute(update(ReplacedScore), moved)
    session.expire_all()  # rows were written past what the session has in hand


def _chunks(ids: Sequence[int | None]) -> Iterator[Sequence[int | None]]:
    for start in range(0, len(ids), _AT_ONCE):
        yield ids[start : start + _AT_ONCE]


def _take_back_assessments(session: Session, import_id: int) -> int:
    """Remove the assessments an import brought that hold nothing; returns how many."""
    removed = 0
    own = select(Assessment).where(Assessment.gradebook_import_id == import_id)
    for assessment in session.scalars(own).all():
        scores = select(Score.gradebook_import_id).where(Score.assessment_id == assessment.id)
        imports = session.scalars(scores.distinct()).all()
        if imports:
            others = [other for other in imports if other is not None]
            assessment.gradebook_import_id = min(others, default=None)
        else:
            session.delete(assessment)
            removed += 1
    session.flush()
    return removed


def _refuse_contradiction(typed: TypedScore) -> None:
    if typed.points is not None and typed.status is not ScoreStatus.SCORED:
        raise Problem("A score that is not counted has no points.", "Clear one of the two.")
    if typed.points is None and typed.status is ScoreStatus.SCORED:
        raise Problem("A score has no points yet.", "Type the points, or choose a reason.")


def _newest_attempts(
    session: Session, assessment_id: int, student_ids: Collection[int]
) -> dict[int, Score]:
    rows = session.scalars(
        select(Score)
        .where(Score.assessment_id == assessment_id, Score.student_id.in_(student_ids))
        .order_by(Score.attempt)
    )
    return {row.student_id: row for row in rows}


def _refuse_outsiders(
    session: Session, student_ids: Collection[int], assessment: Assessment
) -> None:
    """A score belongs to somebody who is or was in the class."""
    enrolled = session.scalars(
        select(Enrollment.student_id).where(
            Enrollment.student_id.in_(student_ids),
            Enrollment.school_class_id == assessment.school_class_id,
        )
    ).all()
    for student_id in sorted(set(student_ids) - set(enrolled)):
        student = still_there(session, Student, student_id, what="student")
        name = f"{student.first} {student.last}".strip()
        raise Problem(
            f"{name} is not in the class of “{assessment.title}”.",
            "Add the student to the class first, or choose somebody in it.",
        )


def _assessment_from(
    new: NewAssessment, class_id: int, position: int, import_id: int | None
) -> Assessment:
    imported = import_id is not None
    return Assessment(
        school_class_id=class_id,
        title=new.title.strip(),
        kind=new.kind.value,
        taken_on=new.taken_on,
        points_possible=new.points_possible,
        native_id=new.native_id,
        position=position,
        imported_title=new.title.strip() if imported else None,
        imported_taken_on=new.taken_on if imported else None,
        gradebook_import_id=import_id,
    )
