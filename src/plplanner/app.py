"""The composition root: preferences, planner file, desk, window. Known by no one."""

import builtins
import gc
import os
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from plplanner.preferences import (
    Preferences,
    preferences_of_this_computer,
    remember_window,
    remembered_window,
)
from plplanner.problems import Problem, WhoMends

if TYPE_CHECKING:  # the window is painted before the planner's libraries are loaded
    from plplanner.store.planner_file import PlannerFile
    from plplanner.ui.shell.window import Window

USUAL_NAME = "My classes.plplanner"
_BACKUP_EVERY_MILLISECONDS = 30 * 60 * 1000
# The window waits this long at most whenever thinking in the background holds the interpreter;
# one repaint may ask for it a hundred times.
_TURN_SECONDS = 0.0005


def now() -> datetime:
    """The moment, with the time zone of this computer."""
    return datetime.now().astimezone()


def start_window(path: Path | None) -> int:
    """Open the window on a planner, the last one or a new one; returns the exit code.

    Raises Problem, before Qt could abort, when there is no display to draw on; and when the
    planner cannot be opened, after the window has said so.
    """
    refuse_without_display()
    sys.setswitchinterval(_TURN_SECONDS)
    # Until the planner is in the window nothing that is loaded is garbage, and there is a lot.
    gc.disable()
    from PySide6.QtCore import Qt  # noqa: PLC0415 - after the display was checked
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    import_plainly()

    from plplanner.store.glimpse import first_class  # noqa: PLC0415
    from plplanner.ui.kit.theme import Theme  # noqa: PLC0415
    from plplanner.ui.kit.tokens import Mode  # noqa: PLC0415
    from plplanner.ui.shell.window import Window  # noqa: PLC0415

    preferences, remembered = preferences_of_this_computer(), remembered_window()
    place = place_of_planner(path, remembered.planner, preferences)
    application = QApplication([sys.argv[0] or "plplanner"])
    application.setApplicationName("plplanner")
    theme = Theme(application, Mode(remembered.mode) if remembered.mode else None)
    window = Window(theme, remembered, glimpse=first_class(place))
    lesson = _Lesson(window, place, preferences, may_make=path is None)
    window.painted.connect(lesson.begin, Qt.ConnectionType.QueuedConnection)
    window.show()
    code = application.exec()
    return lesson.end() or int(code)


class _Lesson:
    """One session of the window: the planner opens after the first paint, and is closed."""

    def __init__(
        self, window: "Window", place: Path, preferences: Preferences, *, may_make: bool
    ) -> None:
        self._window = window
        self._place = place
        self._preferences = preferences
        self._may_make = may_make
        self._planner: PlannerFile | None = None
        self._refused: Problem | None = None

    def begin(self) -> None:
        try:
            self._bring_in()
        finally:
            # What is loaded stays: it is never looked through again.
            gc.freeze()
            gc.enable()
            self._window.loaded.connect(gc.freeze)  # nor what is loaded ahead: 50 ms each time

    def _bring_in(self) -> None:
        from plplanner.ui.assembly import furnish  # noqa: PLC0415 - after the first paint

        try:
            self._planner = planner_at(self._place, may_make=self._may_make)
        except Problem as problem:
            self._refused = problem
            self._window.warn(problem)
            return
        furnish(
            self._window,
            self._planner,
            preferences=self._preferences,
            clock=now,
            last_backup=last_backup_of(self._planner),
            backup_every_milliseconds=_BACKUP_EVERY_MILLISECONDS,
        )

    def end(self) -> int:
        if self._refused is not None:
            raise self._refused
        if self._planner is not None:
            remember_window(self._window.remembered())
            self._window.stage.jobs.wait()
            self._planner.close(now=now())
        return 0


def import_plainly() -> None:
    """Load modules from here on as Python does.

    Qt's binding puts itself before every import and reads the source of each module, to see
    whether it asks for other spellings of Qt's names (`__feature__`). None of ours does.
    """
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


def refuse_without_display() -> None:
    """Qt aborts the whole process without a display, and Python cannot catch that."""
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM"):
        return
    if not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
        raise Problem(
            "There is no screen to open a window on.",
            "Use the command line: plplanner --help.",
            who_mends=WhoMends.MACHINE,
        )


def place_of_planner(path: Path | None, last: str, preferences: Preferences) -> Path:
    """Where the planner is: the one named, else the last one, else the usual place."""
    if path is not None:
        return path
    if last and Path(last).exists():
        return Path(last)
    return preferences.planner_folder / USUAL_NAME


def planner_at(place: Path, *, may_make: bool) -> "PlannerFile":
    """The planner at a place, open. A missing one is made only where nobody named it."""
    from plplanner.store.planner_file import create_planner, open_planner  # noqa: PLC0415

    if may_make and not place.exists():
        return create_planner(place, now=now())
    return open_planner(place, now=now())


def last_backup_of(planner: "PlannerFile") -> datetime | None:
    """When the newest backup beside a planner was taken."""
    from plplanner.store.backup import moment_of  # noqa: PLC0415
    from plplanner.store.troubles import backup_folder  # noqa: PLC0415

    found = [moment_of(path) for path in backup_folder(planner.path).glob("*.plplanner")]
    return max((moment for moment in found if moment is not None), default=None)
