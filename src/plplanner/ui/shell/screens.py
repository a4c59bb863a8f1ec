"""Which screen belongs to which room; each is made when it is first visited."""

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING

from plplanner.ui.screen import Screen

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QWidget

    from plplanner.ui.shell.frame import Frame
    from plplanner.ui.stage import Stage

# room: (module, class). Loaded lazily, so that the first paint waits for one screen only.
_SCREENS: Mapping[str, tuple[str, str]] = {
    "tomorrow": ("plplanner.ui.screens.rotation.view", "TomorrowScreen"),
    "week": ("plplanner.ui.screens.rotation.week.view", "WeekScreen"),
    "groups": ("plplanner.ui.screens.grouping.view", "GroupsScreen"),
    "playlists": ("plplanner.ui.screens.playlists.view", "PlaylistsScreen"),
    "resources": ("plplanner.ui.screens.library.view", "ResourcesScreen"),
    "scores": ("plplanner.ui.screens.gradebook.view", "ScoresScreen"),
    "students": ("plplanner.ui.screens.roster.view", "StudentsScreen"),
    "print": ("plplanner.ui.screens.printing.view", "PrintScreen"),
    "settings": ("plplanner.ui.screens.settings.view", "SettingsScreen"),
    "welcome": ("plplanner.ui.screens.settings.welcome", "WelcomeScreen"),
    "import": ("plplanner.ui.screens.importing.view", "ImportScreen"),
    "imports": ("plplanner.ui.screens.importing.history", "ImportsScreen"),
}


def make_screen(room: str, stage: "Stage") -> Screen:
    """The screen of a room; KeyError for a room that is not in the table."""
    module, name = _SCREENS[room]
    make: Callable[[Stage], Screen] = getattr(import_module(module), name)
    return make(stage)


def make_find_anything(
    stage: "Stage", on_choice: Callable[[str], object], parent: "QWidget"
) -> "QWidget":
    """The popover that finds anything, made when it is wanted."""
    module = import_module("plplanner.ui.shell.find_anything")
    made: QWidget = module.find_anything(stage, on_choice=on_choice, parent=parent)
    return made


def make_going_back(stage: "Stage", frame: "Frame") -> "QObject":
    """What carries out the wishes about backups."""
    made: QObject = import_module("plplanner.ui.shell.going_back").GoingBack(stage, frame)
    return made
