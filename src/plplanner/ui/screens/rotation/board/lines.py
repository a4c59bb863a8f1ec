"""The cards of the board: who goes where and does what. Painted only when the round changes."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from plplanner.printing.rows import BoardCell, BoardLine
from plplanner.records import record
from plplanner.ui.kit.pictures import STATION_ICONS, group_tile, hatch_picture, icon_picture
from plplanner.ui.kit.theme import Theme, body_font
from plplanner.ui.kit.written_lines import write_lines
from plplanner.ui.screens.rotation.board.fit import (
    BOLD,
    SEMI,
    BoardFit,
    CardLayout,
    head_height,
)
from plplanner.ui.screens.rotation.board.measures import BoardMeasures, line_height
from plplanner.ui.screens.rotation.board.rows import (
    ShownBoard,
    spoken_board,
    station_words,
)
from plplanner.ui.screens.rotation.board.words import BACK, WrittenLine, card_words, seats_words

_ROUND = 16


@record(frozen=True)
class ShownRounds:
    """The places of the round shown and of the one after it, None at the end.

    `is_ahead` as long as the first round has not begun, `is_over` once the last one has ended.
    """

    now: int
    after: int | None = None
    is_ahead: bool = False
    is_over: bool = False


class BoardLines(QWidget):
    """One card per group: symbol and word, station and place, task and names, what comes next."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Empty until `show_board`."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._theme = theme
        self._board: ShownBoard | None = None
        self._rounds = ShownRounds(0)
        self._fit: BoardFit | None = None
        self.shows_names = True

    def show_board(self, board: ShownBoard, rounds: ShownRounds, fit: BoardFit) -> None:
        """Nothing is painted again for the same rows."""
        wanted = (board, rounds, fit)
        if wanted != (self._board, self._rounds, self._fit):
            self._board, self._rounds, self._fit = wanted
            spoken = BACK if rounds.is_over else spoken_board(board, rounds.now)
            self.setAccessibleName(spoken)
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """All cards."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._theme.palette["canvas"]))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._board is not None and self._fit is not None:
            cards = self._cards(self._board, self._fit)
            high = max((_height(words) for _, _, words in cards), default=0)
            for place, (line, cell, words) in enumerate(cards):
                painter.save()
                rect = self._place(place, self._fit.size)
                self._card(painter, rect, (line, cell, words), self._fit, high=high)
                painter.restore()
        painter.end()

    def _cards(self, board: ShownBoard, fit: BoardFit) -> "list[Card]":
        now, is_ahead = self._rounds.now, self._rounds.is_ahead
        cards: list[Card] = []
        for line, names in zip(board.sheet.lines, board.names, strict=True):
            cell = line.cells[now] if now < len(line.cells) else None
            if self._rounds.is_over:
                cards.append((line, None, seats_words(fit)))
                continue
            here = names if line.kind is None else cell.names if cell is not None else ()
            shown = here if self.shows_names else ()
            cards.append((line, cell, card_words(fit, cell, shown, is_ahead=is_ahead)))
        return cards

    def _place(self, place: int, size: BoardMeasures) -> QRect:
        row, column = divmod(place, size.columns)
        width = (self.width() - 2 * size.margin - (size.columns - 1) * size.gap) // size.columns
        left = size.margin + column * (width + size.gap)
        return QRect(left, 1 + row * (size.card + size.gap), width, size.card)

    def _card(
        self, painter: QPainter, rect: QRect, card: "Card", fit: BoardFit, *, high: int
    ) -> None:
        """`high` are the words of the fullest card: the heads of a row stand on one line."""
        line, cell, words = card
        self._ground(painter, rect, line, fit.size)
        room = QRect(rect.left() + fit.words, rect.top(), fit.words_wide, rect.height())
        if fit.layout is CardLayout.TOP:
            head = QRect(rect.left(), 0, rect.width(), head_height(fit.size))
            head.moveTop(rect.center().y() - (head.height() + high) // 2)
            self._group(painter, head, line, fit, left=fit.words)
            if not fit.has_own_line and cell is not None:
                self._beside(painter, head, cell, fit)
            room.setTop(head.bottom() + 1)
            room.setHeight(_height(words))
        else:
            self._group(painter, rect, line, fit, left=fit.size.band + 2 * fit.size.gap)
        if not fit.size.is_narrow and cell is not None:
            self._station(painter, rect, cell, fit)
            self._next(painter, rect, line, fit)
        self._write(painter, room, words)

    def _ground(self, painter: QPainter, rect: QRect, line: BoardLine, size: BoardMeasures) -> None:
        colours = self._theme.palette
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(
            QBrush(hatch_picture(line.group, self.devicePixelRatioF()))
            if line.kind is None
            else QColor(colours["tint"])
        )
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

    def _group(
        self, painter: QPainter, rect: QRect, line: BoardLine, fit: BoardFit, *, left: int
    ) -> None:
        """The tile and the word, in the middle of the height."""
        size, left = fit.size, rect.left() + left
        top = rect.center().y() - size.tile // 2
        ratio = self.devicePixelRatioF()
        picture = (
            group_tile(line.group, size.tile, ratio)
            if line.kind is None
            else icon_picture(
                STATION_ICONS[line.kind], self._theme.palette["ink"], size.tile, ratio
            )
        )
        painter.drawPixmap(left, top, picture)
        left += size.tile + size.gap
        painter.setPen(QColor(self._theme.palette["ink"]))
        word = QRect(left, rect.center().y() - line_height(size.word) // 2, rect.width(), 0)
        write_lines(painter, word, line.group.word, body_font(size.word, BOLD), most=1)

    def _beside(self, painter: QPainter, head: QRect, cell: BoardCell, fit: BoardFit) -> None:
        """Station and place on the line of the group."""
        room = QRect(head.left() + fit.station, head.top(), fit.station_wide, head.height())
        where = WrittenLine(station_words(cell), fit.size.small, is_strong=True)
        self._write(painter, room, [where])

    def _station(self, painter: QPainter, rect: QRect, cell: BoardCell, fit: BoardFit) -> None:
        """Icon, station and place between two rules."""
        size, left = fit.size, rect.left() + fit.station
        ink, ratio = self._theme.palette["ink"], self.devicePixelRatioF()
        picture = icon_picture(STATION_ICONS[cell.station_kind], ink, size.icon, ratio)
        icon = left - size.gap - size.icon
        self._rule(painter, icon - 2 * size.gap, rect)
        painter.drawPixmap(icon, rect.center().y() - size.icon // 2, picture)
        lines = [WrittenLine(cell.station_name, size.station, is_strong=True)]
        if self._rounds.is_ahead and fit.has_first_line:
            lines.insert(0, WrittenLine("First", size.small, "ink2"))
        if cell.place:
            lines.append(WrittenLine(cell.place, size.small, "ink2"))
        room = QRect(left, rect.top(), fit.station_wide, rect.height())
        self._write(painter, room, lines)
        self._rule(painter, left + fit.station_wide + size.gap, rect)

    def _next(self, painter: QPainter, rect: QRect, line: BoardLine, fit: BoardFit) -> None:
        """Where the group goes after this, if there is room for it."""
        after = self._rounds.after
        following = line.cells[after] if after is not None else None
        if following is None or not fit.next:
            return
        left, small = rect.left() + fit.next, fit.size.small
        self._rule(painter, left - 2 * fit.size.gap, rect)
        room = QRect(left, rect.top(), rect.right() - fit.size.gap - left, rect.height())
        words = [WrittenLine("Next", small, "ink2"), WrittenLine(following.station_name, small)]
        self._write(painter, room, words)

    def _write(self, painter: QPainter, room: QRect, lines: list[WrittenLine]) -> None:
        """Lines one below the other in the middle of the height."""
        top = room.center().y() - _height(lines) // 2
        for line in lines:
            painter.setPen(QColor(self._theme.palette[line.token]))
            font = body_font(line.letters, SEMI if line.is_strong else QFont.Weight.Normal)
            rect = QRect(room.left(), top, room.width(), room.height())
            top += write_lines(painter, rect, line.text, font, most=1)

    def _rule(self, painter: QPainter, left: int, rect: QRect) -> None:
        painter.setPen(QColor(self._theme.palette["line2"]))
        painter.drawLine(left, rect.top() + 1, left, rect.bottom() - 1)


# A line of the board, where it is in the round shown, and what is written about that.
Card = tuple[BoardLine, BoardCell | None, list[WrittenLine]]


def _height(lines: list[WrittenLine]) -> int:
    return sum(line_height(line.letters) for line in lines)
