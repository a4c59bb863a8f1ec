"""Is this the same student: a typed name beside those that a known student has."""

from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QWidget

from plplanner.importing.names_to_add import NameToAdd
from plplanner.ui.kit.eliding_combo import ElidingCombo
from plplanner.ui.kit.labels import plain_label
from plplanner.ui.names_in import NamesIn

_ROW, _MOST_ROWS = 40, 3
_ON_A_CARD = "QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; }"


class SameStudents(QScrollArea):
    """A line for each name to look at, with a choice; nothing is merged without it being seen."""

    def __init__(self, names: NamesIn, parent: QWidget | None = None) -> None:
        """Hidden until there is something to ask."""
        super().__init__(parent)
        self._names = names
        self._shown: tuple[object, ...] = ()
        self.choices: list[ElidingCombo] = []
        self.setObjectName("scroll")
        self.setStyleSheet(_ON_A_CARD)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Names that a known student has or nearly has")
        self.hide()

    def show_names(self) -> None:
        """Ask about the names as they are understood now."""
        asked = self._names.to_ask
        self.setVisible(bool(asked))
        if asked == self._shown:
            return
        self._shown = asked
        inner, self.choices = QWidget(), []
        grid = QGridLayout(inner)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        for line, one in enumerate(asked):
            label = plain_label(one.name, role="strong", parent=inner)
            choice = ElidingCombo(inner)
            choice.setAccessibleName(f"Who {one.name} is")
            choice.offer(self._choices(one))
            choice.setCurrentIndex(max(0, choice.findData(self._names.answer_for(one))))
            choice.activated.connect(partial(self._answer, line))
            grid.addWidget(label, line, 0)
            grid.addWidget(choice, line, 1)
            self.choices.append(choice)
        grid.setColumnStretch(1, 1)
        self.setWidget(inner)
        self.setFixedHeight(_ROW * min(_MOST_ROWS, len(asked)))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As high as its lines, a few at most."""
        return QSize(super().sizeHint().width(), _ROW)

    def _choices(self, one: NameToAdd) -> list[tuple[str, int | None]]:
        """The new student names whom she is not, so that a near miss is seen at once."""
        known = [(self._names.known_as.get(who, ""), who) for who in one.offered]
        more = f" and {len(known) - 1} more" if len(known) > 1 else ""
        new = f"A new student, not {known[0][0]}{more}"
        return [(new, None), *((f"The same as {words}", who) for words, who in known)]

    def _answer(self, line: int, _place: int) -> None:
        self._names.answer(self._names.to_ask[line], self.choices[line].currentData())
