import pytest
from PySide6.QtWidgets import QComboBox, QRadioButton

from plplanner.importing.corrections import BlankMeans, Corrections
from plplanner.importing.rows import ImportQuestion
from plplanner.terms import ScoreStatus
from plplanner.ui.screens.importing.questions import QuestionCards

ASKED = (
    ImportQuestion("blank", "2 cells are blank."),
    ImportQuestion("words", "What do these marks mean?", ("x", "zz")),
    ImportQuestion("points_or_percent", "Points or percent?"),
)


@pytest.fixture
def cards(theme, qtbot):
    cards = QuestionCards()
    qtbot.addWidget(cards)
    return cards


def radios(cards):
    return {radio.text(): radio for radio in cards.findChildren(QRadioButton)}


def test_only_what_the_file_raises_is_asked(cards):
    cards.show_questions((), Corrections())
    assert cards.isHidden()
    cards.show_questions(ASKED[:1], Corrections())
    assert list(radios(cards)) == ["No evidence yet", "Not handed in", "Zero"]
    assert radios(cards)["No evidence yet"].isChecked()


def test_answers_are_told(cards):
    told = []
    cards.blank_said.connect(told.append)
    cards.percent_said.connect(told.append)
    cards.show_questions(ASKED, Corrections())
    radios(cards)["Zero"].click()
    radios(cards)["Percent"].click()
    assert told == [BlankMeans.ZERO, True]


def test_each_mark_starts_as_it_was_read(cards):
    told = []
    cards.mark_said.connect(lambda word, status: told.append((word, status)))
    cards.show_questions(ASKED, Corrections())
    first, second = cards.findChildren(QComboBox)
    assert (first.accessibleName(), first.currentText()) == ("“x” means", "Excused, leave it out")
    assert second.currentText() == "No evidence yet"
    second.setCurrentIndex(1)
    second.activated.emit(1)
    assert told == [("zz", ScoreStatus.MISSING)]


def test_cards_stay_while_their_question_stays(cards):
    cards.show_questions(ASKED[:1], Corrections())
    before = radios(cards)["Zero"]
    cards.show_questions((ImportQuestion("blank", "3 cells are blank."),), Corrections())
    assert radios(cards)["Zero"] is before
