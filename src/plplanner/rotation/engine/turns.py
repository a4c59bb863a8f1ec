"""Whose turn it is in each round: drawn every week, moved on by one place every day, blind to need.

So the place in the day at which a group meets the teacher shows no rank on the wall.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from plplanner.rotation.engine.rows import LessonProblem
from plplanner.rotation.teacher_turns import order_of_the_day


def with_turns(problem: LessonProblem, *, dates: Sequence[date], seed: int = 0) -> LessonProblem:
    """The problem with a wished round for each group and day; `dates` are those of its days."""
    keys = [group.id for group in problem.groups]
    orders = [order_of_the_day(keys, purpose="place", day=day, seed=seed) for day in dates]
    rounds = [len(day.rounds) for day in problem.days]
    groups = tuple(
        replace(
            group,
            turns=tuple(
                order[group.id] * count // len(keys)
                for order, count in zip(orders, rounds, strict=True)
            ),
        )
        for group in problem.groups
    )
    return replace(problem, groups=groups)
