"""The side panel on a small screen: counts and the printer, opening the panel over the plan."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from plplanner.ui.kit.buttons import ToolButton, wear_icon
from plplanner.ui.kit.theme import Theme
from plplanner.ui.screens.rotation.side_panel import ShownCheck
from plplanner.ui.screens.rotation.words import counted

WIDTH = 56
_BADGE = "padding: 0; min-height: 38px;"


class SideStrip(QWidget):
    """56 pixels: what needs a look, newer scores, print."""

    def __init__(
        self, theme: Theme, *, on_open: Callable[[], object], on_print: Callable[[], object]
    ) -> None:
        """`on_open` shows the panel over the plan."""
        super().__init__()
        self._theme = theme
        self.setObjectName("side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 12, 8, 12)
        column.setSpacing(8)
        self.checks = _badge("warn", theme, on_open)
        self.scores = _badge("groups", theme, on_open)
        self.changed = _badge("print", theme, self._mend)
        self._remark: ShownCheck | None = None
        self.changed.hide()
        self.print_button = QPushButton(self)
        self.print_button.setAutoDefault(True)  # Enter presses it
        self.print_button.setProperty("kind", "primary")
        self.print_button.setFixedSize(40, 40)
        self.print_button.setStyleSheet(_BADGE)
        self.print_button.setAccessibleName("Print")
        self.print_button.setToolTip("Keep the plan and go to Print (Ctrl+P)")
        self.print_button.clicked.connect(lambda _checked=False: on_print())
        wear_icon(self.print_button, "print", theme, token="onaccent")
        column.addWidget(self.checks)
        column.addWidget(self.scores)
        column.addWidget(self.changed)
        column.addStretch(1)
        column.addWidget(self.print_button)

    def show_counts(self, to_look_at: int, new_scores: int) -> None:
        """Say how many things wait."""
        self.checks.setText(str(to_look_at))
        colours = self._theme.palette
        self.checks.setStyleSheet(
            f"{_BADGE} background: {colours['warnbg']}; border-color: {colours['warnline']}; "
            f"color: {colours['warnink']};"
            if to_look_at
            else _BADGE
        )
        self.checks.setAccessibleName(f"Checks: {to_look_at} to look at")
        self.checks.setToolTip(self.checks.accessibleName())
        self.scores.setVisible(bool(new_scores))
        self.scores.setText(str(new_scores))
        self.scores.setAccessibleName(f"{counted(new_scores, 'new score')} since these groups")
        self.scores.setToolTip(self.scores.accessibleName())

    def show_changed(self, remark: ShownCheck | None, pages: int) -> None:
        """A badge that prints what changed on so many pages, or none."""
        self.changed.setText(str(pages or ""))
        self._remark = remark
        self.changed.setVisible(remark is not None)
        if remark is not None:
            self.changed.setAccessibleName(f"{remark.button}: {remark.text}")
            self.changed.setToolTip(self.changed.accessibleName())

    def _mend(self) -> None:
        if self._remark is not None and self._remark.mend is not None:
            self._remark.mend()


def _badge(name: str, theme: Theme, on_open: Callable[[], object]) -> ToolButton:
    made = ToolButton()
    made.setFixedSize(40, 40)
    made.setIconSize(QSize(16, 16))
    made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    made.setStyleSheet(_BADGE)
    made.clicked.connect(lambda _checked=False: on_open())
    wear_icon(made, name, theme)
    return made
