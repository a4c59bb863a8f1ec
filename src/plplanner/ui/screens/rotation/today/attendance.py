"""The panel of one group on the day: who is absent or late, one key each."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from plplanner.roster.rows import StudentRow
from plplanner.terms import AttendanceKind
from plplanner.ui.kit.buttons import button
from plplanner.ui.kit.labels import plain_label
from plplanner.ui.kit.popover import show_at

Mark = Callable[[int, AttendanceKind | None], object]
_KEYS = {Qt.Key.Key_A: AttendanceKind.ABSENT, Qt.Key.Key_L: AttendanceKind.LATE}
_WIDTH, _ROW = 264, 32
_STATES = {AttendanceKind.ABSENT: "absent", AttendanceKind.LATE: "late"}


class GroupAttendance(QFrame):
    """Up and down choose, A is absent, L late; the same key again: here. Escape leaves."""

    def __init__(
        self,
        word: str,
        students: Sequence[StudentRow],
        away: Mapping[int, AttendanceKind],
        *,
        on_mark: Mark,
        parent: QWidget,
        current: int = 0,
    ) -> None:
        """`on_mark` gets a student and what is noted; `current` is the name that was meant."""
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("kind", "popover")
        self.setAccessibleName(f"Who is here in {word}")
        self.setFixedWidth(_WIDTH)
        self._students, self._away, self._on_mark = students, away, on_mark
        self.list = QListWidget(self)
        self.list.setAccessibleName(f"Students of {word}")
        for row in students:
            state = f", {_STATES[away[row.id]]}" if row.id in away else ""
            item = QListWidgetItem(f"{row.name}{state}")
            item.setSizeHint(QSize(0, _ROW))
            self.list.addItem(item)
        self.list.setFixedHeight(_ROW * len(students) + 2 * self.list.frameWidth())
        self.buttons = {
            kind: button(says, on_click=partial(self._mark, kind), parent=self)
            for kind, says in ((AttendanceKind.ABSENT, "Absent"), (AttendanceKind.LATE, "Late"))
        }
        self.here = button("Here", on_click=partial(self._mark, None), parent=self)
        self._lay_out(word)
        self.list.installEventFilter(self)
        self.list.currentRowChanged.connect(self._name_buttons)
        self.list.setCurrentRow(max(0, min(current, len(students) - 1)))
        self.list.setFocus()

    def open_at(self, corner: QPoint) -> None:
        """Show beside what was clicked, moved so that all of it is on the screen."""
        self.adjustSize()
        show_at(self, corner)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """A and L mark whom the list stands on, before the list takes them for a search."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            kind = _KEYS.get(Qt.Key(event.key()))
            if kind is not None:
                now = self._away.get(self._student().id)
                self._mark(None if now is kind else kind)
                return True
        return super().eventFilter(watched, event)

    def _student(self) -> StudentRow:
        return self._students[self.list.currentRow()]

    def _mark(self, kind: AttendanceKind | None) -> None:
        student = self._student().id
        self.close()
        if self._away.get(student) is not kind:
            self._on_mark(student, kind)

    def _name_buttons(self) -> None:
        """The state she has already is no button to press."""
        student = self._student()
        now = self._away.get(student.id)
        for kind, made in self.buttons.items():
            made.setEnabled(now is not kind)
            made.setAccessibleName(f"{student.name} {_STATES[kind]}")
        self.here.setEnabled(now is not None)
        self.here.setAccessibleName(f"{student.name} is here")

    def _lay_out(self, word: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(8)
        column.addWidget(plain_label(f"{word}: A is absent, L late", role="small", parent=self))
        column.addWidget(self.list)
        row = QHBoxLayout()
        row.setSpacing(8)
        for made in (*self.buttons.values(), self.here):
            row.addWidget(made)
        row.addStretch(1)
        column.addLayout(row)
