"""The toast: what was just done, with Undo, gone by itself after ten seconds.

It lies where the status bar has no words, and in the margin above: it covers neither “Saved” nor
the last row of a list. Words too long for that place lie above the bar.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from plplanner.ui.kit.buttons import button
from plplanner.ui.kit.labels import literal_tip, plain_label

_SHOWN_MILLISECONDS = 10_000
_BELOW, _BESIDE = 1, 16
_CHROME = 120  # what is not words: margins and Undo
_BAR = 26

# Where the status bar has no words, in pixels from the left: (from, to).
Span = tuple[int, int]


class Toast(QFrame):
    """One line at the foot of its parent. Shown again, it says the newer thing.

    Undo takes back the newest step, so it is offered only while that is the step the line names.
    """

    def __init__(
        self,
        parent: QWidget,
        *,
        on_undo: Callable[[], object],
        free: Callable[[], Span] | None = None,
    ) -> None:
        """`on_undo` is what its one button does; `free` the place beside the status bar's words."""
        super().__init__(parent)
        self.setProperty("kind", "toast")
        self._on_undo = on_undo
        self._names_step, self._until_next_step, self._text = False, False, ""
        self._room = parent
        self._free = free or (lambda: (0, parent.width()))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 3, 8, 3)
        self.label = plain_label(parent=self)
        self.undo = button("Undo", on_click=self._take_back, size="small", parent=self)
        row.addWidget(self.label)
        row.addWidget(self.undo)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SHOWN_MILLISECONDS)
        self._timer.timeout.connect(self.hide)
        parent.installEventFilter(self)
        self.hide()

    def say(self, text: str, *, can_undo: bool = True, until_next_step: bool = False) -> None:
        """Show `text` for ten seconds; `can_undo` when it names the newest step.

        What is true only `until_next_step` goes with that.
        """
        self._text = text
        self.setAccessibleName(text)
        self.setToolTip(literal_tip(text))
        self._names_step, self._until_next_step = can_undo, until_next_step
        self._offer_undo(can_undo)
        self.show()
        self.raise_()
        self._timer.start()

    def make_way(self, *, is_taken_back: bool) -> None:
        """Another step came, or one was taken back: Undo would no longer mean what is said here.

        The words stay while they are true; after something was taken back they may not be.
        """
        if self._until_next_step or (self._names_step and is_taken_back):
            self.hide()
        elif self._names_step:
            self._offer_undo(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Stay at the foot when the parent changes its size."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _offer_undo(self, is_offered: bool) -> None:
        self.undo.setVisible(is_offered)
        self._place()

    def _place(self) -> None:
        room = self._room.width() - 2 * _BESIDE - _CHROME
        elided = self.label.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideMiddle, room)
        self.label.setText(elided)
        self.adjustSize()
        first, last = self._free()
        centered = (self._room.width() - self.width()) // 2
        lowest = self._room.height() - self.height()
        if last - first >= self.width():
            self.move(min(max(centered, first), last - self.width()), lowest - _BELOW)
        else:
            self.move(centered, lowest - _BAR - _BELOW)

    def _take_back(self) -> None:
        self.hide()
        self._on_undo()
