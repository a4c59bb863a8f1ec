"""One look at the board in a process of its own: `python -m benchmarks.board_probe WHAT PLANNER`.

What: `board_paint` and `board_idle`; each prints one number.
"""

import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.window_probe import in_the_window, settle

if TYPE_CHECKING:
    from plplanner.ui.screens.rotation.board.board import Board


def board_paint(planner: Path) -> None:
    """Seconds a tick of the board takes from the timer to the painted screen, p95 of 120."""

    def look(window: object) -> None:
        import statistics

        from PySide6.QtWidgets import QApplication

        board, seconds = _board(window)
        samples = []
        for _ in range(120):
            seconds[0] += 1
            began = time.perf_counter()
            board._show_clock()
            QApplication.processEvents()
            samples.append(time.perf_counter() - began)
        print(statistics.quantiles(samples, n=20)[-1], flush=True)
        os._exit(0)

    in_the_window(planner, look)


def board_idle(planner: Path) -> None:
    """The share of one processor used over ten seconds with the timer running on the board."""

    def look(window: object) -> None:
        from PySide6.QtCore import QEventLoop, QTimer

        board, seconds = _board(window)
        board._ticking.ticked.connect(lambda: seconds.__setitem__(0, seconds[0] + 1))
        before = [0.0]
        for milliseconds in (1500, 10_000):
            before.append(time.process_time())
            loop = QEventLoop()
            QTimer.singleShot(milliseconds, loop.quit)
            loop.exec()
        print((time.process_time() - before[-1]) / 10, flush=True)
        os._exit(0)

    in_the_window(planner, look)


def _board(window: object) -> "tuple[Board, list[int]]":
    """The board of a lesson that runs, 1920 × 1080, and the second its clock is at."""
    from dataclasses import replace
    from datetime import UTC, datetime, timedelta
    from datetime import time as clock_time

    from PySide6.QtWidgets import QApplication

    from plplanner.ui.screens.rotation.board.board import Board
    from plplanner.ui.shell.window import Window

    assert isinstance(window, Window)
    settle(seconds=3)  # rooms are loaded ahead
    begins = datetime.combine(window.stage.choice.day, clock_time(9, 26), tzinfo=UTC)
    seconds = [0]
    stage = replace(window.stage, clock=lambda: begins + timedelta(seconds=seconds[0]))
    board = Board(stage)
    board.resize(1920, 1080)
    board.show()
    board.activateWindow()
    QApplication.processEvents()
    assert board.lesson.is_live, "the lesson on the board does not run"
    return board, seconds


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    what, *where = sys.argv[1:]
    globals()[what](*(Path(place) for place in where))
