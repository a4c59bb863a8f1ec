"""A list with its filter, its count, and a next step when nothing is found."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from plplanner.ui.kit.buttons import button
from plplanner.ui.kit.labels import plain_label
from plplanner.ui.kit.pictures import icon_picture
from plplanner.ui.kit.row_table import RowTable
from plplanner.ui.kit.row_view import RowView
from plplanner.ui.kit.theme import Theme

_SIGN = 18
_INTO_THE_LIST = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)


class ListPane(QWidget):
    """A filter above a table of rows. It decides nothing: what is typed and sorted is told.

    Ctrl+F and any letter typed in the list go to the filter, Escape clears it, Down and Enter
    go back into the list. The row one stands on is kept by its id whatever the list shows next.
    """

    filtered = Signal(str)
    sort_wanted = Signal(str)
    row_chosen = Signal(object)  # the id, or None

    def __init__(
        self, table: RowTable, *, theme: Theme, says: str, hint: str, parent: QWidget | None = None
    ) -> None:
        """`says` names what is listed, as in “28 students”; `hint` what the filter looks at."""
        super().__init__(parent)
        self._theme = theme
        self._says = says
        self._chosen: int | None = None
        self._is_showing = False
        self.table = table
        self.view = RowView(table, theme=theme, says=says.capitalize(), parent=self)
        self.filter = self._filter_field(hint)
        self.count = plain_label(role="meta", parent=self)
        self.head = QHBoxLayout()
        self.head.setSpacing(8)
        self.head.addWidget(self.filter, 1)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._nothing_found())
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(8)
        self.column.addLayout(self.head)
        self.column.addWidget(self._stack, 1)
        self.foot = QHBoxLayout()  # beside the count, for quiet acts on the whole list
        self.foot.setSpacing(8)
        self.foot.addWidget(self.count)
        foot = QHBoxLayout()
        foot.addLayout(self.foot)
        foot.addStretch(1)
        self.column.addLayout(foot)
        self._connect()

    # -- what the screen says -------------------------------------------------------------

    def show_ids(self, ids: Sequence[int], *, of_all: int) -> None:
        """Show these rows; the row one stood on stays current while it is in the list."""
        place, column = self.view.currentIndex().row(), self.view.currentIndex().column()
        self._is_showing = True
        self.table.show_ids(ids)
        if ids and not self.view.choose(self._chosen, max(0, column)):
            gone = self._chosen is not None
            nearest = ids[max(0, min(place, len(ids) - 1))] if gone else ids[0]
            self.view.choose(nearest, max(0, column))
        self._is_showing = False
        self._tell(self.view.current_id())
        self.count.setText(_count_words(len(ids), of_all, self._says))
        self._stack.setCurrentIndex(0 if ids or not of_all else 1)

    def say_what(self, says: str) -> None:
        """Name what is listed from now on."""
        self._says = says

    def choose(self, row_id: int) -> None:
        """Stand on a row of the list."""
        if self.view.choose(row_id):
            self.view.scrollTo(self.view.currentIndex())

    def say_sorted(self, key: str, *, is_down: bool) -> None:
        """Show by what and which way the list is sorted."""
        self.view.heads.say_sorted(key, is_down=is_down)

    # -- what the teacher does ------------------------------------------------------------

    def clear_filter(self) -> None:
        """Show everything again."""
        self.filter.clear()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Escape clears, Down and Enter go into the list."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape and self.filter.text():
                self.clear_filter()
                return True
            if watched is self.filter and event.key() in _INTO_THE_LIST:
                self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return True
        return super().eventFilter(watched, event)

    def _take_typed(self, text: str) -> None:
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.setText(text)

    def _go_to_filter(self) -> None:
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.selectAll()

    def _show_all(self) -> None:
        self.clear_filter()
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _moved(self) -> None:
        if not self._is_showing:
            self._tell(self.view.current_id())

    def _tell(self, row_id: int | None) -> None:
        if row_id != self._chosen:
            self._chosen = row_id
            self.row_chosen.emit(row_id)

    # -- inside ---------------------------------------------------------------------------

    def _connect(self) -> None:
        self.filter.textChanged.connect(self.filtered.emit)
        self.filter.installEventFilter(self)
        self.view.installEventFilter(self)
        self.view.typed.connect(self._take_typed)
        self.view.sort_wanted.connect(self.sort_wanted.emit)
        self.view.selectionModel().currentChanged.connect(self._moved)
        shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        shortcut.activated.connect(self._go_to_filter)
        self._theme.changed.connect(self._tint)
        self._tint()

    def _filter_field(self, hint: str) -> QLineEdit:
        made = QLineEdit(self)
        made.setPlaceholderText(hint)
        made.setAccessibleName(f"Filter: {hint}")
        made.setMinimumWidth(120)
        made.setTextMargins(_SIGN + 8, 0, 0, 0)
        self._sign = QLabel(made)
        self._sign.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._sign.setGeometry(10, 7, _SIGN, _SIGN)
        return made

    def _tint(self) -> None:
        self._sign.setPixmap(icon_picture("search", self._theme.palette["ink3"], _SIGN, 2.0))

    def _nothing_found(self) -> QWidget:
        made = QWidget(self)
        column = QVBoxLayout(made)
        middle = Qt.AlignmentFlag.AlignHCenter
        self.show_all = button("Show all (Esc)", on_click=self._show_all, parent=made)
        column.addStretch(1)
        column.addWidget(plain_label("Nothing here has these letters.", role="strong"), 0, middle)
        column.addWidget(self.show_all, 0, middle)
        column.addStretch(2)
        return made


def _count_words(shown: int, of_all: int, says: str) -> str:
    """`5 of 28 students`, `28 students` when nothing is left out, `1 student`."""
    noun, _, rest = says.partition(" ")
    one = " ".join(part for part in (noun.removesuffix("s"), rest) if part)
    words = f"{of_all} {says if of_all != 1 else one}"
    return f"{shown} of {words}" if shown != of_all else words
