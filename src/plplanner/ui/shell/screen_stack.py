"""The screens visited so far: each is made once, shown in one place, and made anew when asked."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget

from plplanner.ui.screen import Screen
from plplanner.ui.shell.screens import make_screen

if TYPE_CHECKING:  # what a stage holds is loaded when the planner is opened
    from plplanner.ui.stage import Stage


class ScreenStack:
    """One screen at a time, by its key."""

    def __init__(
        self, place: QStackedWidget, stage: "Stage", *, on_heading: Callable[[], object]
    ) -> None:
        """`place` holds the screens; `on_heading` hears of new titles."""
        self._place = place
        self._stage = stage
        self._on_heading = on_heading
        self._made: dict[str, Screen] = {}

    @property
    def shown(self) -> Screen | None:
        """The screen one sees; None before the first."""
        shown = self._place.currentWidget()
        return shown if isinstance(shown, Screen) else None

    def known(self, key: str) -> Screen | None:
        """The screen of this key, if it was ever visited."""
        return self._made.get(key)

    def screen_of(self, key: str) -> Screen:
        """The screen of this key, made at its first visit."""
        return self._made.get(key) or self._take_in(key, make_screen(key, self._stage))

    def show(self, screen: Screen) -> None:
        """Bring this screen up; the one before steps back."""
        before = self.shown
        if before is not None and before is not screen:
            before.step_back()
        self._place.setCurrentWidget(screen)
        screen.come_up()
        screen.first_focus().setFocus()

    def made_ahead(self, key: str) -> Iterator[None]:
        """Make a screen before it is visited; first it is built, then it takes its place."""
        if key in self._made:
            return
        made = make_screen(key, self._stage)
        yield
        if key in self._made:  # visited meanwhile
            made.deleteLater()
            return
        self._take_in(key, made)

    def start_over(self) -> None:
        """Another planner: nothing that screens hold is true any longer."""
        # No panel is open at the start: the first screen does not wait for it.
        from plplanner.ui.kit.typed_panel import leave_panels  # noqa: PLC0415

        gone = list(self._made.values())
        self._made.clear()
        for screen in gone:
            leave_panels(screen)
            screen.step_back()
            self._place.removeWidget(screen)
            screen.hide()
            screen.deleteLater()

    def _take_in(self, key: str, made: Screen) -> Screen:
        made.heading_changed.connect(self._on_heading)
        self._made[key] = made
        self._place.addWidget(made)
        return made
