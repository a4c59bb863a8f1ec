"""The page of a day that cannot be planned yet: what is missing, and the step that goes on."""

from collections.abc import Callable

from PySide6.QtWidgets import QStackedWidget

from plplanner.ui.kit.empty_state import EmptyState
from plplanner.ui.kit.theme import Theme
from plplanner.ui.screens.rotation.planned_lesson import NoLesson


def show_missing(
    pages: QStackedWidget, missing: NoLesson | None, go_on: Callable[[], object], theme: Theme
) -> None:
    """Show it as the second of `pages`, in the place of what was missing before."""
    before = pages.widget(1)
    if before is not None:
        pages.removeWidget(before)
        before.deleteLater()
    if missing is None:
        return
    empty = EmptyState(
        theme=theme,
        icon_name="groups" if missing.room else "today",
        title=missing.title,
        reason=missing.reason,
        acts=[(missing.act, go_on)] if missing.act else [],
    )
    pages.addWidget(empty)
    pages.setCurrentWidget(empty)
