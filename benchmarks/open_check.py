"""`open_check`: a planner opened and proven whole."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.figures import Act, Figure
from benchmarks.gradebook_file import canvas_export
from benchmarks.import_gradebook import NOW, import_into
from plplanner.store.engine import brief_connection
from plplanner.store.planner_file import create_planner, open_planner


def figure(folder: Path) -> Figure:
    """The figure, on a planner that holds a wide gradebook."""
    start = _filled_planner(folder)
    kilobytes = start.stat().st_size // 1024
    return Figure(
        name="open_check",
        workload=f"a planner of {kilobytes} kB opened, its pages, references and rules checked",
        at_most=0.2,
        floor_is="a bare connection, integrity_check and foreign_key_check",
        work=lambda run: _opening(start, run),
        floor=lambda run: _plain_opening(start, run),
    )


def _filled_planner(folder: Path) -> Path:
    file, path = folder / "wide.csv", folder / "filled.plplanner"
    file.write_bytes(canvas_export())
    planner = create_planner(path, now=NOW)
    import_into(planner, file)
    planner.close()
    return path


@contextmanager
def _opening(start: Path, run: Path) -> Iterator[Act]:
    path = Path(shutil.copy(start, run))

    def act() -> None:
        planner = open_planner(path, now=NOW)
        try:
            if planner.findings():
                raise RuntimeError("the planner measured on is not whole")
        finally:
            planner.close()

    yield act


@contextmanager
def _plain_opening(start: Path, run: Path) -> Iterator[Act]:
    path = Path(shutil.copy(start, run))

    def act() -> None:
        with brief_connection(path) as connection:
            connection.execute("PRAGMA integrity_check").fetchall()
            connection.execute("PRAGMA foreign_key_check").fetchall()

    yield act
