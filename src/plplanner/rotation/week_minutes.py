"""What a week gives each student: minutes with the teacher, on a device, and on harder thinking."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median

from plplanner.records import record
from plplanner.rotation.rows import PlanGroupRow, PlanRow
from plplanner.terms import StationKind

_HIGHER = frozenset({"apply", "analyze", "analyse", "evaluate", "create"})


@record(frozen=True)
class TaskFacts:
    """What the library knows of a task by its title; `bloom` is empty where nobody said."""

    needs_device: bool = False
    bloom: str = ""


@record(frozen=True)
class DayOfWeek:
    """A day with its plan. `minutes` by round: those held, as long as they were.

    `away` are students not there; `missed` are rounds over before a student came, by student and
    round; `out` are minutes a student was out of the room, by student and round; `not_done` are
    cells, by group id and round, in which nothing came about.
    """

    plan: PlanRow
    minutes: Mapping[int, int]
    away: frozenset[int] = frozenset()
    not_done: frozenset[tuple[int, int]] = frozenset()
    missed: frozenset[tuple[int, int]] = frozenset()
    out: Mapping[tuple[int, int], int] = field(default_factory=dict)


@record(frozen=True)
class StudentWeek:
    """Whole minutes of one student. `with_teacher` by day: None without a plan, or not there.

    `higher` are minutes on tasks to apply, analyze, evaluate or create, of `known` minutes whose
    task has a Bloom tag; `planned` are all minutes at stations.
    """

    id: int
    with_teacher: tuple[int | None, ...]
    device: int = 0
    higher: int = 0
    known: int = 0
    planned: int = 0

    @property
    def met(self) -> int:
        """Minutes with the teacher in the whole week."""
        return sum(minutes or 0 for minutes in self.with_teacher)


@dataclass
class _Sum:
    """Minutes as they are counted."""

    met: list[int | None]
    of: dict[str, int] = field(
        default_factory=lambda: {"device": 0, "higher": 0, "known": 0, "planned": 0}
    )


def student_weeks(
    days: Sequence[DayOfWeek | None], facts: Mapping[str, TaskFacts]
) -> dict[int, StudentWeek]:
    """The week of every student in a plan of it, by id; `days` in order, None without a plan."""
    sums: dict[int, _Sum] = {}
    for place, day in enumerate(days):
        for line in day.plan.groups if day is not None else ():
            for student_id in line.student_ids:
                found = sums.setdefault(student_id, _Sum([None] * len(days)))
                if day is not None and student_id not in day.away:
                    found.met[place] = _count(found.of, day, line, facts, student_id)
    return {
        one: StudentWeek(one, tuple(found.met), **found.of) for one, found in sorted(sums.items())
    }


def _count(
    of: dict[str, int],
    day: DayOfWeek,
    line: PlanGroupRow,
    facts: Mapping[str, TaskFacts],
    student_id: int,
) -> int:
    """Add the minutes of a student's day to the sums; answers those with the teacher."""
    met = 0
    for visit in line.visits:
        if (
            visit is None
            or (line.group_id, visit.round_number) in day.not_done
            or (student_id, visit.round_number) in day.missed
        ):
            continue
        out = day.out.get((student_id, visit.round_number), 0)
        minutes = max(0, day.minutes.get(visit.round_number, 0) - out)
        known = facts.get(visit.task, TaskFacts(visit.station_kind is StationKind.DIGITAL))
        met += minutes if visit.station_kind is StationKind.TEACHER_LED else 0
        of["planned"] += minutes
        of["device"] += minutes if known.needs_device else 0
        of["known"] += minutes if known.bloom else 0
        of["higher"] += minutes if known.bloom.casefold() in _HIGHER else 0
    return met


def balance_words(weeks: Sequence[StudentWeek], names: Mapping[int, str]) -> str:
    """The week in two sentences: minutes with the teacher, and who has none yet."""
    if not weeks:
        return "No plan kept in this week yet."
    met = sorted(week.met for week in weeks)
    planned = sum(week.planned for week in weeks)
    known = sum(week.known for week in weeks)
    parts = [
        f"With you: {met[0]} to {met[-1]} minutes. Half of the class had {median(met):g} or more.",
        _nobody([names[week.id] for week in weeks if week.met == 0 and week.id in names]),
        f"On a device: {_share(sum(week.device for week in weeks), planned)}.",
    ]
    if known:
        higher = _share(sum(week.higher for week in weeks), known)
        parts.append(f"To apply or more: {higher} of what has a Bloom tag.")
    return " ".join(part for part in parts if part)


def _nobody(names: Sequence[str]) -> str:
    most = 4
    if not names:
        return "Everyone meets you."
    said = ", ".join(names[:most])
    more = f" and {len(names) - most} more" if len(names) > most else ""
    return f"Not yet with you: {said}{more}."


def _share(part: int, whole: int) -> str:
    return f"{round(100 * part / whole) if whole else 0} %"
