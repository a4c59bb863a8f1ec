"""What planning a rotation costs, kind by kind: `python -m benchmarks.rotation_figures`.

Each figure is run several times; wall and processor time are those of the slowest run but one, so
that a neighbour on the machine does not decide. Cold runs start a fresh process each. Exit code 1
means that a figure missed its mark by processor time.
"""

import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from random import Random

from benchmarks.draft_acts import (
    Act,
    draft,
    draft_locked,
    draft_week,
    draft_with_rules,
    spread,
    student_by_student,
)
from benchmarks.machine import machine_line
from benchmarks.rotation_lessons import a_week, an_impossible_week, each_alone
from benchmarks.rotation_rows import a_class, a_class_alone
from plplanner.rotation.build_rotation import build_rotation
from plplanner.rotation.clashes import find_clashes
from plplanner.rotation.engine.check import judged
from plplanner.rotation.engine.plan_lesson import plan_lesson
from plplanner.rotation.engine.replan import replan
from plplanner.rotation.engine.rows import ImpossibleLesson, LessonPlan, LessonProblem
from plplanner.rotation.lesson_problem import lesson_to_plan
from plplanner.rotation.next_turn import next_turns
from plplanner.rotation.own_ways import plan_own_ways
from plplanner.rotation.rounds import clock_rounds
from plplanner.rotation.swaps import RoundSwap, clashes_after, swap_of, swapped

# What the program has loaded before it drafts is not counted; what thinking loads is.
COLD = (
    "import sys, time, plplanner.rotation.queries;"
    "from benchmarks.rotation_rows import a_class;"
    "lesson = a_class({seed}, groups={groups});"
    "wall, cpu = time.perf_counter(), time.process_time();"
    "from plplanner.rotation.build_rotation import build_rotation;"
    "build_rotation(lesson);"
    "print(time.perf_counter() - wall, time.process_time() - cpu, 'numpy' in sys.modules)"
)


@dataclass(frozen=True)
class Measured:
    """One figure: its slowest run but one in seconds, and what came out of the runs."""

    name: str
    asked: float
    wall: float
    cpu: float
    outcome: str

    @property
    def holds(self) -> bool:
        """Whether it took no more than was asked, by the processor's clock."""
        return self.cpu <= self.asked


def measured(name: str, asked: float, acts: list[Act]) -> Measured:
    """Run each act once. What came out is counted."""
    runs, told = [], []
    for act in acts:
        wall, cpu = time.perf_counter(), time.process_time()
        told.append(act())
        runs.append((time.perf_counter() - wall, time.process_time() - cpu))
    return Measured(name, asked, *_slow(runs), _counted(told))


def cold_draft(groups: int, runs: int = 7) -> Measured:
    """The first draft of a program that has just started: all that thinking loads is paid for."""
    found, loaded = [], []
    for seed in range(runs):
        line = COLD.format(seed=seed, groups=groups)
        told = subprocess.run(
            [sys.executable, "-c", line], check=True, capture_output=True, text=True
        ).stdout.split()
        found.append((float(told[0]), float(told[1])))
        loaded.append("with numpy" if told[2] == "True" else "without numpy")
    return Measured(f"draft_cold, {groups} groups", 0.3, *_slow(found), _counted(loaded))


def _slow(runs: list[tuple[float, float]]) -> tuple[float, float]:
    """The slowest run but one, by each clock."""
    place = max(0, len(runs) - 2)
    return sorted(wall for wall, _ in runs)[place], sorted(cpu for _, cpu in runs)[place]


def _counted(told: list[str]) -> str:
    return ", ".join(f"{told.count(one)} {one}" for one in dict.fromkeys(told))


def figures() -> Iterator[Measured]:
    """Every figure, one after the other."""
    for groups in (4, 6, 8):
        yield cold_draft(groups)
    for groups in (4, 6, 8, 10):
        yield measured(f"draft, {groups} groups", 0.3, [draft(n, groups) for n in range(20)])
    yield measured("next_turns, 6 groups", 0.3, [_next_turns(n) for n in range(20)])
    yield measured("replan_absence", 0.1, [_absence(n) for n in range(12)])
    yield measured("judge_drag, lesson", 0.005, [_drag(n) for n in range(30)])
    yield measured("judge_drag, week", 0.005, [_drag_in_week(n) for n in range(30)])
    yield measured("plan_week, 6 × 5", 2.0, [_plan(a_week(n)) for n in range(12)])
    yield measured("draft_week, 6 × 5", 2.0, [draft_week(n) for n in range(12)])
    for groups in (4, 6, 8):
        locked = [draft_locked(n, groups) for n in range(20)]
        yield measured(f"draft_locked, {groups} groups", 0.3, locked)
        ruled = [draft_with_rules(n, groups) for n in range(20)]
        yield measured(f"draft_with_rules, {groups} groups", 0.3, ruled)
    yield measured("individual_day, 30 × 4", 3.0, [_plan(each_alone(n)) for n in range(8)])
    for groups in (4, 6):
        over_days = [spread(n, groups) for n in range(8)]
        yield measured(f"spread_over_days, {groups} groups", 2.0, over_days)
    yield measured("student_by_student, 30 × 4", 3.0, [student_by_student(n) for n in range(8)])
    yield measured("judge_drag, 30 × 4", 0.005, [_own_drag(n) for n in range(30)])
    yield measured("impossible_week", 1.0, [_plan(an_impossible_week(n)) for n in range(8)])


def _own_drag(seed: int) -> Act:
    lesson = a_class_alone(seed)
    made = plan_own_ways(lesson)
    moved = swapped(made.visits, RoundSwap(1, 2, (lesson.groups[seed].group_id,)))

    def act() -> str:
        find_clashes(lesson, made.rounds, moved)
        return "judged"

    return act


def _next_turns(seed: int) -> Act:
    lesson = a_class(seed, groups=6)
    made = build_rotation(lesson)

    def act() -> str:
        next_turns(lesson, made.rounds, made.visits, days_off=())
        return "told"

    return act


def _absence(seed: int) -> Act:
    """Two students are away in the morning: the plan of the evening is planned again."""
    lesson = a_class(seed, groups=6)
    problem = lesson_to_plan(lesson, clock_rounds(lesson)).problem
    planned = plan_lesson(problem)
    if isinstance(planned, ImpossibleLesson) or planned.cells is None:
        raise RuntimeError("an evening without a plan")
    cells, draw = planned.cells, Random(seed)
    away = tuple(sorted(draw.choice(draw.choice(problem.groups).students) for _ in range(2)))
    morning = replace(problem, days=(replace(problem.days[0], away=away), *problem.days[1:]))
    return lambda: _told(replan(morning, cells))


def _drag(seed: int) -> Act:
    lesson = a_class(seed, groups=8)
    made = build_rotation(lesson)

    def act() -> str:
        """All that is asked while a task is held over another round."""
        swap = swap_of(made.visits, group_id=1, first=1, second=2)
        clashes_after(lesson, made.rounds, made.visits, swap)
        return "judged"

    return act


def _drag_in_week(seed: int) -> Act:
    problem = a_week(seed)
    stations = [one.id for one in problem.stations]
    draw = Random(seed)
    cells = {
        group.id: tuple(tuple(draw.choice(stations) for _ in day.rounds) for day in problem.days)
        for group in problem.groups
    }

    def act() -> str:
        judged(problem, cells)
        return "judged"

    return act


def _plan(problem: LessonProblem) -> Act:
    return lambda: _told(plan_lesson(problem))


def _told(answer: LessonPlan | ImpossibleLesson) -> str:
    if isinstance(answer, ImpossibleLesson):
        return "impossible, named" if answer.is_fewest else "impossible"
    return str(answer.status)


def main() -> int:
    """Print the table."""
    print(machine_line())
    print("\n| figure | asked | CPU | wall | what came out |\n|---|---|---|---|---|")
    every_one_holds = True
    for one in figures():
        every_one_holds &= one.holds
        verdict = "" if one.holds else " **missed**"
        print(
            f"| {one.name} | {one.asked:g} s{verdict} | {one.cpu:.4f} s | {one.wall:.4f} s "
            f"| {one.outcome} |",
            flush=True,
        )
    return 0 if every_one_holds else 1


if __name__ == "__main__":
    sys.exit(main())
