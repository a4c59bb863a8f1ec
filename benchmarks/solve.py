"""The engine on the judge's problems: one file in, one out; or the table beside a peer.

python -m benchmarks.solve PROBLEM.json -o SOLUTION.json --seconds S [--seed N] [--report R.json]
python -m benchmarks.solve [--json] [--only NAME …]

Seconds choose an amount of work fixed beforehand. The clock is an emergency brake at three times
that, plus ten seconds; a report says `cut_by_clock` when it was needed.
"""

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

from benchmarks.greedy_groups import greedy
from benchmarks.machine import machine_line
from benchmarks.referee.score import score
from benchmarks.solve_rotation import print_rotations, rotation_file, rotation_runs
from plplanner.grouping.engine.impossible import why_impossible
from plplanner.grouping.engine.problem_file import assignment_to, problem_from, report_to
from plplanner.grouping.engine.rows import Answer, EngineProblem, Status
from plplanner.grouping.engine.solve import solve
from plplanner.grouping.engine.work import seconds

REFEREE = Path(__file__).parent / "referee"
INSTANCES = REFEREE / "instances"
CLASSES = (
    "d01-need-24x4",
    "d02-need-30x6",
    "d03-profile-28x7",
    "d04-profile-32x4",
    "d05-mixed-24x6",
    "d06-mixed-40x8",
    "d07-interest-27x6",
    "d08-jigsaw-25x5",
)
YEAR_GROUP = "d12-profile-200x40"
SECONDS = (1.0, 5.0, 20.0)


@dataclass(frozen=True)
class Run:
    """One problem solved with so many seconds' worth of work, as the judge sees it."""

    name: str
    asked_seconds: float
    status: str
    objective: int | None
    bound: int | None
    best_known: int
    broken: int
    wall: float
    cpu: float
    first_wall: float | None
    work: int
    cut_by_clock: bool

    @property
    def gap(self) -> float | None:
        """Share above the best known value; below 0 where we beat it."""
        if self.objective is None:
            return None
        return (self.objective - self.best_known) / max(1, self.best_known)


def main(arguments: Sequence[str]) -> int:
    """Exit code: 0 well, 1 a figure missed or the problem is impossible, 3 no known kind."""
    asked = _parsed(arguments)
    if asked.problem is not None:
        return _one_file(asked)
    names = [name for name in (*CLASSES, YEAR_GROUP) if not asked.only or name[:3] in asked.only]
    runs = [run for name in names for run in _runs_of(name)]
    peers = {name: _peer(name) for name in names if name != YEAR_GROUP}
    rotations = list(rotation_runs(asked.only))
    if asked.json:
        told = {"machine": machine_line(), "runs": [asdict(r) for r in runs], "greedy": peers}
        print(json.dumps({**told, "rotations": [asdict(r) for r in rotations]}, indent=1))
    else:
        _print_table(runs, peers)
        print_rotations(rotations)
    is_well = all(_holds(run) for run in runs) and all(run.holds for run in rotations)
    return 0 if is_well else 1


def measured(source: dict[str, Any], best_known: int, *, asked: float, seed: int = 0) -> Run:
    """Solve once and let the judge score it."""
    problem, first = problem_from(source), []
    wall, cpu = perf_counter(), process_time()
    answer, cut = braked(problem, asked, seed, lambda: first.append(perf_counter() - wall))
    wall, cpu = perf_counter() - wall, process_time() - cpu
    verdict: dict[str, Any] = {"violations": [], "objective": None}
    if answer.assignment is not None:
        verdict = score(source, assignment_to(answer.assignment))
    if verdict["objective"] != answer.objective:
        raise RuntimeError(f"{problem.name}: the judge counts {verdict['objective']}")
    return Run(
        name=problem.name,
        asked_seconds=asked,
        status=str(answer.status),
        objective=answer.objective,
        bound=answer.bound,
        best_known=best_known,
        broken=len(verdict["violations"]),
        wall=wall,
        cpu=cpu,
        first_wall=first[0] if first else None,
        work=answer.work,
        cut_by_clock=cut,
    )


def braked(
    problem: EngineProblem, asked: float, seed: int, on_first: Callable[[], None]
) -> tuple[Answer, bool]:
    """The answer, and whether the clock had to end it."""
    end = perf_counter() + 3 * asked + 10
    answer = solve(
        problem,
        work=seconds(asked),
        seed=seed,
        stop=lambda: perf_counter() > end,
        on_better=lambda _objective, _bound: on_first(),
    )
    return answer, answer.stopped


def _runs_of(name: str) -> list[Run]:
    source = source_of(name)
    known = json.loads((INSTANCES / "best-known.json").read_text())[name]["objective"]
    return [measured(source, known, asked=asked) for asked in SECONDS]


def source_of(name: str) -> dict[str, Any]:
    source: dict[str, Any] = json.loads((INSTANCES / f"{name}.json").read_text())
    return source


def _peer(name: str) -> dict[str, Any]:
    source = source_of(name)
    solution = assignment_to(greedy(problem_from(source)))
    verdict = score(
        {**source, "mode": "profile" if source["mode"] == "jigsaw" else source["mode"]}, solution
    )
    return {"objective": verdict["objective"], "broken": len(verdict["violations"])}


def _holds(run: Run) -> bool:
    if run.gap is None or run.broken:
        return False
    if run.name == YEAR_GROUP:
        return run.gap <= 0.02 or run.asked_seconds < SECONDS[-1]
    return run.gap <= 0.01


def _print_table(runs: Sequence[Run], peers: dict[str, dict[str, Any]]) -> None:
    print(machine_line())
    print(
        "| problem | work | status | objective | bound | best known | gap | broken rules "
        "| first legal | wall | CPU | greedy (broken) |\n" + "|---" * 12 + "|"
    )
    for run in runs:
        peer = peers.get(run.name)
        beside = f"{peer['objective']} ({peer['broken']})" if peer else "–"
        first = "–" if run.first_wall is None else f"{run.first_wall:.2f} s"
        gap = "–" if run.gap is None else f"{100 * run.gap:.2f} %"
        print(
            f"| {run.name} | {run.asked_seconds:g} s | {run.status} | {run.objective} "
            f"| {run.bound} | {run.best_known} | {gap} | {run.broken} | {first} | {run.wall:.2f} s "
            f"| {run.cpu:.2f} s | {beside} |"
        )
    classes = [run for run in runs if run.name in CLASSES and run.asked_seconds == 5]
    if classes:
        proven = sum(run.status == Status.OPTIMAL and run.wall <= 5 for run in classes)
        cpu = sum(run.status == Status.OPTIMAL and run.cpu <= 5 for run in classes)
        print(f"\nproven within 5 s: {proven} of {len(classes)} by the wall, {cpu} by CPU")


def _one_file(asked: argparse.Namespace) -> int:
    source = json.loads(Path(asked.problem).read_text(encoding="utf-8"))
    if source.get("kind") == "rotation":
        return rotation_file(asked, source)
    if source.get("kind") != "grouping":
        print("Only grouping and rotation problems can be solved here.", file=sys.stderr)
        return 3
    problem, start = problem_from(source), perf_counter()
    answer, cut = braked(problem, asked.seconds, asked.seed, lambda: None)
    report = report_to(answer, seconds=perf_counter() - start, cut_by_clock=cut)
    if answer.status is Status.INFEASIBLE:
        why = why_impossible(problem)
        report["reasons"] = list(why.names) if why else []
    if asked.report:
        Path(asked.report).write_text(json.dumps(report, indent=1), encoding="utf-8")
    if answer.assignment is None:
        print(json.dumps(report))
        return 1
    told = json.dumps(assignment_to(answer.assignment))
    Path(asked.output).write_text(told, encoding="utf-8")
    return 0


def _parsed(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.solve")
    parser.add_argument("problem", nargs="?")
    parser.add_argument("-o", "--output", default="solution.json")
    parser.add_argument("--seconds", type=float, default=5.0)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--report")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--only", nargs="+", default=[], metavar="NAME", help="d01 d02 …")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
