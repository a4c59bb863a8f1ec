"""Pick or type a task: ideas from the group's playlist, plain words, or the teacher's own."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from plplanner.roster.names import compare_key
from plplanner.ui.kit.labels import plain_label

_WIDTH, _HEIGHT = 320, 280


def choices(ideas: Sequence[str], typed: str) -> list[tuple[str, str]]:
    """(what the list says, the task it means): own words first, then the ideas that fit them."""
    words = typed.strip()
    wanted = compare_key(words)
    fitting = [(idea, idea) for idea in ideas if wanted in compare_key(idea)]
    if not words or any(idea == words for idea in ideas):
        return sorted(fitting, key=lambda pair: pair[1] != words) if words else fitting
    return [(f"Use “{words}”", words), *fitting]


class TaskPicker(QFrame):
    """A field over a list. Enter takes what is marked, Escape leaves everything as it was."""

    def __init__(
        self,
        *,
        title: str,
        ideas: Sequence[str],
        typed: str,
        on_choice: Callable[[str], object],
        parent: QWidget,
    ) -> None:
        """`typed` is a first letter; `on_choice` gets the words of the task."""
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("kind", "popover")
        self.setAccessibleName(f"Task for {title}")
        self._ideas, self._on_choice = tuple(ideas), on_choice
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(plain_label(title, role="field"))
        self.field = QLineEdit(typed, self)
        self.field.setPlaceholderText("Pick below, or type your own")
        self.field.setAccessibleName(f"Task for {title}")
        self.list = QListWidget(self)
        self.list.setAccessibleName("Ideas that fit")
        self.list.setStyleSheet("QListWidget::item { padding: 4px; }")
        column.addWidget(self.field)
        column.addWidget(self.list)
        self.setFixedSize(_WIDTH, _HEIGHT)
        self.field.textChanged.connect(self._show)
        self.field.returnPressed.connect(self._take)
        self.field.installEventFilter(self)
        self.list.itemClicked.connect(self._take)
        self._show(typed)
        self.field.setFocus()

    def open_at(self, corner: QPoint) -> None:
        """Show below a cell, moved so that all of it is on the screen."""
        screen = QGuiApplication.screenAt(corner) or self.screen()
        room = screen.availableGeometry()
        left = max(room.left(), min(corner.x(), room.right() - self.width()))
        top = max(room.top(), min(corner.y(), room.bottom() - self.height()))
        self.move(left, top)
        self.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Up and down move in the list while the field keeps the words."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
            if step:
                last = self.list.count() - 1
                self.list.setCurrentRow(max(0, min(last, self.list.currentRow() + step)))
                return True
        return super().eventFilter(watched, event)

    def _show(self, typed: str) -> None:
        self.list.clear()
        for says, task in choices(self._ideas, typed):
            item = QListWidgetItem(says)
            item.setData(Qt.ItemDataRole.UserRole, task)
            self.list.addItem(item)
        self.list.setCurrentRow(0)

    def _take(self) -> None:
        item = self.list.currentItem()
        task = item.data(Qt.ItemDataRole.UserRole) if item is not None else ""
        self.close()
        if task:
            self._on_choice(task)
