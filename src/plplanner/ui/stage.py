"""What the shell offers every screen: the desk, thinking, the theme, and ways to speak."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from plplanner.records import record

if TYPE_CHECKING:  # what a stage holds is loaded when the planner is opened
    from plplanner.preferences import Preferences
    from plplanner.ui.desk import Desk
    from plplanner.ui.jobs import Jobs
    from plplanner.ui.kit.theme import Theme
    from plplanner.ui.lesson_choice import LessonChoice


class Wishes(QObject):
    """What a screen wants of the shell, without knowing it."""

    go_to = Signal(str)  # a room's key
    go_to_row = Signal(str, int)  # a room's key, the id of the row to stand on
    reprint = Signal()  # only the pages that changed
    choose_who_comes = Signal()  # to the teacher's table, on the day chosen
    new_class = Signal()
    make_playlist = Signal(object)  # id of its standard, None for none
    import_files = Signal(list)  # paths
    import_pasted = Signal(bytes)  # a table that was on the clipboard
    choose_file = Signal()
    choose_folder = Signal()
    say = Signal(str)  # a toast with Undo
    tell = Signal(str)  # a toast about what Undo cannot take back
    warn = Signal(object)  # Problem, shown as a banner
    show_banner = Signal(object)  # (tone, sentence, (button, act) or None)
    back_up = Signal()
    look_into = Signal(object)  # the path of a backup
    go_back_to = Signal(object)  # the path of a backup


@record(frozen=True)
class Stage:
    """Handed to every screen by the shell; a screen reaches for nothing else."""

    desk: "Desk"
    jobs: "Jobs"
    theme: "Theme"
    choice: "LessonChoice"
    wishes: Wishes
    preferences: "Preferences"
    clock: Callable[[], datetime]
    """The moment now, with its time zone."""
    documents: Path
    """Where files the teacher asks for go first."""
