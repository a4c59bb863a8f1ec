"""The head of the preview: each heading as written, and below it a button with its meaning."""

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QIcon, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QPushButton, QWidget

from plplanner.importing.header_words import NAME_ROLES, ColumnRole
from plplanner.importing.rows import ColumnRead
from plplanner.ui.kit.labels import literal, literal_tip
from plplanner.ui.kit.pictures import icon, icon_picture
from plplanner.ui.kit.theme import Theme, body_font
from plplanner.ui.screens.importing.wording import taken_for

_HEIGHT, _PADDING, _BUTTON_TOP, _BUTTON_HEIGHT = 68, 8, 30, 28


class ColumnButton(QPushButton):
    """What one column is taken for; opens the choice."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """Empty until `show_column`."""
        super().__init__(parent)
        self._theme = theme
        self._says = ""
        self.setProperty("measure", "small")
        self.setIconSize(QSize(16, 16))

    def show_column(self, column: ColumnRead) -> None:
        """Wear the meaning of a column."""
        self._says = taken_for(column)
        skipped = column.role is ColumnRole.LEFT_OUT
        colour = self._theme.palette["ink3" if skipped else "ink"]
        border = "dashed" if skipped else "solid"
        weight = 600 if column.assessment is not None else 400
        self.setStyleSheet(
            f"QPushButton {{ text-align: left; padding: 0 20px 0 6px; font-weight: {weight};"
            f" border-style: {border}; color: {colour}; }}"
        )
        name = {ColumnRole.SCORE: "scores", ColumnRole.NAME: "students"}.get(column.role)
        self.setIcon(icon(name, self._theme.palette["ink3"], 16) if name else icon_of_nothing())
        self.setAccessibleName(f"{column.header or 'Column'}: {self._says}")
        self.setToolTip(literal_tip(column.why or f"{column.header}: {self._says}"))
        self.fit()

    def fit(self) -> None:
        """Shorten the words to the width there is."""
        room = self.width() - 30 - (0 if self.icon().isNull() else 20)
        measure = QFontMetrics(body_font(13))
        self.setText(literal(measure.elidedText(self._says, Qt.TextElideMode.ElideRight, room)))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the words inside."""
        super().resizeEvent(event)
        self.fit()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """The button, and a small arrow at its right end."""
        super().paintEvent(event)
        painter = QPainter(self)
        arrow = icon_picture("down", self._theme.palette["ink3"], 14, self.devicePixelRatioF())
        painter.drawPixmap(self.width() - 20, (self.height() - 14) // 2, arrow)


def icon_of_nothing() -> QIcon:
    """No picture."""
    return QIcon()


class ColumnHeader(QHeaderView):
    """Headings with their buttons; only those in sight are made."""

    def __init__(self, theme: Theme, on_choose: Callable[[int], object], parent: QWidget) -> None:
        """`on_choose` hears of the column whose button was pressed."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme, self._on_choose = theme, on_choose
        self._columns: tuple[ColumnRead, ...] = ()
        self.buttons: dict[int, ColumnButton] = {}
        self.setSectionsClickable(False)
        self.setMinimumSectionSize(72)
        self.sectionResized.connect(lambda *_: self.place_buttons())
        self.geometriesChanged.connect(self.place_buttons)

    def show_columns(self, columns: tuple[ColumnRead, ...]) -> None:
        """Put the meaning of every column on."""
        self._columns = columns
        for place, made in list(self.buttons.items()):
            if place < len(columns):
                made.show_column(columns[place])
            else:
                made.hide()
                made.deleteLater()
                del self.buttons[place]
        self.place_buttons()
        self.viewport().update()

    def button_at(self, place: int) -> ColumnButton:
        """The button of a column, made when it is first in sight."""
        if place not in self.buttons:
            made = ColumnButton(self._theme, self.viewport())
            made.show_column(self._columns[place])
            made.clicked.connect(lambda _=False, place=place: self._on_choose(place))
            self.buttons[place] = made
        return self.buttons[place]

    def place_buttons(self) -> None:
        """Each button below its heading."""
        for place in range(min(self.count(), len(self._columns))):
            left, width = self.sectionViewportPosition(place), self.sectionSize(place)
            if left + width < 0 or left > self.viewport().width():
                if place in self.buttons:
                    self.buttons[place].hide()
                continue
            made = self.button_at(place)
            made.setGeometry(
                QRect(left + _PADDING, _BUTTON_TOP, width - 2 * _PADDING, _BUTTON_HEIGHT)
            )
            made.show()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """More columns may come in sight."""
        super().resizeEvent(event)
        self.place_buttons()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Two lines."""
        return QSize(super().sizeHint().width(), _HEIGHT)

    def paintSection(  # noqa: N802 - Qt's name
        self,
        painter: QPainter,
        rect: QRect,
        logicalIndex: int,  # noqa: N803 - Qt's name
    ) -> None:
        """The heading as the file writes it; columns that come in as scores are tinted."""
        if not rect.isValid() or logicalIndex >= len(self._columns):
            return
        column, palette = self._columns[logicalIndex], self._theme.palette
        painter.save()
        painter.fillRect(rect, QColor(palette["tint" if column.assessment else "sunk"]))
        painter.setPen(QColor(palette["line"]))
        painter.drawLine(rect.topRight(), rect.bottomRight())
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        font = body_font(12)
        painter.setFont(font)
        painter.setPen(QColor(palette["ink2"]))
        box = rect.adjusted(_PADDING, 8, -_PADDING, 0)
        shown = QFontMetrics(font).elidedText(
            column.header, Qt.TextElideMode.ElideRight, box.width()
        )
        painter.drawText(box.left(), box.top() + 12, shown)
        painter.restore()


def width_of(column: ColumnRead) -> int:
    """How wide a column begins."""
    if column.role in NAME_ROLES:
        return 150
    if column.assessment is not None:
        return 116
    return 88 if column.role is ColumnRole.ID else 96
