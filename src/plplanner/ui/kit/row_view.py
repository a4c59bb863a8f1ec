"""The table of a list: keys, widths and the frame of the current cell."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from plplanner.ui.kit.banner import Banner
from plplanner.ui.kit.row_delegate import RowDelegate
from plplanner.ui.kit.row_table import Index, RowTable
from plplanner.ui.kit.sort_heads import SortHeads
from plplanner.ui.kit.theme import Theme

ROW_HEIGHT = 36
_NOTE_WIDTH = 340
_EDIT_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)
_Trigger = QAbstractItemView.EditTrigger


class RowView(QTableView):
    """Arrows, Home, End and pages move; Enter or F2 types over a cell; F4 sorts by its column.

    A cell that is changed elsewhere leads or points there. With `types_into_cells` a typed
    character begins to type over the cell, Enter goes down, and Enter on a cell that takes no
    typing goes to the one that does. Without, it is told through `typed` to filter the list.
    """

    typed = Signal(str)
    sort_wanted = Signal(str)
    removed = Signal(int)  # the id of the row Delete was pressed on
    painted = Signal()

    def __init__(
        self,
        table: RowTable,
        *,
        theme: Theme,
        says: str,
        types_into_cells: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`says` names the list for a screen reader."""
        super().__init__(parent)
        self.table = table
        self._types = types_into_cells
        self.heads = SortHeads(theme, self)
        self._theme = theme
        self.note: Banner | None = None
        self.setModel(table)
        self.setHorizontalHeader(self.heads)
        self.setItemDelegate(
            RowDelegate(theme, self, on_wrong=self._say_wrong, on_entered=self._entered)
        )
        self._set_up(says)
        self.heads.sectionClicked.connect(self._sort_by)
        self.doubleClicked.connect(self._lead_on)

    def choose(self, row_id: int | None, column: int | None = None) -> bool:
        """Stand on the row of this id; False when it is not in the list."""
        place = self.table.place_of(row_id)
        if place < 0:
            return False
        at = max(0, self.currentIndex().column()) if column is None else column
        self.setCurrentIndex(self.table.index(place, at))
        return True

    def current_id(self) -> int | None:
        """The id of the row one stands on."""
        row = self.currentIndex().row()
        return self.table.ids[row] if 0 <= row < len(self.table.ids) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """What the keyboard does in a list."""
        key, index = Qt.Key(event.key()), self.currentIndex()
        column = self.table.columns[index.column()] if index.isValid() else None
        if column is not None and key in _EDIT_KEYS:
            self._edit_or_lead(index)
        elif column is not None and key == Qt.Key.Key_F4:
            self._sort_by(index.column())
        elif column and event.text() and event.text().lower() in column.at_once:
            self.table.setData(index, event.text().lower())
            self._down()
        elif column and key == Qt.Key.Key_Delete and (found := self.current_id()) is not None:
            self.removed.emit(found)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and index.isValid():
            last = self.table.rowCount() - 1
            self._go(0 if key == Qt.Key.Key_Home else last, index.column())
        elif not self._types and self._is_word(event):
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Columns that do not fit go, the least needed first; one takes the rest."""
        super().resizeEvent(event)
        self._give_widths()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Tell that the rows stand on screen."""
        super().paintEvent(event)
        self.painted.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Whoever comes by keyboard stands somewhere."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.table.rowCount():
            self._go(0, 0)
        self.viewport().update()

    def currentChanged(self, current: Index, before: Index) -> None:  # noqa: N802 - Qt's name
        """The whole row is drawn otherwise."""
        super().currentChanged(current, before)
        self._say_below("")
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """A remark below a cell goes with the keyboard; one about an open editor stays."""
        super().focusOutEvent(event)
        if self.state() != QAbstractItemView.State.EditingState:
            self._say_below("")

    def _edit_or_lead(self, index: QModelIndex) -> None:
        if self._types and self._only_typed is not None:
            index = self.table.index(index.row(), self._only_typed)
            self.setCurrentIndex(index)
        if self.table.flags(index) & Qt.ItemFlag.ItemIsEditable:
            self._say_below("")
            self.edit(index)
        else:
            self._lead_on(index)

    def _lead_on(self, index: QModelIndex) -> None:
        """Go where a cell is changed that is not typed over, or say where that is."""
        column = self.table.columns[index.column()]
        if column.edit is not None:
            return
        if column.beside is not None:
            column.beside()
            return
        typed = [one.heading for one in self.table.columns if one.edit]
        if column.elsewhere or typed:
            self._say_below(column.elsewhere or f"Here you can type over {_and_words(typed)}.")

    @property
    def _only_typed(self) -> int | None:
        """The one column of a sheet one types into."""
        typed = [n for n, one in enumerate(self.table.columns) if one.edit]
        return typed[0] if len(typed) == 1 and not self.isColumnHidden(typed[0]) else None

    def _entered(self) -> None:
        if self._types:
            self._down()

    def _down(self) -> None:
        index = self.currentIndex()
        self._go(min(index.row() + 1, self.table.rowCount() - 1), index.column())

    def _go(self, row: int, column: int) -> None:
        self.setCurrentIndex(self.table.index(row, column))

    def _sort_by(self, section: int) -> None:
        if key := self.table.columns[section].sort:
            self.sort_wanted.emit(key)

    @staticmethod
    def _is_word(event: QKeyEvent) -> bool:
        held = event.modifiers() & ~(
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        )
        return not held and event.text().isprintable() and bool(event.text().strip())

    def _say_wrong(self, words: str) -> None:
        """Say below the cell why what was typed cannot be taken, or nothing any more."""
        self._say_below(words, tone="error")

    def _say_below(self, words: str, *, tone: str = "news") -> None:
        if self.note is not None:
            self.note.hide()
            self.note.deleteLater()
            self.note = None
        if not words:
            return
        note = Banner(words, theme=self._theme, tone=tone, parent=self.viewport())
        cell, port = self.visualRect(self.currentIndex()), self.viewport().rect()
        note.setFixedWidth(min(_NOTE_WIDTH, port.width() - 16))
        policy = note.label.sizePolicy()
        policy.setHeightForWidth(True)
        note.label.setSizePolicy(policy)
        note.setFixedHeight(note.heightForWidth(note.width()))
        left = max(4, min(cell.left(), port.width() - note.width() - 8))
        is_low = cell.bottom() + 3 + note.height() > port.height()
        note.move(left, cell.top() - note.height() - 3 if is_low else cell.bottom() + 3)
        note.show()
        self.note = note

    def _give_widths(self) -> None:
        columns, room = self.table.columns, self.viewport().width()
        shown = set(range(len(columns)))
        for rank in sorted({column.rank for column in columns if column.rank}, reverse=True):
            if sum(columns[place].width or columns[place].least for place in shown) <= room:
                break
            shown -= {place for place, column in enumerate(columns) if column.rank == rank}
        rest = room - sum(columns[place].width for place in shown)
        takers = [place for place in shown if not columns[place].width]
        for place, column in enumerate(columns):
            self.setColumnHidden(place, place not in shown)
            if place in shown:
                self.setColumnWidth(place, column.width or max(40, rest // len(takers)))
        if self.currentIndex().isValid() and self.currentIndex().column() not in shown:
            self._go(self.currentIndex().row(), min(shown))

    def _set_up(self, says: str) -> None:
        self.setAccessibleName(says)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMinimumHeight(120)
        triggers = _Trigger.DoubleClicked
        self.setEditTriggers(triggers | _Trigger.AnyKeyPressed if self._types else triggers)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(ROW_HEIGHT)
        rows.setDefaultSectionSize(ROW_HEIGHT)


def _and_words(words: list[str]) -> str:
    """`Title, Minutes and Place`."""
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1])))
