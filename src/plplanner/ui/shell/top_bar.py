"""The top bar: where I am, find anything, undo and redo with their names, lock."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from plplanner.ui.kit.buttons import button, icon_button, wear_icon
from plplanner.ui.kit.labels import literal, literal_tip, plain_label
from plplanner.ui.stage import Stage

_UNDO_WIDTH = 210


class TopBar(QWidget):
    """52 pixels of calm."""

    find_wanted = Signal()
    lock_wanted = Signal()

    def __init__(self, stage: Stage, parent: QWidget | None = None) -> None:
        """Undo and redo follow the desk."""
        super().__init__(parent)
        self._desk = stage.desk
        self.setObjectName("topbar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(52)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(8)
        self.title = plain_label(role="title", parent=self)
        self.subtitle = plain_label(role="hint", parent=self)
        self.find_button = self._find_button(stage)
        self.undo = self._undo_button(stage)
        self.redo = icon_button(
            "redo", "Redo (Ctrl+Shift+Z)", theme=stage.theme, on_click=self._desk.redo, parent=self
        )
        self.lock_button = icon_button(
            "lock", "Lock the window (Ctrl+L)", theme=stage.theme, on_click=self.lock_wanted.emit,
            parent=self,
        )  # fmt: skip
        for widget, stretch in (
            (self.title, 0), (self.subtitle, 1), (self.find_button, 0), (self.undo, 0),
            (self.redo, 0), (self.lock_button, 0),
        ):  # fmt: skip
            row.addWidget(widget, stretch)
        stage.desk.changed.connect(self.show_steps)
        self.show_steps()

    def say_where(self, title: str, subtitle: str) -> None:
        """Name the screen."""
        self.title.setText(title)
        self.subtitle.setText(subtitle)

    def show_steps(self) -> None:
        """What Undo would take back and Redo would do again."""
        label = self._desk.undo_label
        says = f"Undo: {_lower_first(label)}" if label else "Nothing to undo"
        room = _UNDO_WIDTH - 44
        elided = self.undo.fontMetrics().elidedText(says, Qt.TextElideMode.ElideRight, room)
        self.undo.setText(literal(elided))
        self.undo.setAccessibleName(says)
        self.undo.setToolTip(literal_tip(f"{says} (Ctrl+Z)"))
        self.undo.setEnabled(label is not None)
        again = self._desk.redo_label
        self.redo.setEnabled(again is not None)
        self.redo.setToolTip(literal_tip(f"Redo: {again}" if again else "Nothing to redo"))

    def _find_button(self, stage: Stage) -> QPushButton:
        made = button("Find anything", on_click=self.find_wanted.emit, parent=self)
        made.setFixedWidth(196)
        made.setToolTip(literal_tip("Rooms, students, resources, standards, acts (Ctrl+K)"))
        made.setIconSize(QSize(18, 18))
        wear_icon(made, "search", stage.theme, token="ink3")
        made.setText("Find anything   Ctrl K")
        made.setStyleSheet("text-align: left; font-weight: 400;")
        return made

    def _undo_button(self, stage: Stage) -> QPushButton:
        made = button("", on_click=self._desk.undo, kind="quiet", parent=self)
        made.setIconSize(QSize(18, 18))
        made.setMaximumWidth(_UNDO_WIDTH)
        wear_icon(made, "undo", stage.theme)
        return made


def _lower_first(text: str) -> str:
    return text[:1].lower() + text[1:]
