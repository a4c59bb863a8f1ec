"""Measures the figures: `python -m benchmarks.speed [--only NAME …] [--json]`.

Without --json it prints a table for people. Every figure stands beside its floor, measured in the
same run. Exit code 1 when a figure misses what was asked.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from benchmarks import (
    draft_day,
    form_groups,
    import_gradebook,
    open_check,
    read_small,
    read_workbook,
    window,
)
from benchmarks.figures import RUNS, Figure, Measured, as_json, as_table, measured
from benchmarks.machine import machine_line
from benchmarks.print_sheets import print_cards_35, print_cards_1000, print_set

Maker = Callable[[Path], Figure]

FIGURES: Mapping[str, Maker] = {
    "import_gradebook": import_gradebook.figure,
    "form_groups": form_groups.figure,
    "draft_day": draft_day.figure,
    "print_set": print_set,
    "print_cards_35": print_cards_35,
    "print_cards_1000": print_cards_1000,
    "read_small": read_small.figure,
    "import_wide": import_gradebook.wide,
    "read_workbook": read_workbook.read_workbook,
    "memory_workbook": read_workbook.memory_workbook,
    "open_check": open_check.figure,
    "first_paint": window.first_paint,
    "tomorrow_filled": window.tomorrow_filled,
    "click_to_row": window.click_to_row,
    "preview_on_screen": window.preview_on_screen,
    "window_stall": window.window_stall,
    "thinking_stall": window.thinking_stall,
    "memory_all_rooms": window.memory_all_rooms,
    "idle_processor": window.idle_processor,
    "board_paint": window.board_paint,
    "board_idle": window.board_idle,
}


def main(words: Sequence[str], *, figures: Mapping[str, Maker] = FIGURES, runs: int = RUNS) -> int:
    """Measure what is asked for and print it; returns the exit code."""
    parser = argparse.ArgumentParser("python -m benchmarks.speed", description=__doc__)
    parser.add_argument("--only", nargs="+", choices=list(figures), metavar="NAME", action="extend")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    arguments = parser.parse_args(words)
    makers = {name: figures[name] for name in arguments.only or figures}
    results = [_measure(name, make, runs) for name, make in makers.items()]
    if arguments.json:
        told = {"machine": machine_line(), "figures": [as_json(result) for result in results]}
        print(json.dumps(told, ensure_ascii=False, indent=1))
    else:
        print(f"{machine_line()}\n\n{as_table(results)}")
    return 0 if all(result.holds for result in results) else 1


def _measure(name: str, make: Maker, runs: int) -> Measured:
    print(f"measuring {name}", file=sys.stderr)
    with tempfile.TemporaryDirectory(prefix="plplanner-figures-") as folder:
        return measured(make(Path(folder)), Path(folder) / "runs", runs=runs)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
