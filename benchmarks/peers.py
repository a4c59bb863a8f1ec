"""The grouping engine beside libraries from PyPI and a greedy, on problems they can state.

Each library lives in an environment of its own, never in this project's: both bring OR-tools, which
cannot share a process with HiGHS, and they ask for different versions of it.

    python -m venv /tmp/peer-kmeans && /tmp/peer-kmeans/bin/pip install k-means-constrained
    python -m venv /tmp/peer-anti && /tmp/peer-anti/bin/pip install anti-clustering
    python -m benchmarks.peers --kmeans /tmp/peer-kmeans/bin/python --anti /tmp/peer-anti/bin/python

A library that is not given or not there is left out, and a sentence says so.
"""

import argparse
import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from random import Random
from time import process_time
from typing import Any

from benchmarks.greedy_groups import greedy
from benchmarks.machine import machine_line
from benchmarks.referee.score import score, values
from benchmarks.solve import YEAR_GROUP, source_of
from plplanner.grouping.engine.problem_file import assignment_to, problem_from
from plplanner.grouping.engine.rows import EngineProblem, GroupToFill, Learner, Partners
from plplanner.grouping.engine.solve import solve
from plplanner.grouping.engine.work import seconds

LIKE = ("d01-need-24x4", "d02-need-30x6", "d03-profile-28x7", "d04-profile-32x4", YEAR_GROUP)
METHODS = ("ExchangeHeuristicAntiClustering", "TabuSearchHeuristicAntiClustering")
_SCRIPT = Path(__file__).with_name("peer_process.py")
_INSTALL = {"kmeans": "k-means-constrained", "anti": "anti-clustering"}


def main(arguments: Sequence[str]) -> int:
    """Print both tables; exit code 0 also where a library was left out."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.peers")
    parser.add_argument("--kmeans", help="the Python of an environment with k-means-constrained")
    parser.add_argument("--anti", help="the Python of an environment with anti-clustering")
    asked = parser.parse_args(arguments)
    print(machine_line())
    _like_with_like(_there("kmeans", asked.kmeans))
    _diverse(_there("anti", asked.anti))
    return 0


def _there(kind: str, python: str | None) -> str | None:
    if python is not None and Path(python).exists():
        return python
    name = _INSTALL[kind]
    print(f"{name} is left out: give --{kind} the Python of an environment that has it.")
    return None


def _like_with_like(python: str | None) -> None:
    """Like with like, judged: first scores alone, then with all rules, which peers do not know."""
    print(
        "\n| problem | asked | ours, 1 s of work | greedy (broken) | k-means-constrained (broken) |"
        "\n|---|---|---|---|---|"
    )
    for name in LIKE:
        whole = source_of(name)
        for said, source in (("scores alone", bare(whole)), ("all rules", whole)):
            ours, spent = _ours(source)
            slow = name == YEAR_GROUP
            hand = (
                "–" if slow else _told(score(source, assignment_to(greedy(problem_from(source)))))
            )
            peer = "–" if python is None else _clustered(python, source)
            print(f"| {name} | {said} | {ours} in {spent:.1f} s | {hand} | {peer} |", flush=True)


def bare(source: dict[str, Any]) -> dict[str, Any]:
    """The same students and sizes, and nothing but distances of scores."""
    weights = {"pair": source["weights"]["pair"], "cut": source["weights"].get("cut", 0)}
    sizes = [(group["min"], group["max"]) for group in source["groups"]]
    low, high = min(low for low, _ in sizes), max(high for _, high in sizes)
    groups = [{"id": group["id"], "min": low, "max": high} for group in source["groups"]]
    return {**source, "hard": {}, "history": [], "weights": weights, "groups": groups, "tagbal": []}


def _ours(source: dict[str, Any]) -> tuple[str, float]:
    start = process_time()
    answer = solve(problem_from(source), work=seconds(1))
    spent = process_time() - start
    if answer.assignment is None:
        return str(answer.status), spent
    return f"{_told(score(source, assignment_to(answer.assignment)))} {answer.status}", spent


def _by_hand(source: dict[str, Any]) -> str:
    return _told(score(source, assignment_to(greedy(problem_from(source)))))


def _told(verdict: dict[str, Any]) -> str:
    return f"{verdict['objective']} ({len(verdict['violations'])})"


def _clustered(python: str, source: dict[str, Any]) -> str:
    present, known = values(source)
    weights = source.get("std_weight", [1] * source["standards"])
    points = [
        [weight**0.5 * value for weight, value in zip(weights, known[one["id"]], strict=True)]
        for one in present
    ]
    groups = source["groups"]
    asked = {
        "points": points,
        "groups": len(groups),
        "smallest": min(group["min"] for group in groups),
        "largest": max(group["max"] for group in groups),
    }
    answer = _peer(python, "kmeans", asked)
    seats = {
        one["id"]: groups[label]["id"] for one, label in zip(present, answer["labels"], strict=True)
    }
    return f"{_told(score(source, {'group': seats}))} in {answer['seconds']:.1f} s"


def _diverse(python: str | None) -> None:
    """Groups as mixed as can be: the sum of distances within groups, larger is better."""
    print("\n| mixed groups | ours | " + " | ".join(METHODS) + " |\n|---|---|---|---|")
    for students, groups in ((24, 6), (30, 5), (60, 10)):
        distances = _distances(students)
        start = process_time()
        answer = solve(_apart_as_can_be(distances, groups), work=seconds(5))
        ours = f"{-(answer.objective or 0)} {answer.status} in {process_time() - start:.1f} s"
        peers = [
            "–" if python is None else _mixed(python, distances, groups, method)
            for method in METHODS
        ]
        print(f"| {students} in {groups} | {ours} | {' | '.join(peers)} |", flush=True)


def _mixed(python: str, distances: list[list[int]], groups: int, method: str) -> str:
    answer = _peer(python, "anti", {"distances": distances, "groups": groups, "method": method})
    labels, count = answer["labels"], len(distances)
    total = sum(
        distances[one][other]
        for one in range(count)
        for other in range(one)
        if labels[one] == labels[other]
    )
    return f"{total} in {answer['seconds']:.1f} s"


def _distances(students: int) -> list[list[int]]:
    dice = Random(students)
    scores = [[dice.randrange(101) for _ in range(3)] for _ in range(students)]
    return [
        [sum(abs(a - b) for a, b in zip(one, other, strict=True)) for other in scores]
        for one in scores
    ]


def _apart_as_can_be(distances: list[list[int]], groups: int) -> EngineProblem:
    count = len(distances)
    size = count // groups
    return EngineProblem(
        students=tuple(Learner(f"s{number:03}") for number in range(count)),
        groups=tuple(GroupToFill(f"g{number:02}", size, size) for number in range(groups)),
        partners=tuple(
            Partners(f"s{one:03}", f"s{other:03}", -distances[one][other])
            for one in range(count)
            for other in range(one)
        ),
    )


def _peer(python: str, kind: str, asked: dict[str, Any]) -> dict[str, Any]:
    run = subprocess.run(
        [python, str(_SCRIPT), kind],
        input=json.dumps(asked),
        capture_output=True,
        text=True,
        check=True,
        timeout=300,
    )
    answer: dict[str, Any] = json.loads(run.stdout.strip().splitlines()[-1])
    return answer


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
