"""`form_groups`: a class grouped by need while six rules are kept."""

import random
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from benchmarks.figures import Act, Figure
from plplanner.gradebook.mastery import evidence_on_assessment
from plplanner.gradebook.rows import ScoreRow
from plplanner.grouping.broken_rules import broken_rules
from plplanner.grouping.form_groups import form_groups
from plplanner.grouping.rows import (
    GroupingProblem,
    GroupingProposal,
    ImpossibleGrouping,
    RuleToKeep,
    StudentToGroup,
)
from plplanner.terms import RuleKind, ScoreStatus

_STUDENTS, _POSSIBLE = 30, 5
_APART = ((1, 2), (3, 9), (4, 17), (11, 25))
_TOGETHER = ((6, 7), (20, 28))


def figure(_folder: Path) -> Figure:
    """The figure; its floor is the independent checker, which any engine must satisfy."""
    problem = problem_with_rules()
    proposal = form_groups(problem)
    if isinstance(proposal, ImpossibleGrouping):
        raise RuntimeError(proposal.explanation)
    return Figure(
        name="form_groups",
        workload=f"{_STUDENTS} students, exit ticket of {_POSSIBLE}, groups of "
        f"{problem.smallest}–{problem.largest}, {len(_APART)} pairs apart, "
        f"{len(_TOGETHER)} together",
        at_most=0.3,
        floor_is="checking finished groups against all rules, once",
        work=lambda _run: _grouping(problem),
        floor=lambda _run: _checking(problem, proposal),
    )


def problem_with_rules() -> GroupingProblem:
    """Thirty invented students with scores dealt by a fixed seed, and six rules."""
    dice = random.Random(30)
    scores = [_score(number, dice.randint(0, _POSSIBLE)) for number in range(1, _STUDENTS + 1)]
    students = tuple(
        StudentToGroup(e.student_id, f"student {e.student_id:02}", f"S{e.student_id}", e)
        for e in evidence_on_assessment(scores)
    )
    rules = [RuleToKeep(RuleKind.APART, pair, f"apart {pair}") for pair in _APART]
    rules += [RuleToKeep(RuleKind.TOGETHER, pair, f"together {pair}") for pair in _TOGETHER]
    return GroupingProblem(students=students, rules=tuple(rules), smallest=3, largest=8)


def _score(student_id: int, points: int) -> ScoreRow:
    return ScoreRow(
        student_id=student_id,
        assessment_id=1,
        points=points,
        possible=_POSSIBLE,
        percent=None,
        status=ScoreStatus.SCORED,
        taken_on=date(2026, 11, 20),
    )


@contextmanager
def _grouping(problem: GroupingProblem) -> Iterator[Act]:
    yield lambda: form_groups(problem)


@contextmanager
def _checking(problem: GroupingProblem, proposal: GroupingProposal) -> Iterator[Act]:
    yield lambda: broken_rules(problem, proposal)
