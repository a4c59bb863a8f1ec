import pytest
from PySide6.QtCore import Qt

from plplanner.ui.screens.grouping.notice_card import NoticeCard


@pytest.fixture
def card(qtbot, theme):
    made = NoticeCard(theme)
    qtbot.addWidget(made)
    return made


def test_it_says_one_thing_with_a_button_that_does_what_was_asked_last(card, qtbot):
    done = []
    card.say("<b>Theo has been", ("Try mixed groups", lambda: done.append(1)))
    card.say("<b>Theo has been", ("Try mixed groups", lambda: done.append(2)))
    assert (card.isVisible(), card.label.text()) == (True, "<b>Theo has been")
    qtbot.mouseClick(card.act, Qt.MouseButton.LeftButton)
    assert done == [2]


def test_without_words_it_is_not_there(card):
    card.say("Something.", None)
    assert not card.act.isVisible()
    card.say("", None)
    assert not card.isVisible()
