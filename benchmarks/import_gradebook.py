"""`import_gradebook`: a wide gradebook file read, matched and saved."""

import csv
import io
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.figures import Act, Figure
from benchmarks.gradebook_file import ASSESSMENTS, STUDENTS, canvas_export
from benchmarks.plain_sqlite import new_rows, plain_save, rows_by_table
from plplanner.cli.lesson import preview_import, take_in
from plplanner.cli.surroundings import Surroundings
from plplanner.preferences import Preferences
from plplanner.store.migrate import make_empty_planner
from plplanner.store.planner_file import PlannerFile, create_planner
from plplanner.terms import Paper

NOW = datetime(2026, 11, 20, 19, 42, tzinfo=UTC)


def figure(folder: Path) -> Figure:
    """The figure, with a finished import in `folder` for the floor to copy."""
    content = canvas_export()
    empty, full = folder / "empty.plplanner", folder / "full.plplanner"
    make_empty_planner(empty)
    with _ready(full, content) as act:
        act()
    rows = new_rows(rows_by_table(empty), rows_by_table(full))

    def floor(run: Path) -> AbstractContextManager[Act]:
        return plain_save(run, start=empty, rows=rows, first=lambda: _read_plainly(content))

    return Figure(
        name="import_gradebook",
        workload=f"Canvas export, {STUDENTS} students × {ASSESSMENTS} assessments, "
        f"{len(rows['score'])} scores, into an empty planner",
        at_most=0.5,
        floor_is="the bytes through csv, the same rows by executemany into the same tables",
        work=lambda run: _ready(run / "work.plplanner", content),
        floor=floor,
    )


@contextmanager
def _ready(path: Path, content: bytes) -> Iterator[Act]:
    file = path.with_suffix(".csv")
    file.write_bytes(content)
    planner = create_planner(path, now=NOW)
    try:
        yield lambda: import_into(planner, file)
    finally:
        planner.close()


def import_into(planner: PlannerFile, file: Path) -> int:
    """Read, match and save as the verb `import` does; returns the id of the class."""
    around = Surroundings(NOW, Preferences(file.parent, Paper.LETTER), sys.stdout, sys.stderr)
    return take_in(planner, file, preview_import(planner, file, "Math 3"), around)


def _read_plainly(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8"))))
