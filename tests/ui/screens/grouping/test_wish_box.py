import pytest
from PySide6.QtCore import Qt

from plplanner.ui.screens.grouping.wish_box import WishBox


@pytest.fixture
def box(qtbot, theme):
    made = WishBox(("Storms", "Volcanoes"))
    qtbot.addWidget(made)
    return made


def test_a_digit_takes_a_topic_and_goes_on_and_nought_takes_none(box, qtbot):
    steps = []
    box.step_wanted.connect(lambda *step: steps.append(step))
    qtbot.keyClick(box, Qt.Key.Key_2)
    assert (box.topic, steps) == ("Volcanoes", [(0, 1)])
    qtbot.keyClick(box, Qt.Key.Key_0)
    assert (box.topic, steps) == ("", [(0, 1)] * 2)
    qtbot.keyClick(box, Qt.Key.Key_7)
    assert (box.topic, len(steps)) == ("", 2)


def test_what_was_taken_before_is_told_but_not_what_is_shown_only(box, qtbot):
    told = []
    box.changed_from.connect(told.append)
    box.take(1)
    qtbot.keyClick(box, Qt.Key.Key_V)
    assert (box.topic, told) == ("Volcanoes", [1])
