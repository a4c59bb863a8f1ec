"""Buttons with their icon, accessible name and tooltip in one place."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from plplanner.ui.kit.labels import literal, literal_tip
from plplanner.ui.kit.pictures import icon
from plplanner.ui.kit.theme import Theme

AIR = 5  # pixels between an icon and its words, besides what Qt leaves
_DRAWN = 20


def button(
    text: str,
    *,
    on_click: Callable[[], object] | None = None,
    kind: str = "",
    size: str = "",
    parent: QWidget | None = None,
) -> QPushButton:
    """A push button; `kind` primary, quiet or link, `size` small or main. Enter presses it."""
    made = QPushButton(literal(text), parent)
    made.setProperty("kind", kind)
    made.setProperty("measure", size)  # “size” is Qt's own
    made.setAccessibleName(text)
    made.setAutoDefault(True)  # Enter presses it
    if on_click is not None:
        made.clicked.connect(lambda _checked=False: on_click())
    return made


def icon_button(
    name: str,
    says: str,
    *,
    theme: Theme,
    on_click: Callable[[], object] | None = None,
    kind: str = "quiet",
    size: str = "",
    parent: QWidget | None = None,
) -> QToolButton:
    """A button that is only an icon: `says` is its accessible name and its tooltip."""
    made = ToolButton(parent)
    made.setProperty("kind", kind)
    made.setProperty("measure", size)  # “size” is Qt's own
    made.setAccessibleName(says)
    made.setToolTip(literal_tip(says))
    made.setIconSize(QSize(20, 20))
    made.setFixedWidth(28 if size == "small" else 34)
    made.setStyleSheet("padding: 0;")
    wear_icon(made, name, theme)
    if on_click is not None:
        made.clicked.connect(lambda _checked=False: on_click())
    return made


def wear_icon(
    widget: QPushButton | QToolButton,
    name: str,
    theme: Theme,
    *,
    token: str = "ink2",
    air: int | None = None,
) -> None:
    """Put an icon on a button and keep it in the colours of the mode.

    `air` is room before the words; usual on a push button that has words already.
    """
    if air is None:
        air = AIR if isinstance(widget, QPushButton) and widget.text() else 0
    if air:
        height = widget.iconSize().height()
        widget.setIconSize(QSize(round(height * (_DRAWN + air) / _DRAWN), height))
    _Tint(widget, name, theme, token, air)


class ToolButton(QToolButton):
    """Pressed by Enter too: only a push button knows that of itself."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter presses it, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


class _Tint(QObject):
    """Lives and dies with its button, so that a switch of mode never meets a deleted one."""

    def __init__(
        self,
        widget: QPushButton | QToolButton,
        name: str,
        theme: Theme,
        token: str,
        air: int,
    ) -> None:
        super().__init__(widget)
        self._air = air
        self._widget, self._name, self._theme, self._token = widget, name, theme, token
        theme.changed.connect(self.put_on)
        self.put_on()

    def put_on(self) -> None:
        """Draw the icon in the colours of the mode."""
        colours = self._theme.palette
        made = icon(
            self._name, colours[self._token], _DRAWN, disabled=colours["line2"], air=self._air
        )
        self._widget.setIcon(made)
