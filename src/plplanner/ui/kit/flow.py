"""A row of small things that wraps: pills, chips, tags."""

from collections.abc import Collection

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Lays widgets from left to right and begins a new line when one is full."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = 8) -> None:
        """`gap` is the space between widgets and between lines."""
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(gap)

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802 - Qt's name
        """Put an item last."""
        self._items.append(item)

    def count(self) -> int:
        """How many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name
        """One item."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name
        """Take one item out."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def take_out(self, *, keep: Collection[QWidget] = ()) -> None:
        """Remove everything; `keep` is not deleted, to be put back by the caller."""
        while (item := self.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and widget not in keep:
                widget.hide()
                widget.deleteLater()

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Narrower means higher."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """The height all lines take at this width."""
        return self._lay(QRect(0, 0, width, 0), is_real=False)

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802 - Qt's name
        """Place every widget."""
        super().setGeometry(rect)
        self._lay(rect, is_real=True)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """All in one line."""
        sizes = [item.sizeHint() for item in self._items]
        wide = sum(size.width() + self.spacing() for size in sizes)
        return QSize(wide, max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for the widest widget."""
        found = QSize()
        for item in self._items:
            found = found.expandedTo(item.minimumSize())
        return found

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802 - Qt's name
        """It takes no more than it needs."""
        return Qt.Orientation(0)

    def _lay(self, rect: QRect, *, is_real: bool) -> int:
        """Place line by line, each widget in the middle of its line; returns the height."""
        top, line = rect.top(), list[tuple[QLayoutItem, QSize]]()
        left = rect.left()
        for item in self._items:
            if item.isEmpty():  # a hidden widget takes no room
                continue
            size = item.sizeHint()
            if line and left + size.width() > rect.right() + 1:
                top += self._place(line, rect.left(), top, is_real=is_real) + self.spacing()
                line, left = [], rect.left()
            line.append((item, size))
            left += size.width() + self.spacing()
        return top + self._place(line, rect.left(), top, is_real=is_real) - rect.top()

    def _place(
        self, line: list[tuple[QLayoutItem, QSize]], left: int, top: int, *, is_real: bool
    ) -> int:
        high = max((size.height() for _, size in line), default=0)
        for item, size in line:
            if is_real:
                down = (high - size.height()) // 2
                item.setGeometry(QRect(QPoint(left, top + down), size))
            left += size.width() + self.spacing()
        return high
