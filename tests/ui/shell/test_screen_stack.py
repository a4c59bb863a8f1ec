import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QStackedWidget

from plplanner.ui.shell.screen_stack import ScreenStack


@pytest.fixture
def headings():
    return []


@pytest.fixture
def screens(stage_on, empty_planner, qtbot, headings):
    place = QStackedWidget()
    qtbot.addWidget(place)
    return ScreenStack(
        place, stage_on(empty_planner), on_heading=lambda: headings.append("changed")
    )


def test_a_screen_is_made_once_and_the_one_before_steps_back(screens, monkeypatch):
    first, second = screens.screen_of("imports"), screens.screen_of("week")
    gone = []
    monkeypatch.setattr(first, "step_back", lambda: gone.append("imports"))
    screens.show(first)
    screens.show(first)
    assert (screens.shown, gone) == (first, [])
    screens.show(second)
    assert (screens.shown, gone) == (second, ["imports"])
    assert screens.screen_of("imports") is first


def test_a_new_title_is_heard(screens, headings):
    screens.screen_of("imports").heading_changed.emit()
    assert headings == ["changed"]


def test_a_screen_made_ahead_comes_in_two_pieces_and_is_the_one_shown_later(screens):
    pieces = screens.made_ahead("imports")
    next(pieces)
    assert screens.known("imports") is None
    assert list(pieces) == []
    made = screens.known("imports")
    assert screens.screen_of("imports") is made
    assert list(screens.made_ahead("imports")) == []
    assert screens.known("imports") is made


def test_a_screen_visited_before_its_second_piece_stays(screens):
    pieces = screens.made_ahead("imports")
    next(pieces)
    visited = screens.screen_of("imports")
    assert list(pieces) == []
    assert screens.known("imports") is visited


def test_with_another_planner_all_are_made_anew(screens):
    old = screens.screen_of("imports")
    screens.show(old)
    screens.start_over()
    assert screens.shown is None
    assert screens.screen_of("imports") is not old


def test_a_panel_over_a_screen_that_goes_is_closed_first(screens):
    old = screens.screen_of("imports")
    screens.show(old)
    panel = QFrame(old, Qt.WindowType.Popup)
    panel.show()
    screens.start_over()
    assert not panel.isVisible()
