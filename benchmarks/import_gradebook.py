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
from plplanner.importing.read_apart import FileReader
from plplanner.preferences import Preferences
from plplanner.store.migrate import make_empty_planner
from plplanner.store.planner_file import PlannerFile, create_planner
from plplanner.terms import Paper

_WIDE = 300
NOW = datetime(2026, 11, 20, 19, 42, tzinfo=UTC)


def figure(folder: Path) -> Figure:
    """The figure, with a finished import in `folder` for the floor to copy."""
    return _figure(folder, "import_gradebook", 0.5, canvas_export())


def wide(folder: Path) -> Figure:
    """The same with 300 columns, as the preview must take them."""
    return _figure(folder, "import_wide", 1.5, canvas_export(assessments=_WIDE), assessments=_WIDE)


def _figure(
    folder: Path, name: str, at_most: float, content: bytes, *, assessments: int = ASSESSMENTS
) -> Figure:
    empty, full = folder / "empty.plplanner", folder / "full.plplanner"
    make_empty_planner(empty)
    with _ready(full, content) as act:
        act()
    rows = new_rows(rows_by_table(empty), rows_by_table(full))

    def floor(run: Path) -> AbstractContextManager[Act]:
        return plain_save(run, start=empty, rows=rows, first=lambda: _read_plainly(content))

    return Figure(
        name=name,
        workload=f"Canvas export, {STUDENTS} students × {assessments} assessments, "
        f"{len(rows['score'])} scores, into an empty planner",
        at_most=at_most,
        floor_is="the bytes through csv, the same rows by executemany into the same tables",
        work=lambda run: _ready(run / "work.plplanner", content),
        floor=floor,
    )


@contextmanager
def _ready(path: Path, content: bytes) -> Iterator[Act]:
    file = path.with_suffix(".csv")
    file.write_bytes(content)
    # As the verb does: the process that reads starts before the planner is opened.
    with FileReader() as reader:
        planner = create_planner(path, now=NOW)
        try:
            yield lambda: import_into(planner, file, reader)
        finally:
            planner.close()


def import_into(planner: PlannerFile, file: Path, reader: FileReader | None = None) -> int:
    """Read, match and save as the verb `import` does; returns the id of the class."""
    around = Surroundings(NOW, Preferences(file.parent, Paper.LETTER), sys.stdout, sys.stderr)
    preview = preview_import(planner, file, "Math 3", reader=reader or FileReader())
    return take_in(planner, file, preview, around)


def _read_plainly(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8"))))
