"""`draft_day`: tomorrow of one class, from its scores to a saved plan."""

import shutil
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.figures import Act, Figure
from benchmarks.plain_sqlite import new_rows, plain_save, rows_by_table
from plplanner.cli.lesson import (
    grouping_problem,
    groups_now,
    lesson_day_after,
    proposed_groups,
    proposed_plan,
    save_proposed_groups,
    save_proposed_plan,
)
from plplanner.grouping.queries import basis_on_assessment
from plplanner.roster.queries import class_named
from plplanner.sample import add_sample_class
from plplanner.store.planner_file import PlannerFile, create_planner, open_planner

NOW = datetime(2026, 11, 20, 19, 42, tzinfo=UTC)


def figure(folder: Path) -> Figure:
    """The figure, with the sample class in `folder` as the start of every run."""
    start, done = sample_planner(folder), folder / "done.plplanner"
    with _ready(start, done) as act:
        act()
    rows = new_rows(rows_by_table(start), rows_by_table(done))

    def floor(run: Path) -> AbstractContextManager[Act]:
        return plain_save(run, start=start, rows=rows)

    return Figure(
        name="draft_day",
        workload="sample class, 28 students: groups from the newest check, rotation, playlists, "
        "all saved in two steps",
        at_most=0.3,
        floor_is="the same rows by executemany into the same tables, one step",
        work=lambda run: _ready(start, run / "work.plplanner"),
        floor=floor,
    )


def sample_planner(folder: Path) -> Path:
    """A planner with the sample class; returns where it is."""
    path = folder / "sample.plplanner"
    planner = create_planner(path, now=NOW)
    planner.do(add_sample_class, now=NOW)
    planner.close()
    return path


@contextmanager
def _ready(start: Path, path: Path) -> Iterator[Act]:
    shutil.copyfile(start, path)
    planner = open_planner(path, now=NOW)
    try:
        yield lambda: draft_tomorrow(planner)
    finally:
        planner.close()


def draft_tomorrow(planner: PlannerFile) -> None:
    """Group, rotate, assign and save for the sample class, as the verbs do."""
    today = NOW.date()
    class_id = planner.ask(class_named, name="Math 3").id
    basis = planner.ask(basis_on_assessment, class_id=class_id)
    problem = grouping_problem(planner, class_id=class_id, basis=basis, on=today)
    proposal = proposed_groups(problem)
    save_proposed_groups(
        planner, class_id=class_id, basis=basis, problem=problem, proposal=proposal, today=today
    )
    groups = groups_now(planner, class_id)
    day = lesson_day_after(planner, groups.class_id, today)
    draft = proposed_plan(planner, class_id=class_id, day=day, groups=groups)
    save_proposed_plan(planner, class_id=class_id, draft=draft)
