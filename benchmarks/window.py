"""The figures of the window, each in fresh processes on a planner of half a year."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import plplanner
from benchmarks.figures import Act, Figure, Trial
from benchmarks.half_a_year import WORKLOAD, planner_of_half_a_year
from plplanner.store.lock import note_of

_BARE = "a bare Qt window"


def first_paint(folder: Path) -> Figure:
    """From process start to the painted rail with the class's name."""
    return Figure(
        name="first_paint",
        workload=f"process start to the painted rail with the class name; {WORKLOAD}",
        at_most=2.5,
        is_ratio=True,
        floor_is=f"{_BARE}, process start to paint",
        work=_looking("first_paint", folder),
        floor=_looking("bare", None),
    )


def tomorrow_filled(folder: Path) -> Figure:
    """From process start to the painted plan for tomorrow."""
    return Figure(
        name="tomorrow_filled",
        workload=f"process start to the painted plan of the next school day; {WORKLOAD}",
        at_most=6,
        is_ratio=True,
        floor_is=f"{_BARE}, process start to paint",
        work=_looking("tomorrow", folder),
        floor=_looking("bare", None),
    )


def click_to_row(folder: Path) -> Figure:
    """From a command to the repainted row."""
    return Figure(
        name="click_to_row",
        workload="a student renamed: command, commit, queries, painted row; median of 15 in each "
        f"process; {WORKLOAD}",
        at_most=0.016,
        floor_is="`python -c pass`, fresh process",
        work=_looking("click_to_row", folder),
        floor=_nothing,
    )


def preview_on_screen(folder: Path) -> Figure:
    """From the drop of a wide gradebook to its painted preview."""
    return Figure(
        name="preview_on_screen",
        workload="a Canvas export of 30 × 300 on the disk, dropped two seconds after the start: "
        f"read in a process of its own, compared with the planner, painted; {WORKLOAD}",
        at_most=1.5,
        floor_is="`python -c pass`, fresh process",
        work=_looking("preview", folder),
        floor=_nothing,
    )


def window_stall(folder: Path) -> Figure:
    """The longest gap between two events while work runs."""
    return Figure(
        name="window_stall",
        workload="longest gap of the event loop while a gradebook of 30 × 300 is dropped and its "
        "preview comes on screen, and groups of 25 are formed, four times each",
        at_most=0.05,
        floor_is="`python -c pass`, fresh process",
        work=_looking("stall", folder),
        floor=_nothing,
    )


def thinking_stall(folder: Path) -> Figure:
    """The longest gap between two events while groups of every way are proven."""
    return Figure(
        name="thinking_stall",
        workload="longest gap of the event loop while 28 students are grouped in each of ten ways "
        "and every answer is proven as far as its work goes",
        at_most=0.05,
        floor_is="`python -c pass`, fresh process",
        work=_looking("thinking", folder),
        floor=_nothing,
    )


def memory_all_rooms(folder: Path) -> Figure:
    """Resident memory with every room visited."""
    return Figure(
        name="memory_all_rooms",
        workload=f"every room visited; {WORKLOAD}",
        at_most=220,
        unit="MiB",
        floor_is="`python -c pass`, seconds (memory has no such floor)",
        work=_looking("memory", folder),
        floor=_nothing,
    )


def idle_processor(folder: Path) -> Figure:
    """The share of one processor used while nothing happens."""
    return Figure(
        name="idle_processor",
        workload="share of one processor over five quiet seconds on tomorrow's plan",
        at_most=0.01,
        unit="of one",
        floor_is="`python -c pass`, seconds (idling has no such floor)",
        work=_looking("idle", folder),
        floor=_nothing,
    )


def board_paint(folder: Path) -> Figure:
    """What a second on the board costs."""
    return Figure(
        name="board_paint",
        workload="a second of the timer on the board, 1920 × 1080: words, update, painted; p95 of "
        f"120 seconds; {WORKLOAD}",
        at_most=0.008,
        floor_is="`python -c pass`, fresh process",
        work=_looking("board_paint", folder, probe="board_probe"),
        floor=_nothing,
    )


def board_idle(folder: Path) -> Figure:
    """The share of one processor the board takes while the timer runs."""
    return Figure(
        name="board_idle",
        workload="share of one processor over ten seconds with the timer running on the board",
        at_most=0.02,
        unit="of one",
        floor_is="`python -c pass`, seconds (idling has no such floor)",
        work=_looking("board_idle", folder, probe="board_probe"),
        floor=_nothing,
    )


def _looking(what: str, folder: Path | None, *, probe: str = "window_probe") -> Trial:
    words = ["-m", f"benchmarks.{probe}", what]
    planner = folder / "half.plplanner" if folder is not None else None
    if planner is not None:
        if not planner.exists():
            planner_of_half_a_year(planner)
        words.append(str(planner))

    @contextmanager
    def ready(_run: Path) -> Iterator[Act]:
        if planner is not None:
            # A probe ends without closing; of that the next start would say something.
            note_of(planner).unlink(missing_ok=True)
        with tempfile.TemporaryDirectory() as home:
            yield lambda: _answer(words, home)

    return ready


@contextmanager
def _nothing(_run: Path) -> Iterator[Act]:
    with tempfile.TemporaryDirectory() as home:
        yield lambda: _answer(["-c", "pass"], home)


def _answer(words: list[str], home: str) -> float | None:
    """Run a probe; the number it printed, or None to be timed from outside."""
    source = Path(plplanner.__file__).parents[1]
    surroundings = {
        **os.environ,
        "HOME": home,
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": os.pathsep.join((str(source), str(source.parent))),
    }
    # As ./run starts it: compiled modules are kept in .venv.
    surroundings["PYTHONPYCACHEPREFIX"] = str(Path(sys.prefix) / "compiled")
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "PYTHONDONTWRITEBYTECODE"):
        surroundings.pop(name, None)
    done = subprocess.run(
        [sys.executable, *words],
        check=True, capture_output=True, text=True, env=surroundings, timeout=120,
    )  # fmt: skip
    said = done.stdout.split()
    return float(said[-1]) if said else None
