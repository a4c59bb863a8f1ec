"""The questions a file raises, each answered already with the best guess."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from plplanner.importing.corrections import BlankMeans, Corrections
from plplanner.importing.rows import ImportQuestion
from plplanner.importing.score_words import status_of_word
from plplanner.terms import ScoreStatus
from plplanner.ui.kit.labels import literal, pill, plain_label

_BLANKS = (
    ("No evidence yet", BlankMeans.NO_EVIDENCE),
    ("Not handed in", BlankMeans.NOT_HANDED_IN),
    ("Zero", BlankMeans.ZERO),
)
_MARKS = (
    ("Excused, leave it out", ScoreStatus.EXCUSED),
    ("Not handed in", ScoreStatus.MISSING),
    ("Absent", ScoreStatus.ABSENT),
    ("Not finished", ScoreStatus.INCOMPLETE),
    ("No evidence yet", ScoreStatus.NONE),
)
_CARDS_ABREAST = 3
_UNITS = (("Points", False), ("Percent", True))


class QuestionCards(QWidget):
    """One card per question, side by side. Cards stay while their question stays."""

    blank_said = Signal(object)  # BlankMeans
    mark_said = Signal(str, object)  # word, ScoreStatus
    percent_said = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Empty until a file asks something."""
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self._asked: tuple[ImportQuestion, ...] = ()
        self.hide()

    def show_questions(self, questions: Sequence[ImportQuestion], corrections: Corrections) -> None:
        """Put up the cards; the same questions as before keep theirs."""
        asked = tuple(questions)
        self.setVisible(bool(asked))
        if [_identity(one) for one in asked] == [_identity(one) for one in self._asked]:
            return
        self._asked = asked
        while (item := self._row.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for number, question in enumerate(asked, start=1):
            self._row.addWidget(self._card(number, question, corrections), 1)
        if len(asked) < _CARDS_ABREAST:
            self._row.addStretch(_CARDS_ABREAST - len(asked))

    def _card(self, number: int, question: ImportQuestion, told: Corrections) -> QFrame:
        card = QFrame(self)
        card.setProperty("kind", "card")
        column = QVBoxLayout(card)
        column.setContentsMargins(12, 10, 12, 8)
        column.setSpacing(0)
        says = {"blank": "A blank cell means", "words": "These marks mean"}.get(
            question.about, "Numbers without points possible are"
        )
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(_numbered(number, card))
        head.addWidget(plain_label(says, role="strong", parent=card), 1)
        column.addLayout(head)
        column.addSpacing(4)
        card.setToolTip(literal(question.message))
        if question.about == "blank":
            _add_choices(card, column, _BLANKS, told.blank, self.blank_said.emit)
        elif question.about == "words":
            column.addLayout(self._marks(card, question.words, told))
        else:
            units = told.bare_numbers_are_percent
            _add_choices(card, column, _UNITS, units, self.percent_said.emit)
        column.addStretch(1)
        return card

    def _marks(self, card: QFrame, words: Sequence[str], told: Corrections) -> QFormLayout:
        form = QFormLayout()
        form.setVerticalSpacing(4)
        form.setHorizontalSpacing(12)
        for word in words:
            choice = QComboBox(card)
            choice.setAccessibleName(f"“{word}” means")
            for says, status in _MARKS:
                choice.addItem(says, status)
            taken = told.marks.get(word, status_of_word(word) or ScoreStatus.NONE)
            choice.setCurrentIndex(max(0, choice.findData(taken)))
            choice.activated.connect(
                lambda _, word=word, choice=choice: self.mark_said.emit(
                    word, ScoreStatus(choice.currentData())
                )
            )
            form.addRow(plain_label(f"“{word}”", role="strong", parent=card), choice)
        return form


def _numbered(number: int, parent: QWidget) -> QLabel:
    """The number of a question in a dark disc."""
    disc = pill(str(number), tone="teacher", parent=parent)
    disc.setAlignment(Qt.AlignmentFlag.AlignCenter)
    disc.setFixedSize(20, 20)
    disc.setStyleSheet("padding: 0; border: 0; border-radius: 10px;")
    return disc


def _identity(question: ImportQuestion) -> tuple[str, tuple[str, ...]]:
    return question.about, question.words


def _add_choices(
    card: QFrame,
    column: QVBoxLayout,
    choices: Sequence[tuple[str, object]],
    chosen: object,
    on_choice: Callable[[object], object],
) -> None:
    group = QButtonGroup(card)
    for says, value in choices:
        radio = QRadioButton(says, card)
        radio.setAccessibleName(says)
        radio.setChecked(value == chosen)
        radio.clicked.connect(lambda _=False, value=value: on_choice(value))
        group.addButton(radio)
        column.addWidget(radio, 0, Qt.AlignmentFlag.AlignLeft)
