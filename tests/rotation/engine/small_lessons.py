"""Lessons of the usual kind, made up: one table, a day and four in sketch, any history."""

from dataclasses import replace
from random import Random

from plplanner.rotation.engine.rows import (
    GroupNeed,
    LessonDay,
    LessonProblem,
    LessonWishes,
    PullOut,
    Round,
    StationOffer,
)

WISHES = LessonWishes(gap=3, unseen=900, again=70, wait=1, turn=1, miss=20)


def a_small_lesson(seed, *, groups=None, rounds=None, days=None, spare=None):
    """Any usual lesson; what is named is as asked."""
    draw = Random(seed)
    count, per_day = groups or draw.randint(3, 7), rounds or draw.randint(2, 4)
    clock = tuple(Round(550 + 15 * n, 563 + 15 * n) for n in range(per_day))
    stations = count + (draw.randint(0, 2) if spare is None else spare)
    outs = [
        PullOut(f"g{draw.randrange(count)}s{draw.randrange(4)}", 0, start, start + 14)
        for start in draw.choices(range(545, 600), k=draw.randint(0, 2))
    ]
    length = days or draw.choice((1, 3, 5))
    return LessonProblem(
        days=tuple(LessonDay(clock, sketch=day > 0) for day in range(length)),
        groups=tuple(_group(draw, f"g{n}", per_day) for n in range(count)),
        stations=tuple(
            StationOffer(f"t{n}", f"t{n}", teacher_led=n == 0, most_per_day=1 if n == 0 else 9)
            for n in range(stations)
        ),
        pull_outs=tuple(outs),
        longest_wait=draw.choice((None, 2, 4)),
        wishes=WISHES,
    )


def _group(draw, name, rounds):
    return GroupNeed(
        name,
        name,
        tuple(f"{name}s{n}" for n in range(4)),
        minutes_wanted=draw.choice((0, 26, 60)),
        minutes_had=draw.choice((0, 13)),
        waited=draw.choice((None, 0, 0, 1, 2, 4)),
        students_waited=draw.choice(((), (), ((f"{name}s0", 3),))),
        turns=(draw.randrange(rounds),),
        claim=draw.choice((0, 5, 40)),
    )


def renamed(problem, names):
    """The same lesson with other ids for its groups."""
    groups = tuple(replace(one, id=name) for one, name in zip(problem.groups, names, strict=True))
    return replace(problem, groups=groups)
