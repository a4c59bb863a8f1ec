"""Move a student by keyboard: type the first letters of a group, press Enter."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from plplanner.grouping.rows import Pile
from plplanner.roster.names import compare_key
from plplanner.ui.kit.labels import plain_label
from plplanner.ui.kit.pictures import group_tile

_KEY = Qt.ItemDataRole.UserRole


class MovePopover(QFrame):
    """A field and the groups that fit what is typed. Enter moves, Escape leaves."""

    def __init__(
        self,
        name: str,
        piles: Sequence[Pile],
        *,
        on_choice: Callable[[str], object],
        parent: QWidget,
    ) -> None:
        """`on_choice` gets the key of the group chosen."""
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("kind", "popover")
        self.setAccessibleName(f"Move {name} to")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._piles, self._on_choice = tuple(piles), on_choice
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(plain_label(f"Move {name} to", role="strong", parent=self))
        self.field = QLineEdit(self)
        self.field.setAccessibleName("Group")
        self.list = QListWidget(self)
        self.list.setAccessibleName("Groups")
        self.list.setIconSize(QSize(20, 20))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column.addWidget(self.field)
        column.addWidget(self.list)
        self.setFixedSize(220, 96 + 30 * min(len(self._piles), 8))
        self.field.textChanged.connect(self._show)
        self.field.returnPressed.connect(self._go)
        self.field.installEventFilter(self)
        self.list.itemClicked.connect(self._go)
        self._show("")
        self.field.setFocus()

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
        start = compare_key(typed)
        for pile in self._piles:
            if compare_key(pile.identity.word).startswith(start):
                tile = QIcon(group_tile(pile.identity, 20, 2.0))
                item = QListWidgetItem(tile, f"{pile.identity.word}  {len(pile.students)}")
                item.setData(_KEY, pile.identity.key)
                item.setSizeHint(QSize(0, 28))
                self.list.addItem(item)
        self.list.setCurrentRow(0)

    def _go(self) -> None:
        item = self.list.currentItem()
        self.close()
        if item is not None:
            self._on_choice(item.data(_KEY))
