"""What Today says: who is here, what was typed about whom, and the plan as the day goes on."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import time

from plplanner.records import record
from plplanner.roster.names import compare_key, sort_key
from plplanner.roster.rows import StudentRow
from plplanner.rotation.lesson_clock import launch_ends
from plplanner.rotation.rows import LessonTimes, PlanRow
from plplanner.terms import AttendanceKind, StationKind, VisitOutcomeKind
from plplanner.ui.kit.plan_grid_rows import GridRound, PlanGridRows
from plplanner.ui.screens.rotation.words import clock

LESSON = "Lesson"
"""What a note on how a lesson went is about."""

_STATES = {AttendanceKind.ABSENT: "absent", AttendanceKind.LATE: "late", None: "is here"}


@record(frozen=True)
class NoteAbout:
    """Whom a note is about: a student, a group, or neither for the class."""

    name: str
    student_id: int | None = None
    group_id: int | None = None


@record(frozen=True)
class AwayOffer:
    """One thing that can be noted of one student."""

    says: str
    student_id: int
    kind: AttendanceKind | None


def here_words(students: int, away: Mapping[int, AttendanceKind]) -> str:
    """`26 here · 1 absent · 1 late`."""
    absent = sum(kind is AttendanceKind.ABSENT for kind in away.values())
    late = len(away) - absent
    parts = [f"{students - absent} here"]
    parts += [f"{absent} absent"] if absent else []
    parts += [f"{late} late"] if late else []
    return " · ".join(parts)


def away_offers(
    typed: str, students: Sequence[StudentRow], away: Mapping[int, AttendanceKind]
) -> list[AwayOffer]:
    """What typing a name, then A or L, may mean: `may`, `may a`, `may l`. The best first.

    Where nothing else matches, the A or L may stand right at the end of the name: `mayl`.
    """
    words = compare_key(typed).split()
    offers = _offers(words, students, away)
    if not offers and words and len(words[-1]) > 1 and words[-1][-1] in "al":
        offers = _offers([*words[:-1], words[-1][:-1], words[-1][-1]], students, away)
    return offers


def nobody_words(
    typed: str, students: Sequence[StudentRow], away: Mapping[int, AttendanceKind]
) -> str:
    """Why typing that offers nothing: who is meant is marked so already, or nobody is meant."""
    meant = away_offers(typed, students, {})
    if meant and meant[0].kind is not None and away.get(meant[0].student_id) is meant[0].kind:
        name = next(row.name for row in students if row.id == meant[0].student_id)
        return f"{name} is {_STATES[meant[0].kind]} already"
    return f"Nobody is called “{typed.strip()}”"


def _offers(
    words: Sequence[str], students: Sequence[StudentRow], away: Mapping[int, AttendanceKind]
) -> list[AwayOffer]:
    offers = []
    for row in sorted(students, key=lambda one: sort_key(one.name)):
        now = away.get(row.id)
        kinds = [kind for kind in (AttendanceKind.ABSENT, AttendanceKind.LATE, None)
                 if kind is not now]  # fmt: skip
        # Who is marked already is most likely back.
        for kind in sorted(kinds, key=lambda kind: now is not None and kind is not None):
            said = compare_key(f"{row.name} {_STATES[kind]}").split()
            if _begins(words, said):
                offers.append(AwayOffer(f"{row.name} {_STATES[kind]}", row.id, kind))
    return offers


def about_whom(typed: str, students: Sequence[StudentRow], plan: PlanRow) -> tuple[NoteAbout, str]:
    """Whom a note is about and what it says: it begins with a name, or it is about the class."""
    people = {row.name: NoteAbout(row.name, student_id=row.id) for row in students}
    for group in plan.groups:
        word = group.identity.word
        people.setdefault(word, NoteAbout(word, group_id=group.group_id))
    words = typed.strip()
    for name in sorted(people, key=len, reverse=True):
        rest = words[len(name) :]
        if compare_key(words[: len(name)]) == compare_key(name) and rest[:1] in ("", " ", ",", ":"):
            return people[name], rest.lstrip(" ,:")
    return NoteAbout("Class"), words


def comes_in_words(plan: PlanRow, student_id: int, round_number: int) -> str:
    """`Round 2: Digital, Chromebooks.`, where a student who comes late goes now."""
    group = next((line for line in plan.groups if student_id in line.student_ids), None)
    visits = group.visits if group is not None else ()
    now = next((one for one in visits if one and one.round_number == round_number), None)
    if now is None:
        return ""
    where = ", ".join(part for part in (now.station_name, now.place) if part)
    return f"Round {round_number}: {where}."


def last_meeting(plan: PlanRow, times: LessonTimes) -> list[str]:
    """The groups that would meet the teacher in the last round."""
    if not times.rounds:
        return []
    return [
        line.identity.word
        for line in plan.groups
        for visit in line.visits
        if visit is not None
        and visit.round_number == times.rounds[-1].number
        and visit.station_kind is StationKind.TEACHER_LED
    ]


def cells_over(plan: PlanRow, past: Sequence[int]) -> dict[tuple[int, int], str]:
    """The cells of past rounds by line and round, each called by its words."""
    return {
        (place, visit.round_number): f"{line.identity.word}, round {visit.round_number}"
        for place, line in enumerate(plan.groups)
        for visit in line.visits
        if visit is not None and visit.round_number in past
    }


def outcomes_by_line(
    plan: PlanRow, outcomes: Mapping[tuple[int, int], VisitOutcomeKind]
) -> dict[tuple[int, int], str]:
    """How far groups came, by line and round; `outcomes` by group id and round."""
    return {
        (place, number): outcome.value
        for place, line in enumerate(plan.groups)
        for (group_id, number), outcome in outcomes.items()
        if group_id == line.group_id
    }


def with_away(rows: PlanGridRows, away: Mapping[str, AttendanceKind]) -> PlanGridRows:
    """The plan with who is absent or late, by name."""
    return replace(
        rows,
        groups=tuple(
            replace(
                group,
                names=tuple(
                    f"{name} ({away[name].value})" if name in away else name for name in group.names
                ),
                absent=sum(away.get(name) is AttendanceKind.ABSENT for name in group.names),
            )
            for group in rows.groups
        ),
    )


def as_the_day_goes(
    rows: PlanGridRows,
    times: LessonTimes,
    now: time,
    away: Mapping[str, AttendanceKind],
    said: Mapping[tuple[int, int], str] | None = None,
) -> PlanGridRows:
    """The plan with what is past, what is now, and who is absent or late, by name.

    On low lines stands how far each came; `said` by line and round.
    """
    outcomes = said if said and rows.is_low else {}
    held = {row.number for row in times.rounds}
    past = {number for number in range(1, len(rows.rounds) + 1) if number not in held}
    past.update(past_rounds(times, now))
    return replace(
        rows,
        launch=replace(rows.launch, time=_launch_words(rows, times, now)),
        rounds=tuple(
            _head(head, number, times, now) for number, head in enumerate(rows.rounds, start=1)
        ),
        groups=with_away(rows, away).groups,
        cells=tuple(
            tuple(
                replace(
                    cell,
                    is_past=True,
                    place="",
                    note=outcomes.get((place, number), ""),
                    warns=False,
                )
                if cell is not None and number in past
                else cell
                for number, cell in enumerate(line, start=1)
            )
            for place, line in enumerate(rows.cells)
        ),
    )


def past_rounds(times: LessonTimes, now: time) -> list[int]:
    """The numbers of the rounds held that have ended."""
    return [row.number for row in times.rounds if row.ends_at <= now]


def _launch_words(rows: PlanGridRows, times: LessonTimes, now: time) -> str:
    launched = launch_ends(times)
    if launched <= now:
        return f"done {clock(launched)}"
    is_moved = times.launched_at is not None
    return f"{clock(times.starts_at)}–{clock(launched)}" if is_moved else rows.launch.time


def _head(head: GridRound, number: int, times: LessonTimes, now: time) -> GridRound:
    row = next((one for one in times.rounds if one.number == number), None)
    if row is None:
        return replace(head, time="not today")
    if row.ends_at <= now:
        return replace(head, time=f"ended {clock(row.ends_at)}")
    span = f"{clock(row.starts_at)}–{clock(row.ends_at)}"
    if row.starts_at <= now:
        return replace(head, title=f"{head.title} · now", time=span, is_now=True)
    return replace(head, time=span)


def _begins(words: Sequence[str], said: Sequence[str]) -> bool:
    """Whether each word begins a word that is said, in order."""
    rest = iter(said)
    return all(any(one.startswith(word) for one in rest) for word in words)
