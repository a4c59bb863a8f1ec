"""A peer for the grouping engine: what a careful person does by hand, student after student."""

from dataclasses import replace

from plplanner.grouping.engine.check import judged
from plplanner.grouping.engine.rows import Assignment, EngineProblem


def greedy(problem: EngineProblem) -> Assignment:
    """Each student, hardest rules first, to the group where she breaks and costs the least.

    Sizes are filled up to the smallest first. Nobody is moved again, so rules may stay broken.
    """
    rules = {one.id: 0 for one in problem.here}
    for rule in problem.rules:
        for student in rule.students:
            if student in rules:
                rules[student] += 1
    order = sorted(rules, key=lambda one: (-rules[one], one))
    placed: dict[str, str] = {}
    for student in order:
        placed[student] = min(
            (group.id for group in problem.groups),
            key=lambda group: _price(problem, placed, student, group),
        )
    return Assignment(placed)


def _price(
    problem: EngineProblem, placed: dict[str, str], student: str, group: str
) -> tuple[int, int, int]:
    trial = {**placed, student: group}
    known = tuple(replace(s, present=s.present and s.id in trial) for s in problem.students)
    verdict = judged(replace(problem, students=known, jigsaw=None), Assignment(trial))
    size = sum(where == group for where in placed.values())
    slot = next(one for one in problem.groups if one.id == group)
    broken = sum(one.demand not in ("size", "lone", "min_tag") for one in verdict.broken)
    return (size >= slot.largest) + broken, int(size >= slot.smallest), verdict.objective
