"""Rotation problems and plans as JSON objects, in the judge's own format.

The judge counts lengths of rounds and who is out in which round, never the clock; so rounds are
laid end to end here, and who is out is out from the first minute of the round to the last.
"""

from collections.abc import Mapping
from typing import Any

from plplanner.rotation.engine.rows import (
    Adult,
    CatchUp,
    Cell,
    Cells,
    GroupNeed,
    Hours,
    ImpossibleLesson,
    LessonDay,
    LessonPlan,
    LessonProblem,
    LessonWishes,
    Order,
    PullOut,
    Round,
    StationOffer,
)

Json = Mapping[str, Any]
_FIRST_MINUTE = 540


def lesson_from(source: Json) -> LessonProblem:
    """The problem a file describes. KeyError when a needed part is missing."""
    rounds = _rounds(source)
    table = next(one for one in source["stations"] if one.get("teacher"))
    days = tuple(
        LessonDay(rounds, name=f"day {day + 1}", devices=source["laptops"])
        for day in range(source["days"])
    )
    return LessonProblem(
        days=days,
        groups=tuple(_group(one, source["smin"]) for one in source["groups"]),
        stations=tuple(_station(one, source, one is table) for one in source["stations"]),
        adults=tuple(
            Adult(_aide(one), _aide(one), _aide_hours(source, rounds))
            for one in source["stations"]
            if one.get("aide")
        ),
        pull_outs=tuple(
            PullOut(str(one["student"]), one["day"], *_span(rounds, one["round"]))
            for one in source["pullouts"]
        ),
        fixed=tuple(Cell(str(g), day, r, str(s)) for g, day, r, s in source.get("fixed", ())),
        orders=tuple(Order(str(first), str(then)) for first, then in source["prereq"]),
        catch_ups=tuple(
            CatchUp(str(one["student"]), one["day"]) for one in source.get("catchup", ())
        ),
        meetings_per_day=table["max_per_day"],
        move=source["transition"],
        wishes=_wishes(source["weights"]),
        name=source.get("name", ""),
    )


def solution_to(cells: Cells) -> dict[str, Any]:
    """The solution file for the judge."""
    return {"station": {group: [list(day) for day in days] for group, days in cells.items()}}


def cells_from(solution: Json) -> Cells:
    """The plan of a solution file."""
    return {group: tuple(map(tuple, days)) for group, days in solution["station"].items()}


def report_to(
    answer: LessonPlan | ImpossibleLesson, *, seconds: float, cut_by_clock: bool
) -> dict[str, Any]:
    """The report that goes with a solution file."""
    told: dict[str, Any] = {"status": "infeasible", "objective": None, "bound": None}
    if isinstance(answer, LessonPlan):
        told = {
            "status": str(answer.status),
            "objective": answer.objective,
            "bound": answer.bound,
        }
    reasons = list(answer.rules) if isinstance(answer, ImpossibleLesson) else []
    return {**told, "seconds": seconds, "cut_by_clock": cut_by_clock, "reasons": reasons}


def _rounds(source: Json) -> tuple[Round, ...]:
    starts, rounds = _FIRST_MINUTE, []
    for one in source["rounds"]:
        rounds.append(Round(starts, starts + one["len"]))
        starts += one["len"]
    return tuple(rounds)


def _span(rounds: tuple[Round, ...], index: int) -> tuple[int, int]:
    return rounds[index].start, rounds[index].end


def _aide_hours(source: Json, rounds: tuple[Round, ...]) -> tuple[Hours, ...]:
    return tuple(Hours(one[0], *_span(rounds, one[1])) for one in source["aide"])


def _group(one: Json, seen: int) -> GroupNeed:
    return GroupNeed(
        id=str(one["id"]),
        name=str(one["id"]),
        students=tuple(map(str, one["students"])),
        minutes_wanted=one["need_min"],
        least_meetings=one["tmin"],
        each_student_seen=seen,
    )


def _aide(station: Json) -> str:
    """The judge lets the aide be at two stations at once, so each has an aide of its own."""
    return f"aide at {station['id']}"


def _station(one: Json, source: Json, is_led: bool) -> StationOffer:
    """A station; the judge counts the teacher's visits by group, so `req` is not asked of her."""
    return StationOffer(
        id=str(one["id"]),
        name=str(one["id"]),
        teacher_led=is_led,
        groups_at_once=one["cap_groups"],
        seats=one["seats"],
        uses_devices=bool(one.get("devices", False)),
        adults=(_aide(one),) if one.get("aide") else (),
        most_per_day=one["max_per_day"],
        least=0 if is_led else one["req"],
        closed=tuple(
            (c["day"], c["round"]) for c in source.get("closed", ()) if c["station"] == one["id"]
        ),
    )


def _wishes(weights: Json) -> LessonWishes:
    return LessonWishes(
        short=weights.get("short", 0),
        far_short=0,
        excess=weights.get("excess", 0),
        miss=weights.get("miss", 0),
        order=weights.get("order", 0),
        gap=weights.get("gap", 0),
        catch=weights.get("catch", 0),
        same=weights.get("seq", 0),
        turn=0,
        unseen=0,
        carry=0,
    )
