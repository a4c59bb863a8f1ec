"""The table of acts: menus, shortcuts, tooltips and the F1 page all come from here."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Act:
    """One thing the teacher can do from anywhere, or in one room (`room`)."""

    key: str
    says: str
    shortcut: str = ""
    icon: str = ""
    room: str = ""


@dataclass(frozen=True)
class Room:
    """One line of the rail."""

    key: str
    says: str
    icon: str
    shortcut: str


ROOMS = (
    Room("tomorrow", "Tomorrow", "today", "Ctrl+1"),
    Room("week", "Week", "week", "Ctrl+2"),
    Room("groups", "Groups", "groups", "Ctrl+3"),
    Room("playlists", "Playlists", "playlists", "Ctrl+4"),
    Room("resources", "Resources", "library", "Ctrl+5"),
    Room("scores", "Scores", "scores", "Ctrl+6"),
    Room("students", "Students", "students", "Ctrl+7"),
    Room("print", "Print", "print", "Ctrl+8"),
)
SETTINGS = Room("settings", "Settings", "settings", "Ctrl+,")

ACTS = (
    Act("undo", "Undo", "Ctrl+Z", "undo"),
    Act("redo", "Redo", "Ctrl+Shift+Z", "redo"),
    Act("find", "Find anything", "Ctrl+K", "search"),
    Act("import", "Import a file", "Ctrl+I", "import"),
    Act("print", "Print", "Ctrl+P", "print"),
    Act("lock", "Lock the window", "Ctrl+L", "lock"),
    Act("dark", "Light or dark", "Ctrl+Shift+D", "moonicon"),
    Act("keys", "All keys", "F1", "info"),
    Act("move_student", "Move a student to another group", "M", "swap", "groups"),
    Act("lock_student", "Lock a student in a group", "L", "pin", "groups"),
    Act("pick_task", "Pick or type a task", "Return", "plus", "tomorrow"),
    Act("clear_task", "Clear a task", "Del", "trash", "tomorrow"),
    Act("earlier_day", "The school day before", "Alt+Left", "left", "tomorrow"),
    Act("later_day", "The next school day", "Alt+Right", "right", "tomorrow"),
    Act("quit", "Close plplanner", "Ctrl+Q", "close"),
)


def act_with(key: str) -> Act:
    """The act of this key; KeyError for one that is not in the table."""
    return {act.key: act for act in ACTS}[key]
