"""Where the groups stand: a draft to use, saved groups to plan with, or rules in the way."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from plplanner.ui.kit.buttons import button
from plplanner.ui.kit.labels import plain_label


class StandingBanner(QFrame):
    """One sentence and the buttons that lead on; the last of them is the main one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Hidden until it has something to say."""
        super().__init__(parent)
        self.setProperty("kind", "banner")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 3, 4, 3)
        self._row.setSpacing(8)
        self.label = plain_label(wrap=True, parent=self)
        self._row.addWidget(self.label, 1)
        self.buttons: dict[str, QPushButton] = {}
        self._acts: dict[str, Callable[[], object]] = {}
        self.hide()

    def say(
        self, text: str, acts: Sequence[tuple[str, Callable[[], object]]], *, tone: str = ""
    ) -> None:
        """`acts` are (what the button says, what it does); `tone` warn makes the banner warm.

        Buttons that stay keep the keyboard: they are made anew only when their words change.
        """
        self.setAccessibleName(text)
        self.label.setText(text)
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            for widget in (self, self.label):
                widget.style().unpolish(widget)
                widget.style().polish(widget)
        self._acts = dict(acts)
        if list(self._acts) != list(self.buttons):
            self._make_buttons(is_warm=bool(tone))
        self.show()

    def _make_buttons(self, *, is_warm: bool) -> None:
        for gone in self.buttons.values():
            self._row.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        self.buttons = {}
        for place, says in enumerate(self._acts):
            is_main = place == len(self._acts) - 1 and not is_warm
            made = button(says, kind="primary" if is_main else "", size="small")
            made.clicked.connect(lambda _checked=False, says=says: self._acts[says]())
            self.buttons[says] = made
            self._row.addWidget(made)
