"""What a draft for single students starts from."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy.orm import Session

from plplanner.grouping.saved.rows import GroupSetRow
from plplanner.playlists.rows import PlaylistRow
from plplanner.records import record
from plplanner.roster.queries import students_of_class
from plplanner.rotation.adult_hours import on_day
from plplanner.rotation.drafting.queries import (
    lesson_of_plan,
    lone_to_rotate,
    playlists_for_groups,
    rotation_problem,
)
from plplanner.rotation.pick_tasks import enough_stations
from plplanner.rotation.rows import PlanRow, RotationProblem
from plplanner.rotation.stations.queries import stations_of_class
from plplanner.terms import MasteryLevel

_FEWEST_STATIONS = 3


@record(frozen=True)
class OwnWaysToDraft:
    """All that decides a draft in which each student goes her own way.

    Its lines are called by the students' own ids, taken as negative numbers: they have no places
    yet. `playlists` are by those ids, `levels` by student.
    """

    problem: RotationProblem
    group_set_id: int
    playlists: Mapping[int, PlaylistRow]
    levels: Mapping[int, MasteryLevel]


def own_ways_to_draft(
    session: Session,
    *,
    class_id: int,
    day: date,
    groups: GroupSetRow,
    minutes: int | None = None,
    rounds: int | None = None,
) -> OwnWaysToDraft:
    """Every student of the class by herself; the newest groups say what each one needs."""
    lesson = rotation_problem(
        session, class_id=class_id, day=day, groups=groups, minutes=minutes, rounds=rounds
    )
    elsewhere = {seat.student_id for seat in lesson.seated}
    everyone = students_of_class(session, class_id=class_id)
    students = [row for row in everyone if row.id not in elsewhere]
    group_of = {member.student_id: group for group in groups.groups for member in group.members}
    levels = {
        row.id: group_of[row.id].level if row.id in group_of else MasteryLevel.NO_EVIDENCE
        for row in students
    }
    of_groups = playlists_for_groups(session, groups=groups)
    alone = lone_to_rotate(
        session, class_id=class_id, day=day,
        lines={row.id: (-row.id, levels[row.id]) for row in students},
    )  # fmt: skip
    have = on_day(stations_of_class(session, class_id=class_id), day)
    stations = enough_stations(have, max(_FEWEST_STATIONS, len(groups.groups)))
    return OwnWaysToDraft(
        replace(lesson, groups=alone, stations=stations),
        groups.id,
        {
            -student_id: of_groups[group.id]
            for student_id, group in group_of.items()
            if group.id in of_groups and student_id in levels
        },
        levels,
    )


def newcomers_to_plan(
    session: Session, *, plan: PlanRow, groups: GroupSetRow | None, student_ids: Sequence[int]
) -> OwnWaysToDraft:
    """What a line for each of these students in a plan that exists rests on.

    Its problem is the lesson with them alone; who is in one of the newest groups has its level and
    playlist, and of anyone else there is no evidence yet.
    """
    members = groups.groups if groups is not None else ()
    group_of = {member.student_id: group for group in members for member in group.members}
    levels = {
        one: group_of[one].level if one in group_of else MasteryLevel.NO_EVIDENCE
        for one in student_ids
    }
    lines = {one: (-one, level) for one, level in levels.items()}
    alone = lone_to_rotate(session, class_id=plan.class_id, day=plan.day, lines=lines)
    lesson = lesson_of_plan(session, plan=plan)
    have = tuple(one for one in lesson.stations if one.station_id > 0)
    return OwnWaysToDraft(
        replace(lesson, groups=alone, stations=have),
        plan.group_set_id or 0,
        _playlists(session, groups, levels),
        levels,
    )


def _playlists(
    session: Session, groups: GroupSetRow | None, levels: Mapping[int, MasteryLevel]
) -> dict[int, PlaylistRow]:
    """By −student id."""
    if groups is None or groups.standard_id is None:
        return {}
    # Groups without a standard do not wait for the tables of playlists.
    from plplanner.playlists.choosing import playlist_for_level  # noqa: PLC0415
    from plplanner.playlists.queries import playlists  # noqa: PLC0415

    known = playlists(session)
    chosen = {
        -one: playlist_for_level(known, standard_id=groups.standard_id, level=level)
        for one, level in levels.items()
    }
    return {line: playlist for line, playlist in chosen.items() if playlist is not None}
