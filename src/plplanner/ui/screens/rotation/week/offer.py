"""The line above the week while drafts of its days are looked at: keep them, or leave them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from plplanner.ui.kit.buttons import button
from plplanner.ui.kit.labels import plain_label
from plplanner.ui.kit.pictures import icon_picture
from plplanner.ui.kit.theme import Theme


class WeekOffer(QFrame):
    """Hidden until there is something to look at; then the keyboard is on what keeps it."""

    kept = Signal()
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Colours follow the theme."""
        super().__init__(parent)
        self._theme = theme
        self.setProperty("kind", "banner")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 6)
        row.setSpacing(8)
        self._sign = QLabel(self)
        self.words = plain_label(wrap=True, parent=self)
        self.leave = button("Leave them", on_click=self.left.emit, size="small", parent=self)
        self.keep = button(
            "Keep these days", kind="primary", on_click=self.kept.emit, size="small", parent=self
        )
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.words, 1)
        row.addWidget(self.leave)
        row.addWidget(self.keep)
        theme.changed.connect(self._paint)
        self._paint()
        self.hide()

    def show_words(self, words: str) -> None:
        """Say what is looked at; nothing hides the line."""
        is_new = bool(words) and not self.isVisible()
        self.words.setText(words)
        self.setAccessibleName(words)
        self.setVisible(bool(words))
        if is_new:
            self.keep.setFocus(Qt.FocusReason.OtherFocusReason)

    def _paint(self) -> None:
        self._sign.setPixmap(icon_picture("note", self._theme.palette["ink2"], 18, 2.0))
