"""The rotation engine on the judge's problems."""

import json
from argparse import Namespace
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

from benchmarks.referee.score import score
from plplanner.grouping.engine.work import seconds
from plplanner.rotation.engine.plan_lesson import plan_lesson
from plplanner.rotation.engine.problem_file import lesson_from, report_to, solution_to
from plplanner.rotation.engine.rows import ImpossibleLesson, LessonPlan

INSTANCES = Path(__file__).parent / "referee" / "instances"
ROTATIONS = ("d09-rot-4x5x4", "d10-rot-6x5x5", "d11-rot-8x5x6")
ASKED = 3.0


@dataclass(frozen=True)
class RotationRun:
    """One rotation problem solved, as the judge sees it. The first run also loads HiGHS."""

    name: str
    status: str
    objective: int | None
    bound: int | None
    best_known: int
    broken: int
    wall: float
    cpu: float
    work: int

    @property
    def holds(self) -> bool:
        """Proven within three seconds of processor time, by the judge's own count."""
        is_best = self.objective == self.best_known and self.status == "optimal"
        return is_best and not self.broken and self.cpu <= ASKED


def rotation_runs(only: list[str]) -> Iterator[RotationRun]:
    """The judge's rotation problems one after the other."""
    known = json.loads((INSTANCES / "best-known.json").read_text())
    for name in ROTATIONS:
        if not only or name[:3] in only:
            source = json.loads((INSTANCES / f"{name}.json").read_text())
            yield measured_rotation(source, known[name]["objective"])


def measured_rotation(source: dict[str, Any], best_known: int) -> RotationRun:
    """Solve once and let the judge score it. RuntimeError when judge and engine disagree."""
    wall, cpu = perf_counter(), process_time()
    answer, _ = braked_plan(source, ASKED)
    wall, cpu = perf_counter() - wall, process_time() - cpu
    if isinstance(answer, ImpossibleLesson):
        return RotationRun(source["name"], "infeasible", None, None, best_known, 0, wall, cpu, 0)
    verdict: dict[str, Any] = {"violations": [], "objective": None}
    if answer.cells is not None:
        verdict = score(source, solution_to(answer.cells))
    if verdict["objective"] != answer.objective:
        raise RuntimeError(f"{source['name']}: the judge counts {verdict['objective']}")
    return RotationRun(
        name=source["name"],
        status=str(answer.status),
        objective=answer.objective,
        bound=answer.bound,
        best_known=best_known,
        broken=len(verdict["violations"]),
        wall=wall,
        cpu=cpu,
        work=answer.work,
    )


def braked_plan(source: dict[str, Any], asked: float) -> tuple[LessonPlan | ImpossibleLesson, bool]:
    """The answer, and whether the clock had to end it."""
    end, late = perf_counter() + 3 * asked + 10, []

    def stop() -> bool:
        if perf_counter() > end:
            late.append(True)
        return bool(late)

    return plan_lesson(lesson_from(source), work=seconds(asked), stop=stop), bool(late)


def rotation_file(asked: Namespace, source: dict[str, Any]) -> int:
    """Solve one problem file: solution and report written; exit code 1 when there is no plan."""
    start = perf_counter()
    answer, cut = braked_plan(source, asked.seconds)
    report = report_to(answer, seconds=perf_counter() - start, cut_by_clock=cut)
    if asked.report:
        Path(asked.report).write_text(json.dumps(report, indent=1), encoding="utf-8")
    if isinstance(answer, ImpossibleLesson) or answer.cells is None:
        print(json.dumps(report))
        return 1
    Path(asked.output).write_text(json.dumps(solution_to(answer.cells)), encoding="utf-8")
    return 0


def print_rotations(runs: list[RotationRun]) -> None:
    """The table of rotation problems."""
    print(
        "\n| problem | status | objective | bound | best known | broken rules | wall | CPU |\n"
        "|---|---|---|---|---|---|---|---|"
    )
    for run in runs:
        print(
            f"| {run.name} | {run.status} | {run.objective} | {run.bound} | {run.best_known} "
            f"| {run.broken} | {run.wall:.2f} s | {run.cpu:.2f} s |"
        )
