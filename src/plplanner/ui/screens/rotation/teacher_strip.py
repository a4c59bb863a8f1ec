"""The strip below the plan: when each group meets the teacher, and what it works on."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from plplanner.ui.kit.pictures import group_tile, icon_picture
from plplanner.ui.kit.theme import Theme, body_font
from plplanner.ui.kit.written_lines import write_lines
from plplanner.ui.screens.rotation.grid_rows import NOT_TODAY, TeacherTurn

_HEAD_WIDTH = 184
_HEIGHT = 58
_WORD = 40  # from the left of a column, where the word of its group begins
_SEMI = QFont.Weight.DemiBold


class TeacherStrip(QWidget):
    """One column per group; the group at the current cell is tinted."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Empty until told the turns."""
        super().__init__(parent)
        self._theme = theme
        self._turns: tuple[TeacherTurn, ...] = ()
        self._has_tasks = False  # or else every group has the same
        self._current = -1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_turns(self, turns: tuple[TeacherTurn, ...]) -> None:
        """Show these groups."""
        self._turns = turns
        self._has_tasks = tasks_differ(turns)
        spoken = "; ".join(f"{turn.identity.word}: {self._said(turn)}" for turn in turns)
        self.setAccessibleName(f"Teacher table. {spoken}")
        self.setToolTip("\n".join(spoken.split("; ")))
        self.update()

    def mark(self, line: int) -> None:
        """Tint the group of this line."""
        self._current = line
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Two lines high."""
        return QSize(480, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """The head, then a column per group."""
        colours = self._theme.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = self.rect().adjusted(0, 0, -1, -1)
        outline = QPainterPath()
        outline.addRoundedRect(frame, 8, 8)
        painter.fillPath(outline, QColor(colours["sheet"]))
        painter.setClipPath(outline)
        head = QRect(0, 0, _HEAD_WIDTH, self.height())
        painter.fillRect(head, QColor(colours["sunk"]))
        each = (self.width() - _HEAD_WIDTH) / max(1, len(self._turns))
        has_tasks = self._has_tasks and self._has_room(each)
        self._head(painter, head, has_tasks=has_tasks)
        for place, turn in enumerate(self._turns):
            left = round(_HEAD_WIDTH + place * each)
            right = round(_HEAD_WIDTH + (place + 1) * each)
            room = QRect(left, 0, right - left, self.height())
            if place == self._current:
                painter.fillRect(room, QColor(colours["tint"]))
            painter.setPen(QColor(colours["line"]))
            painter.drawLine(room.topLeft(), room.bottomLeft())
            self._turn(painter, room, turn, has_task=has_tasks)
        painter.setClipping(False)
        painter.setPen(QColor(colours["line"]))
        painter.drawPath(outline)
        painter.end()

    def _said(self, turn: TeacherTurn) -> str:
        tells_task = self._has_tasks or turn.when == NOT_TODAY
        return f"{turn.when}, {turn.works_on}" if tells_task else turn.when

    def _has_room(self, each: float) -> bool:
        """Whether every round stands beside its group; else it stands below, instead of tasks."""
        bold, plain = QFontMetrics(body_font(13, _SEMI)), QFontMetrics(body_font(13))
        needs = [
            _WORD + bold.horizontalAdvance(turn.identity.word) + 8
            + plain.horizontalAdvance(turn.when) + 8
            for turn in self._turns
        ]  # fmt: skip
        return max(needs, default=0) <= each

    def _head(self, painter: QPainter, room: QRect, *, has_tasks: bool) -> None:
        colours = self._theme.palette
        picture = icon_picture("teacher", colours["ink"], 18, self.devicePixelRatioF())
        painter.drawPixmap(room.left() + 12, 10, picture)
        painter.setPen(QColor(colours["ink"]))
        title = room.adjusted(38, 9, -4, 0)
        write_lines(painter, title, "Teacher table", body_font(13, _SEMI), most=1)
        painter.setPen(QColor(colours["ink2"]))
        below = room.adjusted(12, 30, -4, 0)
        says = "what each group works on" if has_tasks else "when it meets each group"
        write_lines(painter, below, says, body_font(13), most=1)

    def _turn(self, painter: QPainter, room: QRect, turn: TeacherTurn, *, has_task: bool) -> None:
        colours, ratio = self._theme.palette, self.devicePixelRatioF()
        painter.drawPixmap(room.left() + 12, 8, group_tile(turn.identity, 20, ratio))
        font = body_font(13, _SEMI)
        painter.setPen(QColor(colours["ink"]))
        word = room.adjusted(_WORD, 9, -6, 0)
        write_lines(painter, word, turn.identity.word, font, most=1)
        if has_task:
            painter.setPen(QColor(colours["ink2"]))
            wide = QFontMetrics(font).horizontalAdvance(turn.identity.word)
            when = word.adjusted(wide + 8, 0, 0, 0)
            write_lines(painter, when, turn.when, body_font(13), most=1)
        painter.setPen(QColor(colours["ink"]))
        below = room.adjusted(12, 31, -8, 0)
        is_met = turn.when != NOT_TODAY
        says = turn.when if is_met and not has_task else turn.works_on
        if turn.short and QFontMetrics(body_font(13)).horizontalAdvance(says) > below.width():
            says = turn.short
        write_lines(painter, below, says, body_font(13), most=1)


def tasks_differ(turns: Sequence[TeacherTurn]) -> bool:
    """Whether tasks say more than the plan above: one line for every group tells nothing."""
    tasks = [turn.works_on for turn in turns if turn.when != NOT_TODAY]
    return len(tasks) == 1 or len(set(tasks)) > 1
