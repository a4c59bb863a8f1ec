"""The head of the preview: each heading as written, and below it a button with its meaning."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QIcon, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QPushButton, QWidget

from plplanner.importing.header_words import NAME_ROLES, ColumnRole
from plplanner.importing.rows import ColumnRead
from plplanner.importing.told_column import LEFT_OUT_BY_TEACHER
from plplanner.ui.kit.labels import literal, literal_tip
from plplanner.ui.kit.pictures import icon, icon_picture
from plplanner.ui.kit.theme import Theme, body_font
from plplanner.ui.screens.importing.wording import taken_for

_HEIGHT, _PADDING, _BUTTON_TOP, _BUTTON_HEIGHT = 68, 8, 30, 28

SCORE_WIDTH = 116


class ColumnButton(QPushButton):
    """What one column is taken for; opens the choice."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """Empty until `show_column`."""
        super().__init__(parent)
        self._theme = theme
        self._says = ""
        self._can_correct = True
        self._measure = QFontMetrics(body_font(13))
        self.setAutoDefault(True)  # Enter presses it
        self.setProperty("measure", "small")
        self.setIconSize(QSize(16, 16))

    def show_column(self, column: ColumnRead, *, can_correct: bool) -> None:
        """Wear the meaning of a column; what cannot be told otherwise is only said."""
        self._says = taken_for(column)
        self._can_correct = can_correct
        self.setEnabled(can_correct)
        skipped = column.role is ColumnRole.LEFT_OUT
        colour = self._theme.palette["ink3" if skipped else "ink"]
        border = "dashed" if skipped else "solid"
        weight = 600 if column.assessment is not None else 400
        sheet = (
            f"QPushButton {{ text-align: left; padding: 0 20px 0 6px; font-weight: {weight};"
            f" border-style: {border}; color: {colour}; }}"
        )
        if sheet != self.styleSheet():  # put on again, the same sheet is read and laid out again
            self.setStyleSheet(sheet)
        name = {ColumnRole.SCORE: "scores", ColumnRole.NAME: "students"}.get(column.role)
        self.setIcon(icon(name, self._theme.palette["ink3"], 16) if name else icon_of_nothing())
        self.setAccessibleName(f"{column.header or 'Column'}: {self._says}")
        self.setToolTip(literal_tip(column.why or f"{column.header}: {self._says}"))
        self.fit()

    def fit(self) -> None:
        """Shorten the words to the width there is."""
        room = self.width() - 30 - (0 if self.icon().isNull() else 20)
        self.setText(
            literal(self._measure.elidedText(self._says, Qt.TextElideMode.ElideRight, room))
        )

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the words inside."""
        super().resizeEvent(event)
        self.fit()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """The button, and a small arrow at its right end."""
        super().paintEvent(event)
        if not self._can_correct:
            return
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
        self._font = body_font(12)
        self._measure = QFontMetrics(self._font)
        self._as_written = True
        self.is_busy = False
        self.buttons: dict[int, ColumnButton] = {}
        self.setSectionsClickable(False)
        self.setMinimumSectionSize(72)
        self.setDefaultSectionSize(SCORE_WIDTH)
        self.sectionResized.connect(lambda *_: self.place_buttons())
        self.geometriesChanged.connect(self.place_buttons)

    def show_columns(self, columns: tuple[ColumnRead, ...], *, as_written: bool) -> None:
        """Put the meaning of every column on.

        In a table that is not `as_written` so in the file, only scores can be told otherwise.
        """
        self._columns, self._as_written = columns, as_written
        for place, made in list(self.buttons.items()):
            if place < len(columns):
                made.show_column(columns[place], can_correct=self.can_correct(place))
            else:
                made.hide()
                made.deleteLater()
                del self.buttons[place]
        self.place_buttons()
        self.viewport().update()

    def put_in_order(self, places: Sequence[int]) -> None:
        """Show the columns in this order from left to right."""
        for at, place in enumerate(places):
            if self.visualIndex(place) != at:
                self.moveSection(self.visualIndex(place), at)

    def can_correct(self, place: int) -> bool:
        """Whether the teacher can say what this column is."""
        column = self._columns[place]
        was_score = column.assessment is not None or column.why == LEFT_OUT_BY_TEACHER
        return self._as_written or was_score

    def button_at(self, place: int) -> ColumnButton:
        """The button of a column, made when it is first in sight."""
        if place not in self.buttons:
            made = ColumnButton(self._theme, self.viewport())
            made.show_column(self._columns[place], can_correct=self.can_correct(place))
            made.clicked.connect(lambda _=False, place=place: self._on_choose(place))
            self.buttons[place] = made
        return self.buttons[place]

    def place_buttons(self) -> None:
        """Each button below its heading; not while many widths are given at once."""
        if self.is_busy:
            return
        in_sight = self._in_sight()
        for place, made in self.buttons.items():
            if place not in in_sight:
                made.hide()
        for place in in_sight:
            made = self.button_at(place)
            left, width = self.sectionViewportPosition(place), self.sectionSize(place)
            made.setGeometry(
                QRect(left + _PADDING, _BUTTON_TOP, width - 2 * _PADDING, _BUTTON_HEIGHT)
            )
            made.show()

    def _in_sight(self) -> list[int]:
        """The columns on the screen; a file may have hundreds that are not."""
        first, last = self.visualIndexAt(0), self.visualIndexAt(self.viewport().width() - 1)
        last = self.count() - 1 if last < 0 else min(last, self.count() - 1)
        places = [self.logicalIndex(at) for at in range(max(0, first), last + 1)]
        known = range(len(self._columns))
        return [n for n in places if n in known and not self.isSectionHidden(n)]

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """More columns may come in sight."""
        super().resizeEvent(event)
        self.place_buttons()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Two lines."""
        return QSize(_HEIGHT, _HEIGHT)  # asked again for every column that changes its width

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
        painter.setFont(self._font)
        painter.setPen(QColor(palette["ink2"]))
        box = rect.adjusted(_PADDING, 8, -_PADDING, 0)
        shown = self._measure.elidedText(column.header, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box.left(), box.top() + 12, shown)
        painter.restore()


def width_of(column: ColumnRead) -> int:
    """How wide a column begins."""
    if column.role in NAME_ROLES:
        return 150
    if column.assessment is not None:
        return SCORE_WIDTH
    return 80 if column.role in (ColumnRole.ID, ColumnRole.LEFT_OUT) else 96
