"""The table of the week: groups down, Monday to Friday across."""

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView

from plplanner.ui.kit.labels import literal_tip
from plplanner.ui.kit.moments import day_words, weekday
from plplanner.ui.kit.pictures import group_tile
from plplanner.ui.kit.plan_grid_paint import HEAD_ROLE
from plplanner.ui.kit.plan_grid_rows import GridRound
from plplanner.ui.kit.theme import Theme, body_font
from plplanner.ui.kit.written_lines import write_lines
from plplanner.ui.screens.rotation.week.viewmodel import WeekCell, WeekDay, WeekLine

LINE_ROLE = Qt.ItemDataRole.UserRole + 1
DAY_ROLE = Qt.ItemDataRole.UserRole + 2
Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
_SEMI = QFont.Weight.DemiBold


class WeekTable(QAbstractTableModel):
    """Column 0 names the group; without any plan one empty line still offers the days."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Empty until `show_week`."""
        super().__init__(parent)
        self.days: tuple[WeekDay, ...] = ()
        self.lines: tuple[WeekLine, ...] = ()

    def show_week(self, days: tuple[WeekDay, ...], lines: tuple[WeekLine, ...]) -> None:
        """Show another week."""
        self.beginResetModel()
        self.days, self.lines = days, lines
        self.endResetModel()

    def rowCount(self, parent: Index = _TOP) -> int:  # noqa: N802 - Qt's name
        """One row per group, one for none."""
        return 0 if parent.isValid() else max(1, len(self.lines))

    def columnCount(self, parent: Index = _TOP) -> int:  # noqa: N802 - Qt's name
        """The groups, then the days."""
        return 0 if parent.isValid() else 1 + len(self.days)

    def cell(self, index: Index) -> WeekCell | None:
        """What stands there."""
        if not self.lines or index.column() < 1:
            return None
        return self.lines[index.row()].cells[index.column() - 1]

    def offers(self, index: Index) -> str:
        """What an empty column offers, once, in its first row: `Plan Tuesday`."""
        if index.row() or index.column() < 1:
            return ""
        day = self.days[index.column() - 1]
        return "" if day.has_plan or day.is_off else f"Plan {weekday(day.day)}"

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Words for everyone; the delegate asks for the frozen rows."""
        if role == LINE_ROLE:
            return self.lines[index.row()] if self.lines else None
        if role == DAY_ROLE:
            return self.days[index.column() - 1] if index.column() else None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._spoken(index)
        if role == Qt.ItemDataRole.ToolTipRole:
            return literal_tip(self._spoken(index))
        return None

    def headerData(  # noqa: N802 - Qt's name
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """The day, and how far its plan has come."""
        if orientation == Qt.Orientation.Vertical:
            return None
        head = GridRound("Teacher table", "who meets you when")
        if section:
            day = self.days[section - 1]
            head = GridRound(day_words(day.day), day.state)
        if role == HEAD_ROLE:
            return head
        return f"{head.title} {head.time}" if role == Qt.ItemDataRole.DisplayRole else None

    def _spoken(self, index: Index) -> str:
        group = self.lines[index.row()].identity.word if self.lines else ""
        if index.column() == 0:
            return group or "No plan kept in this week"
        day = self.days[index.column() - 1]
        start = ", ".join(part for part in (group, day_words(day.day)) if part)
        cell = self.cell(index)
        if cell is None:
            return f"{start}: {self.offers(index) or day.state}"
        return ", ".join(part for part in (f"{start}: {cell.words}", cell.task) if part)


class WeekDelegate(QStyledItemDelegate):
    """Draws the group with its tile, and each day's round in two lines."""

    def __init__(self, theme: Theme, view: QTableView) -> None:
        """Colours follow the theme."""
        super().__init__(view)
        self._theme = theme
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One cell."""
        rect: QRect = option.rect
        colours = self._theme.palette
        is_current = self._view.currentIndex() == index
        day = index.data(DAY_ROLE)
        is_off = isinstance(day, WeekDay) and day.is_off
        painter.save()
        ground = "tint" if is_current else "sunk" if is_off else "sheet"
        painter.fillRect(rect, QColor(colours[ground]))
        painter.setPen(QColor(colours["line"]))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if index.column() < index.model().columnCount() - 1:
            painter.drawLine(rect.topRight(), rect.bottomRight())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if index.column() == 0:
            self._group(painter, rect, index.data(LINE_ROLE))
        else:
            self._day(painter, rect.adjusted(12, 8, -8, -4), index)
        if is_current:
            painter.setPen(QPen(QColor(colours["accent"]), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(1, 1, -1, -1))
        painter.restore()

    def _group(self, painter: QPainter, rect: QRect, line: object) -> None:
        if not isinstance(line, WeekLine):
            painter.setPen(QColor(self._theme.palette["ink3"]))
            room = rect.adjusted(12, 8, -8, 0)
            write_lines(painter, room, "No plan kept in this week", body_font(13), most=2)
            return
        ratio = self._view.devicePixelRatioF()
        is_own = line.identity.is_own
        if not is_own:
            tile = group_tile(line.identity, 24, ratio)
            painter.drawPixmap(rect.left() + 12, rect.top() + 8, tile)
        painter.setPen(QColor(self._theme.palette["ink"]))
        room = rect.adjusted(12 if is_own else 46, 10, -8, 0)
        write_lines(painter, room, line.identity.word, body_font(15, _SEMI), most=2)

    def _day(self, painter: QPainter, room: QRect, index: Index) -> None:
        model = index.model()
        if not isinstance(model, WeekTable):
            return
        cell, colours = model.cell(index), self._theme.palette
        if cell is None:
            painter.setPen(QColor(colours["accent"]))
            font = body_font(13, QFont.Weight.Medium)
            write_lines(painter, room, model.offers(index), font, most=1)
            return
        painter.setPen(QColor(colours["ink" if cell.meets else "ink3"]))
        font = body_font(13, _SEMI if cell.meets else QFont.Weight.Normal)
        used = write_lines(painter, room, cell.words, font, most=1)
        painter.setPen(QColor(colours["ink2"]))
        write_lines(painter, room.adjusted(0, used + 2, 0, 0), cell.task, body_font(13), most=2)
