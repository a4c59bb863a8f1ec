"""How late an engine stops when asked from another thread, and how long it holds others up.

python -m benchmarks.cancel [--only need mixed …] [--sizes class 200 2000] [--at 0.05 0.4 1.5]

Every way to group, in a class of 28 (groups of 5–8), a year group of 200 and one of 2,000. Each
runs in a thread; the main thread asks it to stop after so many seconds and waits. Meanwhile it
wakes every 5 ms, as a window would; the longest pause between two wakings is the stall.
"""

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from threading import Event, Thread
from time import perf_counter, sleep

from benchmarks.machine import machine_line
from benchmarks.ways_to_group import class_problem, crowd_problem
from plplanner.grouping.engine.solve import solve
from plplanner.grouping.engine.work import Stop, seconds
from plplanner.grouping.form_groups import form_groups
from plplanner.grouping.weeks_ahead import weeks_ahead
from plplanner.terms import GroupingStrategy

ALLOWED, ALLOWED_STALL = 0.7, 0.05
_WAKE = 0.005
SIZES = ("class", "200", "2000")
# More than anyone waits for: every run is ended by the stop, or is done before.
_LONG = 60.0


@dataclass(frozen=True)
class Stopped:
    """One run: how late it stopped (None: it was done before), and the longest stall."""

    name: str
    late: float | None
    stall: float


def main(arguments: Sequence[str]) -> int:
    """Exit code: 0 when every stop is quick enough, else 1. Stalls are told, not judged."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.cancel")
    parser.add_argument("--only", nargs="+", default=list(GroupingStrategy), metavar="WAY")
    parser.add_argument("--sizes", nargs="+", default=list(SIZES), choices=SIZES)
    parser.add_argument("--at", nargs="+", type=float, default=[0.05, 0.4, 1.5], metavar="SECONDS")
    asked = parser.parse_args(arguments)
    print(machine_line())
    print("| asked | asked to stop after | stopped late by | longest stall |\n|---|---|---|---|")
    runs = [
        stopped(name, act, after)
        for size in asked.sizes
        for name, act in _acts(size, asked.only)
        for after in asked.at
    ]
    late = max((run.late or 0.0 for run in runs), default=0.0)
    stall = max((run.stall for run in runs), default=0.0)
    print(f"\nlatest {late:.2f} s (asked {ALLOWED}), longest stall {1000 * stall:.0f} ms")
    return 0 if late <= ALLOWED else 1


def stopped(name: str, act: Callable[[Stop], object], after: float) -> Stopped:
    """Run `act` in a thread, ask it to stop after so many seconds, and tell how it went."""
    asked, done = Event(), Event()
    wrong: list[BaseException] = []

    def run() -> None:
        try:
            act(asked.is_set)
        except InterruptedError:
            pass  # stopped before anything was found: what the screen expects
        except BaseException as problem:  # told by the main thread
            wrong.append(problem)
        finally:
            done.set()

    thread = Thread(target=run)
    start = last = perf_counter()
    asked_at, stall = None, 0.0
    thread.start()
    while not done.is_set():
        sleep(_WAKE)
        now = perf_counter()
        stall, last = max(stall, now - last - _WAKE), now
        if asked_at is None and now - start >= after:
            asked.set()
            asked_at = now
    thread.join()
    if wrong:
        raise wrong[0]
    late = None if asked_at is None else perf_counter() - asked_at
    shown = "done before" if late is None else f"{late:.2f} s"
    print(f"| {name} | {after:g} s | {shown} | {1000 * stall:.0f} ms |", flush=True)
    return Stopped(name, late, stall)


def _acts(size: str, only: Sequence[str]) -> Iterator[tuple[str, Callable[[Stop], object]]]:
    for way in only:
        yield f"{way}, {size}", _forming(GroupingStrategy(way), size)
    if size == "class" and "random" in only:
        yield "weeks ahead, class", _weeks


def _forming(way: GroupingStrategy, size: str) -> Callable[[Stop], object]:
    if size == "class":
        problem = class_problem(way)
        return lambda stop: form_groups(problem, stop=stop, work=seconds(_LONG))
    crowd = crowd_problem(way, int(size))
    return lambda stop: solve(crowd, stop=stop, work=seconds(_LONG))


def _weeks(stop: Stop) -> object:
    problem = class_problem(GroupingStrategy.RANDOM, students=26, smallest=4, largest=5)
    return weeks_ahead(problem, weeks=6, stop=stop, work=seconds(_LONG))


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
