"""A plan as the grid and the strip show it: words, times and icons, nothing to decide."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date, time, timedelta

from plplanner.records import record
from plplanner.rotation.adult_hours import hours_words, is_left_alone
from plplanner.rotation.rows import (
    NO_DEVICES,
    NO_INTERNET,
    OUTSIDE_HOURS,
    SUBSTITUTE,
    PlanGroupRow,
    PlanRow,
    PullOutWindow,
    RotationProblem,
    StationToVisit,
    TimedRound,
    VisitRow,
)
from plplanner.rotation.station_words import place_of
from plplanner.terms import GroupIdentity, PlanState, StationKind
from plplanner.ui.kit.moments import day_words, weekday
from plplanner.ui.kit.pictures import STATION_ICONS
from plplanner.ui.kit.plan_grid_rows import GridCell, GridGroup, GridRound, PlanGridRows
from plplanner.ui.screens.rotation.words import clock, counted, later, span

NOT_TODAY = "not today"
_A_WEEK = timedelta(days=7)
_INSTEAD_ICONS = {NO_INTERNET: "nowifi", SUBSTITUTE: "sub", NO_DEVICES: "page"}


@record(frozen=True)
class TeacherTurn:
    """One group on the teacher-table strip: when it meets the teacher, and what it works on.

    `short` says the latter where there is little room.
    """

    identity: GroupIdentity
    when: str
    works_on: str
    short: str = ""


def grid_of(
    plan: PlanRow,
    problem: RotationProblem,
    names: Mapping[int, str],
    ideas: Mapping[tuple[int, int], int],
    *,
    waiting: Collection[tuple[int, int]] = (),
    held: Sequence[TimedRound] | None = None,
) -> PlanGridRows:
    """Groups × rounds; `names` by student id, `ideas` counts what fits by (group id, round).

    `waiting` are cells whose task needs the internet that is not there; `held` are the rounds as
    they are held today, None where that is as planned: they say who is out in which, and which
    adult that is needed is not there any more.
    """
    outs = {group.group_id: group.pull_outs for group in problem.groups}
    spans = {row.number: (row.starts_at, later(row.starts_at, row.minutes)) for row in plan.rounds}
    if held is not None:
        spans = {row.number: (row.starts_at, row.ends_at) for row in held}
    stations = {one.name: one for one in problem.stations if held is not None}
    return PlanGridRows(
        launch=GridRound("Launch", f"{span(plan.starts_at, plan.launch)} · {plan.launch} min"),
        rounds=tuple(
            GridRound(f"Round {row.number}", f"{span(row.starts_at, row.minutes)} · "
                      f"{row.minutes} min")
            for row in plan.rounds
        ),
        groups=tuple(
            GridGroup(
                line.identity,
                names_in_order(line.student_ids, names),
                is_student=line.is_own_way,
            )
            for line in plan.groups
        ),
        cells=tuple(
            tuple(
                _waits(cell)
                if visit is not None and (line.group_id, visit.round_number) in waiting
                else cell
                for visit in line.visits
                for out in [_out_in(visit, spans, outs.get(line.group_id, ()))]
                for alone in [_alone_in(visit, spans, stations)]
                for cell in [_cell(plan, line, visit, out, ideas, alone=alone)]
            )
            for line in plan.groups
        ),
    )  # fmt: skip


def names_in_order(student_ids: Collection[int], names: Mapping[int, str]) -> tuple[str, ...]:
    """Who is meant, in the order of `names`: by surname, as everywhere; who left is not named."""
    return tuple(name for one, name in names.items() if one in student_ids)


def closing_of(plan: PlanRow) -> GridRound:
    """When the lesson closes."""
    starts = later(plan.starts_at, plan.minutes - plan.close)
    return GridRound("Close", f"{clock(starts)} · {plan.close} min")


def turns_of(
    plan: PlanRow, next_turns: Mapping[int, date], *, planned: Collection[date] = ()
) -> tuple[TeacherTurn, ...]:
    """The strip: each group's round at the teacher table and its task there, or when it is next.

    On days that are `planned` others may come first.
    """
    days = Counter(next_turns.get(line.group_id) for line in plan.together if not _led(line))
    first = {day for day, count in days.items() if count == 1 and day not in planned}
    otherwise = "Another day" if plan.has_substitute else "Take a moment with it"
    return tuple(
        _met(line, led)
        if (led := _led(line))
        else _waiting(line, plan.day, next_turns.get(line.group_id), first)
        or TeacherTurn(line.identity, NOT_TODAY, otherwise)
        for line in plan.together
    )


def _led(line: PlanGroupRow) -> list[VisitRow]:
    return [
        visit
        for visit in line.visits
        if visit is not None and visit.station_kind is StationKind.TEACHER_LED
    ]


def _met(line: PlanGroupRow, led: Sequence[VisitRow]) -> TeacherTurn:
    rounds = " and ".join(str(visit.round_number) for visit in led)
    tasks = ", ".join(dict.fromkeys(visit.task for visit in led if visit.task))
    when = f"Round{'s' if len(led) > 1 else ''} {rounds}"
    return TeacherTurn(line.identity, when, tasks or "No task yet")


def _waiting(
    line: PlanGroupRow, today: date, day: date | None, first: Collection[date | None]
) -> TeacherTurn | None:
    """Only one group can be the first of a day; a day of another week is said with its date."""
    if day is None:
        return None
    is_near = day - today < _A_WEEK
    whole, short = (weekday(day), weekday(day)[:3]) if is_near else (day_words(day),) * 2
    if day in first:
        return TeacherTurn(line.identity, NOT_TODAY, f"{whole}, first", f"{short}, first")
    return TeacherTurn(line.identity, NOT_TODAY, f"On {whole}", f"On {short}")


def _cell(
    plan: PlanRow,
    line: PlanGroupRow,
    visit: VisitRow | None,
    out: str,
    ideas: Mapping[tuple[int, int], int],
    *,
    alone: str,
) -> GridCell | None:
    if visit is None:
        return None
    is_led = visit.station_kind is StationKind.TEACHER_LED
    note, icon = out or alone, "out"
    if line.is_own_way:  # her line says her name already
        note = note.removeprefix(f"{line.identity.word} ")
    stands_in = bool(visit.stand_in) and not note
    if stands_in:
        note, icon = _instead(visit), _INSTEAD_ICONS.get(visit.stand_in, "absent")
    return GridCell(
        icon=STATION_ICONS[visit.station_kind],
        station=visit.station_name,
        task=visit.task,
        place=place_of(visit),
        is_led=is_led,
        hint=f"{counted(ideas.get((line.group_id, visit.round_number), 0), 'idea')} fit",
        note=note,
        note_icon=icon,
        warns=bool(note) and (is_led or bool(alone)),
        yields=stands_in and not is_led,
        is_locked=visit.is_locked,
        can_lock=plan.state is not PlanState.TAUGHT,
    )


def _waits(cell: GridCell | None) -> GridCell | None:
    return cell and replace(cell, note="Needs internet", note_icon="nowifi", warns=True)


def _instead(visit: VisitRow) -> str:
    """What was planned where something stands in, or who is out."""
    if visit.stand_in == SUBSTITUTE:
        return "A substitute watches"
    if visit.stand_in == OUTSIDE_HOURS:
        return "Without an adult"
    if visit.stand_in == NO_DEVICES:
        return "On paper: too few devices"
    if visit.stand_in != NO_INTERNET:
        return f"{visit.stand_in} is out"
    return f"Not {visit.planned_task}" if visit.planned_task else "No internet"


def _alone_in(
    visit: VisitRow | None,
    spans: Mapping[int, tuple[time, time]],
    stations: Mapping[str, StationToVisit],
) -> str:
    """`Ms. R until 9:40`, where the round as it is held goes on without the adult it needs."""
    if visit is None or visit.stand_in or visit.round_number not in spans:
        return ""
    station = stations.get(visit.station_name)
    if station is None or not is_left_alone(station, *spans[visit.round_number]):
        return ""
    return f"{station.adult} {hours_words(station)}"


def _out_in(
    visit: VisitRow | None,
    spans: Mapping[int, tuple[time, time]],
    outs: Sequence[PullOutWindow],
) -> str:
    """`Maya out until 9:25`, for whoever misses part of this round; nobody in one not held."""
    if visit is None or visit.round_number not in spans:
        return ""
    starts, ends = spans[visit.round_number]
    return ", ".join(
        f"{out.student_name} out until {clock(out.end)}"
        if out.start <= starts
        else f"{out.student_name} out {clock(out.start)}–{clock(out.end)}"
        for out in outs
        if max(out.start, starts) < min(out.end, ends)
    )
