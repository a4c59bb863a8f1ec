"""Small lessons on the clock with any mix of rules and wishes, and every plan of one."""

from dataclasses import replace
from itertools import product
from random import Random

from plplanner.rotation.engine.rows import (
    Adult,
    CarryOver,
    CatchUp,
    Cell,
    GroupNeed,
    Hours,
    LessonDay,
    LessonProblem,
    LessonWishes,
    Order,
    PullOut,
    Round,
    StationOffer,
)

CLOCK = (Round(540, 552), Round(554, 569), Round(571, 583))


def a_lesson(rng=None, *, pull_outs=False, is_large=False):
    """Two groups, two rounds, three stations; a large one has more rounds or a sketched day."""
    rng = rng or Random(0)
    rounds = CLOCK[: rng.choice((2, 3)) if is_large else 2]
    days = [LessonDay(rounds, "Monday", devices=rng.choice((None, 2, 4)))]
    if is_large and rng.random() < 0.4:
        days.append(LessonDay(CLOCK[:2], "Tuesday", sketch=True))
    problem = LessonProblem(
        days=tuple(days),
        groups=(_group(rng, "a"), _group(rng, "b")),
        stations=_stations(rng),
        adults=(Adult("p", "Ms. P", rng.choice((None, (Hours(0, 540, 570),)))),),
        pull_outs=_outs(rng) if rng.random() < 0.5 or pull_outs else (),
        wishes=LessonWishes(order=1, stay=rng.choice((0, 7)), gap=3, turn=2),
        longest_wait=rng.choice((None, 1, 4)),
        meetings_per_day=rng.choice((1, 1, 2)),
    )
    return _with_more(rng, problem)


def _group(rng, name):
    return GroupNeed(
        name,
        name,
        (f"{name}0", f"{name}1"),
        minutes_wanted=rng.choice((0, 12, 30)),
        minutes_had=rng.choice((0, 5)),
        least_meetings=rng.choice((0, 0, 1)),
        each_student_seen=rng.choice((0, 0, 1)),
        waited=rng.choice((None, 0, 1, 4)),
        students_waited=rng.choice(((), ((f"{name}0", 4),))),
        turns=rng.choice(((), (1,), (0, 1))),
    )


def _stations(rng):
    return (
        StationOffer(
            "t",
            "Teacher’s table",
            teacher_led=True,
            seats=rng.choice((None, 1, 2)),
            shortest=rng.choice((None, None, 14)),
            groups_at_once=rng.choice((1, 1, 2)),
        ),
        StationOffer(
            "d",
            "Digital",
            uses_devices=True,
            students_per_device=rng.choice((1, 2)),
            groups_at_once=rng.choice((1, 2)),
            most_per_day=rng.choice((1, 2)),
            least=rng.choice((0, 0, 1)),
            settle=2,
        ),
        StationOffer(
            "q",
            "On my own",
            seats=rng.choice((None, 2)),
            groups_at_once=2,
            most_per_day=rng.choice((1, 2, 3)),
            adults=rng.choice(((), (), ("p",))),
            closed=rng.choice(((), ((0, 1),))),
        ),
    )


def _outs(rng):
    return (PullOut("a0", 0, 560, 565), PullOut("b1", 0, 540, rng.choice((545, 552))))


def _with_more(rng, problem):
    if rng.random() < 0.3:
        problem = replace(problem, fixed=(Cell("a", 0, 1, rng.choice("tdq")),))
    if rng.random() < 0.3:
        problem = replace(problem, orders=(Order("d", rng.choice("tq")),))
    if rng.random() < 0.4:
        before = tuple(Cell(g, 0, r, rng.choice("tdq")) for g in "ab" for r in (0, 1))
        problem = replace(problem, before=before)
    if rng.random() < 0.4:
        wishes = (CatchUp("a1", 0), CatchUp("b1", 0)), (CarryOver("b", "d", 0),)
        problem = replace(problem, catch_ups=wishes[0], carry_overs=wishes[1])
    wishes = replace(problem.wishes, wait=rng.choice((0, 1)), again=rng.choice((0, 9)))
    groups = tuple(replace(one, claim=rng.choice((0, 2, 11))) for one in problem.groups)
    return replace(problem, wishes=wishes, groups=groups)


def every_plan(problem):
    """All ways to fill the cells; sketched days with the teacher or nobody."""
    led = [station.id for station in problem.stations if station.teacher_led]
    places, choices = [], []
    for group in problem.groups:
        for day, one in enumerate(problem.days):
            for index in range(len(one.rounds)):
                only_meets = one.sketch or not group.rotates
                all_ids = [station.id for station in problem.stations]
                places.append((group.id, day, index))
                choices.append([None, *led] if only_meets else all_ids)
    for picked in product(*choices):
        at = dict(zip(places, picked, strict=True))
        yield {
            group.id: tuple(
                tuple(at[group.id, day, index] for index in range(len(one.rounds)))
                for day, one in enumerate(problem.days)
            )
            for group in problem.groups
        }
