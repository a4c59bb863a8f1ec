"""What grouping takes beyond the judge's problems: every way, the crowd, weeks, why and why not.

python -m benchmarks.grouping_figures [--only PART …] [--mdgp FOLDER]

Times are seconds of one processor. `mdgp` needs the instances of the maximum diversity grouping
problem (mdgplib), which are not shipped; without their folder that part is left out and says so.
"""

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import combinations
from pathlib import Path
from time import process_time
from typing import TypeVar

from benchmarks.calm import changed_class, movers
from benchmarks.machine import machine_line
from benchmarks.ways_to_group import class_problem, crowd_problem
from benchmarks.wild_rules import named_rule, wild_class
from plplanner.grouping.engine.rows import (
    Answer,
    EngineProblem,
    GroupToFill,
    Learner,
    Partners,
    Status,
)
from plplanner.grouping.engine.solve import solve
from plplanner.grouping.engine.work import seconds
from plplanner.grouping.form_groups import PROOF_WORK, form_groups
from plplanner.grouping.rows import GroupingProposal, ImpossibleGrouping, RuleToKeep, WeeksAhead
from plplanner.grouping.weeks_ahead import weeks_ahead
from plplanner.grouping.why import judge_move, why_here
from plplanner.terms import GroupingStrategy, RuleKind

Line = tuple[str, str, str]
T = TypeVar("T")
_WILD_CLASSES = 250


def main(arguments: Sequence[str]) -> int:
    """Print the parts asked for as one table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.grouping_figures")
    parser.add_argument("--only", nargs="+", default=list(_PARTS), choices=list(_PARTS))
    parser.add_argument("--mdgp", type=Path, help="the folder of the mdgplib instances")
    asked = parser.parse_args(arguments)
    form_groups(class_problem(GroupingStrategy.MIXED, students=12))
    print(machine_line())
    print("| figure | CPU | what came out |\n|---|---|---|")
    for part in asked.only:
        for name, spent, came in _PARTS[part](asked.mdgp):
            print(f"| {name} | {spent} | {came} |", flush=True)
    return 0


def timed(act: Callable[[], T]) -> tuple[T, float]:
    """What an act gives, and the seconds of one processor it took."""
    start = process_time()
    return act(), process_time() - start


def _ways(_folder: Path | None) -> Iterator[Line]:
    for smallest, largest in ((5, 8), (3, 6)):
        for way in GroupingStrategy:
            problem = class_problem(way, smallest=smallest, largest=largest)
            first, soon = timed(partial(form_groups, problem))
            better, later = timed(partial(form_groups, problem, work=PROOF_WORK))
            name = f"{way}, 28 students in {smallest}–{largest}"
            yield name, f"{soon:.2f} s, then {later:.2f} s", f"{_said(first)}; {_said(better)}"


def _said(answer: GroupingProposal | ImpossibleGrouping) -> str:
    if isinstance(answer, ImpossibleGrouping):
        return "impossible"
    bound = "" if answer.bound in (None, answer.objective) else f", bound {answer.bound}"
    return f"{answer.status} {answer.objective}{bound}"


def _impossible(_folder: Path | None) -> Iterator[Line]:
    base = class_problem(
        GroupingStrategy.NEED, students=30, smallest=3, largest=6, rules=_six_pairs()
    )
    for name, rules in _conflicts().items():
        problem = replace(base, rules=rules, groups=6)
        answer, spent = timed(partial(form_groups, problem))
        if isinstance(answer, ImpossibleGrouping):
            came = f"{len(answer.rules)} rules and sizes named, {len(answer.ways_out)} ways out"
        else:
            came = "possible after all"
        yield f"impossible: {name} ({len(rules)} rules)", f"{spent:.2f} s", came


def _six_pairs() -> tuple[RuleToKeep, ...]:
    return tuple(named_rule(RuleKind.APART, one, one + 1) for one in range(11, 22, 2))


def _conflicts() -> dict[str, tuple[RuleToKeep, ...]]:
    seven = [named_rule(RuleKind.APART, *pair) for pair in combinations(range(1, 8), 2)]
    two = [named_rule(RuleKind.APART, 1, 2), named_rule(RuleKind.TOGETHER, 1, 2)]
    tags = [named_rule(RuleKind.AT_MOST_TAG, tag="leader", count=1)]
    tags.append(named_rule(RuleKind.NO_LONE_TAG, tag="leader"))
    fixed = [named_rule(RuleKind.FIXED, 9, key="river"), named_rule(RuleKind.TOGETHER, 9, 10)]
    fixed.append(named_rule(RuleKind.NEVER_IN, 10, key="river"))
    rest = _six_pairs()
    return {
        "two apart and together": (*two, *rest),
        "at most one leader, none alone": (*tags, *rest),
        "fixed, together and never in": (*fixed, *rest),
        "seven all apart in six groups": (*seven, *rest),
        "the same beside tags and names": (*seven, tags[0], *fixed[:1]),
    }


def _wild(_folder: Path | None) -> Iterator[Line]:
    """Classes under rules nobody has thought through: the slowest to be told why."""
    spent: list[tuple[float, int]] = []
    for seed in range(_WILD_CLASSES):
        answer, took = timed(partial(form_groups, wild_class(seed)))
        if isinstance(answer, ImpossibleGrouping):
            spent.append((took, seed))
    slowest, seed = max(spent)
    over = sum(took > 1 for took, _ in spent)
    came = f"{len(spent)} impossible, {over} took over 1 s; the slowest is number {seed}"
    yield f"{_WILD_CLASSES} classes under wild rules, explained", f"≤ {slowest:.2f} s", came


def _calm(_folder: Path | None) -> Iterator[Line]:
    """How many of 28 move at each step of calm, after a second quiz; the mean of eight classes."""
    for way in GroupingStrategy:
        if way is GroupingStrategy.BY_HAND:
            continue
        pairs = [changed_class(way, seed=seed) for seed in range(8)]
        start = process_time()
        means = []
        for calm in range(5):
            after = [form_groups(replace(changed, calm=calm)) for _, changed in pairs]
            moved = [movers(one, other) for (one, _), other in zip(pairs, after, strict=True)]
            means.append(f"{sum(moved) / len(moved):.1f}")
        yield f"{way}: move at calm 0–4", f"{process_time() - start:.1f} s", " · ".join(means)


def _why(_folder: Path | None) -> Iterator[Line]:
    slowest = judged = 0.0
    for way in GroupingStrategy:
        problem = class_problem(way, students=30, smallest=3, largest=6)
        formed = form_groups(problem)
        if isinstance(formed, ImpossibleGrouping):
            continue
        key = formed.groups[-1].identity.key
        for student in sorted({s.student_id for s in problem.students} - set(formed.left_out))[::4]:
            _, spent = timed(partial(why_here, problem, formed, student))
            slowest = max(slowest, spent)
            _, spent = timed(partial(judge_move, problem, formed, student, key))
            judged = max(judged, spent)
    yield "why is she here, all groups, slowest of every way", f"{slowest:.3f} s", "asked 0.3 s"
    yield "a move judged while dragging, slowest of every way", f"{judged:.3f} s", ""


def _crowd(_folder: Path | None) -> Iterator[Line]:
    for students, work in ((200, 2.0), (2_000, 3.0)):
        for way in (GroupingStrategy.PROFILE, GroupingStrategy.MIXED):
            problem, start = crowd_problem(way, students), process_time()
            first: list[float] = []

            def note(_cost: int, _bound: int | None, found: list[float] = first) -> None:
                found.append(process_time())

            answer, spent = timed(partial(solve, problem, work=seconds(work), on_better=note))
            soon = f"first {first[0] - start:.2f} s, " if first else ""
            yield f"{way}, {students} students", f"{soon}all {spent:.2f} s", str(answer.status)


def _weeks(_folder: Path | None) -> Iterator[Line]:
    for students, size, weeks in ((15, 3, 7), (16, 4, 5), (25, 5, 6)):
        plain = class_problem(
            GroupingStrategy.RANDOM, students=students, smallest=size, largest=size, rules=()
        )
        plan, spent = timed(partial(weeks_ahead, plain, weeks=weeks))
        yield f"{students} students in {size}s for {weeks} weeks", f"{spent:.2f} s", _met(plan)
    mixed = class_problem(GroupingStrategy.RANDOM, students=26, smallest=4, largest=5)
    plan, spent = timed(partial(weeks_ahead, mixed, weeks=4))
    yield "26 students in 4–5, two pairs apart, 4 weeks", f"{spent:.2f} s", _met(plan)


def _met(plan: WeeksAhead | ImpossibleGrouping) -> str:
    return plan.explanation if isinstance(plan, ImpossibleGrouping) else f"{plan.repeats} repeats"


def _mdgp(folder: Path | None) -> Iterator[Line]:
    if folder is None or not folder.is_dir():
        yield "mdgp", "–", "left out: no folder of mdgplib instances was given (--mdgp)"
        return
    for path in sorted(folder.glob("*_n0[13]*_*.txt")):
        problem = diverse(path.read_text(encoding="utf-8"))
        answer, spent = timed(partial(solve, problem, work=seconds(20)))
        yield (
            path.stem,
            f"{spent:.2f} s",
            f"{_proven(answer)} {-(answer.objective or 0) / 1000:.3f}",
        )


def _proven(answer: Answer) -> str:
    return "proven" if answer.status is Status.OPTIMAL else str(answer.status)


def diverse(text: str) -> EngineProblem:
    """An instance of mdgplib; the sum within groups, in thousandths, is to be large."""
    head, *lines = text.strip().splitlines()
    count, groups, _, *limits = head.split()
    pairs = [line.split() for line in lines]
    return EngineProblem(
        students=tuple(Learner(f"s{number:03}") for number in range(int(count))),
        groups=tuple(
            GroupToFill(f"g{n:02}", int(limits[2 * n]), int(limits[2 * n + 1]))
            for n in range(int(groups))
        ),
        partners=tuple(
            Partners(f"s{int(a):03}", f"s{int(b):03}", -round(1000 * float(c))) for a, b, c in pairs
        ),
    )


_PARTS: dict[str, Callable[[Path | None], Iterator[Line]]] = {
    "ways": _ways,
    "impossible": _impossible,
    "wild": _wild,
    "why": _why,
    "calm": _calm,
    "crowd": _crowd,
    "weeks": _weeks,
    "mdgp": _mdgp,
}

if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
