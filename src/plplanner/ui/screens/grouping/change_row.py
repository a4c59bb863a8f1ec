"""One line of the drawer: who would move, from which group to which, and why."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPixmap
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QWidget

from plplanner.grouping.changes import Move
from plplanner.ui.kit.labels import literal_tip, plain_label
from plplanner.ui.kit.pictures import group_tile, icon_picture
from plplanner.ui.kit.theme import Theme
from plplanner.ui.screens.grouping.row_label import eliding_label

_TILE, _ARROW, _TICK_COLUMN = 18, 16, 24


class _Tick(QCheckBox):
    """A tick box whose up and down keys lead to the next row."""

    step_wanted = Signal(int)  # -1 up, 1 down

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Up and down are told; the rest is the box's own."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.step_wanted.emit(step)


class ChangeRow(QWidget):
    """A tick box with everything the teacher needs to decide; a click on the name finds her."""

    ticked = Signal(int, bool)  # student, whether she moves
    chosen = Signal(int)
    step_wanted = Signal(int)  # -1 up, 1 down

    def __init__(
        self, theme: Theme, *, has_tick: bool, word_width: int, parent: QWidget | None = None
    ) -> None:
        """`word_width` lines the groups of all rows up; a row without tick is only read."""
        super().__init__(parent)
        self._theme, self._student_id = theme, 0
        self.tick = _Tick(self)
        self.tick.setVisible(has_tick)
        self.tick.setStyleSheet("min-height: 22px; spacing: 0;")
        self.tick.clicked.connect(lambda is_on: self.ticked.emit(self._student_id, is_on))
        self.tick.step_wanted.connect(self.step_wanted)
        self._name = eliding_label(self)
        self._why = eliding_label(self, role="meta")
        self._before, self._arrow, self._after = QLabel(self), QLabel(self), QLabel(self)
        self._word = plain_label(role="small", parent=self)
        self._word.setFixedWidth(word_width)
        self._lay_out(has_tick=has_tick)

    def show_move(self, move: Move) -> None:
        """What is known of the move, and whether it is taken."""
        ratio, ink = self.devicePixelRatioF(), self._theme.palette["ink2"]
        self._student_id = move.student_id
        self._name.setText(move.name)
        self._why.setText(move.why)
        self._before.setPixmap(group_tile(move.before, _TILE, ratio))
        self._arrow.setPixmap(_arrow(ink, ratio))
        self._after.setPixmap(group_tile(move.after, _TILE, ratio))
        self._word.setText(move.after.word)
        self.tick.setChecked(not move.stays)
        self.tick.setEnabled(move.can_stay)
        says = f"{move.name}, {move.before.word} to {move.after.word}. {move.why}"
        self.tick.setAccessibleName(says)
        self.setAccessibleName(says)
        gone = f"{move.before.word} does not go on, so nobody can stay there."
        self.setToolTip(literal_tip(says if move.can_stay else gone))

    def mousePressEvent(self, _event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Find the student on her pile."""
        self.chosen.emit(self._student_id)

    def _lay_out(self, *, has_tick: bool) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 4, 0, 5)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(0)
        middle = Qt.AlignmentFlag.AlignVCenter
        grid.addWidget(self.tick, 0, 0, middle)
        grid.setColumnMinimumWidth(0, _TICK_COLUMN - 6 if has_tick else 0)
        for column, part in enumerate(
            (self._name, self._before, self._arrow, self._after, self._word), start=1
        ):
            grid.addWidget(part, 0, column, middle)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self._why, 1, 1, 1, 5)


def _arrow(colour: str, ratio: float) -> QPixmap:
    return icon_picture("arrow", colour, _ARROW, ratio)
