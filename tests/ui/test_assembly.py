import sys

import pytest

from plplanner.problems import Problem
from plplanner.ui.shell.crash_window import CrashWindow


def test_the_window_has_no_name_in_its_title(window_on, sample_planner):
    assert window_on(sample_planner).windowTitle() == "plplanner"


def test_a_fault_of_ours_shows_the_honest_window_and_the_program_goes_on(window_on, sample_planner):
    window = window_on(sample_planner, room="settings")
    sys.excepthook(ValueError, ValueError("Ana García 37.25"), None)
    crash = window.findChild(CrashWindow)
    assert crash.isVisible()
    texts = [child.toPlainText() for child in crash.children() if hasattr(child, "toPlainText")]
    assert "ValueError" in texts[0]
    assert "García" not in texts[0] and "37.25" not in texts[0]
    crash.accept()
    window.open_room("students")


def test_a_problem_nobody_caught_is_a_banner(window_on, sample_planner):
    window = window_on(sample_planner, room="settings")
    sys.excepthook(Problem, Problem("The disk is full.", "Free some space."), None)
    assert window._banners.itemAt(0).widget().label.text() == "The disk is full. Free some space."


@pytest.mark.long
def test_a_wish_for_a_backup_is_kept_once_per_change(window_on, sample_planner):
    from plplanner.roster import commands as roster

    window = window_on(sample_planner, room="settings")
    folder = sample_planner.path.with_name("sample backups")
    for _ in range(2):  # the session before may have ended without one
        window.stage.wishes.back_up.emit()
        assert len(list(folder.iterdir())) == 1
    window.stage.desk.do(roster.add_class, name="Art")
    for _ in range(2):
        window.stage.wishes.back_up.emit()
        assert len(list(folder.iterdir())) == 2


@pytest.mark.long
def test_of_an_empty_planner_there_is_nothing_to_back_up(window_on, empty_planner):
    window_on(empty_planner, room="settings").stage.wishes.back_up.emit()
    assert not list(empty_planner.path.parent.glob("* backups"))
