"""Mastery as a mark, never as a colour: filled disc, half disc, thick ring, dash."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from plplanner.terms import MasteryLevel


def paint_mastery(
    painter: QPainter, centre: QPointF, level: MasteryLevel, colour: str, *, size: float = 12
) -> None:
    """Draw the mark of a level around `centre`; `size` is its diameter in logical pixels."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ink = QColor(colour)
    radius = size / 2
    pen = QPen(ink, size * 0.12)
    if level is MasteryLevel.NO_EVIDENCE:
        painter.setPen(QPen(ink, size * 0.15))
        painter.drawLine(centre - QPointF(radius, 0), centre + QPointF(radius, 0))
        painter.restore()
        return
    if level is MasteryLevel.NOT_YET:
        pen.setWidthF(size * 0.18)
    inset = pen.widthF() / 2
    disc = QRectF(centre.x() - radius, centre.y() - radius, size, size)
    disc = disc.adjusted(inset, inset, -inset, -inset)
    painter.setPen(pen)
    painter.setBrush(ink if level is MasteryLevel.SECURE else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(disc)
    if level is MasteryLevel.NEARLY:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawPie(disc, -90 * 16, 180 * 16)
    painter.restore()
