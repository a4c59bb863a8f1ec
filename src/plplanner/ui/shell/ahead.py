"""What is loaded ahead while nobody waits, so that a file dropped later shows at once.

The modules behind the import drawer take longer to load than a window may stand still. They come
one at a time after the first screen is up, the small ones that others need first.
"""

from collections.abc import Callable, Sequence
from importlib import import_module

from PySide6.QtCore import QObject, QTimer

MODULES = (
    "plplanner.importing.rows",
    "plplanner.importing.person_names",
    "plplanner.importing.titles",
    "plplanner.importing.computed_columns",
    "plplanner.importing.read_score",
    "plplanner.importing.guess_columns",
    "plplanner.importing.corrections",
    "plplanner.importing.crowd",
    "plplanner.importing.match_students",
    "plplanner.importing.plan",
    "plplanner.importing.preview",
    "plplanner.gradebook.commands",
    "plplanner.importing.queries",
    "plplanner.importing.commands",
    "plplanner.importing.read_apart",
    "plplanner.ui.kit.row_table",
    "plplanner.ui.kit.row_view",
    "plplanner.ui.screens.importing.viewmodel",
    "plplanner.ui.screens.importing.report_lines",
    "plplanner.ui.screens.importing.report",
    "plplanner.ui.screens.importing.column_choice",
    "plplanner.ui.screens.importing.preview_table",
    "plplanner.ui.screens.importing.view",
)
_FIRST_AFTER, _NEXT_AFTER = 250, 4  # milliseconds


class LoadAhead(QObject):
    """Loads one module whenever the window has had a turn."""

    def __init__(
        self,
        parent: QObject,
        *,
        then: Callable[[], object],
        modules: Sequence[str] = MODULES,
    ) -> None:
        """Begins a moment after the window is furnished; `then` follows at the end."""
        super().__init__(parent)
        self._then = then
        self._left = list(modules)
        self._timer = QTimer(self, singleShot=True, interval=_FIRST_AFTER)
        self._timer.timeout.connect(self._load)
        self._timer.start()

    @property
    def is_done(self) -> bool:
        """Whether nothing is left to load."""
        return not self._left

    def _load(self) -> None:
        if not self._left:
            self._then()
            return
        import_module(self._left.pop(0))
        self._timer.start(_NEXT_AFTER)
