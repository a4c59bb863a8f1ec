import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from plplanner.ui.screens.settings.welcome import WelcomeScreen


@pytest.fixture
def stage(stage_on, empty_planner):
    return stage_on(empty_planner)


@pytest.fixture
def welcome(stage, qtbot):
    screen = WelcomeScreen(stage)
    qtbot.addWidget(screen)
    screen.come_up()
    screen.show()
    screen.activateWindow()
    qtbot.waitUntil(screen.isActiveWindow)
    return screen


def test_enter_chooses_a_file(stage, welcome, qtbot):
    asked = []
    stage.wishes.choose_file.connect(lambda: asked.append(True))
    qtbot.waitUntil(welcome.import_button.hasFocus)
    qtbot.keyClick(welcome.import_button, Qt.Key.Key_Return)
    assert asked == [True]


@pytest.mark.long
def test_one_click_opens_the_sample_class_and_undo_brings_the_welcome_back(
    window_on, empty_planner, qtbot
):
    window = window_on(empty_planner)
    welcome = window.screen_of("welcome")
    qtbot.mouseClick(welcome.sample_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not welcome.isVisible())
    assert window.room == "tomorrow"
    window.stage.desk.undo()
    qtbot.waitUntil(welcome.isVisible)


def test_names_are_pasted_in_the_same_screen_and_escape_goes_back(welcome, qtbot):
    qtbot.mouseClick(welcome.paste_button, Qt.MouseButton.LeftButton)
    assert welcome.paste.class_name.hasFocus()
    qtbot.keyClick(welcome.paste.class_name, Qt.Key.Key_Escape)
    assert welcome.paste_button.hasFocus()


def test_every_control_has_a_name_and_everything_fits(welcome):
    assert [b for b in welcome.findChildren(QAbstractButton) if not b.accessibleName()] == []
    assert welcome.minimumSizeHint().height() <= 614 - 52 - 26
