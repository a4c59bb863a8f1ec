"""Small worlds for tests: say only what matters."""

from contextlib import contextmanager
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from plplanner.gradebook import commands as gradebook
from plplanner.gradebook.typed_scores import TypedScore
from plplanner.grouping.commands import save_groups
from plplanner.grouping.rows import GroupingProposal, GroupProposal, Reason
from plplanner.grouping.saved.queries import newest_groups
from plplanner.grouping.saved.rows import GroupSetRow
from plplanner.problems import Problem
from plplanner.roster import commands as roster
from plplanner.roster.queries import students_of_class
from plplanner.roster.rows import NewStudent
from plplanner.store.planner_file import PlannerFile, create_planner, open_planner
from plplanner.terms import (
    GROUP_IDENTITIES,
    AssessmentKind,
    GroupingStrategy,
    MasteryLevel,
    ScoreStatus,
)

NOW = datetime(2026, 11, 20, 19, 42, 7, tzinfo=UTC)
TODAY = NOW.date()
MONDAY = date(2026, 11, 23)


@contextmanager
def a_planner(folder: Path, name: str = "Math.plplanner", *, holding: bytes = b""):
    """A planner file, new or `holding` what another held, closed when the test leaves."""
    path = folder / name
    path.touch(mode=0o600)
    path.write_bytes(holding or an_empty_planner())
    planner = open_planner(path, now=NOW)
    try:
        yield planner
    finally:
        planner.close()


@cache
def an_empty_planner() -> bytes:
    """Made once for all tests: migrating a new file takes longer than most of them."""
    with TemporaryDirectory() as folder:
        planner = create_planner(Path(folder) / "empty.plplanner", now=NOW)
        planner.close()
        return planner.path.read_bytes()


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
    scores = {
        student.id: TypedScore(value, ScoreStatus.SCORED)
        for student, value in zip(students, points or [], strict=False)
        if value is not None
    }
    if scores:
        planner.do(
            gradebook.enter_scores, assessment_id=assessment_id, scores=scores, entered_at=NOW
        )
    return assessment_id


def refuses(planner: PlannerFile, command, *, saying: str, **arguments) -> None:
    """A command refuses with these words and changes nothing."""
    before, label = planner.digest(), planner.undo_label
    with pytest.raises(Problem, match=saying):
        planner.do(command, **arguments)
    assert (planner.digest(), planner.undo_label) == (before, label)


def is_one_step(planner: PlannerFile, command, *, called: str, **arguments):
    """A command is one step of this name, undone and redone to the letter; returns its answer."""
    before = planner.digest()
    answer = planner.do(command, **arguments)
    after = planner.digest()
    assert (planner.undo_label, after != before) == (called, True)
    planner.undo()
    assert planner.digest() == before
    planner.redo()
    assert planner.digest() == after
    return answer


def a_proposal(*groups: list[int]) -> GroupingProposal:
    """Groups of these student ids, called River, Comet, Maple … in this order."""
    return GroupingProposal(
        groups=tuple(
            GroupProposal(identity, tuple(ids), MasteryLevel.NEARLY)
            for identity, ids in zip(GROUP_IDENTITIES, groups, strict=False)
        ),
        reasons=tuple(Reason(i, f"Reason {i}") for ids in groups for i in ids),
        objective=0,
        bound=0,
        status="optimal",
    )


def saved_groups(planner: PlannerFile, *, class_id: int | None = None) -> GroupSetRow:
    """The class in two saved groups, every other student in each; a class of four if none."""
    class_id = class_id or a_class(planner, students=4)
    ids = [row.id for row in planner.ask(students_of_class, class_id=class_id)]
    planner.do(
        save_groups,
        class_id=class_id,
        created_on=TODAY,
        basis="“Exit ticket”",
        strategy=GroupingStrategy.NEED,
        seed=0,
        proposal=a_proposal(ids[::2], ids[1::2]),
    )
    found = planner.ask(newest_groups, class_id=class_id)
    assert found is not None
    return found
