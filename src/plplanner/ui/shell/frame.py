"""The bare frame of the window: rail, top bar, room for a screen, status bar.

Drawn from the look alone, before the planner file is open, so that the first paint does not
wait for it. The window is this frame, furnished.
"""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, Signal
from PySide6.QtGui import QGuiApplication, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from plplanner.preferences import RememberedWindow
from plplanner.problems import Problem
from plplanner.ui.kit.banner import Banner
from plplanner.ui.kit.focus_ring import FocusRing
from plplanner.ui.kit.tab_order import order_by_reading
from plplanner.ui.kit.theme import Theme
from plplanner.ui.shell.lock_cover import LockCover
from plplanner.ui.shell.rail import Rail
from plplanner.ui.shell.status_bar import StatusBar
from plplanner.ui.shell.top_bar import TopBar

# Tone, sentence, and what one button says and does.
Told = tuple[str, str, tuple[str, Callable[[], object]] | None]

_NARROW_BELOW = 1180
_TITLE = 28  # pixels for the title that the system draws above a window


class Frame(QMainWindow):
    """Everything of the window that needs no planner."""

    painted = Signal()

    def __init__(
        self, theme: Theme, remembered: RememberedWindow, *, glimpse: tuple[str, int] | None = None
    ) -> None:
        """`glimpse` is the name of the first class and how many students it has."""
        super().__init__()
        self.theme = theme
        self._was_painted, self._tone = False, ""
        self.setWindowTitle("plplanner")
        self.setMinimumSize(960, 560)
        self.rail, self.top_bar, self.status = Rail(theme), TopBar(theme), StatusBar(theme)
        self._whole, self._stack = QWidget(), QStackedWidget()
        self._standing, self._banners = QVBoxLayout(), QVBoxLayout()
        self._lay_out()
        self._ring = FocusRing(self, theme)
        self._cover = LockCover(self, theme)
        self._place(remembered)
        if glimpse is not None:
            self.rail.class_button.show_class(*glimpse)
        self.rail.mark(remembered.room if remembered.room in self.rail.buttons else "tomorrow")

    # -- what is told ---------------------------------------------------------------------

    def warn(self, problem: Problem) -> None:
        """A Problem as a banner above the screen, with its next step."""
        self.show_banner(("error", f"{problem.what} {problem.next_step}", None))

    def show_banner(self, told: Told) -> None:
        """One banner at a time: a newer one takes the place of an older."""
        self.clear_banner()
        tone, text, action = told
        self._tone = tone
        self._banners.setContentsMargins(16, 8, 16, 0)
        self._banners.addWidget(
            Banner(text, theme=self.theme, tone=tone, action=action, on_close=self.clear_banner)
        )

    def clear_banner(self) -> None:
        """Put the banner aside."""
        _empty(self._banners)

    def clear_news(self) -> None:
        """Put the banner aside if it only told what was done: elsewhere it is in the way."""
        if self._tone == "news":
            self.clear_banner()

    def clear_told(self) -> None:
        """Put the banner aside if it was about the day or class that was shown until now."""
        if self._tone in ("news", "error"):
            self.clear_banner()

    def say_standing(self, banner: Banner | None) -> None:
        """What holds until it is over, above every other banner; None when it is over."""
        _empty(self._standing)
        if banner is not None:
            self._standing.setContentsMargins(16, 8, 16, 0)
            self._standing.addWidget(banner)

    # -- inside ---------------------------------------------------------------------------

    def _lay_out(self) -> None:
        whole, column = self._whole, QVBoxLayout()
        whole.setObjectName("canvas")
        row = QHBoxLayout()
        outer = QVBoxLayout(whole)
        for layout in (row, outer, column):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
        column.addWidget(self.top_bar)
        column.addLayout(self._standing)
        column.addLayout(self._banners)
        column.addWidget(self._stack, 1)
        row.addWidget(self.rail)
        row.addLayout(column, 1)
        outer.addLayout(row, 1)
        outer.addWidget(self.status)
        self.setCentralWidget(whole)

    def _place(self, remembered: RememberedWindow) -> None:
        place = QPoint(remembered.x, remembered.y)
        # A screen that is gone since would leave the window where nobody sees it.
        known = QGuiApplication.screenAt(place + QPoint(40, 10)) if remembered.x >= 0 else None
        screen = known or QGuiApplication.primaryScreen()
        fitting = QRect(place.x(), place.y(), remembered.width, remembered.height)
        # Where not even the smallest window has room, nothing can be made to fit.
        if self.minimumSize().boundedTo(screen.availableSize()) == self.minimumSize():
            fitting = fitted(fitting, within=screen.availableGeometry())
        self.resize(fitting.size())
        if known is not None:
            self.move(fitting.topLeft())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """On a small or enlarged screen the rail keeps only its icons."""
        super().resizeEvent(event)
        self.rail.be_narrow(self.width() < _NARROW_BELOW)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802 - Qt's name
        """Tab follows what is shown now: buttons come and go with what there is to do."""
        order_by_reading(self._whole)
        return super().focusNextPrevChild(forward)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Tell of the first paint: now there is time to open the planner."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            self.painted.emit()


def fitted(place: QRect, *, within: QRect) -> QRect:
    """A window's place and size, no larger than its screen, and not beyond its edges.

    A screen that is enlarged has fewer pixels than the window was made for.
    """
    width = min(place.width(), within.width())
    height = min(place.height(), within.height() - _TITLE)
    left = max(within.left(), min(place.left(), within.right() + 1 - width))
    top = max(within.top(), min(place.top(), within.bottom() + 1 - height - _TITLE))
    return QRect(left, top, width, height)


def _empty(banners: QVBoxLayout) -> None:
    banners.setContentsMargins(0, 0, 0, 0)
    while (item := banners.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
