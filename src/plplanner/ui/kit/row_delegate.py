"""Cells of a list: drawn from the tokens, typed over in place."""

from collections.abc import Callable

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from plplanner.ui.kit.row_paint import paint_ground, write_cell
from plplanner.ui.kit.row_table import Index, RowTable
from plplanner.ui.kit.theme import Theme

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TAB = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
_NO_HINT = QAbstractItemDelegate.EndEditHint.NoHint
_REVERT = QAbstractItemDelegate.EndEditHint.RevertModelCache


class RowDelegate(QStyledItemDelegate):
    """The row one stands on in tint with a bar, the cell with a frame inside.

    What cannot be entered stays in the editor, marked, with the reason told to `on_wrong`; left
    without mending it, the old value is kept.
    """

    def __init__(
        self,
        theme: Theme,
        view: QTableView,
        *,
        on_wrong: Callable[[str], object],
        on_entered: Callable[[], object],
    ) -> None:
        """`on_wrong` gets a sentence, or nothing when all is well; `on_entered` follows Enter."""
        super().__init__(view)
        self._theme, self._view = theme, view
        self._on_wrong, self._on_entered = on_wrong, on_entered
        self._edited = QPersistentModelIndex()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One cell."""
        table, rect, colours = index.model(), option.rect, self._theme.palette
        current = self._view.currentIndex()
        on_row = current.isValid() and current.row() == index.row()
        is_first = self._view.columnViewportPosition(index.column()) == 0
        painter.save()
        paint_ground(painter, rect, colours, is_current=on_row, has_bar=on_row and is_first)
        if isinstance(table, RowTable) and (row := table.row_at(index.row())) is not None:
            ratio = self._view.devicePixelRatioF()
            column = table.columns[index.column()]
            write_cell(painter, rect, column, row, colours=colours, ratio=ratio)
        if current == index and self._view.hasFocus():
            painter.setPen(QPen(QColor(colours["accent"]), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -2))
        painter.restore()

    def createEditor(  # noqa: N802 - Qt's name
        self, parent: QWidget, _option: QStyleOptionViewItem, index: Index
    ) -> QWidget:
        """A field that fills the cell."""
        made = QLineEdit(parent)
        table = index.model()
        if isinstance(table, RowTable):
            column = table.columns[index.column()]
            made.setAccessibleName(column.heading)
            if column.is_number:
                made.setAlignment(Qt.AlignmentFlag.AlignRight)
        made.setProperty("place", "cell")
        made.textEdited.connect(lambda _text: self._say(made, ""))
        self._edited = QPersistentModelIndex(index)
        return made

    def setModelData(  # noqa: N802 - Qt's name
        self, editor: QWidget, model: QAbstractItemModel, index: Index
    ) -> None:
        """Hand over what was typed."""
        if isinstance(editor, QLineEdit):
            model.setData(index, editor.text())

    def updateEditorGeometry(  # noqa: N802 - Qt's name
        self, editor: QWidget, option: QStyleOptionViewItem, _index: Index
    ) -> None:
        """The whole cell, its hairline left free."""
        editor.setGeometry(option.rect.adjusted(0, 0, 0, -1))

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Enter keeps and goes on, Escape and leaving a wrong value keep what stood there."""
        if not isinstance(editor, QLineEdit):
            return super().eventFilter(editor, event)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in _ENTER:
                self._enter(editor)
                return True
            if event.key() in _TAB and self._refuse(editor):
                return True
            if event.key() == Qt.Key.Key_Escape:
                self._say(editor, "")
        elif event.type() == QEvent.Type.FocusOut and self._refuse(editor):
            self._say(editor, "")
            self.closeEditor.emit(editor, _REVERT)
            return False
        return super().eventFilter(editor, event)

    def _enter(self, editor: QLineEdit) -> None:
        if self._refuse(editor):
            return
        self.commitData.emit(editor)
        if not editor.isHidden():  # other rows in the list may have closed it already
            self.closeEditor.emit(editor, _NO_HINT)
        self._view.setFocus()
        self._on_entered()

    def _refuse(self, editor: QLineEdit) -> bool:
        table, words = self._edited.model(), ""
        if isinstance(table, RowTable):
            words = table.what_is_wrong(self._edited, editor.text())
        self._say(editor, words)
        return bool(words)

    def _say(self, editor: QLineEdit, words: str) -> None:
        state = "error" if words else ""
        if (editor.property("state") or "") != state:
            editor.setProperty("state", state)
            editor.style().unpolish(editor)
            editor.style().polish(editor)
        self._on_wrong(words)
