"""Who waits for a quick check, and with whom; who came after the groups and is in none yet."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from plplanner.grouping.rows import Pile, StudentOnPile, StudentToGroup
from plplanner.terms import MasteryLevel
from plplanner.ui.kit.buttons import button
from plplanner.ui.kit.kept_focus import focus_kept
from plplanner.ui.kit.labels import plain_label
from plplanner.ui.screens.grouping.taken_out import take_out

WIDTH = 132


class WaitingPile(QFrame):
    """A dashed pile. A name leads to the student; one without a group is moved to one."""

    chosen = Signal(int)
    move_wanted = Signal(int)
    back_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Hidden while nobody waits."""
        super().__init__(parent)
        self.setProperty("kind", "dashed")
        self.setFixedWidth(WIDTH)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(8, 14, 8, 8)
        self._column.setSpacing(4)
        self.hide()

    def show_waiting(
        self,
        piles: Sequence[Pile],
        without_group: Sequence[StudentToGroup],
        *,
        absent: Collection[int] = (),
        has_room: bool,
    ) -> None:
        """Students without a group first: they need the teacher more.

        Who is absent and was left out of the groups comes back with one click.
        """
        away = [one for one in without_group if one.student_id in absent]
        new = [one for one in without_group if one.student_id not in absent]
        unseen = [
            (one, pile)
            for pile in piles
            for one in pile.students
            if one.level is MasteryLevel.NO_EVIDENCE
        ]
        with focus_kept(self):
            take_out(self._column)
            self._fill(new, away, unseen)
        self.setVisible(bool(new) or bool(away) or (bool(unseen) and has_room))

    def _fill(
        self,
        without_group: Sequence[StudentToGroup],
        away: Sequence[StudentToGroup],
        unseen: Sequence[tuple[StudentOnPile, Pile]],
    ) -> None:
        if without_group:
            self._head("No group yet", "Choose one for them")
        for new in without_group:
            self._line(new.name, "in no group", lambda i=new.student_id: self.move_wanted.emit(i))
        if away:
            self._head("Absent", "Click when here")
        for one in away:
            says = "left out today"
            self._line(one.name, says, lambda i=one.student_id: self.back_wanted.emit(i))
        if unseen:
            self._head("No evidence", "Missing is not zero")
        for seen, pile in unseen:
            where = f"sits with {pile.identity.word}"
            self._line(seen.name, where, lambda i=seen.student_id: self.chosen.emit(i))
        self._column.addStretch(1)

    def _head(self, says: str, hint: str) -> None:
        self.setAccessibleName(says)
        self._column.addWidget(plain_label(says, role="task", wrap=True))
        self._column.addWidget(plain_label(hint, role="meta", wrap=True))

    def _line(self, name: str, where: str, act: object) -> None:
        made = button(name, on_click=act if callable(act) else None, kind="link", size="small")
        made.setAccessibleName(f"{name}, {where}")
        made.setMinimumWidth(1)
        made.setStyleSheet("padding: 0;")
        self._column.addWidget(made, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(plain_label(where, role="meta", wrap=True))
