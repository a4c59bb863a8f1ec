"""The row above today's plan: what is on, how long it lasts, and what the teacher does with it."""

from functools import partial

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from plplanner.ui.kit.buttons import button, icon_button, wear_icon
from plplanner.ui.kit.labels import plain_label
from plplanner.ui.kit.theme import Theme, body_font
from plplanner.ui.screens.rotation.today.lesson_head import LessonHead

_HIGH = 32  # click area in class
_LARGE, _SMALL = 52, 32


class TimerRow(QFrame):
    """Timer and bar, a minute less or more, pause, lost minutes, next round."""

    minutes_wanted = Signal(int)
    pause_wanted = Signal()
    lost_wanted = Signal()
    next_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Empty until `show_head`."""
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.setAccessibleName("Timer")
        self.title, self.timer = plain_label(role="small", parent=self), plain_label(parent=self)
        self.bar = TimerBar(theme, self)
        self.bar.resized.connect(self._give_room)
        self.starts = plain_label(role="small", parent=self)
        self.follows = plain_label(role="small", parent=self)
        self.follows.setMinimumWidth(1)  # what is cut is not shown
        self.less = button("− 1 min", on_click=partial(self.minutes_wanted.emit, -1), parent=self)
        self.more = button("+ 1 min", on_click=partial(self.minutes_wanted.emit, 1), parent=self)
        self.less.setAccessibleName("A minute less")
        self.more.setAccessibleName("A minute more")
        self.pause = icon_button(
            "pause", "Stop the timer", theme=theme, kind="", on_click=self.pause_wanted.emit,
            parent=self,
        )  # fmt: skip
        self.go_on = button("Go on", on_click=self.pause_wanted.emit, parent=self)
        self.lost = button("Lost minutes…", on_click=self.lost_wanted.emit, parent=self)
        wear_icon(self.lost, "timer", theme)
        self.next = button(
            "Next round", kind="primary", on_click=self.next_wanted.emit, parent=self
        )
        self._lay_out()
        self.be_short(False)

    def show_head(
        self, head: LessonHead, *, is_running: bool, is_paused: bool, is_last: bool = False
    ) -> None:
        """Say what is on; the buttons are there while there is a clock to move.

        After the last round there is no next one: it is ended.
        """
        says = "End round" if is_last else "Next round"
        self.next.setText(says)
        self.next.setAccessibleName(says)
        self.title.setText(head.title)
        self.timer.setText(head.timer)
        # The bar gives way, never a digit.
        self.timer.setMinimumWidth(self.timer.sizeHint().width())
        self.timer.setVisible(bool(head.timer))
        self.starts.setText(head.starts)
        self.follows.setText(head.follows)
        self.bar.show_share(head.gone, is_thick=head.is_near_end)
        self.bar.setVisible(bool(head.starts))
        for part in (self.less, self.more, self.lost, self.next):
            part.setVisible(is_running)
        self.pause.setVisible(is_running and not is_paused)
        self.go_on.setVisible(is_running and is_paused)
        self._give_room()

    def be_short(self, is_short: bool) -> None:
        """On a small window the timer takes one line."""
        self.timer.setFont(body_font(_SMALL if is_short else _LARGE, QFont.Weight.Bold))
        self.timer.setStyleSheet("background: transparent;")
        self.timer.setMinimumWidth(self.timer.sizeHint().width())
        self.setFixedHeight(64 if is_short else 96)

    def _give_room(self) -> None:
        """Where the bar is short, when it ends is worth more than when it began."""
        follows = self.follows.sizeHint().width()
        needed = self.starts.sizeHint().width() + follows + 8
        self.starts.setVisible(needed <= self.bar.width() or not self.bar.isVisible())
        self.follows.setVisible(follows <= self.bar.width() or not self.bar.isVisible())

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.timer)
        below = QHBoxLayout()
        below.addWidget(self.starts)
        below.addStretch(1)
        below.addWidget(self.follows)
        middle = QVBoxLayout()
        middle.setSpacing(4)
        middle.addStretch(1)
        middle.addWidget(self.bar)
        middle.addLayout(below)
        middle.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 16, 4)
        row.setSpacing(6)
        row.addLayout(words)
        row.addSpacing(6)
        row.addLayout(middle, 1)
        row.addSpacing(6)
        for part in (self.less, self.more, self.pause, self.go_on, self.lost, self.next):
            part.setMinimumHeight(_HIGH)
            row.addWidget(part)


class TimerBar(QWidget):
    """How far the round has come; thicker in its last two minutes."""

    resized = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Empty until `show_share`."""
        super().__init__(parent)
        self._theme, self._share, self._thick = theme, 0.0, False
        self.setFixedHeight(16)
        self.setMinimumWidth(60)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_share(self, share: float, *, is_thick: bool) -> None:
        """Fill so much of it, 0 to 1."""
        if (share, is_thick) != (self._share, self._thick):
            self._share, self._thick = share, is_thick
            self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """What stands below it may fit no more, or again."""
        super().resizeEvent(event)
        self.resized.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """The rest, and what is gone over it."""
        colours, painter = self._theme.palette, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        high = 14 if self._thick else 10
        bar = QRectF(0.5, (self.height() - high) / 2, self.width() - 1, high)
        painter.setPen(QColor(colours["edge"]))
        painter.setBrush(QColor(colours["sheet"]))
        painter.drawRoundedRect(bar, high / 2, high / 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours["accent"]))
        if self._share > 0:
            bar.setWidth(max(high, bar.width() * self._share))
            painter.drawRoundedRect(bar, high / 2, high / 2)
        painter.end()
