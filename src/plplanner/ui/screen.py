"""The shape of every screen: a title, a body, perhaps a side, and what it watches."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from plplanner.store.changes import Changes
from plplanner.ui.kit.empty_state import EmptyState
from plplanner.ui.stage import Stage

if TYPE_CHECKING:
    from plplanner.ui.exports import Export


class ViewModel(QObject):
    """What a screen shows, as frozen rows. `watches` names the tables it is made from.

    `refresh` asks the queries again; `refreshed` tells the view.
    """

    refreshed = Signal()
    watches: frozenset[str] = frozenset()

    def __init__(self, stage: Stage, parent: QObject | None = None) -> None:
        """Hear of changes and of another class or day."""
        super().__init__(parent)
        self.stage = stage
        self._is_shown = False
        self._is_stale = True
        self._touched: frozenset[str] | None = None
        stage.desk.changed.connect(self._hear)
        stage.choice.changed.connect(self._ground_moved)

    def refresh(self) -> None:
        """Ask again. Screens override this and emit `refreshed` at the end."""
        self.refreshed.emit()

    def is_touched(self, tables: frozenset[str]) -> bool:
        """Whether one of these tables may have changed since the last refresh."""
        return self._touched is None or not tables.isdisjoint(self._touched)

    def be_shown(self, is_shown: bool) -> None:
        """Called when the screen comes or goes; a stale one asks again when it comes."""
        self._is_shown = is_shown
        if is_shown and self._is_stale:
            self._refresh()

    def _hear(self, changes: Changes) -> None:
        if changes.tables & self.watches:
            if self._touched is not None:
                self._touched |= changes.tables
            self._move_ground()

    def _ground_moved(self) -> None:
        """Another class or day: nothing that was asked before holds."""
        self._touched = None
        self._move_ground()

    def _move_ground(self) -> None:
        self._is_stale = True
        if self._is_shown:
            self._refresh()

    def _refresh(self) -> None:
        self._is_stale = False
        self.refresh()
        self._touched = frozenset()


class Screen(QWidget):
    """A room's screen. The shell shows `title` and `subtitle` in the top bar."""

    heading_changed = Signal()
    title = ""

    def __init__(self, stage: Stage, viewmodel: ViewModel, parent: QWidget | None = None) -> None:
        """`viewmodel` is asked again whenever the screen comes up stale."""
        super().__init__(parent)
        self.setObjectName("canvas")
        self.setAccessibleName(self.title)
        self.stage = stage
        self._viewmodel = viewmodel
        viewmodel.setParent(self)
        viewmodel.refreshed.connect(self._show_anew)
        stage.theme.changed.connect(self.show_rows)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(16, 16, 16, 16)
        self.body.setSpacing(8)

    @property
    def subtitle(self) -> str:
        """A few words beside the title."""
        return ""

    def _show_anew(self) -> None:
        """The keyboard stays on the screen when what had it is gone, as after Undo."""
        held = self._has_focus()
        self.show_rows()
        if held and self.isVisible() and not self._has_focus():
            self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _has_focus(self) -> bool:
        holder = self.window().focusWidget()
        if holder is None or not (holder is self or self.isAncestorOf(holder)):
            return False
        return holder.isVisibleTo(self.window())

    def show_rows(self) -> None:
        """Put what the view model holds on screen."""

    def exports(self) -> "Sequence[Export]":
        """What can be saved as a file from here, the table one works in first."""
        return ()

    def export_table(self) -> None:
        """Save the table one works in as a file."""
        # The first paint does not wait for what writes files.
        from plplanner.ui.exports import carry_out  # noqa: PLC0415

        found = self.exports()
        if found:
            carry_out(found[0], stage=self.stage, parent=self)
        else:
            self.stage.wishes.tell.emit("There is no table on this screen to export.")

    def come_up(self) -> None:
        """The shell shows this screen."""
        self._viewmodel.be_shown(True)

    def stand_on(self, row_id: int) -> None:
        """Stand on one row, where the screen has a list."""

    def do_act(self, key: str) -> None:
        """Do one of the acts of its menu, by its key, where the screen has such."""

    def step_back(self) -> None:
        """Another screen takes the place."""
        self._viewmodel.be_shown(False)

    def first_focus(self) -> QWidget:
        """What the keyboard starts with; on an empty screen the button that leads on."""
        for empty in self.findChildren(EmptyState):
            if empty.buttons and empty.isVisibleTo(self):
                return empty.buttons[0]
        return self
