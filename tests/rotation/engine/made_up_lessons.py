"""Made-up rotation problems in the judge's format, small lessons, and every plan of a tiny one."""

from dataclasses import replace
from itertools import product
from random import Random

from benchmarks.referee.score import score
from plplanner.rotation.engine.rows import (
    GroupNeed,
    LessonDay,
    LessonProblem,
    LessonWishes,
    Round,
    StationOffer,
)

WEIGHTS = {"short": 10, "excess": 1, "miss": 40, "order": 1, "gap": 25, "catch": 60, "seq": 2}
NOTHING = LessonWishes(**dict.fromkeys(LessonWishes.__dataclass_fields__, 0))


def rounds(*lengths, starts=540):
    """Rounds end to end from nine o'clock."""
    ends = [starts + sum(lengths[: n + 1]) for n in range(len(lengths))]
    return tuple(Round(end - length, end) for end, length in zip(ends, lengths, strict=True))


def group(name, students=4, **more):
    """A group whose students are named after it."""
    return GroupNeed(name, name, tuple(f"{name}{n}" for n in range(students)), **more)


def station(name, **more):
    """A station; the one named “teacher” is led by her."""
    return StationOffer(name, name, teacher_led=name == "teacher", **more)


def lesson(groups="abc", stations=("teacher", "digital", "quiet"), lengths=(15, 15, 15), **more):
    """One day with a station for each group, and no wishes unless they are named."""
    made = LessonProblem(
        days=(LessonDay(rounds(*lengths)),),
        groups=tuple(group(one) if isinstance(one, str) else one for one in groups),
        stations=tuple(station(one) if isinstance(one, str) else one for one in stations),
        wishes=NOTHING,
    )
    return replace(made, **more)


def made_up(seed):
    """A problem of the judge's kind: 4–8 groups, 4–5 days, 4–6 rounds."""
    rng = Random(seed)
    count, days, per_day = rng.randrange(4, 9), rng.choice((4, 5, 5)), rng.randrange(4, 7)
    size, half = rng.choice((4, 5, 6)), -(-count // 2)
    groups = _groups(rng, count, size, per_day * days)
    made = _problem(rng, groups, days, per_day)
    sides = max(2, half - 1)
    made["stations"] = [
        {"id": "teacher", "teacher": True, **_room(1, size)},
        {"id": "device", "devices": True, **_room(sides, req=3 if days == 5 else 2)},
        {"id": "collab", **_room(sides, req=2)},
        {"id": "indep", **_room(half, req=1, most=2)},
        {"id": "aide", "aide": True, **_room(1, size, req=1)},
    ]
    if per_day >= 5 or rng.random() < 0.3:
        made["stations"].append({"id": "video", "devices": True, **_room(sides)})
        made["prereq"] = [["video", "teacher"]] if rng.random() < 0.8 else []
    if per_day >= 6 or rng.random() < 0.3:
        made["stations"].append({"id": "project", **_room(sides, req=1)})
    made["laptops"] = size * sides + rng.randrange(3)
    return made


def _room(at_once, seats=99, req=0, most=1):
    return {"cap_groups": at_once, "seats": seats, "max_per_day": most, "req": req}


def _groups(rng, count, size, rounds_in_all):
    groups, students = [], 0
    needs = sorted((rng.choice((75, 60, 45, 30, 20)) for _ in range(count)), reverse=True)
    for number in range(count):
        here = size - (rng.random() < 0.3)
        ids = [f"s{students + n:03}" for n in range(here)]
        students += here
        least = rng.choice((1, 2, 2)) if rounds_in_all - 2 >= 2 * count else 1
        one = {"id": f"g{number}", "students": ids, "size": here}
        groups.append({**one, "need_min": needs[number], "tmin": least})
    return groups


def _problem(rng, groups, days, per_day):
    students = [one for row in groups for one in row["students"]]
    outs = [
        {"student": one, "day": day, "round": when}
        for one in rng.sample(students, rng.randrange(1, min(9, len(students))))
        for when in [rng.randrange(per_day)]
        for day in rng.sample(range(days), min(2, days))
    ]
    return {
        "name": f"{len(groups)}x{days}x{per_day}",
        "kind": "rotation",
        "days": days,
        "rounds": [{"start": 540, "len": rng.choice((15, 18, 20))} for _ in range(per_day)],
        "transition": 3,
        "groups": groups,
        "pullouts": outs,
        "aide": [[d, r] for d in range(days) for r in range(per_day) if rng.random() < 0.5],
        "closed": [{"station": "teacher", "day": rng.randrange(days), "round": 0}],
        "prereq": [],
        "smin": 1,
        "catchup": [
            {"student": rng.choice(students), "day": rng.randrange(days)}
            for _ in range(rng.randrange(4))
        ],
        "fixed": _fixed(rng, groups, days, per_day),
        "weights": WEIGHTS,
    }


def _fixed(rng, groups, days, per_day):
    if rng.random() < 0.6:
        return []
    return [[rng.choice(groups)["id"], rng.randrange(days), rng.randrange(per_day), "device"]]


def tiny(seed, days=1, per_day=3):
    """Two groups, three stations, few rounds: every plan can be tried."""
    rng = Random(seed)
    made = _problem(rng, _groups(rng, 2, rng.choice((2, 3)), 9), days, per_day)
    for one in made["groups"]:
        one["tmin"] = rng.choice((0, 1))
    made["smin"] = rng.choice((0, 1))
    made["stations"] = [
        {"id": "teacher", "teacher": True, **_room(1, rng.choice((2, 3)))},
        {"id": "device", "devices": True, **_room(rng.choice((1, 2)), most=rng.choice((1, 2)))},
        {"id": "aide", "aide": True, **_room(2, rng.choice((3, 6)), req=rng.choice((0, 0, 1)))},
    ]
    made["prereq"] = rng.choice(([], [["device", "teacher"]]))
    made["laptops"] = rng.choice((2, 3, 6))
    return made


def brute_force(source):
    """The judge's best objective over every plan; None when none keeps all rules."""
    ids = [one["id"] for one in source["stations"]]
    days, per_day = source["days"], len(source["rounds"])
    best = None
    for picked in product(ids, repeat=2 * days * per_day):
        cells = iter(picked)
        plan = {
            one["id"]: [[next(cells) for _ in range(per_day)] for _ in range(days)]
            for one in source["groups"]
        }
        verdict = score(source, {"station": plan})
        if verdict["feasible"] and (best is None or verdict["objective"] < best):
            best = verdict["objective"]
    return best
