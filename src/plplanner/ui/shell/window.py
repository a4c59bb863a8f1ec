"""The window: rail, top bar, one screen at a time, status bar. Knows no screen by name."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import (
    QAction,
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QKeySequence,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from plplanner.preferences import RememberedWindow
from plplanner.problems import Problem
from plplanner.ui.kit.banner import Banner
from plplanner.ui.kit.focus_ring import FocusRing
from plplanner.ui.kit.toast import Toast
from plplanner.ui.kit.tokens import Mode
from plplanner.ui.screen import Screen
from plplanner.ui.shell.acts import ACTS, ROOMS, SETTINGS
from plplanner.ui.shell.find_anything import FindAnything
from plplanner.ui.shell.keys_page import KeysPage
from plplanner.ui.shell.lock_cover import LockCover
from plplanner.ui.shell.rail import Rail
from plplanner.ui.shell.screens import make_screen
from plplanner.ui.shell.status_bar import StatusBar
from plplanner.ui.shell.top_bar import TopBar
from plplanner.ui.stage import Stage

# Tone, sentence, and what one button says and does.
Told = tuple[str, str, tuple[str, Callable[[], object]] | None]

_GRADEBOOKS = "Gradebooks (*.csv *.tsv *.txt *.xlsx *.xls *.ods);;All files (*)"
_NARROW_BELOW = 1180
_NEEDS_A_CLASS = {room.key for room in ROOMS} - {"playlists", "resources"}


class Window(QMainWindow):
    """Shows rooms, carries out acts, and passes screens' wishes on."""

    def __init__(self, stage: Stage, remembered: RememberedWindow, status: StatusBar) -> None:
        """`status` is made by the composition root, which knows about backups."""
        super().__init__()
        self.stage = stage
        self._screens: dict[str, Screen] = {}
        self._room = ""
        self.setWindowTitle("plplanner")
        self.setAcceptDrops(True)
        self.setMinimumSize(960, 560)
        self.rail, self.top_bar = Rail(stage), TopBar(stage)
        self._whole, self._stack = QWidget(), QStackedWidget()
        self._banners = QVBoxLayout()
        self._lay_out(status)
        self._toast = Toast(self._whole, on_undo=stage.desk.undo)
        self._ring = FocusRing(self, stage.theme)
        self._cover = LockCover(self, stage.theme)
        self._connect()
        self._make_acts()
        self._place(remembered)
        self.open_room(remembered.room if remembered.room in self.rail.buttons else "tomorrow")
        self._warn_when_read_only()

    # -- rooms ----------------------------------------------------------------------------

    @property
    def room(self) -> str:
        """The key of the room that is open on the rail."""
        return self._room

    def open_room(self, key: str) -> None:
        """Show a room; a room that needs a class shows the welcome until there is one."""
        if key in self.rail.buttons:
            self._room = key
            self.rail.mark(key)
        needs = key in _NEEDS_A_CLASS and self.stage.choice.school_class is None
        self._show(self.screen_of("welcome" if needs else key))

    def screen_of(self, key: str) -> Screen:
        """The screen of a room, made at its first visit."""
        if key not in self._screens:
            made = make_screen(key, self.stage)
            made.heading_changed.connect(self._say_where)
            self._screens[key] = made
            self._stack.addWidget(made)
        return self._screens[key]

    def _show(self, screen: Screen) -> None:
        before = self._stack.currentWidget()
        if isinstance(before, Screen) and before is not screen:
            before.step_back()
        self._stack.setCurrentWidget(screen)
        screen.come_up()
        screen.first_focus().setFocus()
        self._say_where()

    def _say_where(self) -> None:
        shown = self._stack.currentWidget()
        if isinstance(shown, Screen):
            self.top_bar.say_where(shown.title, shown.subtitle)

    # -- acts -----------------------------------------------------------------------------

    def carry_out(self, key: str) -> None:
        """Do one act of the table; acts of a room are done by its screen."""
        {
            "undo": self.stage.desk.undo,
            "redo": self.stage.desk.redo,
            "find": self._find,
            "import": self.choose_file,
            "print": lambda: self.open_room("print"),
            "lock": self._cover.come_up,
            "dark": self._switch_mode,
            "keys": self._show_keys,
            "quit": self.close,
        }[key]()

    def choose_file(self) -> None:
        """Ask for gradebook files, then show what they say."""
        names, _ = QFileDialog.getOpenFileNames(self, "Import a gradebook", "", _GRADEBOOKS)
        if names:
            self.import_files([Path(name) for name in names])

    def import_files(self, paths: list[Path]) -> None:
        """Show the import drawer with a file."""
        drawer = self.screen_of("import")
        take = getattr(drawer, "take_file", None)
        self._room = "scores"
        self.rail.mark("scores")
        self._show(drawer)
        if take is not None:
            take(paths[0])

    def _find(self) -> None:
        popover = FindAnything(self.stage, on_choice=self._go_to_found, parent=self)
        corner = self.top_bar.find_button.mapToGlobal(QPoint(0, 36))
        popover.move(corner.x() + self.top_bar.find_button.width() - popover.width(), corner.y())
        popover.show()

    def _go_to_found(self, target: str) -> None:
        kind, _, key = target.partition(":")
        (self.open_room if kind == "room" else self.carry_out)(key)

    def _show_keys(self) -> None:
        page = KeysPage(self)
        page.adjustSize()
        page.move(self.mapToGlobal(self.rect().center() - page.rect().center()))
        page.show()

    def _switch_mode(self) -> None:
        dark = self.stage.theme.mode is Mode.DARK
        self.stage.theme.choose(Mode.LIGHT if dark else Mode.DARK)

    # -- what is told ---------------------------------------------------------------------

    def warn(self, problem: Problem) -> None:
        """A Problem as a banner above the screen, with its next step."""
        self.show_banner(("error", f"{problem.what} {problem.next_step}", None))

    def show_banner(self, told: Told) -> None:
        """One banner at a time: a newer one takes the place of an older."""
        self.clear_banner()
        tone, text, action = told
        banner = Banner(
            text, theme=self.stage.theme, tone=tone, action=action, on_close=self.clear_banner
        )
        self._banners.addWidget(banner)

    def clear_banner(self) -> None:
        """Put the banner aside."""
        while (item := self._banners.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def _warn_when_read_only(self) -> None:
        why = self.stage.desk.planner.why_read_only
        if why is not None:
            self.warn(why)

    # -- inside ---------------------------------------------------------------------------

    def _lay_out(self, status: StatusBar) -> None:
        whole, column = self._whole, QVBoxLayout()
        whole.setObjectName("canvas")
        row = QHBoxLayout()
        outer = QVBoxLayout(whole)
        for layout in (row, outer, column):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
        self._banners.setContentsMargins(16, 8, 16, 0)
        column.addWidget(self.top_bar)
        column.addLayout(self._banners)
        column.addWidget(self._stack, 1)
        row.addWidget(self.rail)
        row.addLayout(column, 1)
        outer.addLayout(row, 1)
        outer.addWidget(status)
        self.setCentralWidget(whole)

    def _connect(self) -> None:
        stage, wishes = self.stage, self.stage.wishes
        self.rail.chosen.connect(self.open_room)
        self.top_bar.find_wanted.connect(self._find)
        self.top_bar.lock_wanted.connect(self._cover.come_up)
        stage.desk.problem.connect(self.warn)
        stage.jobs.problem.connect(self.warn)
        stage.desk.changed.connect(lambda _: self.clear_banner())
        stage.choice.changed.connect(self._class_changed)
        wishes.go_to.connect(self.open_room)
        wishes.choose_file.connect(self.choose_file)
        wishes.import_files.connect(self.import_files)
        wishes.say.connect(self._toast.say)
        wishes.warn.connect(self.warn)
        wishes.show_banner.connect(self.show_banner)

    def _class_changed(self) -> None:
        # The welcome gives way to the room as soon as there is a class, and comes back with Undo.
        shown = self._stack.currentWidget()
        welcome = self._screens.get("welcome")
        if self.stage.choice.school_class is None or (shown is welcome and welcome is not None):
            QTimer.singleShot(0, self, lambda: self.open_room(self._room))

    def _make_acts(self) -> None:
        for act in ACTS:
            if not act.room:
                self._add_act(act.says, act.shortcut, partial(self.carry_out, act.key))
        for room in (*ROOMS, SETTINGS):
            self._add_act(room.says, room.shortcut, partial(self.open_room, room.key))

    def _add_act(self, says: str, shortcut: str, do: Callable[[], object]) -> None:
        action = QAction(says, self)
        action.setShortcut(QKeySequence(shortcut))
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.triggered.connect(lambda _=False: do())
        self.addAction(action)

    def _place(self, remembered: RememberedWindow) -> None:
        self.resize(remembered.width, remembered.height)
        screen = self.screen_of_place(remembered)
        if screen:
            self.move(remembered.x, remembered.y)

    def screen_of_place(self, remembered: RememberedWindow) -> bool:
        """Whether the remembered place is on a screen that is still there."""
        place = QPoint(remembered.x + 40, remembered.y + 10)
        return remembered.x >= 0 and QGuiApplication.screenAt(place) is not None

    def remembered(self) -> RememberedWindow:
        """What to remember of this window."""
        place = self.geometry()
        return RememberedWindow(
            x=place.x(),
            y=place.y(),
            width=place.width(),
            height=place.height(),
            room=self._room,
            mode=self.stage.theme.mode.value,
            planner=str(self.stage.desk.planner.path),
        )

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """On a small or enlarged screen the rail keeps only its icons."""
        super().resizeEvent(event)
        self.rail.be_narrow(self.width() < _NARROW_BELOW)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """A file may be dropped anywhere."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Show what the dropped file says."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            self.import_files(paths)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Nothing to save: every step already is."""
        self.stage.jobs.cancel_all()
        super().closeEvent(event)
