"""Rotation problems of the judge's kinds, made up from seeds: does the engine prove those too?

    python -m benchmarks.other_rotations [--count 60]

4 to 8 groups over 4 or 5 days of 4 to 6 rounds, with devices, an aide who comes and goes,
pull-outs, students to catch up, rounds without the teacher, and a station that comes before
another. Each plan is scored by the judge. Exit code 1 when a problem with a plan is not proven
within three seconds of processor time.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from random import Random
from statistics import median
from typing import Any

from benchmarks.machine import machine_line
from benchmarks.solve_rotation import ASKED, RotationRun, measured_rotation

_STARTS = (540, 560, 576, 600, 612, 640)
_WEIGHTS = {
    "short": 10, "excess": 1, "miss": 40, "order": 1, "gap": 25, "catch": 60, "seq": 2,
}  # fmt: skip


def made_up(seed: int) -> dict[str, Any]:
    """A problem in the judge's own form (`contracts/problem.md`)."""
    draw = Random(seed)
    count, days, rounds = draw.randint(4, 8), draw.randint(4, 5), draw.randint(4, 6)
    sizes = [draw.randint(4, 6) for _ in range(count)]
    names = [f"s{n:03}" for n in range(sum(sizes))]
    left = iter(names)
    slots = [(day, index) for day in range(days) for index in range(rounds)]
    has_video = draw.random() < 0.6
    return {
        "name": f"other-{seed}",
        "kind": "rotation",
        "seed": seed,
        "days": days,
        "rounds": [{"start": start, "len": draw.choice((15, 18))} for start in _STARTS[:rounds]],
        "transition": 3,
        "groups": [
            {
                "id": f"g{n}",
                "students": [next(left) for _ in range(size)],
                "size": size,
                "need_min": draw.choice((20, 30, 45, 60, 75)),
                "tmin": draw.choice((1, 2)),
            }
            for n, size in enumerate(sizes)
        ],
        "stations": [*_stations(draw, count, max(sizes), has_video=has_video)],
        "laptops": max(sizes) * draw.choice((2, 2, 3)) + 1,
        "pullouts": [*_pull_outs(draw, names, days, rounds)],
        "aide": [list(slot) for slot in slots if draw.random() < 0.6],
        "closed": [
            {"station": "teacher", "day": day, "round": index}
            for day, index in draw.sample(slots, 2)
        ],
        "prereq": [["video", "teacher"]] if has_video else [],
        "smin": 1,
        "catchup": [
            {"student": one, "day": draw.randrange(days)}
            for one in draw.sample(names, draw.randint(1, 4))
        ],
        "fixed": [],
        "weights": _WEIGHTS,
    }


def _stations(
    draw: Random, groups: int, largest: int, *, has_video: bool
) -> Iterator[dict[str, Any]]:
    many = -(-groups // 3)
    yield _station("teacher", 1, largest, teacher=True)
    yield _station("device", many, 99, req=draw.choice((2, 3)), devices=True)
    yield _station("collab", many, 99, req=draw.choice((1, 2)))
    yield _station("indep", -(-groups // 2), 99, req=1, most=2)
    yield _station("aide", 1, largest, req=draw.choice((0, 1)), aide=True)
    if has_video:
        yield _station("video", many, 99, devices=True)
    if groups > 6:
        yield _station("project", many, 99, req=1)


def _station(
    name: str, groups: int, seats: int, *, req: int = 0, most: int = 1, **more: bool
) -> dict[str, Any]:
    return {
        "id": name, "cap_groups": groups, "seats": seats, "max_per_day": most, "req": req, **more,
    }  # fmt: skip


def _pull_outs(draw: Random, names: list[str], days: int, rounds: int) -> Iterator[dict[str, Any]]:
    """A few students are out twice a week in the same round."""
    for one in draw.sample(names, draw.randint(2, 8)):
        index = draw.randrange(rounds)
        for day in draw.sample(range(days), 2):
            yield {"student": one, "day": day, "round": index}


def main() -> int:
    """Solve them all and print what came out."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=60)
    count = parser.parse_args().count
    print(machine_line())
    runs: list[RotationRun] = []
    for seed in range(count):
        # The judge knows no best plan of these: what is proven is its own.
        runs.append(measured_rotation(made_up(seed), 0))
    told = Counter(run.status for run in runs)
    times = sorted(run.cpu for run in runs if run.status == "optimal")
    broken = sum(run.broken for run in runs)
    print(f"{count} problems: {', '.join(f'{n} {word}' for word, n in told.most_common())}")
    print(f"broken rules, by the judge: {broken}")
    if times:
        print(f"CPU of those proven: median {median(times):.2f} s, slowest {times[-1]:.2f} s")
    late = [run for run in runs if run.status not in ("optimal", "infeasible") or run.cpu > ASKED]
    for run in late:
        print(f"not within {ASKED:g} s: {run.name} {run.status} {run.cpu:.2f} s")
    return 1 if broken or any(run.status != "infeasible" for run in late) else 0


if __name__ == "__main__":
    sys.exit(main())
