"""The file as it stands, cell by cell, with what each cell is taken for."""

from collections.abc import Callable, Collection

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from plplanner.importing.header_words import ColumnRole
from plplanner.importing.preview import CellMark, ImportPreview, mark_of, rows_shown
from plplanner.ui.kit.labels import literal_tip

MARK = int(Qt.ItemDataRole.UserRole)
QUIET = MARK + 1
_NOWHERE = QModelIndex()
Index = QModelIndex | QPersistentModelIndex


class RawTable(QAbstractTableModel):
    """Rows below the headings; cells of students can be typed over."""

    def __init__(
        self, on_cell: Callable[[int, int, str], object], parent: QObject | None = None
    ) -> None:
        """`on_cell` hears of (row, place, text) typed over."""
        super().__init__(parent)
        self._on_cell = on_cell
        self._preview: ImportPreview | None = None
        self._rows: tuple[int, ...] = ()

    def show_preview(
        self, preview: ImportPreview | None, *, without_rows: Collection[int] = ()
    ) -> None:
        """Put a preview on; one of the same shape keeps the place the teacher looks at."""
        shown = rows_shown(preview.source) if preview else ()
        rows = tuple(row for row in shown if row not in without_rows) if without_rows else shown
        columns = len(preview.source.columns) if preview else 0
        if rows == self._rows and columns == self.columnCount():
            self._preview = preview
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, columns - 1))
            return
        self.beginResetModel()
        self._preview, self._rows = preview, rows
        self.endResetModel()

    def place_of(self, row: int, place: int) -> QModelIndex:
        """The index of a cell of the file; rows and places from 0."""
        return self.index(self._rows.index(row), place) if row in self._rows else QModelIndex()

    def shown_at(self, index: Index) -> tuple[str, CellMark, bool] | None:
        """Text, mark and whether it is quiet: hundreds of cells are painted, each asks once."""
        preview = self._preview
        if preview is None or not index.isValid():
            return None
        row, place = self._rows[index.row()], index.column()
        text = preview.source.table.cell(row, place).strip()
        return text, mark_of(preview, row, place), self._is_quiet(preview, row, place)

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """Rows below the headings."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """Columns of the file."""
        return 0 if parent.isValid() or not self._preview else len(self._preview.source.columns)

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        """The heading as the file writes it."""
        wanted = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        if not wanted or orientation is not Qt.Orientation.Horizontal or not self._preview:
            return None
        columns = self._preview.source.columns
        return columns[section].header if section < len(columns) else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Text, what it is taken for, and the sentence of a cell that needs a look."""
        preview = self._preview
        if preview is None or not index.isValid():
            return None
        row, place = self._rows[index.row()], index.column()
        text = preview.source.table.cell(row, place).strip()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return text
        if role == QUIET:
            return self._is_quiet(preview, row, place)
        if role not in (MARK, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        mark = mark_of(preview, row, place)
        if role == Qt.ItemDataRole.ToolTipRole:
            return literal_tip(mark.wrong) if mark.wrong else None
        return mark if role == MARK else self._spoken(preview, place, text, mark)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Cells of students in columns that come in can be typed over."""
        flags = super().flags(index)
        preview = self._preview
        if preview is None or not index.isValid() or not preview.source.as_written:
            return flags
        quiet = self._is_quiet(preview, self._rows[index.row()], index.column())
        return flags if quiet else flags | Qt.ItemFlag.ItemIsEditable

    def setData(  # noqa: N802 - Qt's name
        self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole
    ) -> bool:
        """Hand on what was typed; the cell changes when the preview comes back."""
        if role != Qt.ItemDataRole.EditRole or str(value) == self.data(index):
            return False
        self._on_cell(self._rows[index.row()], index.column(), str(value))
        return True

    @staticmethod
    def _is_quiet(preview: ImportPreview, row: int, place: int) -> bool:
        left_out = preview.source.columns[place].role is ColumnRole.LEFT_OUT
        return left_out or row not in preview.row_of

    @staticmethod
    def _spoken(preview: ImportPreview, place: int, text: str, mark: CellMark) -> str:
        said = (preview.source.columns[place].header, text, mark.aside, mark.wrong)
        return ", ".join(part for part in said if part)
