"""Furnishes a window with an open planner: desk, jobs, stage. Tests build theirs here too."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QTimer
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
from plplanner.ui.shell.window import Window
from plplanner.ui.stage import Stage, Wishes
from plplanner.ui.usual_folders import documents


def assemble(
    application: QApplication,
    planner: PlannerFile,
    *,
    preferences: Preferences,
    remembered: RememberedWindow,
    clock: Callable[[], datetime],
) -> Window:
    """A furnished window on an open planner, not shown yet. The caller closes the planner."""
    theme = Theme(application, Mode(remembered.mode) if remembered.mode else None)
    window = Window(theme, remembered)
    furnish(window, planner, preferences=preferences, clock=clock)
    return window


def furnish(
    window: Window,
    planner: PlannerFile,
    *,
    preferences: Preferences,
    clock: Callable[[], datetime],
    last_backup: datetime | None = None,
    backup_every_milliseconds: int = 0,
) -> None:
    """Bring an open planner into a window that was only a frame until now."""
    desk, jobs = Desk(planner, window), Jobs(window)
    stage = Stage(
        desk=desk,
        jobs=jobs,
        theme=window.theme,
        choice=LessonChoice(desk, today=clock().date(), at=clock().time(), parent=window),
        wishes=Wishes(window),
        preferences=preferences,
        clock=clock,
        documents=documents(),
    )
    _tell_faults(window, jobs, clock)
    window.furnish(stage, last_backup=last_backup)
    _keep_backups(window, stage, backup_every_milliseconds)


def _tell_faults(window: Window, jobs: Jobs, clock: Callable[[], datetime]) -> None:
    def tell(fault: BaseException) -> None:
        if isinstance(fault, Problem):
            window.warn(fault)
            return
        write_crash_report(fault, clock())
        CrashWindow(report_of(fault), window).open()

    show_faults_instead_of_dying(tell)
    jobs.failed.connect(tell)


def _keep_backups(window: Window, stage: Stage, milliseconds: int) -> None:
    # Nothing is known of the last session: it may have ended without a backup.
    backed_up: dict[str, int | None] = {"sequence": None}

    def back_up() -> None:
        planner = stage.desk.own
        if planner.why_read_only is not None or planner.sequence == backed_up["sequence"]:
            return
        if not planner.has_rows():
            return
        moment = stage.clock()
        try:
            planner.back_up(now=moment)
        except Problem as problem:
            window.warn(problem)
            return
        backed_up["sequence"] = planner.sequence
        window.status.say_backup(moment)

    def back_up_now_and_then() -> None:
        if stage.desk.own.sequence:
            back_up()

    stage.wishes.back_up.connect(back_up)
    if milliseconds:
        timer = QTimer(window)
        timer.timeout.connect(back_up_now_and_then)
        timer.start(milliseconds)
