"""A field for a time of day, in which a whole time can be typed over the one that stands there."""

from PySide6.QtCore import Qt, QTime
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDateTimeEdit, QTimeEdit, QWidget


class ClockField(QTimeEdit):
    """Digits typed over a field that is marked as a whole begin with the hour.

    Qt takes them for the part the cursor was in last, and drops what does not fit there.
    """

    def __init__(self, says: str, parent: QWidget | None = None) -> None:
        """Named for a screen reader."""
        super().__init__(parent)
        self.setDisplayFormat("H:mm")
        self.setTime(QTime(9, 0))
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setAccessibleName(says)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """A digit over the whole begins anew."""
        line = self.lineEdit()
        if event.text().isdigit() and line.selectedText() == line.text():
            self.setSelectedSection(QDateTimeEdit.Section.HourSection)
        super().keyPressEvent(event)
