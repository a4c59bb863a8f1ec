import pytest
from PySide6.QtCore import Qt

from plplanner.ui.screens.grouping.standing_banner import StandingBanner


@pytest.fixture
def banner(qtbot, theme):
    made = StandingBanner()
    qtbot.addWidget(made)
    return made


def test_the_last_button_is_the_main_one(banner, qtbot):
    done = []
    banner.say("Proposed.", [("Keep", lambda: None), ("Use", lambda: done.append(True))])
    assert banner.isVisible()
    kinds = {says: made.property("kind") for says, made in banner.buttons.items()}
    assert kinds == {"Keep": "", "Use": "primary"}
    qtbot.mouseClick(banner.buttons["Use"], Qt.MouseButton.LeftButton)
    assert done == [True]


def test_a_warm_banner_has_no_main_button(banner):
    banner.say("These rules cannot be kept.", [("Remove", lambda: None)], tone="warn")
    assert banner.property("tone") == "warn"
    assert banner.buttons["Remove"].property("kind") == ""


def test_buttons_stay_while_their_words_stay(banner):
    acts = [("Use", lambda: None)]
    banner.say("One.", acts)
    before = banner.buttons["Use"]
    banner.say("Two.", acts)
    assert banner.buttons["Use"] is before
    assert banner.accessibleName() == "Two."


def test_buttons_that_come_anew_take_the_keyboard_over(banner, qtbot):
    banner.say("Proposed.", [("Other", lambda: None), ("Use", lambda: None)])
    banner.activateWindow()
    qtbot.waitUntil(banner.isActiveWindow)
    banner.buttons["Use"].setFocus()
    banner.say("Groups of today.", [("Anew", lambda: None), ("Plan", lambda: None)])
    assert banner.buttons["Plan"].hasFocus()
    with qtbot.waitSignal(banner.let_go):
        banner.say("Forming groups.", [("Use", lambda: None)], are_ready=False)
    assert not banner.buttons["Use"].isEnabled()
