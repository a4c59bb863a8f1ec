"""Pick one of many by a few letters: a field over a list, in a panel of its own."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QIcon, QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from plplanner.records import record
from plplanner.ui.kit.focus_ring import ring_along
from plplanner.ui.kit.labels import plain_label
from plplanner.ui.kit.offer_delegate import GREY, GREY_LINE, OfferDelegate

_KEY, _SPOKEN = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.AccessibleTextRole
_NO_FOCUS = Qt.FocusPolicy.NoFocus
_ROW = 34  # high enough to be hit without aiming
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


@record(frozen=True)
class Offer:
    """One line of the list: its words, what choosing it means, perhaps a picture.

    With an empty `key` it only says something and cannot be chosen. `grey` stands below, smaller.
    """

    says: str
    key: str
    icon: QIcon | None = None
    grey: str = ""


def show_at(panel: QWidget, corner: QPoint) -> None:
    """Show a panel below a corner, moved so that all of it is on the screen."""
    screen = QGuiApplication.screenAt(corner) or panel.screen()
    room = screen.availableGeometry()
    left = max(room.left(), min(corner.x(), room.right() - panel.width()))
    top = max(room.top(), min(corner.y(), room.bottom() - panel.height()))
    panel.move(left, top)
    ring_along(panel)
    panel.show()


class Popover(QFrame):
    """Typing finds, up and down choose, Enter or a click takes, Escape leaves.

    Where there is nothing to take, Enter leaves it open for other words.
    """

    offered = Signal()

    def __init__(
        self,
        says: str,
        *,
        field: str,
        listed: str,
        offers: Callable[[str], Sequence[Offer]],
        on_choice: Callable[[str], object],
        parent: QWidget | None,
        size: tuple[int, int],
        heading: tuple[str, str] | None = None,
        row_height: int = _ROW,
        typed: str = "",
    ) -> None:
        """`field` and `listed` name its two parts. `heading` is (words, role).

        `offers` answers what is typed, the best first; `on_choice` gets the key of an offer.
        """
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("kind", "popover")
        self.setAccessibleName(says)
        self._offers, self._on_choice, self._row_height = offers, on_choice, row_height
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        if heading is not None:
            column.addWidget(plain_label(heading[0], role=heading[1], parent=self))
        self.field = QLineEdit(typed, self)
        self.field.setAccessibleName(field)
        self.list = QListWidget(self)
        self.list.setAccessibleName(listed)
        self.list.setItemDelegate(OfferDelegate(self.list))
        column.addWidget(self.field)
        column.addWidget(self.list)
        self.setFixedSize(*size)
        self.field.textChanged.connect(self._show)
        self.field.returnPressed.connect(self._take)
        self.field.installEventFilter(self)
        self.list.installEventFilter(self)
        self.list.itemClicked.connect(self._take)
        self._show(typed)
        self.field.setFocus()

    def open_at(self, corner: QPoint) -> None:
        """Show below a corner, moved so that all of it is on the screen."""
        show_at(self, corner)

    def put_around_list(self, above: QWidget, below: QWidget) -> None:
        """Put widgets between field and list and under the list; Tab goes through them in order."""
        column = self.layout()
        if isinstance(column, QVBoxLayout):
            column.insertWidget(column.indexOf(self.list), above)
            column.addWidget(below)
        inside = [one for one in above.findChildren(QWidget) if one.focusPolicy() != _NO_FOCUS]
        for before, after in pairwise((self.field, *inside, self.list, below)):
            self.setTabOrder(before, after)

    def offer_again(self) -> None:
        """Ask anew for what is offered: something else than the words has changed."""
        self._show(self.field.text())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Up and down move in the list while the field keeps the words; Enter takes there too."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if watched is self.list:
                return self._take_by_key(event)
            step = _STEPS.get(Qt.Key(event.key()), 0)
            if step:
                last = self.list.count() - 1
                self.list.setCurrentRow(max(0, min(last, self.list.currentRow() + step)))
                return True
        return super().eventFilter(watched, event)

    def _show(self, typed: str) -> None:
        self.list.clear()
        for offer in self._offers(typed):
            item = QListWidgetItem(offer.icon or QIcon(), offer.says)
            item.setData(_KEY, offer.key)
            if not offer.key:
                item.setFlags(Qt.ItemFlag.NoItemFlags)
            item.setSizeHint(QSize(0, self._row_height + (GREY_LINE if offer.grey else 0)))
            if offer.grey:
                item.setData(GREY, offer.grey)
                item.setData(_SPOKEN, f"{offer.says}, {offer.grey}")
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.offered.emit()

    def _take_by_key(self, event: QKeyEvent) -> bool:
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return False
        self._take()
        return True

    def _take(self) -> None:
        item = self.list.currentItem()
        key = item.data(_KEY) if item is not None else ""
        if key:
            self.close()
            self._on_choice(key)
