"""Type-ahead for a field that holds several words with commas between."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit

_ROWS = "QAbstractItemView::item { padding: 5px 8px; }"
_AIR, _WIDEST = 48, 440
BETWEEN = " · "
"""What follows it in an offer explains; only what stands before is taken."""


class PartAhead(QCompleter):
    """Offers words for the part being typed, found by any of their letters; what begins so first.

    Qt's own way would replace the whole field; here only what follows the last comma.
    """

    def __init__(self, field: QLineEdit, *, on_taken: Callable[[], object]) -> None:
        """`on_taken` follows a word that was chosen."""
        super().__init__(field)
        self._field, self._on_taken = field, on_taken
        self.setWidget(field)
        self._words: tuple[str, ...] = ()
        self._fitting = QStringListModel(self)
        self.setModel(self._fitting)
        self.setMaxVisibleItems(8)
        self.activated.connect(self.take, Qt.ConnectionType.QueuedConnection)
        field.textEdited.connect(self._offer_for)

    def offer(self, words: Sequence[str]) -> None:
        """Offer these words from now on."""
        self._words = tuple(words)

    def take(self, chosen: str) -> None:
        """Put a word in the place of what was being typed."""
        before = [part.strip() for part in self._field.text().split(",")[:-1] if part.strip()]
        self._field.setText(", ".join([*before, chosen.partition(BETWEEN)[0]]))
        self._field.setModified(True)
        self._on_taken()

    @property
    def has_chosen(self) -> bool:
        """Whether Enter is about to take a word from the list."""
        popup = self.popup()
        return popup is not None and popup.isVisible() and popup.currentIndex().isValid()

    def put_away(self) -> None:
        """Close the list."""
        if (popup := self.popup()) is not None:
            popup.hide()

    def _offer_for(self, text: str) -> None:
        typed = text.rpartition(",")[2].strip()
        if not typed:
            self.put_away()
            return
        wanted = typed.casefold()
        fitting = [one for one in self._words if wanted in one.casefold()]
        fitting.sort(key=lambda one: not one.casefold().startswith(wanted))
        self._fitting.setStringList(fitting)
        if (popup := self.popup()) is not None:
            popup.setStyleSheet(_ROWS)
            popup.setMinimumWidth(self._longest(fitting))
        if fitting:
            self.complete()
        else:
            self.put_away()

    def _longest(self, words: Sequence[str]) -> int:
        metrics = self._field.fontMetrics()
        longest = max((metrics.horizontalAdvance(one) for one in words), default=0) + _AIR
        return max(self._field.width(), min(longest, _WIDEST))
