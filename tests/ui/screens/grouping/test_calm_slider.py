import pytest
from PySide6.QtCore import QPoint, Qt

from plplanner.ui.screens.grouping.calm_slider import CALM_WORDS, CalmSlider


@pytest.fixture
def calm(qtbot):
    made = CalmSlider()
    qtbot.addWidget(made)
    made.resize(200, 32)
    made.show_calm(3, is_free=True)
    made.show()
    return made


def test_it_says_its_value_in_words(calm):
    assert calm.slider.accessibleName() == "How much may change: few may move"
    assert calm.slider.toolTip() == "Few may move"


def test_arrow_keys_go_from_calm_to_fresh(calm, qtbot):
    told = []
    calm.calm_chosen.connect(told.append)
    qtbot.keyClick(calm.slider, Qt.Key.Key_Right)
    qtbot.keyClick(calm.slider, Qt.Key.Key_Left)
    qtbot.keyClick(calm.slider, Qt.Key.Key_Home)
    assert told == [2, 4]  # back at 3 is where it was
    assert calm.slider.accessibleName().endswith(CALM_WORDS[4])


def test_a_click_goes_straight_to_a_place(calm, qtbot):
    told = []
    calm.calm_chosen.connect(told.append)
    slider = calm.slider
    for x, is_at in ((slider.width() - 4, 0), (4, 4)):
        qtbot.mouseClick(slider, Qt.MouseButton.LeftButton, pos=QPoint(x, slider.height() // 2))
        calm.show_calm(told[-1], is_free=True)
        assert told[-1] == is_at


def test_showing_a_value_tells_nobody(calm):
    told = []
    calm.calm_chosen.connect(told.append)
    calm.show_calm(0, is_free=True)
    assert (told, calm.slider.value()) == ([], 4)


def test_without_groups_before_it_rests_and_says_why(calm):
    calm.show_calm(3, is_free=False)
    assert not calm.slider.isEnabled()
    assert "first groups" in calm.slider.toolTip()


def test_on_a_small_window_its_ends_have_no_words(calm):
    calm.be_narrow(True)
    assert not any(end.isVisible() for end in calm._ends)
