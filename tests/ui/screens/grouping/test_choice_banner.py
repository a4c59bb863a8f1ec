import pytest
from PySide6.QtCore import Qt

from plplanner.grouping.rows import GroupingChoice
from plplanner.ui.screens.grouping.choice_banner import ChoiceBanner

CHOICES = [GroupingChoice(None, f"Trades {n}.") for n in range(3)]


@pytest.fixture
def banner(qtbot, theme):
    made = ChoiceBanner(theme)
    qtbot.addWidget(made)
    made.show_choices(CHOICES, 1, is_thinking=False)
    return made


def test_the_one_on_the_table_says_what_it_trades(banner):
    assert [one.isChecked() for one in banner.segments.buttons.values()] == [False, True, False]
    assert (banner.label.text(), banner.accessibleName()) == ("Trades 1.", "Trades 1.")


def test_another_is_chosen_and_all_are_put_away(banner, qtbot):
    with qtbot.waitSignal(banner.chosen) as chosen:
        qtbot.mouseClick(banner.segments.buttons["2"], Qt.MouseButton.LeftButton)
    assert chosen.args == [2]
    banner.show_choices([], -1, is_thinking=False)
    assert not banner.isVisible()


def test_while_others_are_looked_for_it_says_so(banner):
    banner.show_choices([], -1, is_thinking=True)
    assert banner.isVisible()
    assert banner.label.text() == "Looking for other good groupings."
    assert banner.segments is None


def test_when_there_is_no_other_it_says_so(banner):
    banner.show_choices(CHOICES[:1], 0, is_thinking=False)
    assert banner.label.text() == "No other grouping is about as good."


def test_after_a_move_by_hand_nothing_is_claimed(banner):
    banner.show_choices(CHOICES, -1, is_thinking=False)
    assert banner.label.text() == ""
