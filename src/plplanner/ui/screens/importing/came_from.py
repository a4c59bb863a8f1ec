"""The room a teacher was in before files took its place, so that leaving leads back there."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QStackedWidget

from plplanner.ui.screen import Screen

_NOWHERE = "scores"
_HISTORY = "plplanner.ui.screens.importing.history"


class CameFrom(QObject):
    """Hears which screen of its stack was on show last: `room` is its key, `name` its title."""

    def __init__(self, screen: Screen) -> None:
        """`screen` is the one that takes the place of others."""
        super().__init__(screen)
        self._screen = screen
        self._place: QStackedWidget | None = None
        self.room, self.name = _NOWHERE, "Scores"
        screen.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """The screen was put into its stack."""
        if event.type() is QEvent.Type.ParentChange:
            self._follow(self._screen.parentWidget())
        return super().eventFilter(watched, event)

    def _follow(self, place: object) -> None:
        if not isinstance(place, QStackedWidget) or place is self._place:
            return
        self._place = place
        place.currentChanged.connect(self._remember)
        self._remember()

    def _remember(self) -> None:
        shown = self._place.currentWidget() if self._place is not None else None
        if not isinstance(shown, Screen) or shown is self._screen:
            return
        is_history = type(shown).__module__ == _HISTORY  # it stands in the room of the scores
        room = getattr(self._screen.window(), "room", _NOWHERE)
        self.room, self.name = ("imports" if is_history else room), shown.title
