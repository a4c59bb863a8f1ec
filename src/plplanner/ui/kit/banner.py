"""Banners: what needs a look, in one sentence, with the one button that mends it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from plplanner.ui.kit.buttons import button, icon_button
from plplanner.ui.kit.labels import plain_label
from plplanner.ui.kit.pictures import icon_picture
from plplanner.ui.kit.theme import Theme

_ICONS = {"warn": ("warn", "warnink"), "error": ("error", "errink"), "news": ("info", "accent")}


class Banner(QFrame):
    """One sentence with an action, and a way to put it aside."""

    def __init__(
        self,
        text: str,
        *,
        theme: Theme,
        tone: str = "",
        action: tuple[str, Callable[[], object]] | None = None,
        on_close: Callable[[], object] | None = None,
        is_narrow: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`tone` is warn, error, news, or empty for a plain remark.

        `is_narrow` in a side panel: the button stands below the sentence, as on a check.
        """
        super().__init__(parent)
        self.setProperty("kind", "banner")
        self.setProperty("tone", tone)
        self.setAccessibleName(text)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(12, 3, 6, 3)
        row.setSpacing(8)
        if tone:
            name, token = _ICONS[tone]
            sign = QLabel(self)
            sign.setPixmap(icon_picture(name, theme.palette[token], 18, 2.0))
            sign.setAccessibleName(tone)
            row.addWidget(sign)
        self.label = plain_label(text, wrap=True, parent=self)
        row.addWidget(self.label, 1)
        if action is not None:
            says, act = action
            made = button(says, on_click=act, size="small", parent=self)
            if is_narrow:
                self._put_below(made)
            else:
                row.addWidget(made)
        if on_close is not None:
            row.addWidget(
                icon_button("close", "Put aside", theme=theme, on_click=on_close, size="small")
            )

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """As high as its words need in this width, also before it is shown; never negative."""
        self._row.invalidate()  # a label that is not shown yet does not tell of its changes
        if self._row.hasHeightForWidth():
            return self._row.totalHeightForWidth(width)
        return self.sizeHint().height()

    def _put_below(self, made: QPushButton) -> None:
        self._row.removeWidget(self.label)
        column = QVBoxLayout()
        column.setContentsMargins(0, 5, 0, 5)
        column.setSpacing(4)
        column.addWidget(self.label)
        column.addWidget(made, 0, Qt.AlignmentFlag.AlignLeft)
        self._row.addLayout(column, 1)

    def add_act(self, says: str, act: Callable[[], object]) -> None:
        """A second way on, for a banner that stays until one of them is taken."""
        self._row.addWidget(button(says, on_click=act, size="small", parent=self))
