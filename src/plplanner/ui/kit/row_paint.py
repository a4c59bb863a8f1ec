"""How a row of a list is drawn."""

from functools import cache
from typing import Any

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter

from plplanner.ui.kit.mastery_mark import paint_mastery
from plplanner.ui.kit.pictures import group_tile, icon_picture
from plplanner.ui.kit.row_table import Column
from plplanner.ui.kit.theme import body_font
from plplanner.ui.kit.tokens import Palette

_PADDING, _GAP, _ICON, _TILE, _MARK, _BAR = 12, 8, 18, 20, 12, 3


def paint_ground(
    painter: QPainter, rect: QRect, colours: Palette, *, is_current: bool, has_bar: bool
) -> None:
    """The ground of a cell with its hairline; the bar marks the row one stands on."""
    painter.fillRect(rect, QColor(colours["tint" if is_current else "sheet"]))
    line = QRect(rect.left(), rect.bottom(), rect.width(), 1)
    painter.fillRect(line, QColor(colours["line"]))
    if has_bar:
        bar = QRect(rect.left(), rect.top(), _BAR, rect.height())
        painter.fillRect(bar, QColor(colours["accent"]))


def write_cell(
    painter: QPainter,
    rect: QRect,
    column: Column[Any],
    row: Any,  # noqa: ANN401 - rows of any room
    *,
    colours: Palette,
    ratio: float,
) -> None:
    """The picture and the words of a cell, cut short with “…” where they do not fit."""
    room = rect.adjusted(_PADDING, 0, -_PADDING, 0)
    room.setLeft(room.left() + _picture(painter, room, column, row, colours=colours, ratio=ratio))
    font, metrics = _writing(is_strong=column.is_strong)
    is_ink = column.is_strong or column.is_number
    painter.setFont(font)
    painter.setPen(QColor(colours["ink" if is_ink else "ink2"]))
    side = Qt.AlignmentFlag.AlignRight if column.is_number else Qt.AlignmentFlag.AlignLeft
    words = metrics.elidedText(
        column.text(row).replace("\n", " "), Qt.TextElideMode.ElideRight, room.width()
    )
    painter.drawText(room, int(side | Qt.AlignmentFlag.AlignVCenter), words)


@cache
def _writing(*, is_strong: bool) -> tuple[QFont, QFontMetrics]:
    """The font of a cell, made once: a list paints hundreds of cells while it scrolls."""
    font = body_font(14, QFont.Weight.DemiBold if is_strong else QFont.Weight.Normal)
    return font, QFontMetrics(font)


def _picture(
    painter: QPainter,
    room: QRect,
    column: Column[Any],
    row: Any,  # noqa: ANN401
    *,
    colours: Palette,
    ratio: float,
) -> int:
    """Draw the icon, tile or mark before the words; answers the room it took."""
    middle = room.center().y()
    if column.icon and (name := column.icon(row)):
        picture = icon_picture(name, colours["ink2"], _ICON, ratio)
        painter.drawPixmap(room.left(), middle - _ICON // 2 + 1, picture)
        return _ICON + _GAP
    if column.tile and (identity := column.tile(row)) is not None:
        painter.drawPixmap(room.left(), middle - _TILE // 2 + 1, group_tile(identity, _TILE, ratio))
        return _TILE + _GAP
    if column.mark and (level := column.mark(row)) is not None:
        centre = QPointF(room.left() + _MARK / 2, middle + 1)
        paint_mastery(painter, centre, level, colours["ink2"], size=_MARK)
        return _MARK + _GAP
    return 0
