"""Lessons to rotate, made for tests: say only what matters."""

import random
from dataclasses import replace
from datetime import date, time, timedelta

from plplanner.rotation.rows import (
    GroupToRotate,
    PullOutWindow,
    RotationProblem,
    StationToVisit,
)
from plplanner.terms import GROUP_IDENTITIES, StationKind

TEACHER = 1
KINDS = (
    StationKind.TEACHER_LED,
    StationKind.COLLABORATIVE,
    StationKind.INDEPENDENT,
    StationKind.DIGITAL,
    StationKind.HANDS_ON,
)


def some_groups(needs, *, size=6, since=None):
    """Groups with these needs; ids are 1, 2, 3…"""
    return tuple(
        GroupToRotate(number + 1, word.key, word.word, size, need, since and since[number])
        for number, (need, word) in enumerate(zip(needs, GROUP_IDENTITIES, strict=False))
    )


def some_stations(count, *, teachers=1, seats=None):
    """Stations with ids 1, 2, 3…; the first `teachers` are led by a teacher."""
    kinds = [KINDS[0]] * teachers + [KINDS[1 + n % 4] for n in range(count - teachers)]
    return tuple(
        StationToVisit(
            station_id=number + 1,
            name=f"Station {number + 1:02}",
            kind=kind,
            place="Table",
            seats=seats[number] if seats else None,
            when_done="Choose one.",
        )
        for number, kind in enumerate(kinds)
    )


def a_lesson(needs=(2, 1, 1, 0), stations=None, **fields):
    """60 minutes from 9:00 on a Monday, one station per group, unless said otherwise."""
    values = {
        "day": date(2026, 11, 23),
        "starts_at": time(9),
        "minutes": 60,
        "groups": some_groups(needs),
        "stations": stations or some_stations(len(needs)),
    }
    return RotationProblem(**{**values, **fields})


def with_pull_out(lesson, group_id, start, end, name="Maya"):
    """The lesson with one student of a group out of the room."""
    window = PullOutWindow(name, start, end)
    groups = tuple(
        replace(group, pull_outs=(*group.pull_outs, window))
        if group.group_id == group_id
        else group
        for group in lesson.groups
    )
    return replace(lesson, groups=groups)


def a_random_lesson(seed):
    """Any lesson: seats, pull-outs, several teachers, more or fewer rounds than groups."""
    draw = random.Random(seed)
    count = draw.randint(1, 10)
    extra = draw.randint(0, 2)
    teachers = draw.choice((0, 1, 1, 1, 2)) if count + extra > 1 else 1
    seats = [draw.choice((None, 5, 6, 8)) for _ in range(count + extra)]
    lesson = a_lesson(
        [draw.randint(0, 2) for _ in range(count)],
        some_stations(count + extra, teachers=teachers, seats=seats),
        rounds=draw.choice((None, None, 1, 2, 3, 4, 5)),
        minutes=draw.randint(60, 90),
        seed=seed,
        day=date(2026, 9, 1) + timedelta(days=draw.randint(0, 200)),
    )
    groups = tuple(
        replace(
            group,
            size=draw.randint(0, 8),
            lessons_since_teacher=draw.choice((None, 0, 0, 1, 2, 3, 4, 7)),
        )
        for group in lesson.groups
    )
    lesson = replace(lesson, groups=groups)
    for _ in range(draw.randint(0, 3)):
        start = draw.randint(0, 50)
        lesson = with_pull_out(lesson, draw.randint(1, count), time(9, start), time(9, start + 9))
    return lesson
