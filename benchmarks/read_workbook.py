"""`read_workbook`: 230,000 rows told apart as a district's file, in a fresh process."""

import io
import os
import random
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from openpyxl import Workbook  # type: ignore[import-untyped]

import plplanner
from benchmarks.figures import Act, Figure

ROWS, CLASSES = 230_000, 61


def workbook(*, rows: int = ROWS) -> bytes:
    """A list of a whole district: invented students of 61 classes with three scores each."""
    dice = random.Random(2026)
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Grades")
    sheet.append(["Last Name", "First Name", "Student ID", "Section", "Quiz 1", "Quiz 2", "Quiz 3"])
    for number in range(rows):
        last, first = (f"{word}{_letters(number % 676)}" for word in ("Abara", "Ada"))
        scores = [dice.randrange(21) for _ in range(3)]
        sheet.append([last, first, str(100_000 + number), f"Math {number % CLASSES}", *scores])
    packed = io.BytesIO()
    book.save(packed)
    return packed.getvalue()


def _letters(number: int) -> str:
    return chr(97 + number // 26) + chr(97 + number % 26)


_READ = """
import pathlib, sys, time
content = pathlib.Path(sys.argv[1]).read_bytes()
began = time.perf_counter()
from plplanner.importing.read_file import read_gradebook
from plplanner.problems import Problem
try:
    read_gradebook(file_name="district.xlsx", content=content)
    said = "read"
except Problem as problem:
    said = problem.what
assert said == "read" or "61 classes and 230,000 students" in said, said
seconds = time.perf_counter() - began
"""
_SECONDS = "print(seconds)"
# Resident memory at its highest, in MiB; Linux counts KiB.
# `ru_maxrss` begins with that of the process which started this one; VmHWM is its own.
_PEAK = """
import pathlib, re, resource
status = pathlib.Path("/proc/self/status")
if status.exists():
    peak = int(re.search(r"VmHWM:\\s+(\\d+)", status.read_text())[1])
else:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(peak / 1024)
"""


def read_workbook(folder: Path) -> Figure:
    """Seconds to read it or to say what it is."""
    return _figure(folder, "read_workbook", 3, "s", _SECONDS)


def memory_workbook(folder: Path) -> Figure:
    """The most memory that doing so ever took."""
    return _figure(folder, "memory_workbook", 300, "MiB", _PEAK)


def _figure(folder: Path, name: str, at_most: float, unit: str, told: str) -> Figure:
    file = folder / "district.xlsx"

    def ready(code: str) -> Act:
        if not file.exists():
            file.write_bytes(workbook())
        return lambda: _number_of_process(code, str(file))

    @contextmanager
    def work(_run: Path) -> Iterator[Act]:
        yield ready(_READ + told)

    @contextmanager
    def floor(_run: Path) -> Iterator[Act]:
        yield ready(_INFLATE + told)

    return Figure(
        name=name,
        workload=f"XLSX of {ROWS:,} rows × 7 columns, {CLASSES} classes, fresh process: "
        "refused with the number of its classes and students",
        at_most=at_most,
        unit=unit,
        floor_is="the sheet inflated a megabyte at a time",
        work=work,
        floor=floor,
    )


_INFLATE = """
import pathlib, sys, time, zipfile
began = time.perf_counter()
with zipfile.ZipFile(sys.argv[1]).open("xl/worksheets/sheet1.xml") as sheet:
    while sheet.read(1_000_000):
        pass
seconds = time.perf_counter() - began
"""


def _number_of_process(code: str, file: str) -> float:
    """What a fresh process prints."""
    source = str(Path(plplanner.__file__).parents[1])
    done = subprocess.run(
        [sys.executable, "-c", code, file],
        check=True,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": source},
    )
    return float(done.stdout)
