"""A line of fields that adds one thing after another, opened by a button, closed by Escape."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from plplanner.ui.kit.buttons import button, icon_button
from plplanner.ui.kit.labels import plain_label
from plplanner.ui.kit.theme import Theme

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
Field = QLineEdit | QComboBox


class AddLine(QFrame):
    """Fields beside each other and one button. Enter in any of them adds; the first keeps on.

    Many fields stand in two rows: `breaks_after` so many of them the second begins.
    """

    def __init__(
        self,
        says: str,
        fields: Sequence[tuple[str, Field]],
        *,
        theme: Theme,
        on_add: Callable[[], bool],
        breaks_after: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        """`on_add` answers whether something was added; the lines are cleared then."""
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.setAccessibleName(says)
        self._fields, self._on_add = [field for _, field in fields], on_add
        rows = QVBoxLayout(self)
        rows.setContentsMargins(12, 8, 8, 8)
        rows.setSpacing(8)
        row = _row_in(rows)
        for place, (name, field) in enumerate(fields):
            if breaks_after and place == breaks_after:
                row = _row_in(rows)
            is_wide = isinstance(field, QLineEdit) and not field.property("stays")
            row.addLayout(self._named(name, field), 1 if is_wide else 0)
        if breaks_after:
            row.addStretch(1)
        self.add = button("Add", on_click=self._add, parent=self)
        self.add.setAccessibleName(says)
        foot = Qt.AlignmentFlag.AlignBottom
        row.addWidget(self.add, 0, foot)
        row.addWidget(
            icon_button("close", "Close (Esc)", theme=theme, on_click=self.hide, parent=self),
            0,
            foot,
        )
        self.hide()

    def open(self) -> None:
        """Show the line, ready to type."""
        self.show()
        self._fields[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Enter adds, Escape closes."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in _ENTER:
                self._add()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.hide()
                return True
        return super().eventFilter(watched, event)

    def _add(self) -> None:
        if not self._on_add():
            self._fields[0].setFocus()
            return
        for field in self._fields:
            if isinstance(field, QLineEdit) and not field.property("stays"):
                field.clear()
        if self.isVisible():  # what was added may lead on elsewhere
            self._fields[0].setFocus()

    def _named(self, name: str, field: Field) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(plain_label(name, role="field", parent=self))
        field.setParent(self)
        field.setAccessibleName(name)
        field.installEventFilter(self)
        column.addWidget(field)
        return column


def _row_in(rows: QVBoxLayout) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    rows.addLayout(row)
    return row
