import pytest

from plplanner.problems import Problem
from plplanner.ui.screens.importing.reading import FileReading
from tests.importing.reader_here import ReaderHere


@pytest.fixture
def heard():
    return []


@pytest.fixture
def reading(stage_on, empty_planner, heard):
    reading = FileReading(stage_on(empty_planner), heard.append)
    reading.new_reader = ReaderHere
    return reading


def test_the_answer_comes_to_whom_it_was_promised(reading, heard, qtbot):
    reading.begin(lambda _: "read", heard.append)
    assert reading.is_under_way
    qtbot.waitUntil(lambda: heard == ["read"])
    assert not reading.is_under_way


def test_a_problem_is_heard_and_nothing_takes_long_any_more(reading, heard, qtbot):
    problem = Problem("It is a PDF.", "Export it as CSV.")

    def refuse(_):
        raise problem

    reading.begin(refuse, heard.append)
    reading._slow.timeout.emit()
    assert reading.is_slow
    qtbot.waitUntil(lambda: heard == [problem])
    assert not reading.is_slow


def test_what_was_stopped_is_not_heard_of(reading, heard, qtbot):
    reading.begin(lambda _: "first", heard.append)
    reading.begin(lambda _: "second", heard.append)
    qtbot.waitUntil(lambda: heard == ["second"])
