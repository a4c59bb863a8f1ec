"""The composition root: preferences, planner file, desk, window. Known by no one."""

import os
import sys
from datetime import datetime
from pathlib import Path

from plplanner.preferences import (
    Preferences,
    preferences_of_this_computer,
    remember_window,
    remembered_window,
)
from plplanner.problems import Problem, WhoMends
from plplanner.store.backup import moment_of
from plplanner.store.planner_file import PlannerFile, create_planner, open_planner
from plplanner.store.troubles import backup_folder

USUAL_NAME = "My classes.plplanner"
_BACKUP_EVERY_MILLISECONDS = 30 * 60 * 1000


def now() -> datetime:
    """The moment, with the time zone of this computer."""
    return datetime.now().astimezone()


def start_window(path: Path | None) -> int:
    """Open the window on a planner, the last one or a new one; returns the exit code.

    Raises Problem, before Qt could abort, when there is no display to draw on.
    """
    refuse_without_display()
    preferences = preferences_of_this_computer()
    remembered = remembered_window()
    planner = planner_to_open(path, remembered.planner, preferences)
    try:
        return _run(planner, preferences)
    finally:
        planner.close(now=now())


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


def planner_to_open(path: Path | None, last: str, preferences: Preferences) -> PlannerFile:
    """The planner named, else the last one, else the usual one, made when there is none."""
    if path is not None:
        return open_planner(path, now=now())
    if last and Path(last).exists():
        return open_planner(Path(last), now=now())
    usual = preferences.planner_folder / USUAL_NAME
    return open_planner(usual, now=now()) if usual.exists() else create_planner(usual, now=now())


def last_backup_of(planner: PlannerFile) -> datetime | None:
    """When the newest backup beside a planner was taken."""
    found = [moment_of(path) for path in backup_folder(planner.path).glob("*.plplanner")]
    return max((moment for moment in found if moment is not None), default=None)


def _run(planner: PlannerFile, preferences: Preferences) -> int:
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - after the display was checked

    from plplanner.ui.assembly import assemble  # noqa: PLC0415

    application = QApplication([sys.argv[0] or "plplanner"])
    application.setApplicationName("plplanner")
    window = assemble(
        application,
        planner,
        preferences=preferences,
        remembered=remembered_window(),
        clock=now,
        last_backup=last_backup_of(planner),
        backup_every_milliseconds=_BACKUP_EVERY_MILLISECONDS,
    )
    window.show()
    code = application.exec()
    remember_window(window.remembered())
    return int(code)
