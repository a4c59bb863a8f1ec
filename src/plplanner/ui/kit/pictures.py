"""Our icons, group tiles and hatches as Qt pictures, tinted for the mode and sharp at any scale."""

from functools import lru_cache

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from plplanner.assets import asset
from plplanner.terms import GroupIdentity, StationKind

STATION_ICONS = {
    StationKind.TEACHER_LED: "teacher",
    StationKind.DIGITAL: "laptop",
    StationKind.COLLABORATIVE: "together",
    StationKind.INDEPENDENT: "alone",
    StationKind.HANDS_ON: "handson",
    StationKind.MAKE_UP: "history",
    StationKind.ASSESSMENT: "quiz",
}


@lru_cache(maxsize=512)
def icon_picture(name: str, colour: str, size: int, ratio: float = 1.0) -> QPixmap:
    """An icon of `resources/icons` in one colour, `size` logical pixels wide."""
    picture = _shape(name, size, ratio).copy()
    painter = QPainter(picture)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(QRectF(0, 0, size, size), QColor(colour))
    painter.end()
    return picture


@lru_cache(maxsize=256)
def _shape(name: str, size: int, ratio: float) -> QPixmap:
    """Read once for all the colours it is drawn in."""
    picture = _blank(size, size, ratio)
    painter = QPainter(picture)
    QSvgRenderer(str(asset("icons", f"{name}.svg"))).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return picture


def icon(name: str, colour: str, size: int = 20, *, disabled: str = "", air: int = 0) -> QIcon:
    """An icon for buttons and acts; at two times the pixels as well, where some screen has more.

    `disabled` is its colour while it cannot be pressed; else Qt makes one up. `air` is room at
    its right: Qt puts the words of a button closer to it than they read well.
    """
    made = QIcon()
    colours = {QIcon.Mode.Normal: colour, **({QIcon.Mode.Disabled: disabled} if disabled else {})}
    is_plain = all(one.devicePixelRatio() == 1 for one in QGuiApplication.screens())
    for ratio in (1.0,) if is_plain else (1.0, 2.0):
        for mode, tint in colours.items():
            made.addPixmap(_with_air(icon_picture(name, tint, size, ratio), size, air), mode)
    return made


def _with_air(picture: QPixmap, size: int, air: int) -> QPixmap:
    if not air:
        return picture
    wider = _blank(size + air, size, picture.devicePixelRatio())
    painter = QPainter(wider)
    painter.drawPixmap(0, 0, picture)
    painter.end()
    return wider


@lru_cache(maxsize=128)
def group_tile(identity: GroupIdentity, size: int, ratio: float = 1.0) -> QPixmap:
    """The tile of a small group: its symbol on its colour, round corners."""
    picture = _blank(size, size, ratio)
    painter = QPainter(picture)
    renderer = QSvgRenderer(str(asset("symbols", f"tile-{identity.symbol}.svg")))
    renderer.render(painter, QRectF(0, 0, size, size))
    if identity.outline:  # the second set: the same tile, hollow
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor("#111111"))
        painter.drawRoundedRect(QRectF(0.5, 0.5, size - 1, size - 1), size * 0.22, size * 0.22)
    painter.end()
    return picture


@lru_cache(maxsize=64)
def hatch_picture(identity: GroupIdentity, ratio: float = 1.0) -> QPixmap:
    """The 8 × 8 pattern of a small group, to be tiled beside its symbol."""
    picture = _blank(8, 8, ratio)
    painter = QPainter(picture)
    QSvgRenderer(str(asset("symbols", f"{identity.hatch}.svg"))).render(painter, QRectF(0, 0, 8, 8))
    painter.end()
    return picture


def _blank(width: int, height: int, ratio: float) -> QPixmap:
    picture = QPixmap(QSize(round(width * ratio), round(height * ratio)))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    return picture
