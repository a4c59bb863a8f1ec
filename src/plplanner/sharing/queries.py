"""What of a class can be handed to another program."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from plplanner.gradebook.queries import assessments_of_class
from plplanner.models.gradebook import Assessment, Score
from plplanner.problems import Problem
from plplanner.roster.queries import classes, students_of_class
from plplanner.sharing.rows import SharedClass, SharedScore
from plplanner.terms import ScoreStatus


def class_to_share(session: Session, *, class_id: int) -> SharedClass:
    """A class with those enrolled now, its assessments, and every try of each score."""
    found = next((row for row in classes(session) if row.id == class_id), None)
    if found is None:
        raise Problem("This class is no longer in the planner.", "Choose another class.")
    students = tuple(students_of_class(session, class_id=class_id))
    return SharedClass(
        school_class=found,
        students=students,
        assessments=tuple(assessments_of_class(session, class_id=class_id)),
        scores=_scores(session, class_id, {student.id for student in students}),
    )


def _scores(session: Session, class_id: int, student_ids: set[int]) -> tuple[SharedScore, ...]:
    """Scores on the assessments of a class, of these students."""
    found = session.scalars(
        select(Score)
        .join(Assessment, Assessment.id == Score.assessment_id)
        .where(Assessment.school_class_id == class_id)
        .order_by(Score.student_id, Score.assessment_id, Score.attempt)
    )
    return tuple(
        SharedScore(
            student_id=row.student_id,
            assessment_id=row.assessment_id,
            status=ScoreStatus(row.status),
            attempt=row.attempt,
            points=row.points,
            possible=row.possible,
            percent=row.percent,
            scale_score=row.scale_score,
            percentile=row.percentile,
            level=row.level,
            progress=row.progress,
            mastered=row.mastered,
            late=row.late,
            taken_on=row.taken_on,
        )
        for row in found
        if row.student_id in student_ids
    )
