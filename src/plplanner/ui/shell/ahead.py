"""What is loaded ahead while nobody waits, so that a file dropped later shows at once.

The modules behind the import drawer take longer to load than a window may stand still. They come
one at a time after the first screen is up, the small ones that others need first.
"""

from collections.abc import Callable, Iterator, Sequence
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
    """Loads one module, or makes one piece, whenever the window has had a turn."""

    def __init__(
        self,
        parent: QObject,
        *,
        then: Callable[[], Iterator[None]],
        modules: Sequence[str] = MODULES,
    ) -> None:
        """Begins a moment after the window is furnished; `then` follows, a piece in each turn."""
        super().__init__(parent)
        self._pieces = _all_pieces(modules, then)
        self.is_done = False
        """Whether nothing is left to load."""
        self._timer = QTimer(self, singleShot=True, interval=_FIRST_AFTER)
        self._timer.timeout.connect(self._load)
        self._timer.start()

    def _load(self) -> None:
        try:
            next(self._pieces)
        except StopIteration:
            self.is_done = True
        else:
            self._timer.start(_NEXT_AFTER)


def _all_pieces(modules: Sequence[str], then: Callable[[], Iterator[None]]) -> Iterator[None]:
    for name in modules:
        import_module(name)
        yield
    yield from then()
