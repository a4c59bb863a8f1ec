"""A planner as it is in January: 150 students, 500 resources, half a year of scores."""

import random
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from plplanner.gradebook.commands import add_assessment, save_imported_scores
from plplanner.gradebook.rows import ScoreToSave
from plplanner.grouping.commands import save_groups
from plplanner.grouping.form_groups import form_groups
from plplanner.grouping.queries import basis_on_assessment, students_to_group
from plplanner.grouping.rows import GroupingProblem, GroupingProposal
from plplanner.library.commands import add_resource, add_standard
from plplanner.library.rows import NewResource
from plplanner.models.importing import GradebookImport
from plplanner.roster.commands import add_class, add_students
from plplanner.roster.rows import NewStudent
from plplanner.store.planner_file import PlannerFile, create_planner
from plplanner.terms import AssessmentKind, GroupingStrategy, ResourceKind, ScoreStatus

NOW = datetime(2026, 11, 20, 19, 42, tzinfo=UTC)
CLASSES, STUDENTS, ASSESSMENTS, RESOURCES, STANDARDS = 6, 25, 60, 500, 40
WORKLOAD = (
    f"{CLASSES * STUDENTS} students in {CLASSES} classes, {RESOURCES} resources, "
    f"{CLASSES * STUDENTS * ASSESSMENTS:,} scores"
)


def planner_of_half_a_year(path: Path) -> None:
    """Make the planner at `path`, with groups for its first class."""
    planner = create_planner(path, now=NOW)
    try:
        with planner.change("Half a year") as session:
            codes = [f"{place % 8 + 1}.NF.{place}" for place in range(STANDARDS)]
            standards = [add_standard(session, code=code) for code in codes]
            for place in range(RESOURCES):
                add_resource(
                    session,
                    resource=NewResource(
                        title=f"Resource {place:03}",
                        kind=list(ResourceKind)[place % len(ResourceKind)],
                        minutes=5 + place % 20,
                        standard_ids=[standards[place % STANDARDS]],
                        tags=[("Bloom", "apply")],
                    ),
                )
        for number in range(CLASSES):
            _add_class(planner, number, standards)
        _form_groups(planner)
    finally:
        planner.close()


def _add_class(planner: PlannerFile, number: int, standards: list[int]) -> None:
    chance = random.Random(number)
    with planner.change("Class") as session:
        class_id = add_class(session, name=f"Math {number + 1}")
        students = add_students(
            session,
            class_id=class_id,
            students=[NewStudent(f"Last{number}{i:02}", f"First{i:02}") for i in range(STUDENTS)],
            entered_on=date(2026, 8, 24),
        )
        record = GradebookImport(file_name="x", file_hash="x", format="x", imported_at=NOW)
        session.add(record)
        session.flush()
        scores = []
        for place in range(ASSESSMENTS):
            taken_on = NOW.date() - timedelta(days=2 * (ASSESSMENTS - place))
            assessment_id = add_assessment(
                session,
                class_id=class_id,
                title=f"Exit ticket {place + 1}",
                kind=AssessmentKind.EXIT_TICKET,
                taken_on=taken_on,
                points_possible=5,
                standard_ids=[standards[place % STANDARDS]],
            )
            for student_id in students:
                points = float(chance.randrange(6))
                scores.append(
                    ScoreToSave(
                        student_id=student_id,
                        assessment_id=assessment_id,
                        status=ScoreStatus.SCORED,
                        points=points,
                        possible=5,
                        percent=20 * points,
                        taken_on=taken_on,
                    )
                )
        save_imported_scores(session, scores=scores, import_id=record.id or 0, entered_at=NOW)


def _form_groups(planner: PlannerFile) -> None:
    basis = planner.ask(basis_on_assessment, class_id=1)
    students = planner.ask(students_to_group, class_id=1, basis=basis, on=NOW.date())
    proposal = form_groups(GroupingProblem(students=students, smallest=5, largest=8, groups=4))
    if not isinstance(proposal, GroupingProposal):
        raise TypeError("a class of 25 always has four groups")
    planner.do(
        save_groups,
        class_id=1,
        created_on=NOW.date(),
        basis=basis.words,
        strategy=GroupingStrategy.NEED,
        seed=0,
        proposal=proposal,
        assessment_id=basis.assessment_id,
    )
