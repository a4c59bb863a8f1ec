"""Plain text on a few lines, the last one cut short with “…” when there is more."""

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QTextLayout, QTextOption


def lines_of(text: str, font: QFont, width: int, *, most: int) -> list[str]:
    """The text broken at words into at most so many lines of this width, the last elided."""
    metrics = QFontMetrics(font)
    layout = QTextLayout(text, font)
    layout.setTextOption(_wrapped())
    layout.beginLayout()
    units = text.encode("utf-16-le", "surrogatepass")  # Qt counts in these, Python does not
    lines: list[str] = []
    while (line := layout.createLine()).isValid() and width > 0:
        line.setLineWidth(width)
        start = line.textStart()
        if len(lines) == most - 1:
            rest = _text(units[2 * start :])
            lines.append(metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width))
            break
        lines.append(_text(units[2 * start : 2 * (start + line.textLength())]))
    layout.endLayout()
    return lines


def write_lines(painter: QPainter, rect: QRect, text: str, font: QFont, *, most: int) -> int:
    """Draw text from the top left of `rect` with the painter's pen; answers the height used."""
    painter.setFont(font)
    metrics = QFontMetrics(font)
    height = max(metrics.height(), round(font.pixelSize() * 1.33))
    lines = lines_of(text, font, rect.width(), most=most)
    for place, words in enumerate(lines):
        baseline = rect.top() + place * height + metrics.ascent()
        painter.drawText(QPointF(rect.left(), baseline), words)
    return len(lines) * height


def _text(units: bytes) -> str:
    return units.decode("utf-16-le", "replace").rstrip()


def _wrapped() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option
