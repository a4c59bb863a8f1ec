"""Puts a window together: theme, desk, jobs, stage, shell. Tests build theirs here too."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QStandardPaths, QTimer
from PySide6.QtWidgets import QApplication

from plplanner.crash_report import write_crash_report
from plplanner.preferences import Preferences, RememberedWindow
from plplanner.problems import Problem
from plplanner.store.planner_file import PlannerFile
from plplanner.ui.desk import Desk
from plplanner.ui.jobs import Jobs
from plplanner.ui.kit.theme import Theme
from plplanner.ui.kit.tokens import Mode
from plplanner.ui.lesson_choice import LessonChoice
from plplanner.ui.shell.crash_window import CrashWindow, report_of, show_faults_instead_of_dying
from plplanner.ui.shell.status_bar import StatusBar
from plplanner.ui.shell.window import Window
from plplanner.ui.stage import Stage, Wishes


def assemble(
    application: QApplication,
    planner: PlannerFile,
    *,
    preferences: Preferences,
    remembered: RememberedWindow,
    clock: Callable[[], datetime],
    last_backup: datetime | None = None,
    backup_every_milliseconds: int = 0,
) -> Window:
    """A window on an open planner, not shown yet. The caller closes the planner."""
    theme = Theme(application, Mode(remembered.mode) if remembered.mode else None)
    desk, jobs = Desk(planner), Jobs()
    stage = Stage(
        desk=desk,
        jobs=jobs,
        theme=theme,
        choice=LessonChoice(desk, today=clock().date()),
        wishes=Wishes(),
        preferences=preferences,
        clock=clock,
        documents=_documents(),
    )
    status = StatusBar(stage, last_backup=last_backup)
    window = Window(stage, remembered, status)
    for part in (desk, jobs, stage.choice, stage.wishes):
        part.setParent(window)
    _tell_faults(window, jobs, clock)
    _keep_backups(window, stage, status, backup_every_milliseconds)
    return window


def _tell_faults(window: Window, jobs: Jobs, clock: Callable[[], datetime]) -> None:
    def tell(fault: BaseException) -> None:
        if isinstance(fault, Problem):
            window.warn(fault)
            return
        write_crash_report(fault, clock())
        CrashWindow(report_of(fault), window).open()

    show_faults_instead_of_dying(tell)
    jobs.failed.connect(tell)


def _keep_backups(window: Window, stage: Stage, status: StatusBar, milliseconds: int) -> None:
    saved_at = {"sequence": 0}

    def back_up() -> None:
        planner = stage.desk.planner
        if planner.why_read_only is None and planner.sequence != saved_at["sequence"]:
            moment = stage.clock()
            try:
                planner.back_up(now=moment)
            except Problem as problem:
                window.warn(problem)
                return
            saved_at["sequence"] = planner.sequence
            status.say_backup(moment)

    stage.wishes.back_up.connect(back_up)
    if milliseconds:
        timer = QTimer(window)
        timer.timeout.connect(back_up)
        timer.start(milliseconds)


def _documents() -> Path:
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(place) if place else Path.home()
