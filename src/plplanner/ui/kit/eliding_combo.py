"""A choice whose text ends in “…” when it is longer than its field."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter

_ARROW_AND_PADDING = 40


class ElidingCombo(QComboBox):
    """As narrow as its row needs it; the list itself shows every choice whole."""

    def offer(self, choices: Sequence[tuple[str, object]]) -> None:
        """Offer these words with what they stand for; the same words again change nothing."""
        if [self.itemText(n) for n in range(self.count())] == [words for words, _ in choices]:
            return
        self.clear()
        for words, meant in choices:
            self.addItem(words, meant)

    def showPopup(self) -> None:  # noqa: N802 - Qt's name
        """Open the list wide enough for its longest choice."""
        widths = (
            self.fontMetrics().horizontalAdvance(self.itemText(n)) for n in range(self.count())
        )
        longest = max(widths, default=0) + _ARROW_AND_PADDING
        self.view().setMinimumWidth(max(self.width(), longest))
        super().showPopup()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Text never keeps it wide."""
        return QSize(self.minimumWidth(), super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """The field, with the text cut at a letter."""
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        room = self.width() - _ARROW_AND_PADDING
        option.currentText = self.fontMetrics().elidedText(
            self.currentText() or self.placeholderText(), Qt.TextElideMode.ElideRight, room
        )
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
