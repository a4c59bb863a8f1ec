import pytest

from plplanner.rotation.lesson_clock import LessonPart
from plplanner.terms import AttendanceKind, PlanState
from plplanner.ui.screens.rotation.today.line import TodayLine


@pytest.fixture
def line(qtbot):
    made = TodayLine()
    qtbot.addWidget(made)
    return made


def seen(line):
    return [(one.text()) for one in (line.pill, line.taught) if not one.isHidden()]


def test_it_says_how_far_the_lesson_is(line):
    for part, state, words in (
        (LessonPart.BEFORE, PlanState.READY, []),
        (LessonPart.ROUND, PlanState.READY, ["Teaching now"]),
        (LessonPart.CLOSE, PlanState.READY, ["Mark as taught"]),
        (LessonPart.OVER, PlanState.DRAFT, ["Mark as taught"]),
        (LessonPart.ROUND, PlanState.TAUGHT, ["Taught"]),
        (LessonPart.OVER, PlanState.TAUGHT, ["Taught"]),
    ):
        line.show_part(part, state, is_kept=True)
        assert seen(line) == words


def test_a_draft_that_was_never_kept_cannot_have_been_taught(line):
    line.show_part(LessonPart.OVER, PlanState.DRAFT, is_kept=False)
    assert seen(line) == []


def test_one_click_marks_and_one_that_comes_late_never_takes_it_back(line):
    told = []
    line.marked.connect(told.append)
    for state in (PlanState.READY, PlanState.TAUGHT):
        line.show_part(LessonPart.OVER, state, is_kept=True)
        line.taught.click()
    assert told == [PlanState.TAUGHT]


def test_who_is_here_is_counted_and_asked_for(line, qtbot):
    line.show_here(["Ana", "Bo"], {1: AttendanceKind.ABSENT})
    assert line.here.text() == "1 here · 1 absent"
    with qtbot.waitSignal(line.away_wanted):
        line.absent.click()
