"""The cards of the board: who goes where and does what. Painted only when the round changes."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from plplanner.printing.rows import BoardCell, BoardLine
from plplanner.ui.kit.pictures import STATION_ICONS, group_tile, hatch_picture, icon_picture
from plplanner.ui.kit.theme import Theme, body_font
from plplanner.ui.kit.written_lines import write_lines
from plplanner.ui.screens.rotation.board_measures import BoardMeasures, line_height
from plplanner.ui.screens.rotation.board_rows import ShownBoard, spoken_board

_BOLD, _SEMI = QFont.Weight.Bold, QFont.Weight.DemiBold
_ROUND = 16
_TASK_LEAST = 13  # times the letters of a task: with less, what comes next is left out


class BoardLines(QWidget):
    """One card per group: symbol and word, station and place, task and names, what comes next."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Empty until `show_board`."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._theme = theme
        self._board: ShownBoard | None = None
        self._round = 0
        self._after: int | None = None
        self._measures: BoardMeasures | None = None
        self.shows_names = True

    def show_board(
        self, board: ShownBoard, rounds: tuple[int, int | None], measures: BoardMeasures
    ) -> None:
        """`rounds` are the places of the round shown and of the one after it, None at the end.

        Nothing is painted again for the same rows.
        """
        wanted = (board, rounds, measures)
        if wanted != (self._board, (self._round, self._after), self._measures):
            self._board, (self._round, self._after), self._measures = wanted
            self.setAccessibleName(spoken_board(board, self._round))
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """All cards."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._theme.palette["canvas"]))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._board is not None and self._measures is not None:
            for place, line in enumerate(self._board.sheet.lines):
                rect = self._place(place, self._measures)
                painter.save()
                self._card(painter, rect, line, self._board.names[place], self._measures)
                painter.restore()
        painter.end()

    def _place(self, place: int, size: BoardMeasures) -> QRect:
        row, column = divmod(place, size.columns)
        width = (self.width() - 2 * size.margin - (size.columns - 1) * size.gap) // size.columns
        left = size.margin + column * (width + size.gap)
        return QRect(left, 1 + row * (size.card + size.gap), width, size.card)

    def _card(
        self,
        painter: QPainter,
        rect: QRect,
        line: BoardLine,
        names: tuple[str, ...],
        size: BoardMeasures,
    ) -> None:
        self._ground(painter, rect, line, size)
        left = self._group(painter, rect, line, size)
        cell = line.cells[self._round] if self._round < len(line.cells) else None
        room = QRect(left, rect.top(), rect.right() - left - size.gap, rect.height())
        if cell is None:
            self._write(painter, room, [("No station this round", size.small, "ink2", False)])
        elif size.is_narrow:
            self._stacked(painter, room, cell, names, size)
        else:
            room = self._station(painter, room, cell, size)
            room = self._next(painter, room, line, size)
            self._write(painter, room, [
                (cell.task, size.task, "ink", True), *self._names(names, size),
            ])  # fmt: skip

    def _ground(self, painter: QPainter, rect: QRect, line: BoardLine, size: BoardMeasures) -> None:
        colours = self._theme.palette
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QBrush(hatch_picture(line.group, self.devicePixelRatioF())))
        # A straight clip costs nothing; a round one would take as long as all the rest.
        painter.setClipRect(rect.left(), rect.top(), size.band, rect.height())
        painter.drawRoundedRect(
            rect.left(), rect.top(), 3 * size.band, rect.height(), _ROUND, _ROUND
        )
        painter.setClipRect(rect.adjusted(size.band, 0, 0, 0))
        painter.setBrush(QColor(colours["sheet"]))
        painter.drawRoundedRect(rect, _ROUND, _ROUND)
        painter.setClipping(False)
        painter.setPen(QColor(colours["line2"]))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect, _ROUND, _ROUND)

    def _group(self, painter: QPainter, rect: QRect, line: BoardLine, size: BoardMeasures) -> int:
        """The tile and the word; answers where the next part begins, in every card alike."""
        left = rect.left() + size.band + 2 * size.gap
        top = rect.center().y() - size.tile // 2
        painter.drawPixmap(left, top, group_tile(line.group, size.tile, self.devicePixelRatioF()))
        font = body_font(size.word, _BOLD)
        metrics = QFontMetrics(font)
        painter.setPen(QColor(self._theme.palette["ink"]))
        left += size.tile + size.gap
        word = QRect(left, rect.center().y() - line_height(size.word) // 2, rect.width(), 0)
        write_lines(painter, word, line.group.word, font, most=1)
        lines = self._board.sheet.lines if self._board is not None else ()
        return left + max(metrics.horizontalAdvance(row.group.word) for row in lines) + 2 * size.gap

    def _station(
        self, painter: QPainter, room: QRect, cell: BoardCell, size: BoardMeasures
    ) -> QRect:
        """Icon, station and place; answers the room that is left."""
        left = self._rule(painter, room.left(), room, size)
        ink, ratio = self._theme.palette["ink"], self.devicePixelRatioF()
        picture = icon_picture(STATION_ICONS[cell.station_kind], ink, size.icon, ratio)
        painter.drawPixmap(left, room.center().y() - size.icon // 2, picture)
        left += size.icon + size.gap
        where = QRect(left, room.top(), self._widest_station(size), room.height())
        place = (cell.place, size.small, "ink2", False)
        self._write(painter, where, [(cell.station_name, size.station, "ink", True), place])
        left = self._rule(painter, where.right() + size.gap, room, size)
        return QRect(left, room.top(), room.right() - left, room.height())

    def _next(self, painter: QPainter, room: QRect, line: BoardLine, size: BoardMeasures) -> QRect:
        """Where the group goes after this, if there is room; answers what is left."""
        following = line.cells[self._after] if self._after is not None else None
        wide = self._widest_station(size, size.small) + 3 * size.gap
        if following is None or room.width() - wide < _TASK_LEAST * size.task:
            return room
        right = room.right() - wide
        left = self._rule(painter, right, room, size)
        words = QRect(left, room.top(), room.right() - left, room.height())
        self._write(painter, words, [
            ("Next", size.small, "ink2", False), (following.station_name, size.small, "ink", False),
        ])  # fmt: skip
        return QRect(room.left(), room.top(), right - size.gap - room.left(), room.height())

    def _stacked(
        self,
        painter: QPainter,
        room: QRect,
        cell: BoardCell,
        names: tuple[str, ...],
        size: BoardMeasures,
    ) -> None:
        where = " · ".join(part for part in (cell.station_name, cell.place) if part)
        lines = [(where, size.small, "ink", True), (cell.task, size.small, "ink", False)]
        self._write(painter, room, [*lines, *self._names(names, size)])

    def _names(self, names: tuple[str, ...], size: BoardMeasures) -> list["Line"]:
        if not self.shows_names or not names:
            return []
        # No name is broken in two: the spaces inside it do not part.
        words = ", ".join(name.replace(" ", "\u00a0") for name in names)
        return [(words, size.small, "ink2", False)]

    def _write(self, painter: QPainter, room: QRect, lines: list["Line"]) -> None:
        """Lines one below the other in the middle of the height; the last may go on below."""
        fonts = [body_font(size, _SEMI if strong else QFont.Weight.Normal)
                 for _, size, _, strong in lines]  # fmt: skip
        while len(lines) > 1 and _height(lines) > room.height():
            lines = lines[:-1]
        spare = max(0, room.height() - _height(lines) - 8) // line_height(lines[-1][1])
        needs = QFontMetrics(fonts[len(lines) - 1]).horizontalAdvance(lines[-1][0])
        more = min(spare, needs // max(1, room.width()))
        top = room.center().y() - (_height(lines) + more * line_height(lines[-1][1])) // 2
        for place, (text, _, token, _) in enumerate(lines):
            painter.setPen(QColor(self._theme.palette[token]))
            most = 1 + more if place == len(lines) - 1 else 1
            rect = QRect(room.left(), top, room.width(), room.height())
            top += write_lines(painter, rect, text, fonts[place], most=most)

    def _rule(self, painter: QPainter, left: int, room: QRect, size: BoardMeasures) -> int:
        painter.setPen(QColor(self._theme.palette["line2"]))
        painter.drawLine(left, room.top() + 1, left, room.bottom() - 1)
        return left + 2 * size.gap

    def _widest_station(self, size: BoardMeasures, letters: int = 0) -> int:
        """What the stations of all rounds need, so that nothing jumps; a third at the most."""
        lines = self._board.sheet.lines if self._board is not None else ()
        name = QFontMetrics(body_font(letters or size.station, _SEMI))
        place = QFontMetrics(body_font(size.small))
        cells = [cell for line in lines for cell in line.cells if cell is not None]
        wide = [name.horizontalAdvance(cell.station_name) for cell in cells]
        if not letters:
            wide += [place.horizontalAdvance(cell.place) for cell in cells]
        return min(max(wide, default=0) + 4, self.width() // 3)


# Words, size of the letters, colour token, whether they are strong.
Line = tuple[str, int, str, bool]


def _height(lines: list[Line]) -> int:
    return sum(line_height(size) for _, size, _, _ in lines)
