"""A class before and after a second quiz, and how many students moved between two groupings."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from random import Random

from benchmarks.ways_to_group import class_problem, evidence_of
from plplanner.cheapest_match import cheapest_match
from plplanner.grouping.form_groups import form_groups
from plplanner.grouping.rows import (
    EarlierGroup,
    EarlierGroups,
    GroupingProblem,
    GroupingProposal,
    ImpossibleGrouping,
    StudentFurther,
    StudentToGroup,
)
from plplanner.terms import GroupingStrategy


def changed_class(way: GroupingStrategy, *, seed: int) -> tuple[GroupingProposal, GroupingProblem]:
    """Groups of 28 students, and their problem a week later: half the scores are new."""
    smallest, largest = ((3, 6), (5, 8))[seed % 2]
    problem = class_problem(way, smallest=smallest, largest=largest, seed=seed)
    formed = form_groups(problem)
    if isinstance(formed, ImpossibleGrouping):
        raise TypeError(formed.explanation)
    dice = Random(seed + 77)
    had = tuple(EarlierGroup(group.identity, group.student_ids) for group in formed.groups)
    further = tuple(_later(one, dice) for one in problem.further.students)
    after = replace(
        problem,
        students=tuple(_again(student, dice) for student in problem.students),
        earlier=(EarlierGroups(date(2026, 11, 20), had),),
        further=replace(problem.further, students=further),
        seed=9,
    )
    return formed, after


def movers(before: GroupingProposal, after: GroupingProposal | ImpossibleGrouping) -> int:
    """Who is not in the group that goes on from her own, the groups matched as well as can be."""
    if isinstance(after, ImpossibleGrouping):
        raise TypeError(after.explanation)
    old = [set(group.student_ids) for group in before.groups]
    new = [set(group.student_ids) for group in after.groups]
    spare = [0] * len(old)
    match = cheapest_match([[-len(one & other) for other in new] + spare for one in old])
    stay = sum(len(one & new[n]) for one, n in zip(old, match, strict=True) if n < len(new))
    return len(_all(old) & _all(new)) - stay


def _all(groups: Sequence[set[int]]) -> set[int]:
    return set().union(*groups)


def _again(student: StudentToGroup, dice: Random) -> StudentToGroup:
    percent = student.evidence.percent
    if percent is None or dice.random() < 0.5:
        return student
    now = min(100, max(0, round(percent + dice.gauss(8, 14))))
    return replace(student, evidence=evidence_of(student.student_id, now))


def _later(one: StudentFurther, dice: Random) -> StudentFurther:
    return replace(
        one,
        profile=tuple(
            None if value is None else min(100, max(0, round(value + dice.gauss(5, 12))))
            for value in one.profile
        ),
        missing=tuple(
            work
            for work in ("essay", "lab", "quiz 4")
            if (work in one.missing) is not (dice.random() < 0.25)
        ),
        choices=one.choices[::-1] if dice.random() < 0.3 else one.choices,
    )
