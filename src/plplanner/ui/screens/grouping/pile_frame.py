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
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from plplanner.grouping.rows import Pile
from plplanner.records import record
from plplanner.terms import LEVEL_WORDS
from plplanner.ui.kit.labels import plain_label
from plplanner.ui.kit.pictures import group_tile, hatch_picture
from plplanner.ui.kit.theme import Theme, body_font
from plplanner.ui.screens.grouping.pile_levels import levels_on
from plplanner.ui.screens.grouping.pile_list import PileList

_BAND, _HEAD, _RADIUS, _FOOT = 8, 66, 8, 5
OUTSIDE = _HEAD + _FOOT
"""What a pile needs in height besides its students."""


@record(frozen=True)
class Verdict:
    """What a move would mean, in one short sentence; warm when a rule or a size is broken."""

    says: str
    is_warm: bool = False


class PileFrame(QWidget):
    """One small group on the table. A student held over it draws a frame around it."""

    def __init__(self, theme: Theme, pile: Pile, parent: QWidget | None = None) -> None:
        """Shows `pile`."""
        super().__init__(parent)
        self._theme = theme
        self._is_target = False
        self.pile = pile
        self.list = PileList(theme, self)
        self.verdict = plain_label(role="meta", wrap=True, parent=self)
        self.verdict.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.verdict.hide()
        self.list.target_changed.connect(self._mark_target)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, _HEAD, 1, _FOOT)
        self._column.addWidget(self.list)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self.show_pile(pile)

    def show_pile(self, pile: Pile, *, has_scores: bool = True) -> None:
        """Other students, another level, another name; no level before the first score."""
        self.pile, self._has_scores = pile, has_scores
        self.list.show_evidence(has_scores)
        absent = sum(one.is_absent for one in pile.students)
        says = f"{pile.identity.word}, {len(pile.students)} students"
        says += f", {pile.topic}" if pile.topic else ""
        self._levels = levels_on(pile)
        level = self._levels[0] if self._levels else LEVEL_WORDS[pile.level]
        says += f", {level}" if has_scores else ""
        says += f", {absent} absent" if absent else ""
        self.setAccessibleName(says)
        self.list.setAccessibleName(says)
        self.list.show_students(pile.students)
        self._end_between_students()
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
        right = self.width() - 9
        count, plain = here_of(pile), body_font(14)
        wide = QFontMetrics(plain).horizontalAdvance(count)
        self._write(painter, QRectF(right - wide, 17, wide, 24), count, plain, "ink3")
        word = QRectF(40, 15, right - wide - 43, 26)
        self._write(painter, word, pile.identity.word, body_font(16, QFont.Weight.DemiBold), "ink")
        if self._has_scores or self.pile.topic:
            self._paint_level(painter, right)
        painter.setPen(QColor(colours["line"]))
        painter.drawLine(1, _HEAD - 1, self.width() - 2, _HEAD - 1)

    def _paint_level(self, painter: QPainter, right: int) -> None:
        """What the group works on where it has a topic, else its level and what that calls for.

        Who holds several levels says so rather than what to do, where there is no room for both.
        """
        strong = body_font(12, QFont.Weight.Bold)
        level, rest_says = f"{LEVEL_WORDS[self.pile.level]}.", self.pile.todo
        if self.pile.topic:
            level, rest_says = self.pile.topic, ""
        elif self._levels:
            wide = QFontMetrics(strong).horizontalAdvance
            fitting = [words for words in self._levels if wide(words) <= right - 9]
            level = (*fitting, self._levels[-1])[0]
            is_roomy = wide(f"{level} {rest_says}") <= right - 9
            level, rest_says = (f"{level}.", rest_says) if is_roomy else (level, "")
        taken = min(QFontMetrics(strong).horizontalAdvance(level) + 4, right - 9)
        self._write(painter, QRectF(9, 43, taken, 18), level, strong, "ink")
        rest = QRectF(9 + taken, 43, right - 9 - taken, 18)
        self._write(painter, rest, rest_says, body_font(12), "ink2")

    def _write(self, painter: QPainter, rect: QRectF, text: str, font: QFont, token: str) -> None:
        painter.setFont(font)
        painter.setPen(QColor(self._theme.palette[token]))
        wide = max(0, round(rect.width()))
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, wide)
        where = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(rect.adjusted(0, 0, 1, 0), where, shown)

    def say(self, verdict: Verdict) -> None:
        """What dropping here would mean, over the foot of the pile while someone is held there."""
        colours = self._theme.palette
        ground, line, ink = (
            ("warnbg", "warnline", "warnink") if verdict.is_warm else ("tint", "tintline", "ink")
        )
        self.verdict.setStyleSheet(
            f"background: {colours[ground]}; border: 1px solid {colours[line]};"
            f" border-radius: 6px; color: {colours[ink]}; padding: 5px 7px;"
        )
        self.verdict.setText(verdict.says)
        self._place_verdict()
        self.verdict.setVisible(bool(verdict.says))
        self.verdict.raise_()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """The sentence stays at the foot, and no student is cut in two."""
        super().resizeEvent(event)
        self._place_verdict()
        self._end_between_students()

    def be_tall(self, row_height: int) -> None:
        """How high each student stands; a single line where it is as low as `LOW_ROW`."""
        self.list.be_tall(row_height)
        self._end_between_students()

    def _end_between_students(self) -> None:
        room, row = self.height() - OUTSIDE, self.list.row_height
        has_all = len(self.pile.students) * row <= room
        self._column.setContentsMargins(1, _HEAD, 1, _FOOT + (0 if has_all else max(0, room) % row))

    def _place_verdict(self) -> None:
        wide = self.width() - 12
        high = self.verdict.heightForWidth(wide)
        self.verdict.setGeometry(6, self.height() - high - 8, wide, high)

    def _mark_target(self, is_target: bool) -> None:
        self._is_target = is_target
        if not is_target:
            self.verdict.hide()
        self.update()


def here_of(pile: Pile) -> str:
    """`6`, or `5 of 6` while somebody is absent: the levels below are those of all six."""
    here = sum(not one.is_absent for one in pile.students)
    return str(here) if here == len(pile.students) else f"{here} of {len(pile.students)}"
