"""A list whose rows are put in order by dragging, or by Alt and an arrow key."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from plplanner.ui.kit.drop_delegate import ROW_HEIGHT, ROW_ROLE, DropDelegate, DropRow
from plplanner.ui.kit.labels import literal_tip
from plplanner.ui.kit.theme import Theme

_MIME = "application/x-plplanner-row"
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_TOP = QModelIndex()
Index = QModelIndex | QPersistentModelIndex


class DropRows(QAbstractListModel):
    """The rows in their order."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Empty until `show_rows`."""
        super().__init__(parent)
        self.rows: tuple[DropRow, ...] = ()

    def show_rows(self, rows: Sequence[DropRow]) -> None:
        """Show these rows."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = _TOP) -> int:  # noqa: N802 - Qt's name
        """How many there are."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Words for everyone; the delegate asks for the row."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.spoken
        return literal_tip(row.spoken) if role == Qt.ItemDataRole.ToolTipRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A row can be taken; it is put down between rows, never on one."""
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def mimeTypes(self) -> list[str]:  # noqa: N802 - Qt's name
        """Our own kind only: nothing from outside can be dropped."""
        return [_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:  # noqa: N802 - Qt's name
        """The place of the row that was taken."""
        carried = QMimeData()
        carried.setData(_MIME, str(indexes[0].row()).encode())
        return carried

    def supportedDropActions(self) -> Qt.DropAction:  # noqa: N802 - Qt's name
        """Rows move."""
        return Qt.DropAction.MoveAction


class DropList(QListView):
    """Tells `moved(place, to)`; what it shows then is shown to it. Delete tells `removed`."""

    moved = Signal(int, int)
    removed = Signal(int)

    def __init__(self, *, theme: Theme, says: str, parent: QWidget | None = None) -> None:
        """`says` names the list for a screen reader."""
        super().__init__(parent)
        self.rows = DropRows(self)
        self._theme = theme
        self._gap: int | None = None
        self.setModel(self.rows)
        self.setItemDelegate(DropDelegate(theme, self))
        self.setAccessibleName(says)
        self.setUniformItemSizes(True)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(False)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_rows(self, rows: Sequence[DropRow], *, current: int | None = None) -> None:
        """Show these rows, standing on `current` or where one stood."""
        place = self.currentIndex().row() if current is None else current
        self.rows.show_rows(rows)
        if rows:
            self.setCurrentIndex(self.rows.index(max(0, min(place, len(rows) - 1))))

    def move_current(self, step: int) -> None:
        """Put the current row one place up (-1) or down (1)."""
        place = self.currentIndex().row()
        if place >= 0 and 0 <= place + step < self.rows.rowCount():
            self.moved.emit(place, place + step)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Alt and an arrow move the row; Delete takes it off."""
        step = _STEPS.get(Qt.Key(event.key()), 0)
        if step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.move_current(step)
        elif event.key() == Qt.Key.Key_Delete and self.currentIndex().isValid():
            self.removed.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:  # noqa: N802 - Qt's name
        """Show between which rows it would land."""
        if event.mimeData().hasFormat(_MIME):
            self._gap = self._gap_at(event.position().toPoint().y())
            event.acceptProposedAction()
            self.viewport().update()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:  # noqa: N802 - Qt's name
        """No longer over the list."""
        self._gap = None
        self.viewport().update()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Tell where it landed; the list itself changes nothing."""
        self._gap = None
        self.viewport().update()
        if not event.mimeData().hasFormat(_MIME):
            return
        place = int(event.mimeData().data(_MIME).toStdString())
        to = self._gap_at(event.position().toPoint().y())
        event.setDropAction(Qt.DropAction.IgnoreAction)  # else Qt takes the row out itself
        event.accept()
        to -= to > place
        if to != place:
            self.moved.emit(place, to)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """The rows, and the line where a row would land."""
        super().paintEvent(event)
        if self._gap is not None:
            painter = QPainter(self.viewport())
            painter.setPen(QPen(QColor(self._theme.palette["accent"]), 2))
            height = max(1, self._gap * ROW_HEIGHT - self.verticalOffset())
            painter.drawLine(0, height, self.viewport().width(), height)

    def _gap_at(self, height: int) -> int:
        place = round((height + self.verticalOffset()) / ROW_HEIGHT)
        return max(0, min(place, self.rows.rowCount()))
