"""The plan grid: groups × rounds, by mouse and by keyboard alike."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractTableModel,
    QByteArray,
    QEvent,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QCursor,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QTableView,
    QToolTip,
    QWidget,
)

from plplanner.ui.kit.labels import literal_tip
from plplanner.ui.kit.plan_grid_paint import (
    CELL_ROLE,
    GROUP_ROLE,
    HEAD_ROLE,
    LOW_ROLE,
    PlanGridDelegate,
    RoundHeads,
    name_at,
    pick_button,
    pin_button,
)
from plplanner.ui.kit.plan_grid_rows import GridCell, GridRound, PlanGridRows, spoken
from plplanner.ui.kit.theme import Theme

GROUP_WIDTH = 184
WIDE_GROUP = 248  # where there are two rounds at most: more of the names can be read
_FEW_ROUNDS = 2
SMALLEST_ROW = 64  # six groups are in sight at 1280 × 720
STUDENT_WIDTH, STUDENT_ROW = 136, 46
_DRAGGED = "application/x-plplanner-round"
_NO_ROWS = PlanGridRows(GridRound("", ""), (), (), ())
Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
_LOCK = "Lock: it stays when the day is drafted again (Space)"
_LOCKED = "Locked: it stays when the day is drafted again (Space lets go)"
_OPENS_GROUP = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)


class PlanGridTable(QAbstractTableModel):
    """The rows of a plan as Qt sees them: column 0 the groups, then one column per round."""

    swap_wanted = Signal(int, int, int)  # line, from round index, to round index

    def __init__(self, parent: QObject | None = None) -> None:
        """Empty until `show_plan`."""
        super().__init__(parent)
        self.rows = _NO_ROWS

    def show_plan(self, rows: PlanGridRows) -> None:
        """Take other rows; a grid of the same shape keeps its current cell."""
        same = (len(rows.groups), len(rows.rounds)) == (self.rowCount(), self.columnCount() - 1)
        if not same:
            self.beginResetModel()
        self.rows = rows
        if not same:
            self.endResetModel()
        elif rows.groups:
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)

    def rowCount(self, parent: Index = _TOP) -> int:  # noqa: N802 - Qt's name
        """One row per group."""
        return 0 if parent.isValid() else len(self.rows.groups)

    def columnCount(self, parent: Index = _TOP) -> int:  # noqa: N802 - Qt's name
        """The groups, then the rounds."""
        return 0 if parent.isValid() else len(self.rows.rounds) + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Frozen rows for the delegate, plain words for everyone else."""
        line, column = index.row(), index.column()
        if role == LOW_ROLE:
            return self.rows.is_low
        if role == GROUP_ROLE and column == 0:
            return self.rows.groups[line]
        if role == CELL_ROLE and column > 0:
            return self.rows.cells[line][column - 1]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return spoken(self.rows, line, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return literal_tip(spoken(self.rows, line, column))
        return None

    def headerData(  # noqa: N802 - Qt's name
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """What a column is and when."""
        if orientation == Qt.Orientation.Vertical:
            return None
        head = self.rows.launch if section == 0 else self.rows.rounds[section - 1]
        if role == HEAD_ROLE:
            return head
        return f"{head.title} {head.time}" if role == Qt.ItemDataRole.DisplayRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A cell with a station can be dragged to another round of its group, none that is over."""
        if not index.isValid():
            # Without a drop indicator of its own Qt asks the ground whether cells take drops.
            return Qt.ItemFlag.ItemIsDropEnabled
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if _can_move(index.data(CELL_ROLE)):
            flags |= Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsDropEnabled
        return flags

    def supportedDropActions(self) -> Qt.DropAction:  # noqa: N802 - Qt's name
        """Cells are moved, never copied."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:  # noqa: N802 - Qt's name
        """Only what this grid drags."""
        return [_DRAGGED]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:  # noqa: N802 - Qt's name
        """Which cell is under way."""
        carried = QMimeData()
        words = f"{indexes[0].row()} {indexes[0].column()}" if indexes else ""
        carried.setData(_DRAGGED, QByteArray(words.encode()))
        return carried

    def canDropMimeData(  # noqa: N802 - Qt's name
        self, data: QMimeData, _action: Qt.DropAction, _row: int, _column: int, parent: Index
    ) -> bool:
        """Only onto another round of the same group that is not over."""
        cell = _carried(data)
        is_own = cell is not None and cell[0] == parent.row() and cell[1] != parent.column() > 0
        return is_own and _can_move(parent.data(CELL_ROLE))

    def dropMimeData(  # noqa: N802 - Qt's name
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        """Say what is wanted. False: Qt must not clear the cell the drag came from."""
        cell = _carried(data)
        if cell is not None and self.canDropMimeData(data, action, row, column, parent):
            self.swap_wanted.emit(cell[0], cell[1] - 1, parent.column() - 1)
        return False


class PlanGrid(QTableView):
    """Arrow keys move, Enter picks or opens, Delete clears, Space locks, Ctrl+X and Ctrl+V swap."""

    pick_wanted = Signal(int, int, str)  # line, round index, the letter typed
    clear_wanted = Signal(int, int)
    swap_wanted = Signal(int, int, int)
    lock_wanted = Signal(int, int)
    cell_chosen = Signal(int)  # line of the current cell
    past_key = Signal(int, int, int)  # line, column, key pressed on a cell that is past
    aimed = Signal(int, int, int)  # line, round index taken, round index it is held over
    aim_over = Signal()
    strayed = Signal()  # a task was dropped where it cannot go
    settled = Signal()  # a task of a round that is over was to move, or another to go there
    group_opened = Signal(int, int)  # line, place of the name that was meant, −1 for none

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Empty until `show_plan`."""
        super().__init__(parent)
        self.table = PlanGridTable(self)
        self._cut: tuple[int, int] | None = None
        self._aim: tuple[int, int, int] | None = None
        self._is_astray = False
        self._paint = PlanGridDelegate(theme, self)
        self.setModel(self.table)
        self.setItemDelegate(self._paint)
        self.setHorizontalHeader(RoundHeads(theme, self))
        self.setAccessibleName("Plan: groups and rounds")
        self._lay_out()
        self.table.swap_wanted.connect(self.swap_wanted)
        theme.changed.connect(self.viewport().update)

    def show_plan(self, rows: PlanGridRows) -> None:
        """Show other rows; the first cell is current until the teacher moves."""
        self._mark_cut(None)
        self.table.show_plan(rows)
        self._set_heights(is_low=rows.is_low)
        if rows.rounds:
            self.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
            of_groups = GROUP_WIDTH if len(rows.rounds) > _FEW_ROUNDS else WIDE_GROUP
            wide = STUDENT_WIDTH if rows.is_low else of_groups
            self.horizontalHeader().resizeSection(0, wide)
        if rows.groups and not self.currentIndex().isValid():
            self.setCurrentIndex(self.table.index(0, min(1, len(rows.rounds))))

    def warn_of_aim(self) -> None:
        """The cell a task is held over is no good place for it: its frame says so."""
        if self._aim is not None:
            self._paint.warned = (self._aim[0], self._aim[2] + 1)
            self.viewport().update()

    def place_of(self, line: int, round_index: int) -> QPoint:
        """The lower left corner of a cell on the screen, for a popover."""
        return self.viewport().mapToGlobal(
            self.visualRect(self.table.index(line, round_index + 1)).bottomLeft()
        )

    def place_of_group(self, line: int) -> QPoint:
        """Right of a group's names on the screen, for a popover that leaves them in sight."""
        return self.viewport().mapToGlobal(self.visualRect(self.table.index(line, 0)).topRight())

    def name_under(self, point: QPoint) -> int:
        """The place among its group of the name at a point of the viewport; −1 for none."""
        index = self.indexAt(point)
        group = index.data(GROUP_ROLE)
        return -1 if group is None else name_at(self.visualRect(index), group, point)

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802 - Qt's name
        """Tell which group the teacher is at."""
        super().currentChanged(current, previous)
        if current.isValid():
            self.cell_chosen.emit(current.row())
        self._aim_cut_at(current)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """The keys of a cell; everything else is Qt's."""
        index = self.currentIndex()
        cell = index.row(), index.column() - 1
        plain = not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        ctrl = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if index.data(GROUP_ROLE) is not None and event.key() in _OPENS_GROUP:
            self.group_opened.emit(index.row(), -1)
        elif index.data(CELL_ROLE) is None:
            super().keyPressEvent(event)
        elif ctrl and event.key() == Qt.Key.Key_X and index.data(CELL_ROLE).is_past:
            self.settled.emit()
        elif ctrl and event.key() == Qt.Key.Key_X:
            self._mark_cut(cell)
        elif ctrl and event.key() == Qt.Key.Key_V and self._cut is not None:
            self._paste(*cell)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.pick_wanted.emit(*cell, "")
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.clear_wanted.emit(*cell)
        elif plain and event.key() == Qt.Key.Key_Space and not index.data(CELL_ROLE).is_past:
            self.lock_wanted.emit(*cell)
        elif event.key() == Qt.Key.Key_Escape and self._cut is not None:
            self._mark_cut(None)
        elif plain and event.text().strip() and index.data(CELL_ROLE).is_past:
            self.past_key.emit(index.row(), index.column(), event.key())
        elif plain and event.text().strip() and event.text().isprintable():
            self.pick_wanted.emit(*cell, event.text())
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """A click on a name opens its group, on a pin locks, on an empty cell's button picks."""
        super().mouseReleaseEvent(event)
        point = event.position().toPoint()
        index = self.indexAt(point)
        if event.button() != Qt.MouseButton.LeftButton:
            return
        group, cell = index.data(GROUP_ROLE), index.data(CELL_ROLE)
        if group is not None:
            self.group_opened.emit(index.row(), self.name_under(point))
        elif cell is not None and self._is_on_pin(point):
            self.lock_wanted.emit(index.row(), index.column() - 1)
        elif cell is None or cell.task:
            return
        elif pick_button(self.visualRect(index)).contains(point):
            self.pick_wanted.emit(index.row(), index.column() - 1, "")

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """A double click picks another task."""
        point = event.position().toPoint()
        index = self.indexAt(point)
        cell = index.data(CELL_ROLE)
        if cell is not None and cell.task and not self._is_on_pin(point):
            self.pick_wanted.emit(index.row(), index.column() - 1, "")

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Over the pin, what a click on it does."""
        if isinstance(event, QHelpEvent) and self._is_on_pin(event.pos()):
            is_locked = self.indexAt(event.pos()).data(CELL_ROLE).is_locked
            QToolTip.showText(event.globalPos(), _LOCKED if is_locked else _LOCK, self)
            return True
        return super().viewportEvent(event)

    def startDrag(self, actions: Qt.DropAction) -> None:  # noqa: N802 - Qt's name
        """A drag that ends over another group moves nothing: that is told."""
        self._is_astray = False
        super().startDrag(actions)
        if self._is_astray:
            self.strayed.emit()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:  # noqa: N802 - Qt's name
        """Frame the cell a drop would reach."""
        super().dragMoveEvent(event)
        index = self.indexAt(event.position().toPoint())
        cell = _carried(event.mimeData()) if event.isAccepted() else None
        self._paint.target = None if cell is None else (index.row(), index.column())
        self._aim_at(None if cell is None else (cell[0], cell[1] - 1, index.column() - 1))
        self._is_astray = index.isValid() and index.row() != self.currentIndex().row()
        self.viewport().update()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: N802 - Qt's name
        """Nothing would be dropped any more.

        Let go over a cell that takes nothing, Qt says a drag has left: the pointer is still there.
        """
        super().dragLeaveEvent(event)
        here = self.viewport().mapFromGlobal(QCursor.pos())
        self._is_astray = self._is_astray and self.viewport().rect().contains(here)
        self._drop_over()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """The table says what is wanted; one goes along with what was moved."""
        target = self._paint.target
        super().dropEvent(event)
        self._drop_over()
        if target is not None:
            self.setCurrentIndex(self.table.index(*target))

    def _is_on_pin(self, point: QPoint) -> bool:
        index = self.indexAt(point)
        cell = index.data(CELL_ROLE)
        can = cell is not None and cell.can_lock and not cell.is_past
        return can and pin_button(self.visualRect(index)).contains(point)

    def _aim_cut_at(self, index: Index) -> None:
        """What was taken by Ctrl+X is held over the cell one goes to, as by the mouse."""
        cut, line, place = self._cut, index.row(), index.column() - 1
        is_aimed = cut is not None and cut[0] == line and place >= 0 and place != cut[1]
        self._aim_at((line, cut[1], place) if cut is not None and is_aimed else None)

    def _aim_at(self, aim: tuple[int, int, int] | None) -> None:
        if aim == self._aim:
            return
        self._aim, self._paint.warned = aim, None
        if aim is None:
            self.aim_over.emit()
        else:
            self.aimed.emit(*aim)

    def _drop_over(self) -> None:
        self._aim_at(None)
        self._paint.target = None
        self.viewport().update()

    def _paste(self, line: int, round_index: int) -> None:
        cut = self._cut
        self._mark_cut(None)
        if cut is None or cut == (line, round_index):
            return
        if self.table.index(line, round_index + 1).data(CELL_ROLE).is_past:
            self.settled.emit()
        elif cut[0] == line:
            self.swap_wanted.emit(line, cut[1], round_index)
        else:
            self.strayed.emit()

    def _set_heights(self, *, is_low: bool) -> None:
        """Groups share the height there is; students have low lines, and the grid scrolls."""
        lines = self.verticalHeader()
        lines.setMinimumSectionSize(STUDENT_ROW if is_low else SMALLEST_ROW)
        mode = QHeaderView.ResizeMode
        lines.setSectionResizeMode(mode.Fixed if is_low else mode.Stretch)
        for line in range(lines.count()) if is_low else ():
            lines.resizeSection(line, STUDENT_ROW)

    def _mark_cut(self, cell: tuple[int, int] | None) -> None:
        self._cut = cell
        self._paint.cut = (cell[0], cell[1] + 1) if cell else None
        self._aim_cut_at(self.currentIndex())
        self.viewport().update()

    def _lay_out(self) -> None:
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        heads = self.horizontalHeader()
        heads.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        heads.setHighlightSections(False)
        heads.setSectionsClickable(False)
        lines = self.verticalHeader()
        lines.hide()
        lines.setMinimumSectionSize(SMALLEST_ROW)
        lines.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)


def _carried(data: QMimeData) -> tuple[int, int] | None:
    words = bytes(data.data(_DRAGGED).data()).decode().split()
    return (int(words[0]), int(words[1])) if len(words) == 2 else None


def _can_move(cell: object) -> bool:
    """Whether a task can leave or reach a cell: there is a station, and its round is not over."""
    return isinstance(cell, GridCell) and not cell.is_past
