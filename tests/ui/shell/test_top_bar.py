import pytest
from PySide6.QtCore import Qt

from plplanner.roster import commands as roster


@pytest.mark.long
def test_undo_and_redo_say_what_they_do_and_do_it(window_on, sample_planner, qtbot):
    window = window_on(sample_planner, room="settings")
    bar, desk = window.top_bar, window.stage.desk
    assert bar.undo.accessibleName() == "Nothing to undo"
    assert not bar.undo.isEnabled()
    desk.do(roster.add_class, name="Art")
    assert bar.undo.accessibleName() == "Undo: add class “Art”"
    qtbot.mouseClick(bar.undo, Qt.MouseButton.LeftButton)
    assert desk.undo_label is None
    assert "Add class “Art”" in bar.redo.toolTip()
    qtbot.mouseClick(bar.redo, Qt.MouseButton.LeftButton)
    assert desk.undo_label == "Add class “Art”"


@pytest.mark.long
def test_a_long_step_is_shortened_and_whole_in_its_tooltip(window_on, sample_planner):
    window = window_on(sample_planner, room="settings")
    window.stage.desk.do(roster.add_class, name="A very long name of a class " * 4)
    assert window.top_bar.undo.width() <= 210
    assert "A very long name of a class A very" in window.top_bar.undo.toolTip()


def test_the_lock_covers_everything_until_the_teacher_is_back(window_on, sample_planner, qtbot):
    window = window_on(sample_planner, room="settings")
    qtbot.mouseClick(window.top_bar.lock_button, Qt.MouseButton.LeftButton)
    assert window._cover.isVisible()
    assert window._cover.geometry() == window.rect()
    qtbot.mouseClick(window._cover.back, Qt.MouseButton.LeftButton)
    assert not window._cover.isVisible()
