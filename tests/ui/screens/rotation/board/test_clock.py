import pytest

from plplanner.ui.screens.rotation.board.clock import BoardClock
from plplanner.ui.screens.rotation.board.measures import measures
from plplanner.ui.screens.rotation.today.lesson_head import LessonHead

RUNNING = LessonHead("Round 2 of 3", "9:25", "Next round at 9:40", "6:48", 0.5)
SIZE = measures(width=1280, height=720, groups=4, below=1)


@pytest.fixture
def clock(theme, qtbot):
    made = BoardClock(theme)
    qtbot.addWidget(made)
    made.resize(1280, SIZE.head)
    return made


def test_title_bar_and_timer_stand_side_by_side(clock):
    clock.show_head(RUNNING, "I can compare fractions.", SIZE)
    assert clock.accessibleName() == "Round 2 of 3 I can compare fractions."
    assert clock._words().right() <= clock._span().left()
    assert clock._span().right() < clock._timer().left()


def test_without_a_timer_the_times_of_the_round_take_its_place(clock):
    clock.show_head(RUNNING, "", SIZE)
    running = clock.grab().toImage()
    clock.show_head(LessonHead("Round 1 of 3", "", "9:10–9:23", "", 0.0), "", SIZE)
    shown = clock.grab().toImage()
    assert shown.copy(clock._timer()) != running.copy(clock._timer())
    bar = clock._bar().center()
    assert shown.pixel(bar) == shown.pixel(2, 2)
