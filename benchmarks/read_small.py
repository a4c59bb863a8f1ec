"""`read_small`: the verb `read` on a small file, from the start of the process to its end."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import plplanner
from benchmarks.figures import Act, Figure
from benchmarks.gradebook_file import canvas_export

_STUDENTS, _ASSESSMENTS = 30, 4


def figure(folder: Path) -> Figure:
    """The figure; every run is a fresh process."""
    file = folder / "small.csv"
    file.write_bytes(canvas_export(students=_STUDENTS, assessments=_ASSESSMENTS))
    return Figure(
        name="read_small",
        workload=f"`plplanner read FILE --json`, {_STUDENTS} students × {_ASSESSMENTS} "
        "assessments, fresh process",
        at_most=0.4,
        floor_is="`python -c pass`, fresh process",
        work=lambda _run: _process("-m", "plplanner", "read", str(file), "--json"),
        floor=lambda _run: _process("-c", "pass"),
    )


@contextmanager
def _process(*words: str) -> Iterator[Act]:
    source = str(Path(plplanner.__file__).parents[1])
    surroundings = {**os.environ, "PYTHONPATH": source}

    def run() -> None:
        subprocess.run(
            [sys.executable, *words], check=True, stdout=subprocess.DEVNULL, env=surroundings
        )

    yield run
