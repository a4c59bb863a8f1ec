"""A list in which each row has a tick: a click or Space sets it, letters find a row."""

from collections.abc import Collection, Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

ROW = 28  # pixels
_ID = Qt.ItemDataRole.UserRole


class CheckList(QListWidget):
    """Choices by their ids; words are shown literally."""

    ticked = Signal(int, bool)

    def __init__(self, says: str, parent: QWidget) -> None:
        """Filled by `show_choices`; `says` names it for a screen reader."""
        super().__init__(parent)
        self.setAccessibleName(says)
        self.setUniformItemSizes(True)
        self.setViewportMargins(4, 0, 0, 0)
        self._shown: tuple[int, ...] = ()
        self.itemChanged.connect(self._tell)

    @property
    def chosen(self) -> tuple[int, ...]:
        """The ids that are ticked, in the order of the list."""
        items = (self.item(row) for row in range(self.count()))
        return tuple(int(one.data(_ID)) for one in items if _is_on(one))

    def show_choices(self, choices: Mapping[int, str], chosen: Collection[int]) -> None:
        """Words by id with their ticks; the row in use stays in use."""
        self.blockSignals(True)
        if tuple(choices) != self._shown:
            self.clear()
            self._shown = tuple(choices)
            for _ in choices:
                item = QListWidgetItem()
                item.setSizeHint(QSize(0, ROW))
                self.addItem(item)
        for row, (choice, words) in enumerate(choices.items()):
            item = self.item(row)
            item.setText(words)
            item.setData(_ID, choice)
            is_on = choice in chosen
            item.setCheckState(Qt.CheckState.Checked if is_on else Qt.CheckState.Unchecked)
        self.blockSignals(False)
        self.viewport().update()

    def _tell(self, item: QListWidgetItem) -> None:
        self.ticked.emit(int(item.data(_ID)), _is_on(item))


def _is_on(item: QListWidgetItem) -> bool:
    return item.checkState() is Qt.CheckState.Checked
