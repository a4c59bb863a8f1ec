"""The table of piles: equal widths, more than fit in a row go below; arrows lead through all."""

from collections.abc import Callable, Sequence
from typing import cast

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from plplanner.grouping.rows import Pile
from plplanner.ui.kit.theme import Theme
from plplanner.ui.screens.grouping.pile_delegate import row_height
from plplanner.ui.screens.grouping.pile_frame import OUTSIDE, PileFrame, Verdict
from plplanner.ui.screens.grouping.pile_list import PileList

_LEAST_WIDTH, _GOOD_WIDTH, _GAP = 122, 140, 8


def fitting(width: int, *, well: bool = False) -> int:
    """How many piles have room side by side for the longest word; `well`, for reasons too."""
    return max(1, (width + _GAP) // ((_GOOD_WIDTH if well else _LEAST_WIDTH) + _GAP))


class PileBoard(QWidget):
    """One list per group. The student chosen stays chosen wherever she goes."""

    chosen = Signal(int)  # student
    moved = Signal(int, str)  # student, key of the group
    move_wanted = Signal(int)
    lock_wanted = Signal(int)
    why_wanted = Signal(int)
    absent_wanted = Signal(int)
    table_wanted = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Empty until `show_piles`."""
        super().__init__(parent)
        self._theme = theme
        self.frames: list[PileFrame] = []
        self.chosen_id: int | None = None
        self.say_of: Callable[[int, str], Verdict] | None = None
        """What dropping a student on a group would mean; asked while she is held over it."""
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_GAP)
        self.setAccessibleName("Groups")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def show_piles(
        self, piles: Sequence[Pile], *, is_read_only: bool = False, has_scores: bool = True
    ) -> None:
        """The groups as they are now; the keyboard goes with the student it was on."""
        # Before there are piles the board itself holds the keyboard for them.
        had_focus = self.hasFocus() or any(frame.list.hasFocus() for frame in self.frames)
        while len(self.frames) > len(piles):
            gone = self.frames.pop()
            gone.hide()
            gone.deleteLater()
        while len(self.frames) < len(piles):
            self.frames.append(self._made(piles[len(self.frames)]))
        for frame, pile in zip(self.frames, piles, strict=True):
            frame.show_pile(pile, has_scores=has_scores)
            frame.list.be_read_only(is_read_only)
        self._arrange()
        self._find_chosen(had_focus)

    def choose(self, student_id: int) -> None:
        """Put the keyboard on a student."""
        self.chosen_id = student_id
        self._find_chosen(True)

    def take_focus(self) -> None:
        """Put the keyboard on the student chosen last, else on the first."""
        frame = self._frame_of(self.chosen_id) or next(iter(self.frames), None)
        if frame is not None:
            frame.list.setFocus()

    def place_of_chosen(self) -> QPoint:
        """Under the chosen student, on the whole screen; for popovers."""
        frame = self._frame_of(self.chosen_id)
        return frame.list.place_of_current() if frame else self.mapToGlobal(QPoint(0, 0))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """As many piles side by side as have room for a name."""
        super().resizeEvent(event)
        self._arrange()

    def _made(self, pile: Pile) -> PileFrame:
        frame = PileFrame(self._theme, pile, self)
        pile_list = frame.list
        pile_list.chosen.connect(self._choose)
        pile_list.dropped.connect(lambda student: self.moved.emit(student, frame.pile.identity.key))
        pile_list.step_wanted.connect(lambda step: self._step(frame, step))
        pile_list.move_wanted.connect(self.move_wanted)
        pile_list.lock_wanted.connect(self.lock_wanted)
        pile_list.why_wanted.connect(self.why_wanted)
        pile_list.absent_wanted.connect(self.absent_wanted)
        pile_list.table_wanted.connect(self.table_wanted)
        pile_list.held_over.connect(lambda student: self._say_over(frame, student))
        return frame

    def _say_over(self, frame: PileFrame, student_id: int) -> None:
        if self.say_of is not None:
            frame.say(self.say_of(student_id, frame.pile.identity.key))

    def _arrange(self) -> None:
        rows = -(-len(self.frames) // fitting(self.width())) or 1
        columns = -(-len(self.frames) // rows) or 1
        for place, frame in enumerate(self.frames):
            row, column = divmod(place, columns)
            if self._seat_of(frame) != (row, column):
                self._grid.addWidget(frame, row, column)
                frame.show()  # now: the keyboard cannot go to what is not shown yet
        for column in range(max(self._grid.columnCount(), columns)):
            self._grid.setColumnStretch(column, int(column < columns))
        for row in range(max(self._grid.rowCount(), rows)):
            self._grid.setRowStretch(row, int(row < rows))
        self._fit(rows, columns)

    def _seat_of(self, frame: PileFrame) -> tuple[int, int] | None:
        # Never asked for as a layout item: PySide keeps one it handed out for as long as the grid,
        # also when Qt has deleted it, and the next widget at its place in memory would crash.
        index = self._grid.indexOf(frame)
        if index < 0:
            return None
        row, column, _, _ = cast("tuple[int, int, int, int]", self._grid.getItemPosition(index))
        return row, column

    def _fit(self, rows: int, columns: int) -> None:
        """Rows as high as there is room for, and pills with words if no name is cut by one."""
        room = (self.height() - _GAP * (rows - 1)) // rows - OUTSIDE
        most = max((len(frame.pile.students) for frame in self.frames), default=0)
        for frame in self.frames:
            frame.be_tall(row_height(room, most, is_alone=rows == 1))
        # All piles alike: a word here and a sign there would read as a difference.
        wide = (self.width() - _GAP * (columns - 1)) // columns - 2
        has_words = all(frame.list.fits_words(wide) for frame in self.frames)
        for frame in self.frames:
            frame.list.have_words(has_words)

    def _choose(self, student_id: int) -> None:
        self.chosen_id = student_id
        for frame in self.frames:
            if frame.list.table.row_of(student_id) < 0:
                frame.list.clearSelection()
        self.chosen.emit(student_id)

    def _step(self, frame: PileFrame, step: int) -> None:
        row = frame.list.currentIndex().row()
        with_students = [one for one in self.frames if one.pile.students or one is frame]
        target = with_students[(with_students.index(frame) + step) % len(with_students)]
        self._go_to(target.list, row)

    def _go_to(self, pile_list: PileList, row: int) -> None:
        pile_list.choose(row)
        pile_list.setFocus()

    def _find_chosen(self, with_focus: bool) -> None:
        frame = self._frame_of(self.chosen_id)
        if frame is None:
            if with_focus:
                self.take_focus()
            return
        for one in self.frames:
            if one is not frame:
                one.list.clearSelection()
        frame.list.choose(frame.list.table.row_of(self.chosen_id or 0))
        if with_focus:
            frame.list.setFocus()

    def _frame_of(self, student_id: int | None) -> PileFrame | None:
        if student_id is None:
            return None
        return next((one for one in self.frames if one.list.table.row_of(student_id) >= 0), None)
