"""Tick students: typing finds them, Enter ticks who was found."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from plplanner.roster.names import compare_key, sort_key
from plplanner.roster.rows import StudentRow

_ID = Qt.ItemDataRole.UserRole
_FIELD, _LIST = 34, 150


class StudentTicks(QWidget):
    """A field over a list of the class."""

    changed = Signal()
    done = Signal()  # Enter with nothing typed, or on the list

    def __init__(self, students: Sequence[StudentRow], parent: QWidget | None = None) -> None:
        """Nobody is ticked until `tick`."""
        super().__init__(parent)
        self.field = QLineEdit(self)
        self.field.setAccessibleName("Find a student")
        self.field.setPlaceholderText("Find a student")
        self.list = QListWidget(self)
        self.list.setAccessibleName("Students")
        self.list.setFixedHeight(_LIST)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.field)
        column.addWidget(self.list)
        self.setFixedHeight(_FIELD + 4 + _LIST)
        for one in sorted(students, key=lambda one: sort_key(one.name)):
            item = QListWidgetItem(one.name)
            item.setData(_ID, one.id)
            item.setSizeHint(QSize(0, 28))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self.field.textChanged.connect(self._find)
        self.field.returnPressed.connect(self._tick_found)
        self.list.itemChanged.connect(lambda _item: self.changed.emit())
        self.list.itemActivated.connect(lambda _item: self.done.emit())

    def ticked(self) -> tuple[int, ...]:
        """The students ticked, in the order of their names."""
        return tuple(
            one.data(_ID) for one in self._items() if one.checkState() is Qt.CheckState.Checked
        )

    def tick(self, students: Collection[int]) -> None:
        """Tick these students and nobody else."""
        for item in self._items():
            is_on = item.data(_ID) in students
            item.setCheckState(Qt.CheckState.Checked if is_on else Qt.CheckState.Unchecked)
        if ticked := [one for one in self._items() if one.data(_ID) in students]:
            self.list.scrollToItem(ticked[0])

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]

    def _find(self, typed: str) -> None:
        start = compare_key(typed)
        for item in self._items():
            item.setHidden(not compare_key(item.text()).startswith(start))
        shown = [row for row, item in enumerate(self._items()) if not item.isHidden()]
        self.list.setCurrentRow(shown[0] if shown else -1)

    def _tick_found(self) -> None:
        """Enter in the field ticks who was found; with nothing typed the teacher is done."""
        item = self.list.currentItem()
        if self.field.text() and item is not None and not item.isHidden():
            item.setCheckState(Qt.CheckState.Checked)
            self.field.clear()
        elif not self.field.text():
            self.done.emit()
