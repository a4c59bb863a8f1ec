import pytest
from PySide6.QtCore import Qt


@pytest.mark.long
def test_the_cover_grows_with_the_window_and_its_key_takes_it_away(
    window_on, sample_planner, qtbot
):
    window = window_on(sample_planner, room="settings")
    window.carry_out("lock")
    window.resize(1280, 692)
    assert window._cover.geometry() == window.rect()
    qtbot.keyClick(window._cover.back, Qt.Key.Key_Space)
    assert not window._cover.isVisible()


@pytest.mark.long
def test_acts_and_rooms_wait_while_it_is_up(window_on, sample_planner):
    window = window_on(sample_planner, room="settings")
    window.carry_out("lock")
    window.open_room("students")
    assert window._cover.isVisible()
    topmost = window.childAt(window.rect().center())
    assert topmost is window._cover or window._cover.isAncestorOf(topmost)
