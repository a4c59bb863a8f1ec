"""The table of acts and keys: menus, shortcuts, tooltips and the F1 page all come from here."""

from plplanner.records import record


@record(frozen=True)
class Act:
    """One thing the teacher can do from anywhere."""

    key: str
    says: str
    shortcut: str = ""
    icon: str = ""
    also: str = ""
    """A second shortcut: hands know it from another system."""


@record(frozen=True)
class Room:
    """One line of the rail."""

    key: str
    says: str
    icon: str
    shortcut: str


@record(frozen=True)
class WidgetKeys:
    """Keys that work where the keyboard is, and what they do there.

    `heard_in` are the modules of the window that hear them; none where Qt does so by itself.
    A test holds the table against those modules.
    """

    place: str
    keys: tuple[str, ...]
    says: str
    heard_in: tuple[str, ...] = ()


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
    Act("redo", "Redo", "Ctrl+Shift+Z", "redo", also="Ctrl+Y"),
    Act("find", "Find anything", "Ctrl+K", "search"),
    Act("import", "Import a file", "Ctrl+I", "import"),
    Act("import_folder", "Import a folder of files", "", "import"),
    Act("paste", "Paste a table of scores", "", "copy"),
    Act("imports", "Imports so far", "", "history"),
    Act("new_class", "New class", "", "plus"),
    Act("export", "Export this table", "Ctrl+Shift+E", "export"),
    Act("print", "Print", "Ctrl+P", "print"),
    Act("reprint", "Print only what changed", "Ctrl+Shift+P", "print"),
    Act("lock", "Lock the window", "Ctrl+L", "lock"),
    Act("dark", "Light or dark", "Ctrl+Shift+D", "moonicon"),
    Act("keys", "All keys", "F1", "info"),
    Act("quit", "Close plplanner", "Ctrl+Q", "close"),
)

ANY_LETTER = "Any letter"

_LIST, _CELL, _PANEL = "In a list", "While you type", "On a button, in a panel"
_GROUPS, _TOMORROW, _WEEK = "Groups", "Tomorrow", "Week"
_BOARD, _ON_BOARD = "Board", ("screens.rotation.board.board",)
_TODAY = ("screens.rotation.today.today",)
_VIEW = ("screens.rotation.view", "screens.rotation.day_acts")
_OUTCOMES = ("screens.rotation.today.outcomes",)
_ATTENDANCE = ("screens.rotation.today.attendance",)
_PLAYLISTS, _SCORES, _IMPORT, _PRINT = "Playlists", "Scores", "Import", "Print"
_ROW_VIEW, _LIST_PANE = ("kit.row_view",), ("kit.list_pane",)
_PLAN, _PILE = ("kit.plan_grid",), ("screens.grouping.pile_list",)
_MOVES, _HISTORY = ("screens.grouping.change_row",), ("screens.grouping.history_row",)
_WISH = ("screens.grouping.wish_box",)
_PRESSED = ("kit.buttons", "kit.popover", "screens.grouping.dates_popover")
_CUT, _SHEET = ("screens.grouping.cut_strip",), ("screens.gradebook.score_sheet",)
_WAITING = ("screens.grouping.pile_name",)
_STEPPED = _CUT + _MOVES + _WAITING
_TURNING, _PAGES = ("screens.rotation.turning",), ("screens.printing.preview",)
_LEAVING = (
    "kit.row_delegate", "kit.edit_field", "kit.add_line", "screens.importing.column_choice",
    "screens.settings.welcome", "screens.roster.view", "screens.importing.class_box",
)  # fmt: skip

KEYS = (
    WidgetKeys(
        _CELL,
        ("Return",),
        "Keep it and go on",
        (
            "kit.row_delegate",
            "kit.add_line",
            "screens.importing.column_choice",
            "screens.rotation.panels.lesson",
            "screens.rotation.panels.round_lengths",
            "screens.rotation.panels.spread",
            "screens.settings.bells_panel",
        ),
    ),
    WidgetKeys(
        _CELL, ("Tab", "Shift+Tab"), "Keep it, next or previous cell", ("kit.row_delegate",)
    ),
    WidgetKeys(_CELL, ("Esc",), "Leave it as it was", _LEAVING),
    WidgetKeys(_LIST, (ANY_LETTER,), "Filter by what you type", _ROW_VIEW),
    WidgetKeys(_LIST, ("Ctrl+F",), "Go to the filter", _LIST_PANE),
    WidgetKeys(_LIST, ("Down", "Return"), "From the filter to the list", _LIST_PANE),
    WidgetKeys(_LIST, ("Esc",), "Clear the filter", _LIST_PANE),
    WidgetKeys(_LIST, ("Home", "End"), "First row, last row", _ROW_VIEW),
    WidgetKeys(_LIST, ("Return", "F2"), "Type over a cell", _ROW_VIEW),
    WidgetKeys(_LIST, ("F4",), "Sort by this column", _ROW_VIEW),
    WidgetKeys(_LIST, ("Del",), "Remove the row", _ROW_VIEW),
    WidgetKeys(_PANEL, ("Up", "Down"), "Choose", ("kit.popover",)),
    WidgetKeys(_PANEL, ("Return",), "Press it, take what is chosen", _PRESSED),
    WidgetKeys(_PANEL, ("Esc",), "Close it", ("screens.rotation.view", "kit.typed_panel")),
    WidgetKeys(_TOMORROW, ("Return", "F2"), "Pick a task", _PLAN),
    WidgetKeys(_TOMORROW, (ANY_LETTER,), "Type a task of your own", _PLAN),
    WidgetKeys(_TOMORROW, ("Del", "Backspace"), "Clear a task", _PLAN),
    WidgetKeys(_TOMORROW, ("Space",), "Lock a cell for the next draft, let go", _PLAN),
    WidgetKeys(_TOMORROW, ("Ctrl+X", "Ctrl+V"), "Swap two rounds of a group", _PLAN),
    WidgetKeys(_TOMORROW, ("Esc",), "Forget the round taken by Ctrl+X", _PLAN),
    WidgetKeys(_TOMORROW, ("Ctrl+P",), "Keep the plan and print it", ("screens.rotation.view",)),
    WidgetKeys(_TOMORROW, ("Alt+Left", "Alt+Right"), "School day before, next", _TURNING),
    WidgetKeys(_TOMORROW, ("Ctrl+D",), "Copy last week’s plan of that day", _VIEW),
    WidgetKeys(_TOMORROW, ("F5",), "Board on the projector", ("screens.rotation.view",)),
    WidgetKeys(_TOMORROW, ("Ctrl+N",), "On the day: a quick note", _TODAY),
    WidgetKeys(_TOMORROW, ("Slash",), "On the day: absent or late", _TODAY),
    WidgetKeys(_TOMORROW, ("Return", "F2"), "On a group today: who is here", _PLAN),
    WidgetKeys(_TOMORROW, ("D", "P", "N"), "On what is past: done, partly, not", _OUTCOMES),
    WidgetKeys(_TOMORROW, ("A", "L"), "On a name there: absent, late", _ATTENDANCE),
    WidgetKeys(_BOARD, ("Space",), "Stop the timer, go on", _ON_BOARD),
    WidgetKeys(_BOARD, ("Plus", "Minus"), "A minute more, a minute less", _ON_BOARD),
    WidgetKeys(_BOARD, ("Right",), "Next round now", _ON_BOARD),
    WidgetKeys(_BOARD, ("Left", "Right"), "Other days: back, on", _ON_BOARD),
    WidgetKeys(_BOARD, ("N",), "Names, or none", _ON_BOARD),
    WidgetKeys(_BOARD, ("C",), "Chime for each round, or none", _ON_BOARD),
    WidgetKeys(_BOARD, ("Ctrl+Z",), "Undo", _ON_BOARD),
    WidgetKeys(_BOARD, ("Esc", "F5"), "Leave", _ON_BOARD),
    WidgetKeys(_WEEK, ("Return",), "Open the day", ("screens.rotation.week.view",)),
    WidgetKeys(_WEEK, ("Alt+Left", "Alt+Right"), "Week before, next", _TURNING),
    WidgetKeys(_GROUPS, ("M",), "Move a student to another group", _PILE),
    WidgetKeys(_GROUPS, ("L",), "Lock a student in a group", _PILE),
    WidgetKeys(_GROUPS, ("A",), "Absent, or here again", _PILE),
    WidgetKeys(_GROUPS, ("W",), "Why here, and back to the moves", _PILE),
    WidgetKeys(_GROUPS, ("T",), "On the teacher list, or off it", _PILE),
    WidgetKeys(_GROUPS, ("Left", "Right", "Return"), "In wishes: the next one", _WISH),
    WidgetKeys(_GROUPS, ("Left", "Right"), "Group on the left, on the right", _PILE),
    WidgetKeys(_GROUPS, ("Left", "Right"), "On the cuts, slider, history: go on", _CUT + _HISTORY),
    WidgetKeys(_GROUPS, ("Up", "Down"), "On the cuts, moves: the other, next", _STEPPED),
    WidgetKeys(_GROUPS, ("Home", "End"), "Who waits: first, last", _WAITING),
    WidgetKeys(_PLAYLISTS, ("Alt+Up", "Alt+Down"), "Move an item up or down", ("kit.drop_list",)),
    WidgetKeys(_PLAYLISTS, ("Del",), "Take an item out", ("kit.drop_list",)),
    WidgetKeys(_SCORES, ("A",), "Absent", _SHEET),
    WidgetKeys(_SCORES, ("X",), "Excused", _SHEET),
    WidgetKeys(_SCORES, ("-",), "Missing", _SHEET),
    WidgetKeys(_IMPORT, ("F4",), "Say what a column holds", ("screens.importing.preview_table",)),
    WidgetKeys(_IMPORT, ("Return",), "Import", ("screens.importing.view",)),
    WidgetKeys(_IMPORT, ("Ctrl+V",), "Paste a table (in Scores too)", ("pasting", "paste_names")),
    WidgetKeys(_IMPORT, ("Del",), "In Imports: remove that import", _ROW_VIEW),
    WidgetKeys(_IMPORT, ("Esc",), "Leave without importing", ("screens.importing.view",)),
    WidgetKeys(_PRINT, ("PgUp", "PgDown"), "Page before, next", (*_PAGES, "screens.printing.view")),
    WidgetKeys(_PRINT, ("Left", "Right", "Up", "Down"), "On the page: before, next", _PAGES),
    WidgetKeys(_PRINT, ("Ctrl+P",), "Print the pages, or save them"),
    WidgetKeys(
        _PRINT, ("Ctrl+Return",), "For a substitute: keep it", ("screens.printing.handing_over",)
    ),
    WidgetKeys(_PRINT, ("Home", "End"), "On the page: first, last", _PAGES),
)

_SPELLED = {"Return": "Enter", "Del": "Delete", "PgUp": "Page Up", "PgDown": "Page Down"}


def spelled(*keys: str) -> str:
    """Keys as they stand on a keyboard: `Enter, F2`; a minus sign is shown as a word."""
    return ", ".join(_named(key) for key in keys)


def _named(key: str) -> str:
    held, plus, last = key.rpartition("+")
    return "Minus" if key == "-" else f"{held}{plus}{_SPELLED.get(last, last)}"


def act_with(key: str) -> Act:
    """The act of this key; KeyError for one that is not in the table."""
    return {act.key: act for act in ACTS}[key]
