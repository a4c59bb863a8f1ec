"""What an import would change, score by score, and where in the file the changes stand."""

from collections.abc import Sequence

from plplanner.importing.rows import (
    ClassImport,
    PlannedScore,
    PlannedStudent,
    ScoreChange,
    ScoreRead,
)
from plplanner.records import record


@record(frozen=True)
class ChangedScore:
    """One stored score that would become another; `is_new_attempt` keeps it as an earlier try."""

    student: PlannedStudent
    title: str
    before: ScoreRead
    after: ScoreRead
    is_new_attempt: bool = False


@record(frozen=True)
class Touched:
    """Where a file says anything new: places of students and of assessments in what was read."""

    students: frozenset[int] = frozenset()
    assessments: frozenset[int] = frozenset()


def changed_scores(classes: Sequence[ClassImport]) -> tuple[ChangedScore, ...]:
    """Every score that would replace another, in the order of the file."""
    return tuple(
        ChangedScore(
            student=part.plan.students[planned.student],
            title=part.plan.assessments[planned.assessment].read.title or "",
            before=planned.replaces,
            after=planned.score,
            is_new_attempt=planned.is_new_attempt,
        )
        for part in classes
        for planned in _of_class(part)
        if planned.replaces is not None and planned.what is ScoreChange.CHANGED
    )


def touched_by(classes: Sequence[ClassImport]) -> Touched:
    """Students who are new or get a score, assessments that are new, renamed or get one."""
    students: set[int] = set()
    assessments: set[int] = set()
    for part in classes:
        for place in part.students:
            if part.plan.students[place].known_id is None:
                students.update(part.plan.students[place].rows)
        for planned in _of_class(part):
            if planned.what is not ScoreChange.SAME:
                students.update(part.plan.students[planned.student].rows)
                assessments.add(planned.assessment)
        for number, one in enumerate(part.plan.assessments):
            if one.known_id is None or one.renamed_from:
                assessments.add(number)
    return Touched(frozenset(students), frozenset(assessments))


def _of_class(part: ClassImport) -> list[PlannedScore]:
    members = frozenset(part.students)
    return [planned for planned in part.plan.scores if planned.student in members]
