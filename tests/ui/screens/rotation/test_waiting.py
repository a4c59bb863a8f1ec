from threading import Event

import pytest
from PySide6.QtCore import QObject

from plplanner.problems import Problem
from plplanner.ui.screens.rotation.planned_lesson import NoLesson
from plplanner.ui.screens.rotation.waiting import Waiting
from tests.builders import TODAY

ABOUT = NoLesson("Planning", "A moment.", "Cancel")


@pytest.fixture
def waiting(planned, stage_on):
    stage = stage_on(planned)
    parent = QObject()
    made = Waiting(stage, parent)
    yield made, stage
    made.cancel()


def test_what_is_quick_is_never_told(waiting, qtbot):
    made, _ = waiting
    answers, changed = [], []
    made.changed.connect(lambda: changed.append(1))
    made.think(ABOUT, lambda: 7, then=answers.append, end=lambda: None)
    assert made.says is None
    qtbot.waitUntil(lambda: answers == [7])
    assert (made.says, changed) == (None, [])


@pytest.mark.long
def test_what_takes_a_moment_is_told_and_can_be_cancelled(waiting, qtbot):
    made, _ = waiting
    stop, answers = Event(), []
    made.think(ABOUT, stop.wait, then=answers.append, end=stop.set)
    with qtbot.waitSignal(made.changed):
        pass
    assert made.says == ABOUT
    assert made.cancel()
    assert (made.says, made.cancel(), answers) == (None, False, [])


def test_a_problem_is_shown_and_nothing_waits_any_more(waiting, qtbot):
    made, stage = waiting
    told = []
    stage.wishes.warn.connect(told.append)

    def refuse():
        raise Problem("No seats.", "Add some.")

    made.think(ABOUT, refuse, then=told.append, end=lambda: None)
    qtbot.waitUntil(lambda: len(told) == 1)
    assert (told[0].what, made.says) == ("No seats.", None)


def test_another_day_that_is_looked_at_ends_it(waiting, qtbot):
    made, stage = waiting
    stop, answers = Event(), []
    made.think(ABOUT, stop.wait, then=answers.append, end=stop.set)
    stage.choice.choose_day(TODAY)
    assert (stop.is_set(), made.cancel(), answers) == (True, False, [])
