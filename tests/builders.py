"""Small worlds for tests: say only what matters."""

from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

from plplanner.gradebook import commands as gradebook
from plplanner.roster import commands as roster
from plplanner.roster.rows import NewStudent
from plplanner.store.planner_file import PlannerFile, create_planner
from plplanner.terms import AssessmentKind

NOW = datetime(2026, 11, 20, 19, 42, 7, tzinfo=UTC)
TODAY = NOW.date()
MONDAY = date(2026, 11, 23)


@contextmanager
def a_planner(folder: Path, name: str = "Math.plplanner"):
    """A new planner file, closed when the test leaves."""
    planner = create_planner(folder / name, now=NOW)
    try:
        yield planner
    finally:
        planner.close()


def a_class(planner: PlannerFile, *, students: int = 3, name: str = "Math P2") -> int:
    """A class with so many students called Ada01, Ada02 …; returns its id."""
    class_id = planner.do(roster.add_class, name=name)
    if students:
        new = [NewStudent(last=f"Last{i:02}", first=f"Ada{i:02}") for i in range(1, students + 1)]
        planner.do(roster.add_students, class_id=class_id, students=new, entered_on=TODAY)
    return class_id


def an_assessment(
    planner: PlannerFile,
    class_id: int,
    *,
    title: str = "Exit ticket",
    points: list[float | None] | None = None,
    possible: float = 5,
    taken_on: date = TODAY,
    standard_ids: tuple[int, ...] = (),
) -> int:
    """An assessment of a class with points in roster order; None leaves a student without."""
    from plplanner.roster.queries import students_of_class

    assessment_id = planner.do(
        gradebook.add_assessment,
        class_id=class_id,
        title=title,
        kind=AssessmentKind.EXIT_TICKET,
        taken_on=taken_on,
        points_possible=possible,
        standard_ids=standard_ids,
    )
    students = planner.ask(students_of_class, class_id=class_id)
    for student, value in zip(students, points or [], strict=False):
        if value is not None:
            planner.do(
                gradebook.enter_score,
                student_id=student.id,
                assessment_id=assessment_id,
                points=value,
                entered_at=NOW,
            )
    return assessment_id
