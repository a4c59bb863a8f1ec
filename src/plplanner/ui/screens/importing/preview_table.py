"""The table of the preview: headings with their meaning, cells that can be typed over."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from plplanner.importing.header_words import NAME_ROLES
from plplanner.importing.rows import ColumnRead
from plplanner.library.queries import standards
from plplanner.ui.kit.theme import Theme
from plplanner.ui.screens.importing.cell_painter import CellPainter
from plplanner.ui.screens.importing.column_choice import ColumnChoice
from plplanner.ui.screens.importing.column_header import ColumnHeader, width_of
from plplanner.ui.screens.importing.column_order import order_shown
from plplanner.ui.screens.importing.hidden_places import hidden_places
from plplanner.ui.screens.importing.raw_table import RawTable
from plplanner.ui.screens.importing.viewmodel import ImportDrawer

_ROW = 32


class PreviewTable(QTableView):
    """All rows scroll; a heading's button opens its choice, so does F4 in the column."""

    def __init__(self, drawer: ImportDrawer, theme: Theme, parent: QWidget | None = None) -> None:
        """`drawer` hears the corrections."""
        super().__init__(parent)
        self._drawer = drawer
        self._table = RawTable(drawer.answers.say_cell, self)
        self.head = ColumnHeader(theme, self.choose_column, self)
        self.setModel(self._table)
        self.setHorizontalHeader(self.head)
        self.setItemDelegate(CellPainter(theme, self))
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW)
        self.verticalHeader().setMinimumSectionSize(_ROW)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setMinimumHeight(140)
        self.setCornerWidget(QWidget(self))
        self.setAccessibleName("The file as it will be read")
        self._shape: tuple[tuple[str, ...], frozenset[int]] = ((), frozenset())
        self._at_first: tuple[ColumnRead, ...] = ()  # a corrected column stays where it is

    def show_preview(self) -> None:
        """Put the preview of the drawer on: all of it, or only where the file says anything new."""
        self.show_cells()
        self.show_heads()

    def show_cells(self) -> None:
        """The cells; `show_heads` follows, in another turn of the window where it must be quick."""
        preview = self._drawer.preview
        if preview is None:
            return
        columns = preview.source.columns
        hidden = hidden_places(preview, self._drawer.told)
        self._table.show_preview(preview, without_rows=hidden.rows)
        shape = (tuple(column.header for column in columns), hidden.columns)
        if shape != self._shape:
            self._shape, self._at_first = shape, columns
            self._give_widths(columns)
            self.horizontalScrollBar().setValue(0)
        self.viewport().update()

    def show_heads(self) -> None:
        """The headings, each with what its column is taken for."""
        preview = self._drawer.preview
        if preview is not None:
            self.head.show_columns(preview.source.columns, as_written=preview.source.as_written)

    def show_cell(self, row: int, place: int) -> None:
        """Bring a cell of the file in sight, ready to be typed over."""
        index = self._table.place_of(row, place)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)
            self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def choose_column(self, place: int) -> None:
        """Open the choice for a column."""
        preview = self._drawer.preview
        if preview is None or not self.head.can_correct(place):
            return
        choice = ColumnChoice(
            preview.source.columns[place],
            standards=self._drawer.stage.desk.ask(standards),
            on_told=lambda column: self._drawer.answers.say_column(place, column),
            only_scores=not preview.source.as_written,
            parent=self,
        )
        choice.open_below(self.head.button_at(place))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """F4 opens the choice of the column one stands in."""
        index: QModelIndex = self.currentIndex()
        if event.key() == Qt.Key.Key_F4 and index.isValid():
            self.choose_column(index.column())
            return
        super().keyPressEvent(event)

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: N802 - Qt's name
        """The buttons go along with their columns."""
        super().scrollContentsBy(dx, dy)
        self.head.place_buttons()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """The names take the width that is left over."""
        super().resizeEvent(event)
        preview = self._drawer.preview
        if preview is not None:
            self._give_widths(preview.source.columns)

    def _give_widths(self, columns: tuple[ColumnRead, ...]) -> None:
        hidden = self._shape[1]
        widths = [0 if n in hidden else width_of(one) for n, one in enumerate(columns)]
        names = [place for place, column in enumerate(columns) if column.role in NAME_ROLES]
        spare = self.viewport().width() - sum(widths)
        if names and spare > 0:
            widths[names[0]] += spare
        self.head.is_busy = True
        self.head.put_in_order(order_shown(self._at_first, widths, self.viewport().width()))
        for place, width in enumerate(widths):
            if self.isColumnHidden(place) == bool(width):
                self.setColumnHidden(place, not width)
            if width and self.columnWidth(place) != width:
                self.setColumnWidth(place, width)
        self.head.is_busy = False
        self.head.place_buttons()
