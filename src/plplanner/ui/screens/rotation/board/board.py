"""The board: the lesson on the projector, full screen, with nothing of the editor on it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from plplanner.rotation.lesson_clock import LessonPart
from plplanner.ui.kit.pictures import icon_picture
from plplanner.ui.kit.theme import body_font
from plplanner.ui.kit.written_lines import write_lines
from plplanner.ui.screens.rotation.board.chime import Chime
from plplanner.ui.screens.rotation.board.clock import BoardClock
from plplanner.ui.screens.rotation.board.fit import BoardFit, fit_board
from plplanner.ui.screens.rotation.board.goals import goal_above, lines_below
from plplanner.ui.screens.rotation.board.lines import BoardLines, ShownRounds
from plplanner.ui.screens.rotation.board.measures import BoardMeasures, measures
from plplanner.ui.screens.rotation.board.rows import ShownBoard, shown_board
from plplanner.ui.screens.rotation.day_plans import DayPlans
from plplanner.ui.screens.rotation.today.lesson_head import head_of, round_shown
from plplanner.ui.screens.rotation.today.running_lesson import RunningLesson
from plplanner.ui.screens.rotation.today.ticking import Ticking
from plplanner.ui.stage import Stage

# A key that is held down, or a clicker that lies on it, turns no second round.
_AFTER_ROUNDS = (LessonPart.RETURN, LessonPart.CLOSE, LessonPart.OVER)
_SAID_FOR = 3000  # milliseconds
_ONCE = (Qt.Key.Key_Right, Qt.Key.Key_Space, Qt.Key.Key_F5, Qt.Key.Key_N, Qt.Key.Key_C)


class Board(QWidget):
    """Space stops the timer, + and − change it, Right begins the next round, Escape leaves."""

    def __init__(
        self, stage: Stage, parent: QWidget | None = None, *, chime: Chime | None = None
    ) -> None:
        """Shows the lesson that is chosen; one of another day without a timer."""
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("plplanner")
        self.setAccessibleName("Board")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._stage = stage
        self.lesson = RunningLesson(stage, DayPlans(stage, self), self)
        self.clock, self.lines = BoardClock(stage.theme, self), BoardLines(stage.theme, self)
        self._board: ShownBoard | None = None
        self._page = 0
        self.chime = chime or Chime()
        self._said = ""
        self._done: list[str | None] = []
        self._ticking = Ticking(stage.clock, self)
        self._ticking.ticked.connect(self._show_clock)
        self.lesson.refreshed.connect(self._show_lesson)
        stage.theme.changed.connect(self._repaint)
        self.lesson.be_shown(True)
        self._ticking.start()

    def fill_screen(self, beside: QWidget) -> None:
        """Take the second display, or the only one."""
        own = beside.screen()
        screen = next((one for one in QGuiApplication.screens() if one is not own), own)
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.showFullScreen()
        self.activateWindow()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """The keys of the board."""
        key, ctrl = event.key(), event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.isAutoRepeat() and key in _ONCE:
            return
        if ctrl and key == Qt.Key.Key_Z:
            self._take_back()
        elif key in (Qt.Key.Key_Escape, Qt.Key.Key_F5):
            self.close()
        elif key == Qt.Key.Key_Space:
            self._do(self.lesson.toggle_pause)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Minus):
            self._do(partial(self.lesson.add_minutes, 1 if key == Qt.Key.Key_Plus else -1))
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._do(partial(self._turn, 1 if key == Qt.Key.Key_Right else -1))
        elif ctrl:
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_N:
            self.lines.shows_names = not self.lines.shows_names
            self._arrange()
        elif key == Qt.Key.Key_C:
            self.chime.toggle()
            self._say("Chime on" if self.chime.is_on else "Chime off")
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Everything grows with the screen."""
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """The ground, and the line below the cards."""
        colours = self._stage.theme.palette
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(colours["canvas"]))
        size = self._measures()
        top = self.height() - size.foot + size.gap
        for icon, words in self._below():
            foot = self.rect().adjusted(size.margin, top, 0, 0)
            sign = icon_picture(icon, colours["ink"], size.small, self.devicePixelRatioF())
            painter.drawPixmap(foot.left(), foot.top() + size.small // 5, sign)
            painter.setPen(QColor(colours["ink"]))
            room = foot.adjusted(size.small + size.gap, 0, -size.margin, 0)
            top += write_lines(painter, room, words, body_font(size.small), most=1)
        painter.end()

    # -- inside ---------------------------------------------------------------------------

    def _do(self, act: Callable[[], object]) -> None:
        """An act of the board; the board takes back its own alone.

        Before the lesson nothing is stopped or lengthened: nobody would see it.
        """
        moment, times = self.lesson.moment(), self.lesson.times
        stands = times is not None and times.paused_since is not None
        if moment is not None and moment.part is LessonPart.BEFORE and not stands:
            self._say("The lesson has not begun")
            return
        before = self._stage.desk.planner.sequence
        act()
        if self._stage.desk.planner.sequence != before:
            self._done.append(self._stage.desk.undo_label)

    def _take_back(self) -> None:
        """The last act of the board; what was done in the window is not seen here and stays."""
        if self._done and self._done[-1] == self._stage.desk.undo_label:
            self._done.pop()
            self._stage.desk.undo()
        else:
            self._say("Nothing to undo here")

    def _say(self, words: str) -> None:
        """In place of the goal, for a moment."""
        self._said = words
        self._show_clock()
        QTimer.singleShot(_SAID_FOR, self, self._say_no_more)

    def _say_no_more(self) -> None:
        self._said = ""
        self._show_clock()

    def _turn(self, step: int) -> None:
        """Today Right begins the next round; a lesson of another day is only leafed through."""
        times = self.lesson.times
        if self.lesson.is_live:
            if step > 0:
                self.lesson.next_round()
        elif times is not None and times.rounds:
            self._page = max(0, min(len(times.rounds) - 1, self._page + step))
            self._show_clock()

    def _show_lesson(self) -> None:
        lesson = self.lesson.lesson
        if lesson is None:
            self._board = None
            self.close()
            return
        self._board = shown_board(lesson.to_print(), self.lesson.away)
        self._arrange()

    def _arrange(self) -> None:
        if self._board is None:
            return
        size = self._measures()
        self.clock.setGeometry(0, 0, self.width(), size.head)
        self.lines.setGeometry(0, size.head, self.width(), self.height() - size.head - size.foot)
        self._show_clock()
        self.update()

    def _show_clock(self) -> None:
        times = self.lesson.times
        if times is None or self._board is None:
            return
        size, moment = self._measures(), self.lesson.moment()
        self.chime.look(moment)
        goal = goal_above(self._board.sheet, width=self.width(), height=self.height())
        self.clock.show_head(head_of(times, moment, self._page), self._said or goal, size)
        place = round_shown(times, moment, self._page)
        held = [row.number - 1 for row in times.rounds[place:]] or [0]
        is_ahead = moment is not None and moment.part in (LessonPart.BEFORE, LessonPart.LAUNCH)
        is_over = moment is not None and moment.part in _AFTER_ROUNDS
        rounds = ShownRounds(held[0], held[1] if held[1:] else None, is_ahead, is_over)
        self.lines.show_board(self._board, rounds, self._fitted(self._board))

    def _below(self) -> tuple[tuple[str, str], ...]:
        if self._board is None:
            return ()
        return lines_below(self._board.sheet, width=self.width(), height=self.height())

    def _measures(self) -> BoardMeasures:
        sheet = self._board.sheet if self._board is not None else None
        return measures(
            width=self.width(),
            height=self.height(),
            groups=len(sheet.lines) if sheet else 1,
            below=len(self._below()),
        )

    def _fitted(self, board: ShownBoard) -> BoardFit:
        names = self.lines.shows_names
        return fit_board(board, width=self.width(), height=self.height(), shows_names=names)

    def _repaint(self) -> None:
        for part in (self, self.clock, self.lines):
            part.update()


def toggle_board(stage: Stage, beside: QWidget) -> None:
    """Show the board of the lesson that is chosen, if it can on another display.

    A board that is shown already is put away.
    """
    shown = [board for board in beside.findChildren(Board) if board.isVisible()]
    if shown:
        shown[0].close()
    else:
        Board(stage, beside).fill_screen(beside)
