"""Opens the planner a verb names, and closes it whatever happens."""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from plplanner.cli.surroundings import Surroundings
from plplanner.problems import Problem
from plplanner.store.planner_file import PlannerFile, create_planner, open_planner


def add_planner_argument(parser: argparse.ArgumentParser) -> None:
    """`--planner P`, as every verb that uses a planner has it."""
    parser.add_argument("--planner", type=Path, required=True, help="the planner file")


def add_class_argument(parser: argparse.ArgumentParser) -> None:
    """`--class NAME`."""
    parser.add_argument("--class", dest="class_name", required=True, help="name of the class")


@contextmanager
def existing_planner(path: Path, around: Surroundings) -> Iterator[PlannerFile]:
    """An open planner; leaves a backup behind when the verb changed something.

    A verb that fails leaves the planner as it was, however many steps it had taken.
    """
    planner = open_planner(path, now=around.now)
    try:
        yield planner
    except BaseException:
        _take_back_every_step(planner)
        planner.close()
        raise
    planner.close(now=around.now)


def _take_back_every_step(planner: PlannerFile) -> None:
    with suppress(Problem):  # what went wrong first is what the teacher needs to know
        while planner.undo() is not None:
            pass


@contextmanager
def planner_to_fill(path: Path, around: Surroundings) -> Iterator[PlannerFile]:
    """The planner at `path`, made when there is none. A verb that fails leaves no new one."""
    if path.exists():
        with existing_planner(path, around) as planner:
            yield planner
        return
    planner = create_planner(path, now=around.now)
    try:
        yield planner
    except BaseException:
        planner.close()
        path.unlink(missing_ok=True)
        raise
    planner.close()


def before_a_large_change(planner: PlannerFile, around: Surroundings) -> None:
    """A backup of what is there, unless the planner is still empty or cannot be changed."""
    if planner.why_read_only is None and planner.has_rows():
        planner.back_up(now=around.now)
