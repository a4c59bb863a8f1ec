"""A small button in the report: a long name in its words is cut, and whole in the tooltip."""

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from plplanner.ui.kit.labels import literal, literal_tip

_AIR = 22  # padding and frame at both sides


class ActButton(QPushButton):
    """As wide as its words, and never wider than the card it stands in."""

    def __init__(
        self,
        says: str,
        on_click: Callable[[], object],
        *,
        long: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """`says` holds `{}` where `long` stands, the part that may be cut."""
        super().__init__(parent)
        self._says, self._long = says, long
        self.setProperty("measure", "small")  # “size” is Qt's own
        self.setAccessibleName(self.whole)
        self.setAutoDefault(True)  # Enter presses it
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda _checked=False: on_click())
        self.setText(literal(self.whole))

    @property
    def whole(self) -> str:
        """Its words, with nothing cut."""
        return self._says.format(self._long)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for all its words."""
        wide = self.fontMetrics().horizontalAdvance(self.whole) + _AIR
        return QSize(wide, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Words never keep the card wide."""
        return QSize(48, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """As much of the name as there is room for."""
        super().resizeEvent(event)
        self._cut()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Only now the letters have their size."""
        super().showEvent(event)
        self._cut()

    def _cut(self) -> None:
        metrics, room, kept = self.fontMetrics(), self.width() - _AIR, len(self._long)
        shown = self.whole
        while kept > 1 and metrics.horizontalAdvance(shown) > room:
            kept -= 1
            shown = self._says.format(f"{self._long[:kept].rstrip()}…")
        self.setText(literal(shown))
        self.setToolTip(literal_tip(self.whole) if shown != self.whole else "")
