"""Random small problems, the engine against trying every grouping: optimum and infeasibility.

Three ways are asked: the engine as it comes, prices where they apply, and the compact model.

python -m benchmarks.brute_force [--count 10000] [--first 0] [--jigsaws]

Exit code 1 when one disagrees; each that does is named by its number, which makes it again.
"""

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from time import process_time

from benchmarks.machine import machine_line
from benchmarks.small_problems import brute_force, random_jigsaw, random_problem
from plplanner.grouping.engine.blocks import blocks_of
from plplanner.grouping.engine.exact import bounded, chosen_from
from plplanner.grouping.engine.growing import is_growable
from plplanner.grouping.engine.possible import some_grouping
from plplanner.grouping.engine.priced import sifted
from plplanner.grouping.engine.rows import EngineProblem, Status
from plplanner.grouping.engine.solve import solve
from plplanner.grouping.engine.tables import tables_of
from plplanner.grouping.engine.tabu import tabu
from plplanner.grouping.engine.work import Work

# Enough for a proof of anything this small.
WORK = 200_000


@dataclass(frozen=True)
class Compared:
    """How one problem came out. `says` is empty where both agree."""

    is_possible: bool
    is_proven: bool
    says: str


def main(arguments: Sequence[str]) -> int:
    """Exit code: 0 when all agree, else 1."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.brute_force")
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--jigsaws", action="store_true", help="with expert topics")
    asked = parser.parse_args(arguments)
    start, impossible, proven, wrong = process_time(), 0, 0, 0
    for number in range(asked.first, asked.first + asked.count):
        one = compared(number, is_jigsaw=asked.jigsaws)
        impossible += not one.is_possible
        proven += one.is_proven
        if one.says:
            wrong += 1
            print(f"{number}: {one.says}")
    print(machine_line())
    print(
        f"{asked.count} problems, {impossible} of them impossible, {proven} proven, "
        f"{wrong} disagree, {process_time() - start:.0f} s CPU"
    )
    return 1 if wrong else 0


def compared(number: int, *, is_jigsaw: bool = False) -> Compared:
    """Problem `number` by the engine and by brute force.

    With expert topics the engine may leave a grouping unproven, but never cheaper than there is,
    never impossible where there is one, and never “optimal” where something is better.
    """
    problem = (random_jigsaw if is_jigsaw else random_problem)(Random(number))
    best = brute_force(problem)
    answer = solve(problem, work=WORK)
    wrong = []
    if answer.status is Status.INFEASIBLE and best is not None:
        wrong.append(f"said to be impossible, but {best} can be had")
    if answer.status is Status.OPTIMAL and answer.objective != best:
        wrong.append(f"{answer.objective} said to be the least, which is {best}")
    if answer.bound is not None and best is not None and answer.bound > best:
        wrong.append(f"bound {answer.bound} above {best}")
    is_open = answer.status in (Status.FEASIBLE, Status.UNKNOWN)
    if is_open and not is_jigsaw:
        wrong.append(f"left {answer.status} at {answer.objective}, least {best}")
    if is_growable(tables_of(problem)) and best is not None:
        priced = by_prices(problem)
        if priced not in (best, None):
            wrong.append(f"{priced} by prices, {best} is the least")
    if not is_jigsaw and (some_grouping(problem) is None) is not (best is None):
        wrong.append(f"the compact model disagrees that {best} can be had")
    return Compared(best is not None, not is_open, "; ".join(wrong))


def by_prices(problem: EngineProblem) -> int | None:
    """The least cost by sifting legal groups with prices; None where search found no start."""
    tables, work = tables_of(problem), Work(WORK)
    blocks, start = blocks_of(tables), tabu(tables, work.part(5_000))
    if start.cost is None:
        return None
    sieve = sifted(tables, blocks, start, work)
    if sieve.bound == start.cost:
        return start.cost
    if sieve.legal is None or sieve.bound is None:
        raise RuntimeError(f"{problem} was not sifted")
    bound, found = bounded(sieve.legal, start, work)
    best = found if bound is None else chosen_from(sieve.legal, bound, found, work)
    if best.cost != best.bound:
        raise RuntimeError(f"{problem} was not proven")
    return best.cost


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
