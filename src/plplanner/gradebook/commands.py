"""What can be done with assessments and scores."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlmodel import Session, col, func, insert, select

from plplanner.gradebook.rows import NewAssessment, ScoreToSave
from plplanner.models.gradebook import Assessment, AssessmentStandard, ReplacedScore, Score
from plplanner.problems import Problem
from plplanner.store.fetch import saved_id, still_there
from plplanner.store.step import step
from plplanner.terms import AssessmentKind, ScoreStatus

_REMEMBERED = (
    "status", "points", "possible", "percent", "scale_score", "percentile", "level", "late",
    "taken_on", "entered_at",
)  # fmt: skip


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
    session: Session, *, class_id: int, assessments: Sequence[NewAssessment]
) -> list[int]:
    """Add assessments to a class in the order given; returns their ids.

    Problem when one of them has no title; then none is added.
    """
    if not all(new.title.strip() for new in assessments):
        raise Problem("An assessment needs a title.", "Type one, such as “Exit ticket 3.NF.1”.")
    last = session.exec(
        select(func.max(Assessment.position)).where(Assessment.school_class_id == class_id)
    ).one()
    first = 0 if last is None else last + 1
    rows = [
        _assessment_from(new, class_id, position)
        for position, new in enumerate(assessments, start=first)
    ]
    session.add_all(rows)
    session.flush()
    ids = [saved_id(row) for row in rows]
    for assessment_id, new in zip(ids, assessments, strict=True):
        link_standards(session, assessment_id=assessment_id, standard_ids=new.standard_ids)
    return ids


@step("Say what an assessment measures")
def link_standards(session: Session, *, assessment_id: int, standard_ids: Sequence[int]) -> None:
    """Add standards to those an assessment measures."""
    if not standard_ids:
        return
    known = set(
        session.exec(
            select(AssessmentStandard.standard_id).where(
                AssessmentStandard.assessment_id == assessment_id
            )
        )
    )
    for standard_id in dict.fromkeys(standard_ids):
        if standard_id not in known:
            session.add(AssessmentStandard(assessment_id=assessment_id, standard_id=standard_id))
    session.flush()


@step("Update assessment")
def update_assessment(
    session: Session,
    *,
    assessment_id: int,
    title: str,
    taken_on: date | None,
    points_possible: float | None,
) -> None:
    """Take over what a newer file says; what it leaves out stays as it was."""
    assessment = still_there(session, Assessment, assessment_id, what="assessment")
    assessment.title = title.strip() or assessment.title
    assessment.taken_on = taken_on or assessment.taken_on
    if points_possible is not None:
        assessment.points_possible = points_possible
    session.add(assessment)


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
    for score in session.exec(select(Score).where(Score.assessment_id == assessment_id)):
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
    """Enter one score by hand, replacing what was there; returns its id.

    Without a number the status says why; a number is only kept with the status `scored`.
    """
    if points is not None and status is not ScoreStatus.SCORED:
        raise Problem("A score that is not counted has no points.", "Clear one of the two.")
    if points is None and status is ScoreStatus.SCORED:
        raise Problem("A score has no points yet.", "Type the points, or choose a reason.")
    assessment = still_there(session, Assessment, assessment_id, what="assessment")
    row = session.exec(
        select(Score).where(Score.student_id == student_id, Score.assessment_id == assessment_id)
    ).first() or Score(
        student_id=student_id, assessment_id=assessment_id, status="", entered_at=entered_at
    )
    row.status, row.points, row.possible = status.value, points, assessment.points_possible
    row.percent = _percent(points, assessment.points_possible)
    row.taken_on, row.entered_at, row.gradebook_import_id = assessment.taken_on, entered_at, None
    session.add(row)
    session.flush()
    return saved_id(row)


@step("Save scores")
def save_imported_scores(
    session: Session, *, scores: Sequence[ScoreToSave], import_id: int, entered_at: datetime
) -> None:
    """Save the scores of one import: new ones added, changed ones kept with what they replace."""
    known = _scores_of(session, {score.assessment_id for score in scores})
    new = []
    for score in scores:
        values = _columns(score, import_id, entered_at)
        row = known.get((score.student_id, score.assessment_id))
        if row is None:
            new.append(values)
        else:
            _replace(session, row, values, import_id)
    if new:
        session.execute(insert(Score), new)


def _scores_of(session: Session, assessment_ids: set[int]) -> dict[tuple[int, int], Score]:
    found = session.exec(select(Score).where(col(Score.assessment_id).in_(assessment_ids)))
    return {(row.student_id, row.assessment_id): row for row in found}


def _columns(score: ScoreToSave, import_id: int, entered_at: datetime) -> dict[str, object]:
    return {
        "student_id": score.student_id,
        "assessment_id": score.assessment_id,
        "attempt": 1,
        "status": score.status.value,
        "points": score.points,
        "possible": score.possible,
        "percent": score.percent,
        "scale_score": score.scale_score,
        "percentile": score.percentile,
        "level": score.level,
        "late": score.late,
        "taken_on": score.taken_on,
        "entered_at": entered_at,
        "gradebook_import_id": import_id,
    }


def _replace(session: Session, row: Score, values: dict[str, object], import_id: int) -> None:
    session.add(
        ReplacedScore(
            score_id=saved_id(row),
            gradebook_import_id=import_id,
            previous_import_id=row.gradebook_import_id,
            **{name: getattr(row, name) for name in _REMEMBERED},
        )
    )
    for name, value in values.items():
        setattr(row, name, value)
    session.add(row)


def _assessment_from(new: NewAssessment, class_id: int, position: int) -> Assessment:
    return Assessment(
        school_class_id=class_id,
        title=new.title.strip(),
        kind=new.kind.value,
        taken_on=new.taken_on,
        points_possible=new.points_possible,
        native_id=new.native_id,
        position=position,
    )


def _percent(points: float | None, possible: float | None) -> float | None:
    return round(100 * points / possible, 2) if points is not None and possible else None
