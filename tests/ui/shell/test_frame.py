import pytest
from PySide6.QtCore import QRect, Qt

from plplanner.preferences import RememberedWindow
from plplanner.problems import Problem
from plplanner.ui.kit.banner import Banner
from plplanner.ui.shell.frame import Frame, fitted


def test_the_first_paint_shows_the_rail_and_the_class_without_a_planner(theme, qtbot):
    frame = Frame(theme, RememberedWindow(room="groups"), glimpse=("Math P2", 28))
    qtbot.addWidget(frame)
    with qtbot.waitSignal(frame.painted):
        frame.show()
    assert frame.rail.class_button.name.text() == "Math P2"
    assert frame.rail.class_button.about.text() == "28 students"
    assert frame.rail.buttons["groups"].isChecked()
    assert frame.status.saved.text() == "Opening"


def test_a_second_banner_takes_the_place_of_the_first(theme, qtbot):
    frame = Frame(theme, RememberedWindow())
    qtbot.addWidget(frame)
    frame.warn(Problem("One.", "Do this."))
    frame.warn(Problem("Two.", "Do that."))
    assert frame._banners.count() == 1
    assert frame._banners.itemAt(0).widget().label.text() == "Two. Do that."


def test_a_place_on_a_screen_that_is_gone_is_forgotten(theme, qtbot):
    frame = Frame(theme, RememberedWindow(x=90_000, y=90_000, width=1280, height=692))
    qtbot.addWidget(frame)
    assert frame.x() < 90_000
    assert (frame.width(), frame.height()) == (1280, 692)


@pytest.mark.parametrize(
    ("place", "fits"),
    [
        ((100, 20, 1366, 740), (0, 0, 1093, 586)),  # 1366×768 enlarged to 125 %
        ((40, 10, 1000, 570), (40, 10, 1000, 570)),
        ((400, 300, 1000, 570), (93, 16, 1000, 570)),
        ((-300, -50, 1000, 570), (0, 0, 1000, 570)),
    ],
)
def test_a_window_is_no_larger_than_its_screen_and_not_beyond_its_edges(place, fits):
    assert fitted(QRect(*place), within=QRect(0, 0, 1093, 614)) == QRect(*fits)


def test_a_standing_banner_outlasts_the_others(theme, qtbot):
    frame = Frame(theme, RememberedWindow())
    qtbot.addWidget(frame)
    banner = Banner("You are looking at a backup.", theme=theme)
    frame.say_standing(banner)
    frame.show_banner(("error", "Nothing can be changed.", None))
    frame.clear_banner()
    assert frame._standing.itemAt(0).widget() is banner
    frame.say_standing(None)
    assert frame._standing.count() == 0


def test_tab_goes_from_the_rail_to_the_top_bar_also_past_what_came_later(theme, qtbot):
    frame = Frame(theme, RememberedWindow())
    qtbot.addWidget(frame)
    frame.show_banner(("error", "The disk is full.", ("Try again", lambda: None)))
    frame.show()
    frame.activateWindow()
    qtbot.waitUntil(frame.isActiveWindow)
    frame.top_bar.lock_button.setFocus()
    qtbot.keyClick(frame.top_bar.lock_button, Qt.Key.Key_Tab)
    assert frame.focusWidget().accessibleName() == "Try again"
