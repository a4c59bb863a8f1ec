"""The status bar: saved when, where it is kept, the last backup."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from plplanner.ui.kit.labels import plain_label
from plplanner.ui.kit.moments import clock_words, day_words
from plplanner.ui.kit.pictures import icon_picture
from plplanner.ui.kit.theme import Theme

if TYPE_CHECKING:
    from plplanner.ui.stage import Stage

_AIR = 16


class StatusBar(QWidget):
    """26 pixels at the foot of the window. There is no Save button; this says so."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Says “Opening” until `follow`."""
        super().__init__(parent)
        self._theme = theme
        self._clock: Callable[[], datetime] | None = None
        self.setObjectName("statusbar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(26)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(6)
        self._signs: list[tuple[QLabel, str]] = []
        self.saved = plain_label("Opening", role="meta", parent=self)
        self.place = plain_label("This computer only", role="meta", parent=self)
        self.backup = plain_label(role="meta", parent=self)
        for label, sign in ((self.saved, "check"), (self.place, "shield")):
            row.addWidget(self._sign(sign))
            row.addWidget(label)
            row.addSpacing(14)
        row.addWidget(self.backup)
        row.addStretch(1)
        self.keys = plain_label("All keys: press F1", role="meta", parent=self)
        row.addWidget(self.keys)
        theme.changed.connect(self._tint)
        self._tint()

    def follow(self, stage: "Stage", *, last_backup: datetime | None) -> None:
        """Tell of every saved step from now on; `last_backup` is None before the first one."""
        self._clock = stage.clock
        stage.desk.saved.connect(self.say_saved)
        stage.desk.turned.connect(lambda: self._say_state(stage))
        self.say_backup(last_backup)
        self._say_state(stage)

    def _say_state(self, stage: "Stage") -> None:
        read_only = stage.desk.planner.why_read_only is not None
        self.saved.setText("To read only" if read_only else "Ready")

    def say_saved(self) -> None:
        """A step was saved just now; a planner that changed is backed up when it is closed."""
        if self._clock is not None:
            self.saved.setText(f"Saved {clock_words(self._clock())}")
        if not self.backup.text():
            self.backup.setText("First backup when you close")

    def say_backup(self, taken: datetime | None) -> None:
        """When the last verified backup was taken; nothing before there is anything to lose."""
        self.backup.setText(f"Last backup {day_words(taken)}" if taken else "")

    def free_span(self) -> tuple[int, int]:
        """From where to where, in pixels from the left, no words stand."""
        layout = self.layout()
        if layout is not None:
            layout.activate()  # words told a moment ago have their new width
        return self.backup.geometry().right() + _AIR, self.keys.x() - _AIR

    def _sign(self, name: str) -> QLabel:
        sign = QLabel(self)
        sign.setAccessibleName(name)
        self._signs.append((sign, name))
        return sign

    def _tint(self) -> None:
        colour = self._theme.palette["ink2"]
        for sign, name in self._signs:
            sign.setPixmap(icon_picture(name, colour, 14, 2.0))
