import pytest
from PySide6.QtCore import Qt

from plplanner.grouping.draft import SIZE_CHOICES, Asked, SizeChoice
from plplanner.grouping.rows import GroupingBasis
from plplanner.grouping.score_strip import ScoreStrip
from plplanner.terms import GroupingStrategy
from plplanner.ui.screens.grouping.controls import STRATEGY_WORDS, Controls

BASES = [GroupingBasis("“Exit ticket”, Thu 19 Nov", 6), GroupingBasis("“Quiz”, Fri 13 Nov", 3)]
STRIP = ScoreStrip(bars=(0, 1, 3, 8, 9, 7), nearly=3, secure=4, possible=5)


@pytest.fixture
def controls(qtbot, theme):
    made = Controls(theme)
    qtbot.addWidget(made)
    made.resize(886, 60)
    made.show_asked(Asked(basis=BASES[1], size=SIZE_CHOICES[2]), BASES, STRIP, has_earlier=True)
    made.show()
    return made


def heard(signal):
    told = []
    signal.connect(told.append)
    return told


def test_what_is_asked_for_is_shown_without_telling_anyone(controls):
    assert controls.basis.currentText() == "“Quiz”, Fri 13 Nov"
    assert controls.strategy.currentText() == "Same need"
    assert controls.size_choice.currentText() == SIZE_CHOICES[2].words


def test_a_choice_made_by_keyboard_is_told(controls, qtbot):
    bases, sizes = heard(controls.basis_chosen), heard(controls.size_chosen)
    strategies, calm = heard(controls.strategy_chosen), heard(controls.calm_chosen)
    qtbot.keyClick(controls.basis, Qt.Key.Key_Up)
    qtbot.keyClick(controls.size_choice, Qt.Key.Key_Down)
    qtbot.keyClick(controls.strategy, Qt.Key.Key_Down)
    qtbot.keyClick(controls.calm.slider, Qt.Key.Key_Right)
    assert (bases, sizes) == ([0], [SIZE_CHOICES[3]])
    assert (strategies, calm) == ([GroupingStrategy.PROFILE], [2])


def test_the_first_groups_ask_nothing_about_change(controls):
    for has_earlier in (False, True):
        controls.show_asked(Asked(basis=BASES[1]), BASES, STRIP, has_earlier=has_earlier)
        assert controls.calm.isVisible() is has_earlier


def test_every_way_to_group_is_on_offer():
    assert set(STRATEGY_WORDS) == set(GroupingStrategy)


def test_a_size_that_is_not_on_offer_stands_there_while_it_is_asked_for(controls):
    odd = Asked(basis=BASES[0], size=SizeChoice("4–9", size=(4, 9)))
    controls.show_asked(odd, BASES, STRIP, has_earlier=True)
    assert controls.size_choice.currentText() == "4–9"
    controls.show_asked(Asked(basis=BASES[0]), BASES, STRIP, has_earlier=True)
    assert controls.size_choice.count() == len(SIZE_CHOICES)


def test_on_a_small_window_nothing_is_hidden_and_signs_keep_their_names(controls):
    controls.be_narrow(True)
    assert controls.shuffle.text() == ""
    assert controls.shuffle.accessibleName() == "Shuffle names"
    assert controls.strategy.isVisible()


def test_the_cuts_are_said_shortly_in_points_and_in_percent(controls):
    assert controls._cuts.text() == "Cuts 3 and 4 of 5"
    percent = ScoreStrip(bars=(0,) * 21, nearly=12, secure=16, possible=None)
    controls.show_asked(Asked(basis=BASES[0]), BASES, percent, has_earlier=True)
    assert controls._cuts.text() == "Cuts 60 and 80 %"


def test_names_are_shuffled_by_one_button(controls, qtbot):
    with qtbot.waitSignal(controls.shuffle_wanted):
        qtbot.mouseClick(controls.shuffle, Qt.MouseButton.LeftButton)
