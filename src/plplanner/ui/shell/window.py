"""The window: the frame, furnished with rooms and acts. Knows no screen by name."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence

from plplanner.preferences import RememberedWindow
from plplanner.ui.kit.toast import Toast
from plplanner.ui.kit.tokens import Mode
from plplanner.ui.pasting import paste_table
from plplanner.ui.screen import Screen
from plplanner.ui.shell.acts import ACTS, ROOMS, SETTINGS
from plplanner.ui.shell.ahead import LoadAhead
from plplanner.ui.shell.dropped_files import DroppedFiles
from plplanner.ui.shell.file_dialogs import FileDialogs
from plplanner.ui.shell.frame import Frame
from plplanner.ui.shell.keys_page import KeysPage
from plplanner.ui.shell.screen_stack import ScreenStack
from plplanner.ui.shell.screens import make_find_anything, make_going_back

if TYPE_CHECKING:  # the first paint does not wait for the planner's libraries
    from collections.abc import Callable, Iterator
    from datetime import datetime

    from plplanner.ui.stage import Stage

_NEEDS_A_CLASS = {room.key for room in ROOMS} - {"playlists", "resources"}


class Window(Frame):
    """Shows rooms, carries out acts, and passes screens' wishes on."""

    loaded = Signal()
    """Nothing is left to load ahead."""

    stage: "Stage"
    """What screens are handed; there from `furnish` on."""

    def furnish(self, stage: "Stage", *, last_backup: "datetime | None") -> None:
        """Bring in the planner: rooms open, acts work, and what changes is heard."""
        self.stage = stage
        self._screens = ScreenStack(self._stack, stage, on_heading=self._say_where)
        self._dialogs = FileDialogs(self)
        self._room = next(key for key, nav in self.rail.buttons.items() if nav.isChecked())
        if stage.choice.is_lesson_today:
            # A lesson that goes on or is still to come is what one starts the program for.
            self._room = "tomorrow"
            self.rail.buttons["tomorrow"].rename("Today")
        self._toast = Toast(self._whole, on_undo=stage.desk.undo, free=self.status.free_span)
        make_going_back(stage, self)
        self.rail.class_button.follow(stage)
        self.top_bar.follow(stage.desk)
        self.status.follow(stage, last_backup=last_backup)
        self._dropped = DroppedFiles(self)
        self._connect()
        self._make_acts()
        self.open_room(self._room)
        self._ahead = LoadAhead(self, then=self._import_ahead)
        if stage.desk.planner.why_read_only is not None:
            self.warn(stage.desk.planner.why_read_only)
        elif (left := stage.desk.planner.left_open) is not None:
            # Hardly ever needed, so no start waits for it.
            from plplanner.ui.shell.last_time import last_time_words  # noqa: PLC0415

            said = last_time_words(left.saved_at, now=stage.clock())
            self.show_banner(("news", said, None))

    def _import_ahead(self) -> "Iterator[None]":
        yield from self._screens.made_ahead("import")
        self.loaded.emit()

    # -- rooms ----------------------------------------------------------------------------

    @property
    def room(self) -> str:
        """The key of the room that is open on the rail."""
        return self._room

    def open_room(self, key: str) -> None:
        """Show a room; a room that needs a class shows the welcome until there is one.

        The welcome stands where the work begins, in the first room; the room asked for follows
        with the class.
        """
        welcomes = key in _NEEDS_A_CLASS and self.stage.choice.school_class is None
        if key in self.rail.buttons:
            self._room = key
            self.rail.mark(ROOMS[0].key if welcomes else key)
        self._show(self.screen_of("welcome" if welcomes else key))

    def _walk_to(self, key: str) -> None:
        self.clear_news()
        if key == self._room == "tomorrow":
            self.stage.choice.choose_next_day()  # back from a day that was leafed to
        self.open_room(key)

    def screen_of(self, key: str) -> Screen:
        """The screen of a room, made at its first visit."""
        return self._screens.screen_of(key)

    def _show(self, screen: Screen) -> None:
        self._screens.show(screen)
        self._say_where()

    def _say_where(self) -> None:
        shown = self._screens.shown
        if shown is not None:
            self.top_bar.say_where(shown.title, shown.subtitle)
            if shown is self._screens.known("tomorrow"):
                self.rail.buttons["tomorrow"].rename(
                    "Today" if shown.title == "Today" else "Tomorrow"
                )

    # -- acts -----------------------------------------------------------------------------

    def carry_out(self, key: str) -> None:
        """Do one act of the table; acts of a room are done by its screen."""
        {
            "undo": self.stage.desk.undo,
            "redo": self.stage.desk.redo,
            "find": self._find,
            "import": self.choose_file,
            "export": self._export_table,
            "new_class": self._new_class,
            "import_folder": self.choose_folder,
            "paste": lambda: paste_table(self.stage.wishes),
            "imports": lambda: self._show_in_scores("imports"),
            "print": self._print,
            "reprint": self._reprint,
            "lock": self._cover.come_up,
            "dark": self._switch_mode,
            "keys": self._show_keys,
            "quit": self.close,
        }[key]()

    def _print(self) -> None:
        """Open Print; there already, do what its main button does."""
        print_now = getattr(self._screens.shown, "print_now", None)
        (print_now or partial(self.open_room, "print"))()

    def _new_class(self) -> None:
        """Students asks for a new class; without any class the welcome does."""
        self.open_room("students")
        begin = getattr(self._screens.shown, "new_class", None)
        if begin is not None:
            begin()

    def _make_playlist(self, standard_id: int | None) -> None:
        self.open_room("playlists")
        begin = getattr(self._screens.shown, "begin_for", None)
        if begin is not None:
            begin(standard_id)

    def _export_table(self) -> None:
        if (shown := self._screens.shown) is not None:
            shown.export_table()

    def _reprint(self) -> None:
        """Print knows how, from whatever room."""
        reprint = getattr(self.screen_of("print"), "reprint", None)
        if reprint is not None and self.stage.choice.school_class is not None:
            reprint()

    def _choose_who_comes(self) -> None:
        """Groups has the list of those called to the teacher's table."""
        self.open_room("groups")
        choose = getattr(self.screen_of("groups"), "choose_layers", None)
        if choose is not None:
            choose(True)

    def choose_file(self) -> None:
        """Ask for gradebook files, then show what they say."""
        if paths := self._dialogs.files():
            self.import_files(paths)

    def choose_folder(self) -> None:
        """Ask for a folder of gradebook files, then show what they say."""
        if paths := self._dialogs.folder():
            self.import_files(paths)

    def import_files(self, paths: list[Path]) -> None:
        """Show the import drawer with files, folders or both."""
        take = getattr(self._show_in_scores("import"), "take_files", None)
        if take is not None:
            take(paths)

    def import_pasted(self, content: bytes) -> None:
        """Show the import drawer with a table from the clipboard."""
        take = getattr(self._show_in_scores("import"), "take_pasted", None)
        if take is not None:
            take(content)

    def _show_in_scores(self, key: str) -> Screen:
        """A screen that takes the place of the scores for a while."""
        screen = self.screen_of(key)
        self._room = "scores"
        self.rail.mark("scores")
        self._show(screen)
        return screen

    def _find(self) -> None:
        popover = make_find_anything(self.stage, self._go_to_found, self)
        corner = self.top_bar.find_button.mapToGlobal(QPoint(0, 36))
        popover.move(corner.x() + self.top_bar.find_button.width() - popover.width(), corner.y())
        popover.show()

    def _go_to_found(self, target: str) -> None:
        kind, _, key = target.partition(":")
        if kind == "class":
            self.stage.choice.choose_class(int(key))
        elif kind == "row":
            room, _, row_id = key.partition(":")
            self._open_row(room, int(row_id))
        elif kind == "day":
            self.open_room("tomorrow")
            self.screen_of("tomorrow").do_act(key)
        else:
            (self.open_room if kind == "room" else self.carry_out)(key)

    def _open_row(self, room: str, row_id: int) -> None:
        self.open_room(room)
        self.screen_of(room).stand_on(row_id)

    def _show_keys(self) -> None:
        page = KeysPage(self)
        page.adjustSize()
        page.move(self.mapToGlobal(self.rect().center() - page.rect().center()))
        page.show()

    def _switch_mode(self) -> None:
        dark = self.theme.mode is Mode.DARK
        self.theme.choose(Mode.LIGHT if dark else Mode.DARK)

    # -- inside ---------------------------------------------------------------------------

    def _connect(self) -> None:
        stage, wishes = self.stage, self.stage.wishes
        self.rail.chosen.connect(self._walk_to)
        self._dropped.dropped.connect(self.import_files)
        self.top_bar.find_wanted.connect(self._find)
        self.top_bar.lock_wanted.connect(self._cover.come_up)
        stage.desk.problem.connect(self.warn)
        stage.jobs.problem.connect(self.warn)
        stage.desk.turned.connect(self._start_over)
        stage.desk.changed.connect(self.clear_banner)
        stage.choice.changed.connect(self.clear_told)
        stage.choice.changed.connect(self._class_changed)
        wishes.go_to.connect(self.open_room)
        wishes.go_to_row.connect(self._open_row)
        wishes.reprint.connect(self._reprint)
        wishes.choose_who_comes.connect(self._choose_who_comes)
        wishes.new_class.connect(self._new_class)
        wishes.make_playlist.connect(self._make_playlist)
        wishes.choose_file.connect(self.choose_file)
        wishes.choose_folder.connect(self.choose_folder)
        wishes.import_files.connect(self.import_files)
        wishes.import_pasted.connect(self.import_pasted)
        stage.desk.steps_changed.connect(self._toast_makes_way)
        stage.desk.taken_back.connect(partial(self._say_turned, "Taken back"))
        stage.desk.done_again.connect(partial(self._say_turned, "Done again"))
        wishes.say.connect(self._say)
        wishes.tell.connect(partial(self._toast.say, can_undo=False))
        wishes.warn.connect(self.warn)
        wishes.show_banner.connect(self.show_banner)

    def _say(self, text: str) -> None:
        self._toast.say(text, can_undo=self.stage.desk.did_step)

    def _say_turned(self, what: str, label: str) -> None:
        self._toast.say(f"{what}: {label}.", can_undo=False, until_next_step=True)

    def _toast_makes_way(self) -> None:
        self._toast.make_way(is_taken_back=self.stage.desk.redo_label is not None)

    def _start_over(self) -> None:
        """Another planner: screens are made anew, for nothing they hold is true any longer."""
        self.stage.jobs.cancel_all()
        self._toast.hide()
        self.clear_banner()
        self._screens.start_over()
        self.stage.choice.start_over()
        self.top_bar.show_steps()
        self.open_room(self._room)

    def _class_changed(self) -> None:
        # The welcome gives way to the room as soon as there is a class, and comes back with Undo.
        shown = self._screens.shown
        is_welcome = shown is not None and shown is self._screens.known("welcome")
        if self.stage.choice.school_class is None or is_welcome:
            QTimer.singleShot(0, self, lambda: self.open_room(self._room))

    def _make_acts(self) -> None:
        for act in ACTS:
            keys = (act.shortcut, act.also) if act.also else (act.shortcut,)
            self._add_act(act.says, keys, partial(self.carry_out, act.key))
        for room in (*ROOMS, SETTINGS):
            self._add_act(room.says, (room.shortcut,), partial(self._walk_to, room.key))

    def _add_act(self, says: str, keys: tuple[str, ...], do: "Callable[[], object]") -> None:
        action = QAction(says, self)
        action.setShortcuts([QKeySequence(one) for one in keys])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.triggered.connect(lambda _=False: do())
        self.addAction(action)

    def remembered(self) -> RememberedWindow:
        """What to remember of this window."""
        # The place is that of the frame with its title, the size that of what is inside.
        place, inside, chosen = self.pos(), self.size(), self.theme.chosen
        return RememberedWindow(
            x=place.x(),
            y=place.y(),
            width=inside.width(),
            height=inside.height(),
            room=self._room,
            mode=chosen.value if chosen else "",
            planner=str(self.stage.desk.own.path),
        )

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Nothing to save: every step already is, and what was typed in a panel is kept with it."""
        from plplanner.ui.kit.typed_panel import close_popups  # noqa: PLC0415 - not at the start

        close_popups()
        if hasattr(self, "stage"):
            self.stage.jobs.cancel_all()
        super().closeEvent(event)
