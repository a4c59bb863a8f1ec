"""Any list of rows as a Qt table: ids in order, and the rows behind them a page at a time."""

from collections.abc import Callable, Sequence
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from plplanner.records import record
from plplanner.terms import GroupIdentity, MasteryLevel
from plplanner.ui.kit.labels import literal_tip

PAGE = 50
_PIECE = 1000
_TOP = QModelIndex()
Index = QModelIndex | QPersistentModelIndex


class HasId(Protocol):
    """A frozen row of any room."""

    @property
    def id(self) -> int:
        """Its id in the planner."""


R = TypeVar("R", bound=HasId)


def _never_wrong(_row: object, _text: str) -> str:
    return ""


@record(frozen=True)
class Column(Generic[R]):
    """One column as a line of a table: what it says, how it is drawn, what typing there does.

    `width` 0 shares the room that is left, `least` of it at least. `rank` 0 always stays; the
    highest goes first when the room is narrow. `edit` takes what was typed; `wrong` says in
    words what cannot be taken.
    `at_once` holds keys that count as typed and entered. `sort` is empty for no sorting.
    What is not typed over here is changed where `beside` leads, or where `elsewhere` says.
    In a file the column stands under `heading_out` with what `out` answers, where the screen
    says less than that or what an import would misread.
    """

    heading: str
    text: Callable[[R], str]
    sort: str = ""
    width: int = 0
    least: int = 200
    is_number: bool = False
    is_strong: bool = False
    rank: int = 0
    edit: Callable[[R, str], object] | None = None
    edit_text: Callable[[R], str] | None = None
    wrong: Callable[[R, str], str] = _never_wrong
    at_once: str = ""
    beside: Callable[[], object] | None = None
    elsewhere: str = ""
    tip: Callable[[R], str] | None = None
    icon: Callable[[R], str] | None = None
    tile: Callable[[R], GroupIdentity | None] | None = None
    mark: Callable[[R], MasteryLevel | None] | None = None
    heading_out: str = ""
    out: Callable[[R], str | int | float | None] | None = None


class RowTable(QAbstractTableModel):
    """Shows `page_of(ids)` for the ids it was given; a page is asked for when first painted.

    Shown again with the same ids in any order, whatever stands on a row (the current cell, an
    open editor) goes with it; with other ids the view begins anew and the list pane finds the
    row again by its id.
    """

    def __init__(
        self,
        columns: Sequence[Column[Any]],
        page_of: Callable[[Sequence[int]], Sequence[Any]],
        parent: QObject | None = None,
    ) -> None:
        """`page_of` answers the rows of these ids, in any order."""
        super().__init__(parent)
        self.columns = tuple(columns)
        self.ids: tuple[int, ...] = ()
        self._page_of = page_of
        self._rows: dict[int, Any] = {}
        self._asked: set[int] = set()
        self._place_of: dict[int, int] = {}

    # -- rows -----------------------------------------------------------------------------

    def show_ids(self, ids: Sequence[int]) -> None:
        """Show these rows in this order, and ask for their words again."""
        if tuple(ids) == self.ids:
            self._say_what_differs()
            return
        if len(ids) == len(self.ids) and set(ids) == set(self.ids):
            self._show_in_order(tuple(ids))
            return
        self.beginResetModel()
        self._take(tuple(ids))
        self.endResetModel()

    def row_at(self, place: int) -> Any | None:  # noqa: ANN401 - rows of any room
        """The frozen row at a place; None beyond the end, or when it is no longer there."""
        if not 0 <= place < len(self.ids):
            return None
        if place // PAGE not in self._asked:
            self._ask(place // PAGE)
        return self._rows.get(self.ids[place])

    def rows_in_order(self) -> list[Any]:
        """Every row that is still there, asked for in large pieces, as they are now."""
        pieces = (self.ids[n : n + _PIECE] for n in range(0, len(self.ids), _PIECE))
        rows = {row.id: row for piece in pieces for row in self._page_of(piece)}
        return [rows[one] for one in self.ids if one in rows]

    def place_of(self, row_id: int | None) -> int:
        """Where the row of this id stands; -1 for nowhere."""
        return -1 if row_id is None else self._place_of.get(row_id, -1)

    def _say_what_differs(self) -> None:
        """The same rows in the same order: only those with other words are painted again."""
        before, pages = self._rows, self._asked
        self._rows, self._asked = {}, set()
        for page in pages:
            self._ask(page)
        for row_id, row in self._rows.items():
            if row != before.get(row_id):
                place = self._place_of[row_id]
                last = len(self.columns) - 1
                self.dataChanged.emit(self.index(place, 0), self.index(place, last))

    def _show_in_order(self, ids: tuple[int, ...]) -> None:
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        held = [self.ids[index.row()] for index in before]
        self._take(ids)
        after = [
            self.index(self._place_of[row_id], index.column())
            for row_id, index in zip(held, before, strict=True)
        ]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _take(self, ids: tuple[int, ...]) -> None:
        self.ids = ids
        self._place_of = {row_id: place for place, row_id in enumerate(ids)}
        self._rows, self._asked = {}, set()

    def _ask(self, page: int) -> None:
        self._asked.add(page)
        ids = self.ids[page * PAGE : (page + 1) * PAGE]
        self._rows.update((row.id, row) for row in self._page_of(ids))

    # -- what Qt asks ---------------------------------------------------------------------

    def rowCount(self, parent: Index = _TOP) -> int:  # noqa: N802 - Qt's name
        """One row per id."""
        return 0 if parent.isValid() else len(self.ids)

    def columnCount(self, parent: Index = _TOP) -> int:  # noqa: N802 - Qt's name
        """One per line of the table of columns."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Words for everyone; the delegate asks for the frozen row itself."""
        row = self.row_at(index.row()) if index.isValid() else None
        if row is None:
            return None
        column = self.columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(row)
        if role == Qt.ItemDataRole.EditRole:
            return (column.edit_text or column.text)(row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return literal_tip((column.tip or column.text)(row))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{column.heading}: {column.text(row) or 'nothing'}"
        return None

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The heading of a column; rows have none."""
        if orientation == Qt.Orientation.Vertical or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.heading
        if role == Qt.ItemDataRole.ToolTipRole and column.sort:
            return f"Sort by {column.heading.lower()} (F4)"
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A cell can be typed over when its column takes it."""
        flags = super().flags(index)
        if index.isValid() and self.columns[index.column()].edit is not None:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def setData(  # noqa: N802 - Qt's name
        self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole
    ) -> bool:
        """Hand what was typed to the column, unless it is what stood there or cannot be taken."""
        row = self.row_at(index.row()) if index.isValid() else None
        if row is None or role != Qt.ItemDataRole.EditRole:
            return False
        column, typed = self.columns[index.column()], str(value).strip()
        if column.edit is None or column.wrong(row, typed):
            return False
        if typed != (column.edit_text or column.text)(row):
            column.edit(row, typed)
        return True

    def what_is_wrong(self, index: Index, typed: str) -> str:
        """Why this cannot be entered here, in words; empty when it can."""
        row = self.row_at(index.row())
        return "" if row is None else self.columns[index.column()].wrong(row, typed.strip())
