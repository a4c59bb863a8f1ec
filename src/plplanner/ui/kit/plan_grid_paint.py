"""How a plan grid is drawn: the group with its tile and hatch, the cell with station and task."""

from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from plplanner.ui.kit.pictures import group_tile, hatch_picture, icon_picture
from plplanner.ui.kit.plan_grid_rows import GridCell, GridGroup, GridRound
from plplanner.ui.kit.theme import Theme, body_font
from plplanner.ui.kit.written_lines import lines_of, write_lines

GROUP_ROLE = Qt.ItemDataRole.UserRole + 1
CELL_ROLE = Qt.ItemDataRole.UserRole + 2
HEAD_ROLE = Qt.ItemDataRole.UserRole + 3
LOW_ROLE = Qt.ItemDataRole.UserRole + 4  # whether the line is low: a student's

_SEMI = QFont.Weight.DemiBold
_LEFT, _BAND, _GAP = 12, 8, 10
_LOW_TOP = 4
_PIN = 22
_LINE = 17  # from one line of names to the next
_HEAD_HEIGHT = 44
_SPACE, _LEAST_STATION = 4, 32  # beside a note
_ROOM_FOR_THREE = 58  # two lines of a task and one for its place
_ROOMY_ROW = 76


class _Spacing(NamedTuple):
    """Pixels in a group's row: above all, to the task, from it to the place, to the names.

    And how large the tile is.
    """

    top: int
    task: int
    place: int
    names: int
    tile: int


_ROOMY = _Spacing(top=8, task=22, place=4, names=31, tile=28)
_SNUG = _Spacing(top=3, task=19, place=1, names=24, tile=24)


def _spacing(cell: QRect) -> _Spacing:
    """Many groups on a small screen: what their cells say moves together before it is cut."""
    return _ROOMY if cell.height() >= _ROOMY_ROW else _SNUG


def pick_button(cell: QRect) -> QRect:
    """Where the button of an empty cell is."""
    width = 28 + QFontMetrics(body_font(13, QFont.Weight.Medium)).horizontalAdvance("Pick a task")
    space = _spacing(cell)
    return QRect(cell.left() + _LEFT, cell.top() + space.top + space.task, width + 12, 28)


def pin_button(cell: QRect) -> QRect:
    """Where the pin of a locked cell is, and of one that is pointed at."""
    return QRect(cell.right() - _PIN - 5, cell.top() + 2, _PIN + 4, _PIN + 4)


def name_at(cell: QRect, group: GridGroup, point: QPoint) -> int:
    """The place of the name that is written at a point of the group's cell; −1 beside them."""
    room = _names_room(cell)
    metrics = QFontMetrics(body_font(13))
    lines = lines_of(_names(group), body_font(13), room.width(), most=_most_lines(room))
    down = (point.y() - room.top()) // max(metrics.height(), _LINE)
    if not (0 <= down < len(lines) and point.x() >= room.left()):
        return -1
    place = sum(line.count(",") for line in lines[:down])
    edge = room.left()
    for piece in lines[down].split(","):
        edge += metrics.horizontalAdvance(f"{piece},")
        if point.x() < edge:
            return place if place < len(group.names) else -1
        place += 1
    return -1


def _names_room(cell: QRect) -> QRect:
    left, space = cell.left() + _BAND + _GAP, _spacing(cell)
    down = space.top + space.names
    return QRect(left, cell.top() + down, cell.right() - left - 8, cell.height() - down - 2)


def _takes_two_lines(cell: GridCell, width: int) -> bool:
    """Whether the words of a task need both lines there are, and nothing else wants the second."""
    if (cell.note and not cell.yields) or cell.is_past or not cell.task:
        return False
    return QFontMetrics(body_font(15, _SEMI)).horizontalAdvance(cell.task) > width


def _where(cell: GridCell, font: QFont, width: int) -> str:
    """Station and place on one line, or the station alone where both would be cut."""
    both = f"{cell.station} · {cell.place}"
    fits = cell.place and QFontMetrics(font).horizontalAdvance(both) <= width
    return both if fits else cell.station


def _beside_note(cell: GridCell, font: QFont, width: int) -> int:
    """How wide the station may be: it has a picture too, so a note has its room first."""
    if not cell.note:
        return width
    note = QFontMetrics(body_font(13)).horizontalAdvance(f"· {cell.note}")
    whole = QFontMetrics(font).horizontalAdvance(cell.station)
    return min(whole, max(_LEAST_STATION, width - note - _SPACE))


def _names(group: GridGroup) -> str:
    # No name is broken in two: the spaces inside it do not part.
    return ", ".join(name.replace(" ", "\u00a0") for name in group.names)


def _most_lines(room: QRect) -> int:
    return max(1, room.height() // _LINE)


class RoundHeads(QHeaderView):
    """Two lines per column: what it is, and when."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """Colours follow the theme."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self.setFixedHeight(_HEAD_HEIGHT)
        theme.changed.connect(self.viewport().update)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:  # noqa: N802
        """Title over time on the sunk ground."""
        colours = self._theme.palette
        painter.save()
        head = self.model().headerData(section, Qt.Orientation.Horizontal, HEAD_ROLE)
        is_now = isinstance(head, GridRound) and head.is_now
        painter.fillRect(rect, QColor(colours["accent" if is_now else "sunk"]))
        painter.setPen(QColor(colours["line"]))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if section < self.count() - 1:
            painter.drawLine(rect.topRight(), rect.bottomRight())
        if isinstance(head, GridRound):
            inside = rect.adjusted(_LEFT, 4, -4, 0)
            painter.setPen(QColor(colours["onaccent" if is_now else "ink"]))
            used = write_lines(painter, inside, head.title, body_font(14, _SEMI), most=1)
            painter.setPen(QColor(colours["onaccent" if is_now else "ink2"]))
            write_lines(painter, inside.adjusted(0, used, 0, 0), head.time, body_font(13), most=1)
        painter.restore()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Two lines high."""
        return QSize(super().sizeHint().width(), _HEAD_HEIGHT)


class PlanGridDelegate(QStyledItemDelegate):
    """Draws groups and cells. `target` would be dropped on, `cut` is under way: (row, column).

    On what is `warned` of something is held that would not do there.
    """

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """Colours follow the theme."""
        super().__init__(parent)
        self._theme = theme
        self._view = parent
        self.target: tuple[int, int] | None = None
        self.cut: tuple[int, int] | None = None
        self.warned: tuple[int, int] | None = None

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """One cell with its ground, its words and its frame."""
        rect: QRect = option.rect
        here = index.row(), index.column()
        is_current = self._view.currentIndex() == index  # type: ignore[attr-defined]
        group, cell = index.data(GROUP_ROLE), index.data(CELL_ROLE)
        painter.save()
        painter.fillRect(rect, QColor(self._ground(cell, is_current)))
        self._rules(painter, rect, index)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(rect)
        if here == self.cut:
            painter.setOpacity(0.4)
        is_low = bool(index.data(LOW_ROLE))
        if isinstance(group, GridGroup):
            (self._student if group.is_student else self._group)(painter, rect, group)
        elif isinstance(cell, GridCell):
            points = bool(option.state & QStyle.StateFlag.State_MouseOver)
            has_pin = self._pin(painter, rect, cell, is_pointed_at=points)
            clear = rect.adjusted(0, 0, -_PIN if has_pin else 0, 0)
            (self._low_cell if is_low else self._cell)(painter, rect, clear, cell)
        painter.setOpacity(1)
        if is_current or here == self.target:
            frame = "warnink" if here == self.warned else "accent"
            painter.setPen(QPen(QColor(self._theme.palette[frame]), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(1, 1, -1, -1))
        painter.restore()

    def _ground(self, cell: object, is_current: bool) -> str:
        colours = self._theme.palette
        if isinstance(cell, GridCell) and not cell.task and not cell.is_past:
            return colours["warnbg"]
        if is_current:
            return colours["tint"]
        return colours["sunk" if isinstance(cell, GridCell) and cell.is_past else "sheet"]

    def _rules(
        self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.setPen(QColor(self._theme.palette["line"]))
        if index.row() < index.model().rowCount() - 1:
            painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if index.column() < index.model().columnCount() - 1:
            painter.drawLine(rect.topRight(), rect.bottomRight())

    def _group(self, painter: QPainter, rect: QRect, group: GridGroup) -> None:
        colours, ratio = self._theme.palette, self._view.devicePixelRatioF()
        band = QRect(rect.left(), rect.top(), _BAND, rect.height())
        painter.fillRect(band, QBrush(hatch_picture(group.identity, ratio)))
        left, space = rect.left() + _BAND + _GAP, _spacing(rect)
        tile = group_tile(group.identity, space.tile, ratio)
        painter.drawPixmap(left, rect.top() + space.top, tile)
        beside = rect.top() + space.top + (space.tile - 20) // 2
        name = QRect(left + space.tile + 8, beside, rect.right() - left - space.tile - 16, 20)
        font = body_font(16, _SEMI)
        painter.setPen(QColor(colours["ink"]))
        write_lines(painter, name, group.identity.word, font, most=1)
        count = name.adjusted(
            QFontMetrics(font).horizontalAdvance(group.identity.word) + 8, 1, 0, 0
        )
        painter.setPen(QColor(colours["ink3"]))
        write_lines(painter, count, str(len(group.names) - group.absent), body_font(13), most=1)
        painter.setPen(QColor(colours["ink2"]))
        room = _names_room(rect)
        write_lines(painter, room, _names(group), body_font(13), most=_most_lines(room))

    def _pin(self, painter: QPainter, rect: QRect, cell: GridCell, *, is_pointed_at: bool) -> bool:
        """The pin of a locked cell; a pale one where it could be locked by a click."""
        if not cell.is_locked and not (cell.can_lock and is_pointed_at and not cell.is_past):
            return False
        colour = self._theme.palette["ink2" if cell.is_locked else "line2"]
        picture = icon_picture("pin", colour, 16, self._view.devicePixelRatioF())
        painter.drawPixmap(pin_button(rect).topLeft() + QPoint(5, 5), picture)
        return True

    def _cell(self, painter: QPainter, rect: QRect, clear: QRect, cell: GridCell) -> None:
        """Station over task over place; the first line is `clear` of the pin."""
        colours, ratio = self._theme.palette, self._view.devicePixelRatioF()
        space = _spacing(rect)
        inside = rect.adjusted(_LEFT, space.top, -_LEFT, -space.top // 2)
        token = "ink" if cell.is_led else "ink2"
        picture = icon_picture(cell.icon, colours[token], 18, ratio)
        painter.drawPixmap(QPoint(inside.left(), inside.top()), picture)
        painter.setPen(QColor(colours[token]))
        font = body_font(13, _SEMI if cell.is_led else QFont.Weight.Normal)
        below = inside.adjusted(0, space.task, 0, 0)
        is_tight = below.height() < _ROOM_FOR_THREE and _takes_two_lines(cell, below.width())
        beside = inside.adjusted(24, 0, clear.right() - rect.right(), 0)
        if is_tight and cell.note:
            self._note_icon(painter, QPoint(beside.right() - 15, beside.top() + 1), cell)
            beside.adjust(0, 0, -20, 0)
            painter.setPen(QColor(colours[token]))
        # Where nothing is left below, the place stands beside the station if there is room.
        at = _where(cell, font, beside.width()) if is_tight or cell.note else cell.station
        write_lines(painter, beside, at, font, most=1)
        if cell.task:
            painter.setPen(QColor(colours["ink3" if cell.is_past else "ink"]))
            most = 2 if is_tight or (below.height() >= _ROOM_FOR_THREE and not cell.is_past) else 1
            used = write_lines(painter, below, cell.task, body_font(15, _SEMI), most=most)
            if not is_tight:
                self._foot(painter, below.adjusted(0, used + space.place, 0, 0), cell)
        elif not cell.is_past:
            self._pick_button(painter, rect)
            self._hint(painter, below, pick_button(rect), cell.hint)

    def _student(self, painter: QPainter, rect: QRect, group: GridGroup) -> None:
        """Her name in the middle of the line; quiet when she is away."""
        colours = self._theme.palette
        painter.setPen(QColor(colours["ink3" if group.absent else "ink"]))
        name = ", ".join(group.names) or group.identity.word
        high = QFontMetrics(body_font(15, _SEMI)).height()
        room = rect.adjusted(_LEFT, (rect.height() - high) // 2, -_LEFT, 0)
        write_lines(painter, room, name, body_font(15, _SEMI), most=1)

    def _low_cell(self, painter: QPainter, rect: QRect, clear: QRect, cell: GridCell) -> None:
        """Station over task, one line each; a note beside the station, `clear` of the pin."""
        colours, ratio = self._theme.palette, self._view.devicePixelRatioF()
        inside = rect.adjusted(_LEFT, _LOW_TOP, -_LEFT, 0)
        token = "ink" if cell.is_led else "ink2"
        picture = icon_picture(cell.icon, colours[token], 16, ratio)
        painter.drawPixmap(QPoint(inside.left(), inside.top() + 1), picture)
        font = body_font(13, _SEMI if cell.is_led else QFont.Weight.Normal)
        beside = inside.adjusted(22, 0, clear.right() - rect.right(), 0)
        painter.setPen(QColor(colours[token]))
        room = _beside_note(cell, font, beside.width())
        write_lines(
            painter, beside.adjusted(0, 0, room - beside.width(), 0), cell.station, font, most=1
        )
        if cell.note:
            painter.setPen(QColor(colours["warnink" if cell.warns else "ink3"]))
            note = beside.adjusted(room + _SPACE, 0, 0, 0)
            write_lines(painter, note, f"· {cell.note}", body_font(13), most=1)
        quiet = cell.is_past or not cell.task
        painter.setPen(
            QColor(colours["ink3" if cell.is_past else "ink" if cell.task else "warnink"])
        )
        weight = QFont.Weight.Normal if quiet else QFont.Weight.Medium
        words = cell.task or ("" if cell.is_past else "Pick a task")
        write_lines(painter, inside.adjusted(0, 19, 0, 0), words, body_font(14, weight), most=1)

    def _foot(self, painter: QPainter, rect: QRect, cell: GridCell) -> None:
        colours = self._theme.palette
        if not cell.note:
            painter.setPen(QColor(colours["ink3"]))
            write_lines(painter, rect, cell.place, body_font(13), most=1)
            return
        beside = rect
        if cell.note_icon:
            self._note_icon(painter, QPoint(rect.left(), rect.top() + 1), cell)
            beside = rect.adjusted(20, 0, 0, 0)
        painter.setPen(QColor(colours["warnink" if cell.warns else "ink2"]))
        font = body_font(13, _SEMI if cell.warns else QFont.Weight.Normal)
        write_lines(painter, beside, cell.note, font, most=1)

    def _note_icon(self, painter: QPainter, at: QPoint, cell: GridCell) -> None:
        colour = self._theme.palette["warnink" if cell.warns else "ink2"]
        picture = icon_picture(cell.note_icon, colour, 16, self._view.devicePixelRatioF())
        painter.drawPixmap(at, picture)

    def _hint(self, painter: QPainter, room: QRect, button: QRect, hint: str) -> None:
        """How many ideas fit: below the button, beside it in a low row, or not at all."""
        metrics = QFontMetrics(body_font(13))
        place = room.adjusted(0, 34, 0, 0)
        if place.height() < metrics.height():
            place = QRect(button.right() + 8, button.top() + 5, room.right() - button.right(), 20)
            if metrics.horizontalAdvance(hint) > place.width() - 8:
                return
        painter.setPen(QColor(self._theme.palette["warnink"]))
        write_lines(painter, place, hint, body_font(13), most=1)

    def _pick_button(self, painter: QPainter, rect: QRect) -> None:
        colours, place = self._theme.palette, pick_button(rect)
        painter.setPen(QColor(colours["warnline"]))
        painter.setBrush(QColor(colours["sheet"]))
        painter.drawRoundedRect(place.adjusted(0, 0, -1, -1), 6, 6)
        plus = icon_picture("plus", colours["warnink"], 16, self._view.devicePixelRatioF())
        painter.drawPixmap(QPoint(place.left() + 8, place.top() + 6), plus)
        painter.setPen(QColor(colours["warnink"]))
        words = place.adjusted(30, 5, 0, 0)
        write_lines(painter, words, "Pick a task", body_font(13, QFont.Weight.Medium), most=1)
