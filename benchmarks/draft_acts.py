"""Lessons drafted in every way the window does it, as acts to be timed; made up from seeds."""

from collections.abc import Callable
from dataclasses import replace
from datetime import time, timedelta
from random import Random

from benchmarks.rotation_rows import a_class, a_class_alone
from plplanner.rotation.build_rotation import build_rotation
from plplanner.rotation.draft_days import draft_days
from plplanner.rotation.fresh_draft import DayToDraft
from plplanner.rotation.own_ways import draft_own_ways
from plplanner.rotation.rows import DeviceCount, LockedCell, RotationProblem, StationToVisit
from plplanner.rotation.spread_days import spread_rotation
from plplanner.terms import StationKind

Act = Callable[[], str]


def draft(seed: int, groups: int) -> Act:
    lesson = a_class(seed, groups=groups)
    return lambda: "proven" if build_rotation(lesson).is_proven else "not proven"


def draft_week(seed: int) -> Act:
    """Monday to Friday for the window's “Plan the whole week”, with the words of all cells."""
    lesson = a_class(seed, groups=6)
    days = [
        DayToDraft(replace(lesson, day=lesson.day + timedelta(days=ahead)), 1, {})
        for ahead in range(5)
    ]

    def act() -> str:
        made = [one.made.draft for one in draft_days(days) if one.made is not None]
        return "proven" if all(one.proposal.is_proven for one in made) else "not proven"

    return act


def draft_with_rules(seed: int, groups: int) -> Act:
    """Devices for one of two digital stations, an adult with hours, a station after another."""
    lesson = a_class(seed, groups=groups)
    draw = Random(seed)
    more = (
        StationToVisit(901, "Share it", StationKind.COLLABORATIVE, "", after="Look it up"),
        StationToVisit(902, "Look it up", StationKind.DIGITAL, ""),
        StationToVisit(
            903, "With Ms. R", StationKind.HANDS_ON, "", adult="Ms. R",
            adult_from=time(9, draw.choice((5, 20))), needs_adult=True,
        ),
        StationToVisit(904, "Watch", StationKind.DIGITAL, ""),
    )  # fmt: skip
    return lambda: _built(
        replace(lesson, stations=(*lesson.stations, *more), devices=DeviceCount(8, 1))
    )


def draft_locked(seed: int, groups: int) -> Act:
    """Three cells of another day's plan are locked: the teacher had swapped by hand."""
    lesson = a_class(seed, groups=groups)
    other = build_rotation(replace(lesson, day=lesson.day + timedelta(days=1)))
    names = {row.station_id: row.name for row in lesson.stations}
    locked = tuple(
        LockedCell(one.group_id, one.round_number, names[one.station_id], "")
        for one in Random(seed).sample(other.visits, 3)
    )
    return lambda: _built(replace(lesson, locked=locked))


def _built(lesson: RotationProblem) -> str:
    return "proven" if build_rotation(lesson).is_proven else "not proven"


def spread(seed: int, groups: int) -> Act:
    """One rotation over as many days as it takes with two rounds each."""
    first = replace(a_class(seed, groups=groups), rounds=2)
    days = [replace(first, day=first.day + timedelta(days=n)) for n in range(-(-groups // 2))]

    def act() -> str:
        return "proven" if all(one.is_proven for one in spread_rotation(days)) else "not proven"

    return act


def student_by_student(seed: int) -> Act:
    """A day in the window planned student by student, from the class to the words in its cells."""
    lesson = a_class_alone(seed)

    def act() -> str:
        draft = draft_own_ways(lesson, group_set_id=1, playlists={})
        return "proven" if draft.proposal.is_proven else "not proven"

    return act
