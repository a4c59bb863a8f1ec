import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from plplanner.ui.screens.rotation.today.lesson_head import LessonHead
from plplanner.ui.screens.rotation.today.timer import TimerRow

HEAD = LessonHead("Round 2 of 3", "9:25", "Next round at 9:40", "6:48", 0.5)


@pytest.fixture
def row(theme, qtbot):
    made = TimerRow(theme)
    qtbot.addWidget(made)
    made.resize(880, 96)
    made.show()
    return made


def shown(row):
    return [one.accessibleName() for one in row.findChildren(QAbstractButton) if one.isVisible()]


def test_the_buttons_are_there_while_there_is_a_clock_to_move(row):
    row.show_head(HEAD, is_running=True, is_paused=False)
    assert shown(row) == [
        "A minute less", "A minute more", "Stop the timer", "Lost minutes…", "Next round",
    ]  # fmt: skip
    row.show_head(HEAD, is_running=True, is_paused=True, is_last=True)
    assert shown(row)[2:] == ["Go on", "Lost minutes…", "End round"]
    row.show_head(LessonHead("Starts at 9:00", "", "", "", 0.0), is_running=False, is_paused=False)
    assert shown(row) == []


def test_the_buttons_say_what_is_wanted_and_are_large_enough_in_class(row, qtbot):
    row.show_head(HEAD, is_running=True, is_paused=False)
    with qtbot.waitSignal(row.minutes_wanted, check_params_cb=lambda by: by == -1):
        row.less.click()
    for part, signal in (
        (row.pause, row.pause_wanted), (row.lost, row.lost_wanted), (row.next, row.next_wanted),
    ):  # fmt: skip
        assert part.height() >= 32
        with qtbot.waitSignal(signal):
            part.click()


def test_a_low_window_gets_a_lower_row(row):
    row.show_head(HEAD, is_running=True, is_paused=False)
    row.be_short(True)
    assert row.height() == 64
    assert row.timer.sizeHint().height() <= 48


def test_no_digit_of_the_timer_is_cut_where_the_room_is_tight(theme, qtbot):
    window, row = QWidget(), TimerRow(theme)
    qtbot.addWidget(window)
    row.setParent(window)
    window.resize(768, 200)  # what a window of 1280 pixels has for it
    row.resize(768, 96)
    window.show()
    long = LessonHead("Round 1 of 3", "9:10", "Next round at 9:25", "11:00", 0.1)
    row.show_head(long, is_running=True, is_paused=False)
    for _ in range(3):
        QApplication.processEvents()
    assert row.minimumSizeHint().width() <= 768
    for part in (row.timer, row.follows, row.lost, row.next):
        assert part.width() >= part.sizeHint().width()
    assert not row.starts.isVisible()
    row.show_head(long, is_running=True, is_paused=True)
    for _ in range(3):
        QApplication.processEvents()
    for part in (row.timer, row.go_on, row.lost, row.next):
        assert part.width() >= part.sizeHint().width()
    row.resize(1100, 96)
    for _ in range(3):
        QApplication.processEvents()
    assert row.starts.isVisible()
