"""Who waits for a quick check, and with whom; who came after the groups and is in none yet."""

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from plplanner.grouping.rows import Pile, StudentOnPile, StudentToGroup
from plplanner.terms import MasteryLevel
from plplanner.ui.kit.kept_focus import focus_kept
from plplanner.ui.kit.labels import plain_label
from plplanner.ui.screens.grouping.pile_name import PileName
from plplanner.ui.screens.grouping.taken_out import take_out

WIDTH = 140
_BAR = 10


class WaitingPile(QFrame):
    """A dashed pile. A name leads to the student; one without a group is moved to one.

    It is as high as the piles beside it; more names than that scroll.
    """

    chosen = Signal(int)
    move_wanted = Signal(int)
    back_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Hidden while nobody waits."""
        super().__init__(parent)
        self.setProperty("kind", "dashed")
        self.setFixedWidth(WIDTH)
        self.names: list[PileName] = []
        self._heads: list[str] = []
        self._stands_on = 0
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._body = QWidget()
        self._column = QVBoxLayout(self._body)
        self._column.setContentsMargins(0, 6, 5, 0)
        self._column.setSpacing(0)
        self._scroll.setWidget(self._body)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(9, 4, 2, 6)
        outer.addWidget(self._scroll)
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
        height = self._scroll.verticalScrollBar().value()
        stood_on = self.names[self._stands_on].accessibleName() if self.names else ""
        with focus_kept(self._body):
            take_out(self._column)
            self._fill(new, away, unseen)
            self._keep_place(stood_on)
        self._scroll.verticalScrollBar().setValue(height)
        self.setVisible(bool(new) or bool(away) or (bool(unseen) and has_room))

    def _fill(
        self,
        without_group: Sequence[StudentToGroup],
        away: Sequence[StudentToGroup],
        unseen: Sequence[tuple[StudentOnPile, Pile]],
    ) -> None:
        self.names, self._heads = [], []
        if without_group:
            self._head("No group yet", "Choose one for them")
        for new in without_group:
            act = self._telling(self.move_wanted.emit, new.student_id)
            self._line(new.name, f"{new.name}, in no group", act)
        if away:
            self._head("Absent", "Click when here")
        for one in away:
            act = self._telling(self.back_wanted.emit, one.student_id)
            self._line(one.name, f"{one.name}, left out today", act)
        if unseen:
            self._head("No evidence", "Missing is not zero")
        for seen, pile in unseen:
            where = f"sits with {pile.identity.word}"
            act = self._telling(self.chosen.emit, seen.student_id)
            self._line(seen.name, f"{seen.name}, {where}", act)
            self._column.addWidget(plain_label(where, role="meta", wrap=True, parent=self._body))
        self._column.addStretch(1)
        self.setAccessibleName("; ".join(self._heads))

    def _telling(self, tell: Callable[[int], object], student_id: int) -> Callable[[], object]:
        return lambda: tell(student_id)

    def _head(self, says: str, hint: str) -> None:
        if self._heads:
            self._column.addSpacing(12)
        self._heads.append(says)
        for words, role in ((says, "task"), (hint, "meta")):
            label = plain_label(words, role=role, wrap=True, parent=self._body)
            self._column.addWidget(label)
        self._column.addSpacing(4)

    def _line(self, name: str, says: str, act: Callable[[], object]) -> None:
        made, place = PileName(name, says, act, self._body), len(self.names)
        made.step_wanted.connect(lambda step: self._walk(place + step))
        made.reached.connect(lambda: self._stand_on(place))
        self.names.append(made)
        self._column.addWidget(made)

    # -- the keyboard -----------------------------------------------------------------------

    def _keep_place(self, stood_on: str) -> None:
        """Tab comes back to the same name, or to what stands in its place."""
        said = [one.accessibleName() for one in self.names]
        kept = said.index(stood_on) if stood_on in said else self._stands_on
        self._stands_on = max(0, min(kept, len(said) - 1))
        for place, one in enumerate(self.names):
            one.take_tab(place == self._stands_on)

    def _walk(self, place: int) -> None:
        self.names[max(0, min(place, len(self.names) - 1))].setFocus()

    def _stand_on(self, place: int) -> None:
        self.names[self._stands_on].take_tab(False)
        self._stands_on = place
        self.names[place].take_tab(True)
        is_first = place == 0  # its heading comes along
        self._scroll.ensureWidgetVisible(self.names[place], 0, 80 if is_first else _BAR)
