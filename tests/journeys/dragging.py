"""Drags by a real pointer, on a real X server: press, move, release, as a hand would.

    python -m tests.journeys.dragging PLANNER

Run by test_drags.py under Xvfb: Qt's offscreen platform refuses every drag at its start. The
pointer is moved by the server's own test extension, so that Qt sees nothing but its events.
Prints as JSON what was there before each drag and after it.
"""

import ctypes
import json
import sys
from pathlib import Path

from PySide6.QtCore import QEventLoop, QPoint, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from plplanner.preferences import Preferences, RememberedWindow
from plplanner.store.planner_file import open_planner
from plplanner.terms import Paper
from plplanner.ui.assembly import assemble
from plplanner.ui.kit.drop_list import DropList
from tests.builders import NOW

BETWEEN_MILLISECONDS, STEPS = 15, 12
LONGEST_MILLISECONDS, SETTLED_MILLISECONDS = 10_000, 1000


class Pointer:
    """The mouse of the X server."""

    def __init__(self):
        self._x11, self._test = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXtst.so.6")
        self._x11.XOpenDisplay.restype = ctypes.c_void_p
        self._display = ctypes.c_void_p(self._x11.XOpenDisplay(None))

    def move(self, at):
        self._test.XTestFakeMotionEvent(self._display, -1, at.x(), at.y(), 0)
        self._x11.XFlush(self._display)

    def press(self, is_down):
        self._test.XTestFakeButtonEvent(self._display, 1, int(is_down), 0)
        self._x11.XFlush(self._display)


def wait(milliseconds):
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def drag(pointer, start, end):
    """Timers go on while a drag holds the event loop."""
    way = [start + (end - start) * step / STEPS for step in range(STEPS + 1)]
    acts = [lambda: pointer.move(start), lambda: pointer.press(True)]
    acts += [lambda at=at: pointer.move(at) for at in [*way, end]]
    acts += [lambda: pointer.press(False), lambda: None]
    loop = QEventLoop()

    def go_on():
        acts.pop(0)()
        if acts:
            QTimer.singleShot(BETWEEN_MILLISECONDS, go_on)
        else:
            QTimer.singleShot(10 * BETWEEN_MILLISECONDS, loop.quit)

    QTimer.singleShot(0, go_on)
    QTimer.singleShot(LONGEST_MILLISECONDS, loop.quit)
    loop.exec()


def middle(view, index):
    shown = view.visualRect(index) & view.viewport().rect()
    return view.viewport().mapToGlobal(shown.center())


def a_student_to_another_group(window, pointer):
    window.open_room("groups")
    wait(SETTLED_MILLISECONDS)
    frames = window.screen_of("groups").board.frames

    def groups():
        return [[one.name for one in frame.list.table.students] for frame in frames]

    before, (first, last) = groups(), (frames[0].list, frames[-1].list)
    drag(pointer, middle(first, first.table.index(1, 0)), middle(last, last.table.index(1, 0)))
    return before, groups()


def a_task_to_another_round(window, pointer):
    window.open_room("tomorrow")
    wait(SETTLED_MILLISECONDS)
    screen = window.screen_of("tomorrow")

    def tasks():
        return [[cell.task for cell in line] for line in screen.model.grid().cells]

    before, grid, judged = tasks(), screen.grid, []
    grid.aimed.connect(lambda *_aim: judged.append(screen.banner.words.text()))
    drag(pointer, middle(grid, grid.table.index(1, 1)), middle(grid, grid.table.index(1, 3)))
    return before, [*tasks(), judged]


def an_item_further_down(window, pointer):
    window.open_room("playlists")
    wait(SETTLED_MILLISECONDS)
    items = window.screen_of("playlists").findChild(DropList)

    def order():
        return [row.title for row in items.rows.rows]

    before = order()
    below = middle(items, items.rows.index(3, 0)) + QPoint(0, 16)
    drag(pointer, middle(items, items.rows.index(0, 0)), below)
    return before, order()


def main(path):
    application = QApplication(["plplanner"])
    planner = open_planner(path, now=NOW)
    window = assemble(
        application,
        planner,
        preferences=Preferences(path.parent, Paper.LETTER),
        remembered=RememberedWindow(width=1366, height=740),
        clock=lambda: NOW,
    )
    window.move(0, 0)
    window.show()
    QTest.qWaitForWindowExposed(window)
    wait(500)
    pointer, said = Pointer(), {}
    for act in (a_student_to_another_group, a_task_to_another_round, an_item_further_down):
        before, after = act(window, pointer)
        label = planner.undo_label
        window.stage.desk.undo()
        said[act.__name__] = {"before": before, "after": after, "step": label}
    window.stage.jobs.wait()
    sys.stdout.write(json.dumps(said))
    planner.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
