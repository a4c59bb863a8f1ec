"""A month of lessons in one class: absences, pull-outs, short days, no internet, new groups."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from plplanner.rotation.engine.plan_lesson import plan_lesson
from plplanner.rotation.engine.replan import replan
from plplanner.rotation.engine.rows import (
    Adult,
    CatchUp,
    GroupNeed,
    Hours,
    LessonDay,
    LessonProblem,
    PullOut,
    Round,
    StationOffer,
)
from plplanner.rotation.engine.turns import with_turns

FIRST = date(2026, 11, 2)
HOLIDAYS = {date(2026, 11, 11), date(2026, 11, 26), date(2026, 11, 27)}
STUDENTS = tuple(f"s{n:02}" for n in range(28))
AHEAD = 4
STATIONS = (
    StationOffer("table", "Teacher’s table", teacher_led=True, seats=7, adults=("ms-r",)),
    StationOffer("digital", "Digital", uses_devices=True, seats=8, internet=True),
    StationOffer("together", "Together", seats=8),
    StationOffer("own", "On my own", groups_at_once=2, seats=14, most_per_day=2),
    StationOffer("hands", "Hands-on", seats=8, adults=("para",)),
)


@dataclass
class Term:
    """What is known on a morning: groups, and how many lessons each student went unseen."""

    rng: Random
    groups: dict[str, tuple[str, ...]]
    unseen: dict[str, int]
    pulled_out: tuple[str, ...]
    away_before: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Lived:
    """One lesson as it was: the problem of the morning, the plan, who was away."""

    day: date
    problem: LessonProblem
    plan: object
    away: frozenset[str]
    unseen: dict[str, int]

    @property
    def here(self):
        """Students present, by group."""
        return {one.id: len(set(one.students) - self.away) for one in self.problem.groups}


def school_days(count):
    """School days in a row."""
    days, day = [], FIRST
    while len(days) < count:
        if day.weekday() < 5 and day not in HOLIDAYS:
            days.append(day)
        day += timedelta(days=1)
    return days


def a_month(seed, lessons=20, pulled_out=("s03", "s11")):
    """Each lesson of a month, planned the evening before and again when somebody is away."""
    rng = Random(seed)
    term = Term(rng, _new_groups(rng), dict.fromkeys(STUDENTS, 0), pulled_out)
    days = school_days(lessons + AHEAD)
    for number in range(lessons):
        if number and number % 10 == 0:
            term.groups = _new_groups(rng)
        evening = _problem(term, days[number : number + AHEAD + 1], frozenset())
        planned = plan_lesson(evening)
        away = frozenset(rng.sample(STUDENTS, rng.choice((0, 0, 1, 2, 3))))
        morning = _problem(term, days[number : number + AHEAD + 1], away)
        # The evening's other surprises stay as they were: only who is here is new.
        days_now = (replace(evening.days[0], away=tuple(sorted(away))), *evening.days[1:])
        morning = replace(evening, days=days_now, catch_ups=morning.catch_ups)
        plan = replan(morning, planned.cells)
        _note_who_was_seen(term, morning, plan, away)
        yield Lived(days[number], morning, plan, away, dict(term.unseen))


def _new_groups(rng):
    shuffled = rng.sample(STUDENTS, len(STUDENTS))
    count = rng.choice((4, 5))
    return {f"g{n}": tuple(sorted(shuffled[n::count])) for n in range(count)}


def _problem(term, days, away):
    rng, today = term.rng, days[0]
    is_short = today.day % 7 == 0
    # Not both at once: without the net and the para, five groups have four places to be.
    surprise = rng.choice(("offline", "no para", *[""] * 8))
    offline = surprise == "offline"
    lessons = [
        LessonDay(
            _rounds(2 if is_short and n == 0 else 3),
            name=day.strftime("%A"),
            devices=8,
            internet=not (offline and n == 0),
            away=tuple(sorted(away)) if n == 0 else (),
            sketch=n > 0,
        )
        for n, day in enumerate(days)
    ]
    back = term.away_before - away
    problem = LessonProblem(
        days=tuple(lessons),
        groups=tuple(_group(term, name, ids) for name, ids in sorted(term.groups.items())),
        stations=STATIONS,
        adults=(Adult("ms-r", "Ms. R"), _para(surprise, len(days))),
        pull_outs=tuple(
            PullOut(one, n, 550, 575) for one in term.pulled_out for n in range(0, len(days), 2)
        ),
        catch_ups=tuple(CatchUp(one, 0) for one in sorted(back)),
        longest_wait=4,
    )
    return with_turns(problem, dates=days)


def _rounds(count):
    return tuple(Round(550 + 15 * n, 563 + 15 * n) for n in range(count))


def _para(surprise, count):
    """The para is in every day but, now and then, today."""
    first = 1 if surprise == "no para" else 0
    return Adult("para", "Ms. P", tuple(Hours(n, 500, 700) for n in range(first, count)))


def _group(term, name, ids):
    need = 13 * (1 + int(name[1:]) % 3)
    return GroupNeed(
        name,
        name,
        ids,
        minutes_wanted=need,
        minutes_had=0,
        waited=min(term.unseen[one] for one in ids),
        students_waited=tuple((one, term.unseen[one]) for one in ids),
    )


def _note_who_was_seen(term, problem, plan, away):
    led = {"table"}
    out = {one.student for one in problem.pull_outs if one.day == 0}
    for name, ids in term.groups.items():
        met = [n for n, at in enumerate(plan.cells[name][0]) if at in led]
        for one in ids:
            missed = one in out and met and problem.days[0].rounds[met[0]].start < 575
            if one in away:
                continue
            term.unseen[one] = 0 if met and not missed else term.unseen[one] + 1
    term.away_before = away
