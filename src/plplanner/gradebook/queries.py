"""What can be seen of assessments and scores."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import date
from functools import cache

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session, aliased

from plplanner.gradebook.rows import AssessmentRow, ScoreRow, TitledScore
from plplanner.library.codes import is_same_standard
from plplanner.models.gradebook import Assessment, AssessmentStandard, ItemAnswers, Score
from plplanner.models.roster import Enrollment
from plplanner.problems import Problem
from plplanner.store.fetch import saved_id
from plplanner.terms import AssessmentKind, ItemResult, ScoreStatus

_CHECKS = (AssessmentKind.EXIT_TICKET, AssessmentKind.QUICK_CHECK, AssessmentKind.QUIZ)
_ENOUGH_SCORES = 0.6


def assessments_of_class(session: Session, *, class_id: int) -> list[AssessmentRow]:
    """All assessments of a class, oldest first.

    One without a date is as old as the newest before it in the gradebook, so that tonight's
    column, the last one, stays the newest.
    """
    scored = (
        select(func.count(func.distinct(Score.student_id)))
        .join(Enrollment, Enrollment.student_id == Score.student_id)
        .where(
            Score.assessment_id == Assessment.id,
            Score.status == ScoreStatus.SCORED.value,
            _newest_attempt(),
            Enrollment.school_class_id == class_id,
            Enrollment.left_on.is_(None),
        )
        .scalar_subquery()
    )
    codes = _codes(session, Assessment.school_class_id == class_id)
    found = session.execute(
        select(Assessment, scored)
        .where(Assessment.school_class_id == class_id)
        .order_by(Assessment.position)
    ).all()
    return [
        AssessmentRow(
            id=saved_id(row),
            class_id=class_id,
            title=row.title,
            kind=AssessmentKind(row.kind),
            taken_on=row.taken_on,
            points_possible=row.points_possible,
            standards=tuple(codes[saved_id(row)]),
            scored=count,
            native_id=row.native_id,
        )
        for row, count in sorted(found, key=_age_by_place([row for row, _ in found]))
    ]


def _age_by_place(rows: Sequence[Assessment]) -> Callable[[tuple[Assessment, int]], date]:
    ages: dict[int, date] = {}
    newest = date.min
    for row in rows:
        newest = max(newest, row.taken_on or newest)
        ages[saved_id(row)] = row.taken_on or newest
    return lambda pair: ages[saved_id(pair[0])]


def assessment_titled(session: Session, *, class_id: int, title: str) -> AssessmentRow:
    """The assessment of this title, or a Problem that names what there is.

    Where two carry one title, the newest with scores is meant.
    """
    rows = assessments_of_class(session, class_id=class_id)
    same = [row for row in rows if row.title.casefold() == title.strip().casefold()]
    if not same:
        titles = ", ".join(f"“{row.title}”" for row in rows[-8:])
        raise Problem(
            f"There is no assessment called “{title}” in this class.",
            f"Choose one of these: {titles}." if titles else "Import a gradebook with scores.",
        )
    return max(enumerate(same), key=lambda pair: (pair[1].scored > 0, pair[0]))[1]


def measured_by(session: Session, *, assessment_id: int) -> tuple[str, tuple[str, ...]] | None:
    """The title of one assessment and the codes it measures; None when it is gone."""
    title = session.scalar(select(Assessment.title).where(Assessment.id == assessment_id))
    if title is None:
        return None
    one = AssessmentStandard.assessment_id == assessment_id
    is_bare = session.scalars(select(AssessmentStandard.id).where(one).limit(1)).first() is None
    return title, () if is_bare else tuple(_codes(session, one)[assessment_id])


def last_added(session: Session, *, class_id: int) -> int | None:
    """The id of the assessment added last to a class, whenever it was taken."""
    return session.scalar(
        select(func.max(Assessment.id)).where(Assessment.school_class_id == class_id)
    )


def newest_check(session: Session, *, class_id: int, students: int) -> AssessmentRow | None:
    """The newest exit ticket or quiz with scores for at least 60 % of the class.

    None when there is no such check. Of two neighbours in one file, both without a date, an exit
    ticket with a standard goes before what has none: their order says little.
    """
    enough = [
        row
        for row in assessments_of_class(session, class_id=class_id)
        if row.kind in _CHECKS and row.scored >= _ENOUGH_SCORES * students
    ]
    if len(enough) > 1 and _says_more(session, enough[-2], enough[-1]):
        return enough[-2]
    return enough[-1] if enough else None


def _says_more(session: Session, ticket: AssessmentRow, last: AssessmentRow) -> bool:
    is_dated = ticket.taken_on is not None or last.taken_on is not None
    is_ticket = ticket.kind is AssessmentKind.EXIT_TICKET and ticket.standards
    if is_dated or not is_ticket or last.standards:
        return False
    both = Assessment.id.in_((ticket.id, last.id))
    imports = session.scalars(select(Assessment.gradebook_import_id).where(both)).all()
    return imports[0] is not None and imports[0] == imports[1]


def scores_on(session: Session, *, assessment_id: int) -> list[ScoreRow]:
    """The score of every student on one assessment; of several attempts the newest."""
    found = session.scalars(
        select(Score)
        .where(Score.assessment_id == assessment_id, _newest_attempt())
        .order_by(Score.id)
    )
    return [_score_row(row) for row in found]


def items_on(session: Session, *, assessment_id: int) -> dict[int, tuple[ItemResult | None, ...]]:
    """How each item of an assessment went, by student id, on her newest attempt.

    Only what is said of the score as it stands: by the import that brought it or that spoke of it
    last, the later of the two. Nothing of a score that was typed by hand.
    """
    said = (Score.gradebook_import_id, Score.last_import_id)
    found = session.execute(
        select(Score.student_id, ItemAnswers.results)
        .join(ItemAnswers, ItemAnswers.score_id == Score.id)
        .where(
            Score.assessment_id == assessment_id,
            Score.gradebook_import_id.is_not(None),
            ItemAnswers.gradebook_import_id.in_(said),
            _newest_attempt(),
        )
        .order_by(ItemAnswers.gradebook_import_id)
    )
    return dict(found.all())  # the later import comes last


def scores_for_standard(session: Session, *, class_id: int, code: str) -> list[ScoreRow]:
    """The scores of a class on assessments that measure a standard (any spelling)."""
    ids = [
        row.id
        for row in assessments_of_class(session, class_id=class_id)
        if any(is_same_standard(known, code) for known in row.standards)
    ]
    found = session.scalars(
        select(Score).where(Score.assessment_id.in_(ids), _newest_attempt()).order_by(Score.id)
    )
    return [_score_row(row) for row in found]


def scores_of_student(session: Session, *, student_id: int, class_id: int) -> list[TitledScore]:
    """What one student has on every assessment of a class, newest first."""
    found = session.scalars(
        select(Score).where(Score.student_id == student_id).order_by(Score.attempt)
    )
    stored = {row.assessment_id: row for row in found}  # the newest attempt comes last
    return [
        TitledScore(assessment.title, _score_row(stored[assessment.id]))
        for assessment in reversed(assessments_of_class(session, class_id=class_id))
        if assessment.id in stored
    ]


def score_counts(session: Session, *, class_id: int) -> dict[int, int]:
    """How many scores each student has on the assessments of a class, by student id."""
    found = session.execute(
        select(Score.student_id, func.count(func.distinct(Score.assessment_id)))
        .join(Assessment, Assessment.id == Score.assessment_id)
        .where(Assessment.school_class_id == class_id, Score.status == ScoreStatus.SCORED.value)
        .group_by(Score.student_id)
    )
    return dict(found.all())


def attempts_of(session: Session, *, student_id: int, assessment_id: int) -> list[ScoreRow]:
    """Every try of one student on one assessment, oldest first; the last one counts."""
    found = session.scalars(
        select(Score)
        .where(Score.student_id == student_id, Score.assessment_id == assessment_id)
        .order_by(Score.attempt)
    )
    return [_score_row(row) for row in found]


def _codes(session: Session, which: ColumnElement[bool]) -> defaultdict[int, list[str]]:
    # The first screen asks about checks without a standard, too: it does not wait for these tables.
    from plplanner.models.standards import Standard  # noqa: PLC0415

    codes: defaultdict[int, list[str]] = defaultdict(list)
    for assessment_id, code in session.execute(
        select(AssessmentStandard.assessment_id, Standard.code)
        .join(Standard, Standard.id == AssessmentStandard.standard_id)
        .join(Assessment, Assessment.id == AssessmentStandard.assessment_id)
        .where(which)
        .order_by(AssessmentStandard.id)
    ):
        codes[assessment_id].append(code)
    return codes


@cache
def _newest_attempt() -> ColumnElement[bool]:
    """No later attempt of the same student on the same assessment is stored."""
    # Made once: making it takes longer than most questions that hold it take to answer.
    later = aliased(Score)
    return (
        ~select(later.id)
        .where(
            later.student_id == Score.student_id,
            later.assessment_id == Score.assessment_id,
            later.attempt > Score.attempt,
        )
        .exists()
    )


def _score_row(row: Score) -> ScoreRow:
    return ScoreRow(
        student_id=row.student_id,
        assessment_id=row.assessment_id,
        points=row.points,
        possible=row.possible,
        percent=row.percent,
        status=ScoreStatus(row.status),
        taken_on=row.taken_on,
        mastered=row.mastered,
        attempt=row.attempt,
        scale_score=row.scale_score,
    )
