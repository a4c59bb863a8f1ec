from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter

from plplanner.terms import MasteryLevel
from plplanner.ui.kit.mastery_mark import paint_mastery


def mark_of(level):
    """The mark as dark (1) or not (0) at left, middle and right of its middle line."""
    image = QImage(20, 20, QImage.Format.Format_ARGB32)
    image.fill(QColor("#ffffff"))
    painter = QPainter(image)
    paint_mastery(painter, QPointF(10, 10), level, "#000000", size=16)
    painter.end()
    return [int(image.pixelColor(x, 10).lightness() < 128) for x in (6, 13)], image


def test_each_level_has_a_shape_of_its_own(application):
    images = [mark_of(level)[1] for level in MasteryLevel]
    assert all(one != other for n, one in enumerate(images) for other in images[n + 1 :])


def test_secure_is_full_nearly_is_half_and_not_yet_is_hollow(application):
    assert mark_of(MasteryLevel.SECURE)[0] == [1, 1]
    assert mark_of(MasteryLevel.NEARLY)[0] == [0, 1]
    assert mark_of(MasteryLevel.NOT_YET)[0] == [0, 0]
