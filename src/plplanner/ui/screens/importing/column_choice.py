"""The choice for one column: what it is, and for an assessment its points, day and standard."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QDate, QEvent, QPoint, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QFrame,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from plplanner.importing.header_words import ColumnRole
from plplanner.importing.rows import ColumnRead
from plplanner.importing.told_column import suggested_assessment, told_column
from plplanner.library.rows import StandardRow
from plplanner.ui.kit.buttons import button
from plplanner.ui.kit.day_field import day_field, day_in
from plplanner.ui.kit.labels import plain_label
from plplanner.ui.screens.importing.standards_field import StandardsField

_WIDTH = 304
_CHOICES = (
    ("Assessment", ColumnRole.SCORE),
    ("Name", ColumnRole.NAME),
    ("Last name", ColumnRole.LAST),
    ("First name", ColumnRole.FIRST),
    ("ID", ColumnRole.ID),
    ("E-mail", ColumnRole.EMAIL),
    ("Section", ColumnRole.SECTION),
    ("Skip", ColumnRole.LEFT_OUT),
)
_NO_DAY = QDate(2000, 1, 1)


class ColumnChoice(QFrame):
    """Opens below a heading; Done, Enter or a click outside keeps it, Esc does not."""

    def __init__(
        self,
        column: ColumnRead,
        *,
        standards: Sequence[StandardRow],
        on_told: Callable[[ColumnRead], object],
        only_scores: bool,
        parent: QWidget,
    ) -> None:
        """`only_scores`: this file's names and ids cannot be told anew."""
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("kind", "popover")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(f"What “{column.header}” is")
        self.setFixedWidth(_WIDTH)
        self._column, self._on_told, self._is_dropped = column, on_told, False
        self.role = QComboBox(self)
        for says, role in _CHOICES:
            if not only_scores or role in (ColumnRole.SCORE, ColumnRole.LEFT_OUT):
                self.role.addItem(says, role)
        self.role.setCurrentIndex(max(0, self.role.findData(column.role)))
        self.role.setAccessibleName("This column is")
        self.title, self.points = QLineEdit(self), QLineEdit(self)
        self.standard = StandardsField(standards, self)
        self.taken_on = day_field("Day taken", self)
        self._prepare_fields()
        self._lay_out()
        self._fill(column)
        self.role.currentIndexChanged.connect(self._role_changed)

    def _prepare_fields(self) -> None:
        self.taken_on.setMinimumDate(_NO_DAY)
        self.taken_on.setSpecialValueText("Not said")
        for field, says in ((self.title, "Title"), (self.points, "Points possible")):
            field.setAccessibleName(says)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        heading = self._column.header or "A column without a heading"
        column.addWidget(plain_label(heading, role="strong", wrap=True, parent=self))
        self._form = QFormLayout()
        self._form.setSpacing(8)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        for says, field in (
            ("This column is", self.role),
            ("Standards", self.standard),
            ("Points", self.points),
            ("Taken on", self.taken_on),
            ("Title", self.title),
        ):
            self._form.addRow(plain_label(says, role="field", parent=self), field)
        column.addLayout(self._form)
        self.why = plain_label(self._column.why, role="hint", wrap=True, parent=self)
        column.addWidget(self.why)
        self.done = button("Done", on_click=self.close, kind="primary", parent=self)
        column.addWidget(self.done)

    def _fill(self, column: ColumnRead) -> None:
        assessment = suggested_assessment(column)
        self.title.setText(assessment.title or "")
        self.title.setCursorPosition(0)
        points = assessment.points_possible
        self.points.setText("" if points is None else f"{points:g}")
        day = assessment.date
        self.taken_on.setDate(QDate(day.year, day.month, day.day) if day else _NO_DAY)
        self.standard.setText(", ".join(assessment.standards))
        self._role_changed()

    @property
    def _chosen_role(self) -> ColumnRole:
        return ColumnRole(self.role.currentData())

    def _role_changed(self) -> None:
        scored = self._chosen_role is ColumnRole.SCORE
        for field in (self.standard, self.points, self.taken_on, self.title):
            self._form.setRowVisible(field, scored)
        self.why.setVisible(self._chosen_role is ColumnRole.LEFT_OUT and bool(self._column.why))
        self.adjustSize()

    def open_below(self, anchor: QWidget) -> None:
        """Show below a heading, inside its window."""
        self.adjustSize()
        window = anchor.window()
        corner = anchor.mapTo(window, QPoint(0, anchor.height() + 4))
        left = max(8, min(corner.x(), window.width() - self.width() - 8))
        top = max(8, min(corner.y(), window.height() - self.height() - 8))
        self.move(window.mapToGlobal(QPoint(left, top)))
        self.show()
        scored = self._column.assessment is not None
        (self.standard if scored else self.role).setFocus(Qt.FocusReason.PopupFocusReason)

    def told(self) -> ColumnRead:
        """The column as it is filled in now."""
        day = self.taken_on.date()
        return told_column(
            self._column,
            role=self._chosen_role,
            title=self.title.text(),
            points=self.points.text(),
            taken_on=None if day == _NO_DAY else day_in(self.taken_on),
            standards=self.standard.codes(),
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Esc drops what was filled in, Enter keeps it."""
        self._is_dropped = event.key() == Qt.Key.Key_Escape
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.close()
            return
        super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Closed: hand on what changed."""
        super().hideEvent(event)
        if event.type() == QEvent.Type.Hide and not self._is_dropped and not event.spontaneous():
            self._is_dropped = True
            told = self.told()
            if told != self._column:
                self._on_told(told)
