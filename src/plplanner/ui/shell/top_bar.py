"""The top bar: where I am, find anything, undo and redo with their names, lock."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from plplanner.ui.kit.buttons import button, icon_button, wear_icon
from plplanner.ui.kit.labels import literal, literal_tip, plain_label
from plplanner.ui.kit.theme import Theme

if TYPE_CHECKING:
    from plplanner.ui.desk import Desk

_UNDO_WIDTH, _UNDO_WIDTH_WIDE, _WIDE_FROM = 210, 320, 1100
_UNDO_CHROME = 54  # icon, gap and padding


class TopBar(QWidget):
    """52 pixels of calm."""

    find_wanted = Signal()
    lock_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Undo and redo are quiet until `follow`."""
        super().__init__(parent)
        self._desk: Desk | None = None
        self.setObjectName("topbar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(52)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(8)
        self.title = plain_label(role="title", parent=self)
        self.subtitle = plain_label(role="hint", parent=self)
        self.find_button = self._find_button(theme)
        self.undo = self._undo_button(theme)
        self.redo = icon_button(
            "redo", "Redo (Ctrl+Shift+Z)", theme=theme, on_click=self._redo, parent=self
        )
        self.lock_button = icon_button(
            "lock", "Lock the window (Ctrl+L)", theme=theme, on_click=self.lock_wanted.emit,
            parent=self,
        )  # fmt: skip
        for widget, stretch in (
            (self.title, 0), (self.subtitle, 1), (self.find_button, 0), (self.undo, 0),
            (self.redo, 0), (self.lock_button, 0),
        ):  # fmt: skip
            row.addWidget(widget, stretch)
        self.show_steps()

    def follow(self, desk: "Desk") -> None:
        """Undo and redo follow the desk from now on."""
        self._desk = desk
        desk.steps_changed.connect(self.show_steps)
        self.show_steps()

    def say_where(self, title: str, subtitle: str) -> None:
        """Name the screen."""
        self.title.setText(title)
        self.subtitle.setText(subtitle)

    def show_steps(self) -> None:
        """What Undo would take back and Redo would do again."""
        label = self._desk.undo_label if self._desk else None
        says = f"Undo: {_lower_first(label)}" if label else "Nothing to undo"
        widest = _UNDO_WIDTH_WIDE if self.width() >= _WIDE_FROM else _UNDO_WIDTH
        self.undo.setMaximumWidth(widest)
        self.undo.ensurePolished()  # the style sheet's letters are wider
        room = widest - _UNDO_CHROME
        elided = self.undo.fontMetrics().elidedText(says, Qt.TextElideMode.ElideRight, room)
        self.undo.setText(literal(elided))
        self.undo.setAccessibleName(says)
        self.undo.setToolTip(literal_tip(f"{says} (Ctrl+Z)"))
        self.undo.setEnabled(label is not None)
        again = self._desk.redo_label if self._desk else None
        self.redo.setEnabled(again is not None)
        self.redo.setToolTip(literal_tip(f"Redo: {again}" if again else "Nothing to redo"))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """A wide window has room for more of the words."""
        super().resizeEvent(event)
        self.show_steps()

    def _undo(self) -> None:
        if self._desk is not None:
            self._desk.undo()

    def _redo(self) -> None:
        if self._desk is not None:
            self._desk.redo()

    def _find_button(self, theme: Theme) -> QPushButton:
        made = button("Find anything", on_click=self.find_wanted.emit, kind="field", parent=self)
        made.setAccessibleName("Find anything")
        made.setToolTip(literal_tip("Rooms, students, resources, standards, acts (Ctrl+K)"))
        made.setFixedWidth(196)
        made.setIconSize(QSize(18, 18))
        wear_icon(made, "search", theme, token="ink3")
        key = plain_label("Ctrl K", role="key", parent=made)
        key.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 8, 0)
        row.addStretch(1)
        row.addWidget(key, 0, Qt.AlignmentFlag.AlignVCenter)
        return made

    def _undo_button(self, theme: Theme) -> QPushButton:
        made = button("", on_click=self._undo, kind="quiet", parent=self)
        made.setIconSize(QSize(18, 18))
        wear_icon(made, "undo", theme)
        return made


def _lower_first(text: str) -> str:
    return text[:1].lower() + text[1:]
