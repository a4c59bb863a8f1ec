"""A day that a substitute teaches, in the words of its sheet: no score, no level, no reason."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta

from plplanner.printing.rows import (
    SubstituteGroup,
    SubstituteSheet,
    SubstituteStation,
    SubstituteTime,
    SubstituteVisit,
)
from plplanner.printing.wording import clock
from plplanner.roster.roll_call import roll_names
from plplanner.rotation.rows import ForSubstitute, LessonToPrint, PlanRow, RoundRow, VisitRow
from plplanner.rotation.station_words import place_of, voice_words
from plplanner.terms import StationKind

_GOES = {
    StationKind.TEACHER_LED: "An adult works with the group here.",
    StationKind.DIGITAL: "Each on a device, in a quiet voice. If one does not work: share one.",
    StationKind.COLLABORATIVE: "Together, in low voices. Everyone explains once.",
    StationKind.INDEPENDENT: "Alone and quiet, with what the slip names.",
    StationKind.HANDS_ON: "With what lies ready there. It is tidied up before the next round.",
    StationKind.MAKE_UP: "Each finishes what is still open.",
    StationKind.ASSESSMENT: "Alone and quiet, without help. Collect the papers.",
}
# What is said of voices gives way to the voice level of the station.
_GOES_AT_LEVEL = {
    **_GOES,
    StationKind.DIGITAL: "Each on a device. If one does not work: share one.",
    StationKind.COLLABORATIVE: "Together. Everyone explains once.",
    StationKind.INDEPENDENT: "Alone, with what the slip names.",
    StationKind.ASSESSMENT: "Alone, without help. Collect the papers.",
}
_WATCHED = "The group works alone here. Sit with it: you keep watch, nothing is taught."
_LAUNCH_ALONE = "Everyone finds the first station on the slip."
_LAUNCH = "Everyone finds the group on the board, and the first station on the slip."
_LAUNCH_PART = "Attendance: last page. Hand out slips and cards."
_CLOSE = "Back to the seats. Everyone writes what was learned on the slip."
_CLOSE_PART = "Collect slips and papers. Write on the last page how it went."
_WALK = "Say “Time to move”. Then walk around."
_SPARE_PART = "Read it aloud, then walk around."


def substitute_sheet_of(lesson: LessonToPrint) -> SubstituteSheet:
    """What a substitute is told about a lesson."""
    plan, told = lesson.plan, lesson.for_substitute or ForSubstitute()
    names = {student.id: student.name for student in lesson.students}
    order = {student.id: place for place, student in enumerate(lesson.students)}
    roll = roll_names(lesson.students)
    spare = told.words.spare_day
    return SubstituteSheet(
        title=plan.class_name,
        day=plan.day,
        class_code=plan.class_name,
        times=tuple(_times(plan, names) if plan.groups else _spare_times(plan, spare)),
        stations=tuple(_stations(plan)),
        groups=tuple(
            SubstituteGroup(
                line.identity,
                tuple(
                    names[one]
                    for one in sorted(line.student_ids, key=lambda one: order.get(one, 0))
                    if one in names
                ),
            )
            for line in plan.together
        ),
        roster=tuple(roll.values()),
        away=tuple(name for one, name in roll.items() if one in lesson.absent),
        leaving=tuple(_leaving(lesson, names)),
        seats=tuple(_seats(told, names)),
        help_from=tuple(_help_from(told)),
        where_things=told.words.where_things,
        routines=told.words.routines,
        when_done=plan.when_done,
        is_spare=not plan.groups,
        knows_rotation=told.knows_rotation,
    )  # fmt: skip


def _times(plan: PlanRow, names: Mapping[int, str]) -> Iterator[SubstituteTime]:
    start = plan.starts_at
    if plan.launch:
        end = _later(start, plan.launch)
        says = _LAUNCH if plan.together else _LAUNCH_ALONE
        yield SubstituteTime(start, end, "Launch", says, (), _LAUNCH_PART)
    for place, planned in enumerate(plan.rounds):
        yield _round(plan, place, planned, names)
    end = _later(plan.starts_at, plan.minutes)
    if plan.close:
        start = _later(end, -plan.close)
        yield SubstituteTime(start, end, "Close", _CLOSE, (), _CLOSE_PART)


def _round(
    plan: PlanRow, place: int, planned: RoundRow, names: Mapping[int, str]
) -> SubstituteTime:
    visits = [(line, line.visits[place]) for line in plan.together]
    alone = [(line.visits[place], line.student_ids) for line in plan.groups if line.is_own_way]
    yours = [
        f"Sit with {line.identity.word}"
        + (f", {visit.place[:1].lower()}{visit.place[1:]}." if visit.place else ".")
        for line, visit in visits
        if visit is not None and _is_watched(visit)
    ]
    watched = {visit.station_name for visit, _ in alone if visit and _is_watched(visit)}
    yours += [f"Sit at {name}." for name in sorted(watched)]
    return SubstituteTime(
        planned.starts_at,
        _later(planned.starts_at, planned.minutes),
        f"Round {planned.number}",
        "",
        tuple(
            SubstituteVisit(
                line.identity,
                visit.station_name,
                place_of(visit),
                visit.task,
            )
            for line, visit in visits
            if visit is not None
        )
        + tuple(_who_is_where(alone, names)),
        " ".join((*yours, _WALK)),
    )


def _who_is_where(
    alone: Sequence[tuple[VisitRow | None, Sequence[int]]], names: Mapping[int, str]
) -> Iterator[SubstituteVisit]:
    """Of students who go their own way the names at each station; their slips say what they do."""
    there: defaultdict[tuple[str, str], set[int]] = defaultdict(set)
    for visit, student_ids in alone:
        if visit is not None:
            there[visit.station_name, place_of(visit)] |= {*student_ids}
    for (station, place), here in sorted(there.items()):
        words = ", ".join(name for one, name in names.items() if one in here)
        yield SubstituteVisit(None, station, place, words)


def _spare_times(plan: PlanRow, words: str) -> Iterator[SubstituteTime]:
    """The lines the teacher wrote share the lesson evenly; the last takes the minutes left over."""
    lines = [line.strip() for line in words.splitlines() if line.strip()]
    share, start = plan.minutes // max(1, len(lines)), plan.starts_at
    for number, line in enumerate(lines, start=1):
        is_last = number == len(lines)
        end = _later(plan.starts_at, plan.minutes) if is_last else _later(start, share)
        part = _LAUNCH_PART.partition(". ")[0] + "." if number == 1 else _SPARE_PART
        yield SubstituteTime(start, end, f"Part {number}", line, (), part)
        start = end


def _stations(plan: PlanRow) -> Iterator[SubstituteStation]:
    visits = [visit for line in plan.groups for visit in line.visits if visit is not None]
    known = {visit.station_name: visit for visit in visits}
    for name, visit in sorted(known.items(), key=lambda item: not _is_watched(item[1])):
        known_by = _GOES if visit.voice is None else _GOES_AT_LEVEL
        goes = _WATCHED if _is_watched(visit) else known_by[visit.station_kind]
        voice = f" Voice: {voice_words(visit.voice).lower()}." if visit.voice is not None else ""
        yield SubstituteStation(visit.station_kind, name, visit.place, f"{goes}{voice}")


def _is_watched(visit: VisitRow) -> bool:
    return visit.planned_kind is StationKind.TEACHER_LED


def _leaving(lesson: LessonToPrint, names: Mapping[int, str]) -> Iterator[str]:
    for out in sorted(lesson.pull_outs, key=lambda out: (out.starts_at, out.ends_at)):
        if out.student_id in names:
            label = f", {out.label}" if out.label else ""
            yield f"{clock(out.starts_at)}–{clock(out.ends_at)} {names[out.student_id]}{label}"


def _seats(told: ForSubstitute, names: Mapping[int, str]) -> Iterator[str]:
    for ids in told.apart:
        said = [names[one] for one in ids if one in names]
        if len(said) > 1:
            yield f"{', '.join(said[:-1])} and {said[-1]} sit at different tables."


def _help_from(told: ForSubstitute) -> Iterator[str]:
    for adult, station in told.adults:
        yield f"{adult} is at {station}."
    if told.words.help_from:
        yield told.words.help_from


def _later(moment: time, minutes: int) -> time:
    return (datetime.combine(date.min, moment) + timedelta(days=1, minutes=minutes)).time()
