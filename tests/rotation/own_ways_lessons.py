"""Lessons in which each student goes her own way, made for tests."""

from datetime import date, time
from random import Random

from plplanner.rotation.rows import (
    GroupToRotate,
    PullOutWindow,
    RotationProblem,
    StationToVisit,
    StudentToSee,
    Visit,
)
from plplanner.terms import StationKind

KINDS = (
    StationKind.TEACHER_LED,
    StationKind.COLLABORATIVE,
    StationKind.INDEPENDENT,
    StationKind.DIGITAL,
)
TEACHER, TOGETHER, ALONE, DIGITAL = 1, 2, 3, 4


def a_student(number, *, need=1, since=0, is_here=True, out=None):
    """Student 1 is `S01`; `out` is (start, end) out of the room."""
    name = f"S{number:02}"
    return GroupToRotate(
        -number,
        f"own {name}",
        name,
        int(is_here),
        need,
        since,
        (PullOutWindow(name, *out),) if out else (),
        (StudentToSee(name, since, is_away=not is_here),),
        is_own_way=True,
    )


def own_stations(seats=(None, None, None, None)):
    """Teacher table, together, alone, digital, with these seats."""
    return tuple(
        StationToVisit(number, kind.value, kind, "", limit, "Read.")
        for number, (kind, limit) in enumerate(zip(KINDS, seats, strict=False), start=1)
    )


def own_lesson(students, **fields):
    """75 minutes from 9:00 on a Monday; four stations unless said otherwise."""
    values = {
        "day": date(2026, 11, 23),
        "starts_at": time(9),
        "minutes": 75,
        "stations": own_stations(),
        "rounds": 4,
    }
    return RotationProblem(groups=tuple(students), **{**values, **fields})


def a_random_own_lesson(seed, students=30):
    """Thirty students: some away, some out, of any need, who waited any time."""
    draw = Random(seed)
    return own_lesson(
        [
            a_student(
                number,
                need=draw.randrange(3),
                since=draw.choice((None, 0, 1, 2, 3, 4, 5)),
                is_here=draw.random() > 0.05,
                out=(time(9, 5), time(9, 25)) if draw.random() < 0.1 else None,
            )
            for number in range(1, students + 1)
        ],
        stations=own_stations((None, None, None, draw.choice((8, 10, None)))),
        rounds=draw.choice((3, 4)),
    )


def visits_at(*places):
    """A visit for each (student, round, station)."""
    return tuple(Visit(-student, number, station) for student, number, station in places)
