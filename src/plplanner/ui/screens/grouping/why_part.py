"""In the side panel: why the chosen student is where she is, or what to know of them all."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from plplanner.grouping.rows import MoveCost, Pile, StudentOnPile, WhyStudent
from plplanner.terms import LEVEL_WORDS, MasteryLevel, group_identity
from plplanner.ui.kit.buttons import button, wear_icon
from plplanner.ui.kit.kept_focus import focus_kept
from plplanner.ui.kit.labels import pill, plain_label
from plplanner.ui.kit.mastery_mark import paint_mastery
from plplanner.ui.kit.pictures import group_tile
from plplanner.ui.kit.theme import Theme
from plplanner.ui.screens.grouping.taken_out import take_out

_HINT = "Choose a student to see why. M moves, L locks, A marks absent; arrow keys go around."


class MasteryMark(QWidget):
    """The mark of one level, as large as a line of text."""

    def __init__(self, theme: Theme, level: MasteryLevel, parent: QWidget | None = None) -> None:
        """Says its level to a screen reader."""
        super().__init__(parent)
        self._theme, self._level = theme, level
        self.setFixedSize(18, 20)
        self.setAccessibleName(LEVEL_WORDS[level])

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw it."""
        centre = QPointF(8, self.height() / 2)
        paint_mastery(QPainter(self), centre, self._level, self._theme.palette["ink"], size=14)


class WhyPart(QWidget):
    """One student's evidence, reason and acts; without one, the notes on all groups."""

    move_wanted = Signal(int)
    move_back_wanted = Signal(int)
    lock_wanted = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Empty until something is shown."""
        super().__init__(parent)
        self._theme = theme
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(8)

    def show_notes(self, notes: Sequence[str]) -> None:
        """Nobody is chosen: what the teacher should know of the whole."""
        with focus_kept(self):
            take_out(self._body)
            self._say_notes(notes)
            self._body.addWidget(plain_label(_HINT, role="hint", wrap=True))
            self._body.addStretch(1)

    def show_student(
        self,
        one: StudentOnPile,
        pile: Pile,
        notes: Sequence[str],
        *,
        elsewhere: WhyStudent | None = None,
        has_scores: bool = True,
    ) -> None:
        """Her evidence, her reason, what can be done, what each other group would mean."""
        with focus_kept(self):
            take_out(self._body)
            if has_scores:
                self._body.addLayout(self._evidence(one))
            self._body.addLayout(self._group(pile))
            self._say_why(one, elsewhere)
            if one.level is MasteryLevel.NO_EVIDENCE and has_scores:
                says = "Missing is not zero. A quick check will tell."
                self._body.addWidget(plain_label(says, role="small", wrap=True))
            self._body.addLayout(self._acts(one, pile))
            self._say_rest(elsewhere, notes)

    def _say_why(self, one: StudentOnPile, elsewhere: WhyStudent | None) -> None:
        why = elsewhere.here if elsewhere is not None and elsewhere.here else one.why
        if one.is_moved and why == one.why and why:  # a reason of the group she was formed in
            why = f"Moved here by you. Before that: {why}"
        self._body.addWidget(plain_label(why, wrap=True))
        if one.home:
            said = f"Formed in {one.home}."
            self._body.addWidget(plain_label(said, role="small", wrap=True))

    def _say_rest(self, elsewhere: WhyStudent | None, notes: Sequence[str]) -> None:
        if elsewhere is not None and elsewhere.moves:
            self._say_elsewhere(elsewhere.moves)
        if notes:
            self._body.addSpacing(8)
            self._body.addWidget(plain_label("All groups", role="task"))
            self._say_notes(notes)
        self._body.addStretch(1)

    def _say_elsewhere(self, moves: Sequence[MoveCost]) -> None:
        self._body.addSpacing(4)
        self._body.addWidget(plain_label("In another group", role="task"))
        for move in moves:
            row = QHBoxLayout()
            row.setSpacing(8)
            tile = QLabel()
            identity = group_identity(move.identity_key)
            tile.setPixmap(group_tile(identity, 18, self.devicePixelRatioF()))
            row.addWidget(tile, 0, Qt.AlignmentFlag.AlignTop)
            said = plain_label(_said_of(move), role="small", wrap=True)
            said.setAccessibleName(f"{identity.word}: {_said_of(move)}")
            row.addWidget(said, 1)
            self._body.addLayout(row)

    def _say_notes(self, notes: Sequence[str]) -> None:
        for note in notes:
            self._body.addWidget(plain_label(note, role="small", wrap=True))

    def _evidence(self, one: StudentOnPile) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(MasteryMark(self._theme, one.level))
        row.addWidget(plain_label(LEVEL_WORDS[one.level], role="strong"))
        if one.level is not MasteryLevel.NO_EVIDENCE:
            row.addWidget(plain_label(one.score, role="strong"))
        row.addStretch(1)
        if one.is_borderline:
            row.addWidget(pill("borderline"))
        return row

    def _group(self, pile: Pile) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        tile = QLabel()
        tile.setPixmap(group_tile(pile.identity, 20, self.devicePixelRatioF()))
        row.addWidget(tile)
        row.addWidget(plain_label(pile.identity.word))
        row.addStretch(1)
        return row

    def _acts(self, one: StudentOnPile, pile: Pile) -> QVBoxLayout:
        student_id, column, row = one.student_id, QVBoxLayout(), QHBoxLayout()
        move = button("Move", on_click=lambda: self.move_wanted.emit(student_id))
        move.setToolTip("Move to another group (M)")
        wear_icon(move, "swap", self._theme)
        says = "Unlock" if one.is_locked else "Lock"
        lock = button(says, on_click=lambda: self.lock_wanted.emit(student_id))
        lock.setToolTip(f"Stays in {pile.identity.word} when groups are formed anew (L)")
        wear_icon(lock, "pin", self._theme)
        row.addWidget(move)
        row.addWidget(lock)
        row.addStretch(1)
        column.addLayout(row)
        if one.home:
            back = button(
                f"Move back to {one.home}",
                on_click=lambda: self.move_back_wanted.emit(student_id),
                kind="link",
            )
            column.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        return column


def _said_of(move: MoveCost) -> str:
    breaks = f" Breaks “{move.breaks[0]}”." if move.breaks else ""
    return f"{move.sentence}{breaks}".strip()
