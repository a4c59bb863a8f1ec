"""A name on the waiting pile: cut at a letter when it is long, walked with the arrows."""

import unicodedata
from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from plplanner.ui.kit.labels import literal, literal_tip

_HEIGHT = 24
_TURNED = "\u200f"  # keeps the “…” at the end of a name written from right to left
_STEPS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Home: -1000,
    Qt.Key.Key_End: 1000,
}


class PileName(QPushButton):
    """One name. It never keeps the pile wide: what is cut off stands in the tooltip."""

    step_wanted = Signal(int)  # so many names on
    reached = Signal()  # it has the keyboard now

    def __init__(
        self, name: str, says: str, on_click: Callable[[], object], parent: QWidget
    ) -> None:
        """`says` is read aloud: the name, and why it stands here."""
        super().__init__(parent)
        self.name = name
        self.setProperty("kind", "link")
        self.setProperty("measure", "small")  # “size” is Qt's own
        self.setAccessibleName(says)
        self.setAutoDefault(True)  # Enter presses it
        self.setStyleSheet(f"padding: 0; min-height: {_HEIGHT - 2}px;")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_HEIGHT)
        self.clicked.connect(lambda _checked=False: on_click())
        self._cut()

    def take_tab(self, takes: bool) -> None:
        """Tab stops at one name of the pile; from there the arrows lead on."""
        focus = Qt.FocusPolicy.StrongFocus if takes else Qt.FocusPolicy.ClickFocus
        self.setFocusPolicy(focus)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Names never keep it wide."""
        return QSize(1, _HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Up and Down lead through the names, Home and End to the first and the last."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.step_wanted.emit(step)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """The pile scrolls to it."""
        super().focusInEvent(event)
        self.reached.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """As much of the name as there is room for."""
        super().resizeEvent(event)
        self._cut()

    def _cut(self) -> None:
        shown = self.fontMetrics().elidedText(
            self.name, Qt.TextElideMode.ElideRight, max(24, self.width() - 4)
        )
        is_cut = shown != self.name
        turned = _TURNED if is_cut and _is_from_the_right(self.name) else ""
        self.setText(literal(f"{turned}{shown}{turned}"))
        self.setToolTip(literal_tip(self.name) if is_cut else "")


def _is_from_the_right(name: str) -> bool:
    ways = (unicodedata.bidirectional(letter) for letter in name)
    return next((way for way in ways if way in {"L", "R", "AL"}), "L") != "L"
