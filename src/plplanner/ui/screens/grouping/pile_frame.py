"""A pile: hatch band, symbol, word and count above the list of its students."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from plplanner.grouping.rows import Pile
from plplanner.terms import LEVEL_WORDS
from plplanner.ui.kit.pictures import group_tile, hatch_picture
from plplanner.ui.kit.theme import Theme, body_font
from plplanner.ui.screens.grouping.pile_list import PileList

_BAND, _HEAD, _RADIUS = 8, 66, 8


class PileFrame(QWidget):
    """One small group on the table. A student held over it draws a frame around it."""

    def __init__(self, theme: Theme, pile: Pile, parent: QWidget | None = None) -> None:
        """Shows `pile`."""
        super().__init__(parent)
        self._theme = theme
        self._is_target = False
        self.pile = pile
        self.list = PileList(theme, self)
        self.list.target_changed.connect(self._mark_target)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, _HEAD, 1, 5)
        column.addWidget(self.list)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self.show_pile(pile)

    def show_pile(self, pile: Pile) -> None:
        """Other students, another level, another name."""
        self.pile = pile
        says = f"{pile.identity.word}, {len(pile.students)} students, {LEVEL_WORDS[pile.level]}"
        self.setAccessibleName(says)
        self.list.setAccessibleName(says)
        self.list.table.show_students(pile.students)
        self.update()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for the word and one student."""
        return QSize(112, _HEAD + 60)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """The card, its band and its head."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = self._theme.palette
        card = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        shape = QPainterPath()
        shape.addRoundedRect(card, _RADIUS, _RADIUS)
        painter.fillPath(shape, QColor(colours["sheet"]))
        self._paint_band(painter, shape)
        self._paint_head(painter)
        pen = QPen(QColor(colours["accent"]), 2) if self._is_target else QColor(colours["line2"])
        painter.setPen(pen)
        painter.drawPath(shape)

    def _paint_band(self, painter: QPainter, shape: QPainterPath) -> None:
        ratio = self.devicePixelRatioF()
        identity = self.pile.identity
        painter.save()
        painter.setClipPath(shape)
        band = QRectF(0, 0, self.width(), _BAND)
        painter.fillRect(band, QColor(identity.colour or "#FFFFFF"))
        hatch = QBrush(hatch_picture(identity, ratio))
        painter.fillRect(band, hatch)
        painter.restore()

    def _paint_head(self, painter: QPainter) -> None:
        colours, pile = self._theme.palette, self.pile
        tile = group_tile(pile.identity, 24, self.devicePixelRatioF())
        painter.drawPixmap(9, _BAND + 8, tile)
        right = self.width() - 10
        count, plain = str(len(pile.students)), body_font(14)
        wide = QFontMetrics(plain).horizontalAdvance(count)
        self._write(painter, QRectF(right - wide, 17, wide, 24), count, plain, "ink3")
        word = QRectF(41, 15, right - wide - 47, 26)
        self._write(painter, word, pile.identity.word, body_font(16, QFont.Weight.DemiBold), "ink")
        level, strong = f"{LEVEL_WORDS[pile.level]}.", body_font(12, QFont.Weight.Bold)
        taken = QFontMetrics(strong).horizontalAdvance(level) + 4
        self._write(painter, QRectF(9, 43, taken, 18), level, strong, "ink")
        rest = QRectF(9 + taken, 43, right - 9 - taken, 18)
        self._write(painter, rest, pile.todo, body_font(12), "ink2")
        painter.setPen(QColor(colours["line"]))
        painter.drawLine(1, _HEAD - 1, self.width() - 2, _HEAD - 1)

    def _write(self, painter: QPainter, rect: QRectF, text: str, font: QFont, token: str) -> None:
        painter.setFont(font)
        painter.setPen(QColor(self._theme.palette[token]))
        wide = max(0, round(rect.width()))
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, wide)
        where = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(rect.adjusted(0, 0, 1, 0), where, shown)

    def _mark_target(self, is_target: bool) -> None:
        self._is_target = is_target
        self.update()
