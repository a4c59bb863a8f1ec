"""Where the groups stand: a draft to use, saved groups to plan with, or rules in the way."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from plplanner.ui.kit.buttons import button
from plplanner.ui.kit.labels import plain_label


class StandingBanner(QFrame):
    """One sentence and the buttons that lead on; the last of them is the main one."""

    let_go = Signal()  # it had the keyboard, and has no button to keep it on

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
        self,
        text: str,
        acts: Sequence[tuple[str, Callable[[], object]]],
        *,
        tone: str = "",
        are_ready: bool = True,
    ) -> None:
        """`acts` are (what the button says, what it does); `tone` warn makes the banner warm.

        Buttons that stay keep the keyboard: they are made anew only when their words change, and
        then the main one takes it over.
        """
        self.setAccessibleName(text)
        self.label.setText(text)
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            for widget in (self, self.label):
                widget.style().unpolish(widget)
                widget.style().polish(widget)
        self._acts = dict(acts)
        self.show()
        before = self.buttons
        if list(self._acts) != list(self.buttons):
            self._make_buttons(is_warm=bool(tone))
        self._hand_on(before, are_ready=are_ready)

    def take_focus(self) -> None:
        """Put the keyboard on what leads on."""
        main = next(reversed(self.buttons.values()), None)
        if main is not None and main.isEnabled() and self.isVisible():
            main.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.let_go.emit()

    def _hand_on(self, before: dict[str, QPushButton], *, are_ready: bool) -> None:
        """The keyboard goes on first: hiding what has it would throw it anywhere."""
        had_focus = any(one.hasFocus() for one in before.values())
        is_made_anew = before is not self.buttons
        if are_ready:
            self._enable(True)
        if had_focus and is_made_anew and are_ready:
            self.take_focus()
        elif had_focus and not are_ready:
            self.let_go.emit()
        self._enable(are_ready)
        for gone in before.values() if is_made_anew else ():
            self._row.removeWidget(gone)
            gone.hide()
            gone.deleteLater()

    def _enable(self, are_ready: bool) -> None:
        for made in self.buttons.values():
            made.setEnabled(are_ready)

    def _make_buttons(self, *, is_warm: bool) -> None:
        self.buttons = {}
        for place, says in enumerate(self._acts):
            is_main = place == len(self._acts) - 1 and not is_warm
            made = button(says, kind="primary" if is_main else "", size="small")
            made.clicked.connect(lambda _checked=False, says=says: self._acts[says]())
            self.buttons[says] = made
            self._row.addWidget(made)
            made.show()  # now: the keyboard cannot go to what is not shown yet
