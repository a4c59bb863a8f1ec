"""Lessons to plan, made up: a week, each student alone, a week that cannot be."""

from dataclasses import replace
from random import Random

from plplanner.rotation.engine.rows import (
    Adult,
    GroupNeed,
    Hours,
    LessonDay,
    LessonProblem,
    PullOut,
    Round,
    StationOffer,
)


def a_week(seed: int) -> LessonProblem:
    """Six groups on five days: a table, devices, an adult half the week, one day of two rounds."""
    draw = Random(seed)
    rounds = tuple(Round(550 + 15 * n, 563 + 15 * n) for n in range(4))
    short = draw.randrange(5)
    groups = tuple(
        GroupNeed(
            f"g{n}",
            f"Group {n}",
            tuple(f"g{n}s{k}" for k in range(5)),
            minutes_wanted=13 * draw.choice((2, 3, 4)),
            least_meetings=1,
            waited=draw.randrange(3),
            turns=tuple((n + day) % 4 for day in range(5)),
        )
        for n in range(6)
    )
    return LessonProblem(
        days=tuple(
            LessonDay(rounds[:2] if day == short else rounds, f"day {day}", devices=12)
            for day in range(5)
        ),
        groups=groups,
        stations=_offers(),
        adults=(Adult("para", "Ms. P", tuple(Hours(day, 500, 700) for day in (0, 2, 4))),),
        pull_outs=tuple(
            PullOut(f"g{draw.randrange(6)}s{draw.randrange(5)}", day, 550, 575) for day in (1, 3)
        ),
        longest_wait=4,
    )


def _offers() -> tuple[StationOffer, ...]:
    return (
        StationOffer("table", "Teacher’s table", teacher_led=True, seats=6),
        StationOffer("digital", "Digital", groups_at_once=2, uses_devices=True, least=2),
        StationOffer("together", "Together", groups_at_once=2, least=1),
        StationOffer("own", "On my own", groups_at_once=2, most_per_day=2),
        StationOffer("hands", "Hands-on", seats=6, adults=("para",)),
    )


def an_impossible_week(seed: int) -> LessonProblem:
    """The same week, with a station that everyone needs and that is hardly ever there."""
    problem = a_week(seed)
    hands = replace(problem.stations[-1], least=1)
    adult = Adult("para", "Ms. P", (Hours(seed % 5, 500, 700),))
    return replace(problem, stations=(*problem.stations[:-1], hands), adults=(adult,))


def each_alone(seed: int) -> LessonProblem:
    """Thirty students, each with a sequence of her own through four rounds."""
    draw = Random(seed)
    rounds = tuple(Round(550 + 15 * n, 563 + 15 * n) for n in range(4))
    students = tuple(
        GroupNeed(
            f"s{n:02}",
            f"Student {n}",
            (f"s{n:02}",),
            minutes_wanted=draw.choice((0, 13, 13)),
            waited=draw.randrange(5),
            least=(("digital", 1),) if draw.random() < 0.5 else (),
            turns=(n % 4,),
        )
        for n in range(30)
    )
    offers = (
        StationOffer("table", "Teacher’s table", teacher_led=True, groups_at_once=5, seats=5),
        StationOffer("digital", "Digital", groups_at_once=10, uses_devices=True),
        StationOffer("together", "Together", groups_at_once=12),
        StationOffer("own", "On my own", groups_at_once=12, most_per_day=2),
    )
    return LessonProblem((LessonDay(rounds, devices=10),), students, offers, longest_wait=4)
