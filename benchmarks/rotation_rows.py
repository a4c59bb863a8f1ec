"""A class and its tomorrow, made up from a seed."""

from dataclasses import replace
from datetime import date, time, timedelta
from random import Random

from plplanner.rotation.pick_tasks import default_stations
from plplanner.rotation.rows import (
    GroupToRotate,
    PullOutWindow,
    RotationProblem,
    StationToVisit,
    StudentToSee,
)
from plplanner.terms import GROUP_IDENTITIES, StationKind

MONDAY = date(2026, 11, 23)


def a_class(seed: int, *, groups: int) -> RotationProblem:
    """A class somewhere in its year: any needs and waits, a few students out or long unseen."""
    draw = Random(seed)
    return RotationProblem(
        day=MONDAY + timedelta(days=seed % 5),
        starts_at=time(9),
        minutes=60,
        groups=tuple(_group(draw, number) for number in range(groups)),
        stations=_stations(groups),
        seed=seed,
    )


def a_class_alone(seed: int, students: int = 30) -> RotationProblem:
    """Thirty students of whom each goes her own way through four rounds; ten devices."""
    draw = Random(seed)
    stations = tuple(
        replace(one, seats=10) if one.kind is StationKind.DIGITAL else one for one in _stations(4)
    )
    return RotationProblem(
        day=MONDAY + timedelta(days=seed % 5),
        starts_at=time(9),
        minutes=75,
        groups=tuple(_student(draw, number) for number in range(students)),
        stations=stations,
        rounds=4,
        seed=seed,
    )


def _student(draw: Random, number: int) -> GroupToRotate:
    name = f"Student {number:02}"
    out = (PullOutWindow(name, time(9, 10), time(9, 30)),) if draw.random() < 0.1 else ()
    return GroupToRotate(
        group_id=number + 1,
        key=name,
        name=name,
        size=int(draw.random() > 0.05),
        need=draw.randint(0, 2),
        lessons_since_teacher=draw.choice((None, 0, 0, 1, 1, 2, 3, 5)),
        pull_outs=out,
        students=(StudentToSee(name),),
        is_own_way=True,
    )


def _stations(count: int) -> tuple[StationToVisit, ...]:
    usual = [
        StationToVisit(n, one.name, one.kind, one.place, one.seats, one.when_done)
        for n, one in enumerate(default_stations(count), start=1)
    ]
    more = [
        StationToVisit(100 + n, f"Corner {n}", StationKind.HANDS_ON, "Corner", when_done="Read.")
        for n in range(count - len(usual))
    ]
    return (*usual, *more)


def _group(draw: Random, number: int) -> GroupToRotate:
    word, size = GROUP_IDENTITIES[number], draw.randint(4, 6)
    since = draw.choice((0, 0, 0, 1, 1, 2, 3))
    names = [f"{word.word} {n}" for n in range(size)]
    out = [PullOutWindow(names[0], time(9, 10), time(9, 30))] if draw.random() < 0.2 else []
    late = draw.random() < 0.2
    return GroupToRotate(
        group_id=number + 1,
        key=word.key,
        name=word.word,
        size=size,
        need=draw.randint(0, 2),
        lessons_since_teacher=since,
        pull_outs=tuple(out),
        students=tuple(
            StudentToSee(name, 4 if late and name == names[-1] else since) for name in names
        ),
    )
