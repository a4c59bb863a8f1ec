"""At the foot of the side panel: the one thing worth a look, warm, with a button that helps."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from plplanner.ui.kit.buttons import button
from plplanner.ui.kit.labels import plain_label
from plplanner.ui.kit.pictures import icon_picture
from plplanner.ui.kit.theme import Theme


class NoticeCard(QFrame):
    """A sentence and at most one button; hidden while there is nothing to say."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Hidden until `say`."""
        super().__init__(parent)
        self._theme = theme
        self.setProperty("kind", "banner")
        self.setProperty("tone", "warn")
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 8, 10, 8)
        row.setSpacing(8)
        self._sign = QLabel(self)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(4)
        self.label = plain_label(role="small", wrap=True, parent=self)
        column.addWidget(self.label)
        self.act = button("", size="small", parent=self)
        self.act.clicked.connect(lambda _checked=False: self._does())
        column.addWidget(self.act, 0, Qt.AlignmentFlag.AlignLeft)
        row.addLayout(column, 1)
        self._does: Callable[[], object] = lambda: None
        self.hide()

    def say(self, text: str, act: tuple[str, Callable[[], object]] | None) -> None:
        """Say it; an empty text hides the card."""
        self.setVisible(bool(text))
        self.setAccessibleName(text)
        self.label.setText(text)
        ratio = self.devicePixelRatioF()
        self._sign.setPixmap(icon_picture("warn", self._theme.palette["warnink"], 18, ratio))
        self.act.setVisible(act is not None)
        if act is not None:
            self.act.setText(act[0])
            self.act.setAccessibleName(act[0])
            self._does = act[1]
