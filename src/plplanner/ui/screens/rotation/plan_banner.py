"""How far the plan has come, and the one act that takes it on."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from plplanner.terms import PlanState
from plplanner.ui.kit.buttons import button
from plplanner.ui.kit.labels import plain_label
from plplanner.ui.kit.pictures import icon_picture
from plplanner.ui.kit.theme import Theme
from plplanner.ui.screens.rotation.words import counted

_STATE_WORDS = {PlanState.DRAFT: "Draft.", PlanState.READY: "Ready.", PlanState.TAUGHT: "Taught."}


class PlanBanner(QFrame):
    """A neutral line: a draft is nothing to warn of."""

    marked = Signal(object)  # PlanState
    drafted_again = Signal()
    kept = Signal()  # the copy that is shown
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Empty until told the state."""
        super().__init__(parent)
        self._theme = theme
        self.setProperty("kind", "banner")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 3, 8, 3)
        row.setSpacing(8)
        self._sign = QLabel(self)
        self.state = plain_label(role="strong", parent=self)
        self.words = plain_label(parent=self)
        self.words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.again = button(
            "Draft again", on_click=self.drafted_again.emit, size="small", parent=self
        )
        self.mark = button("Mark as ready", size="small", parent=self)
        self.keep = button("Keep it", on_click=self.kept.emit, size="small", parent=self)
        self.leave = button("Leave it", on_click=self.left.emit, size="small", parent=self)
        self._next = PlanState.READY
        self.mark.clicked.connect(self._mark)
        for widget, stretch in (
            (self._sign, 0), (self.state, 0), (self.words, 1), (self.again, 0), (self.mark, 0),
            (self.leave, 0), (self.keep, 0),
        ):  # fmt: skip
            row.addWidget(widget, stretch)

    def show_state(
        self,
        state: PlanState,
        *,
        is_kept: bool,
        has_newer_groups: bool,
        to_look_at: int,
        template: str = "",
        notes: Sequence[str] = (),
    ) -> None:
        """Say how far the plan has come and what comes next.

        A draft was made in the shape of `template`; `notes` say what of it is not kept.
        """
        ready = state is not PlanState.DRAFT
        self._next = PlanState.DRAFT if ready else PlanState.READY
        self.state.setText(_STATE_WORDS[state])
        self.words.setText(
            " ".join(
                (
                    _words(
                        ready, is_kept=is_kept, newer=has_newer_groups, to_look_at=to_look_at,
                        template=template,
                    ),
                    *notes,
                )
            )
        )  # fmt: skip
        self.words.setToolTip(self.words.text())
        self.setAccessibleName(f"{self.state.text()} {self.words.text()}")
        says = "Back to draft" if ready else "Mark as ready"
        self.mark.setText(says)
        self.mark.setAccessibleName(says)
        open_still = state is not PlanState.TAUGHT
        self._show_buttons(
            *([self.again] if has_newer_groups and open_still else []),
            *([self.mark] if open_still else []),
        )
        name = "check" if ready else "note"
        self._sign.setPixmap(icon_picture(name, self._theme.palette["ink2"], 18, 2.0))
        self._sign.setAccessibleName(self.state.text())

    def show_offer(self, sign: str, words: str, notes: Sequence[str]) -> None:
        """Say from where the plan shown is, and what is not as it was there."""
        self.state.setText(sign)
        self.words.setText(f"{words}, not kept yet. {' '.join(notes)}".strip())
        self.words.setToolTip(self.words.text())
        self.setAccessibleName(f"{self.state.text()} {self.words.text()}")
        self._show_buttons(self.leave, self.keep)
        self._sign.setPixmap(icon_picture("copy", self._theme.palette["ink2"], 18, 2.0))
        self._sign.setAccessibleName(self.state.text())

    def _show_buttons(self, *shown: QPushButton) -> None:
        for made in (self.again, self.mark, self.leave, self.keep):
            made.setVisible(made in shown)

    def _mark(self) -> None:
        self.marked.emit(self._next)


def _words(ready: bool, *, is_kept: bool, newer: bool, to_look_at: int, template: str = "") -> str:
    if newer:
        return "You have made newer groups since. This plan still uses the ones before."
    if ready:
        return "Print it when you like. You can still change every cell."
    like = f" and “{template}”" if template else ""
    made = "Your changes are saved." if is_kept else f"Made from your newest groups{like}."
    if not to_look_at:
        return f"{made} Nothing is in the way: it can be marked as ready."
    things = counted(to_look_at, "thing")
    return f"{made} Look at {things}, then it is ready."
