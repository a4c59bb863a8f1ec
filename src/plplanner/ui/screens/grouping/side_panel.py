"""Beside the piles: why the chosen student is where she is, or what to know of them all."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from plplanner.grouping.rows import Pile, StudentOnPile
from plplanner.terms import LEVEL_WORDS, MasteryLevel
from plplanner.ui.kit.buttons import button, icon_button, wear_icon
from plplanner.ui.kit.labels import pill, plain_label
from plplanner.ui.kit.mastery_mark import paint_mastery
from plplanner.ui.kit.pictures import group_tile, icon_picture
from plplanner.ui.kit.theme import Theme
from plplanner.ui.screens.grouping.words import FOR_YOU

WIDTH = 288


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


class SidePanel(QWidget):
    """One student's reason and what can be done about it; without one, the notes."""

    closed = Signal()
    move_wanted = Signal(int)
    move_back_wanted = Signal(int)
    lock_wanted = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Empty until something is shown."""
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName("Why")
        self.setFixedWidth(WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 12, 14)
        column.setSpacing(8)
        head = QHBoxLayout()
        self.title = plain_label(role="section", parent=self)
        self.title.setMinimumWidth(1)
        close = icon_button(
            "close", "Hide the reasons", theme=theme, on_click=self.closed.emit, size="small"
        )
        head.addWidget(self.title, 1)
        head.addWidget(close)
        column.addLayout(head)
        self._body = QVBoxLayout()
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(8)
        column.addWidget(self._scroller(), 1)
        column.addLayout(self._privacy())

    def show_notes(self, notes: Sequence[str]) -> None:
        """Nobody is chosen: what the teacher should know of the whole."""
        self._clear("Why these groups")
        self._say_notes(notes)
        hint = (
            "Choose a student to see why. M moves, L locks, the arrow keys go from one to another."
        )
        self._body.addWidget(plain_label(hint, role="hint", wrap=True))
        self._body.addStretch(1)

    def show_student(self, one: StudentOnPile, pile: Pile, notes: Sequence[str]) -> None:
        """Her evidence, her reason, what can be done; then the notes on all groups."""
        self._clear(one.name)
        self._body.addLayout(self._evidence(one))
        self._body.addLayout(self._group(pile))
        self._body.addWidget(plain_label(one.why, wrap=True))
        if one.home:
            said = f"Formed in {one.home}."
            self._body.addWidget(plain_label(said, role="small", wrap=True))
        if one.level is MasteryLevel.NO_EVIDENCE:
            says = "Missing is not zero. A quick check will tell."
            self._body.addWidget(plain_label(says, role="small", wrap=True))
        self._body.addLayout(self._acts(one, pile))
        if notes:
            self._body.addSpacing(8)
            self._body.addWidget(plain_label("All groups", role="task"))
            self._say_notes(notes)
        self._body.addStretch(1)

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

    def _scroller(self) -> QScrollArea:
        inner = QWidget()
        inner.setLayout(self._body)
        area = QScrollArea(self)
        area.setWidget(inner)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return area

    def _privacy(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self._eye = QLabel(self)
        self._eye.setPixmap(
            icon_picture("eyeoff", self._theme.palette["ink2"], 16, self.devicePixelRatioF())
        )
        row.addWidget(self._eye, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(plain_label(FOR_YOU, role="meta", wrap=True), 1)
        return row

    def _clear(self, title: str) -> None:
        self.title.setText(title)
        self._eye.setPixmap(
            icon_picture("eyeoff", self._theme.palette["ink2"], 16, self.devicePixelRatioF())
        )
        _empty(self._body)


def _empty(layout: QVBoxLayout | QHBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif isinstance(inner, QVBoxLayout | QHBoxLayout):
            _empty(inner)
            inner.deleteLater()
