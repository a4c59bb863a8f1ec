"""J12: the board on the projector in the middle of a lesson, with posted events, and counted."""

from datetime import UTC, datetime, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from plplanner.rotation.lived.queries import lesson_times
from plplanner.rotation.queries import plan_on
from plplanner.ui.screens.rotation.board.board import Board
from tests.builders import MONDAY
from tests.journeys.teacher import Teacher

pytestmark = pytest.mark.long
AT_WORK = datetime.combine(MONDAY, time(9, 31), tzinfo=UTC)


@pytest.fixture
def teacher(window_on, planned, qtbot, monkeypatch):
    made = Teacher(window_on(planned, clock=lambda: AT_WORK), qtbot, monkeypatch)
    made.sees("Today")
    return made


def press(teacher, board, key):
    teacher.qtbot.keyClick(board, key)
    teacher.actions += 1


def test_j12_the_board_is_one_key_away_and_each_act_on_it_one_more(teacher, planned):
    plan = planned.ask(plan_on, class_id=1, day=MONDAY)
    teacher.press(Qt.Key.Key_F5)
    (board,) = [one for one in QApplication.topLevelWidgets() if isinstance(one, Board)]
    teacher.qtbot.waitUntil(board.isVisible)
    assert board.clock.accessibleName().startswith("Round 2 of 3")
    for key in (Qt.Key.Key_Plus, Qt.Key.Key_Space, Qt.Key.Key_Space, Qt.Key.Key_Right):
        press(teacher, board, key)
    assert board.clock.accessibleName().startswith("Round 3 of 3")
    assert planned.undo_label == "Next round now"
    now = planned.ask(lesson_times, plan=plan)
    assert now.rounds[2].starts_at == time(9, 31)
    press(teacher, board, Qt.Key.Key_Escape)
    teacher.qtbot.waitUntil(
        lambda: not [one for one in QApplication.topLevelWidgets() if isinstance(one, Board)]
    )
    assert teacher.actions == 6
    timer = teacher.window.screen_of("tomorrow").today.timer
    assert timer.title.text() == "Round 3 of 3"


def test_j12_nothing_of_the_editor_no_score_and_no_level_is_on_the_board(teacher):
    teacher.press(Qt.Key.Key_F5)
    (board,) = [one for one in QApplication.topLevelWidgets() if isinstance(one, Board)]
    teacher.qtbot.waitUntil(board.isVisible)
    said = f"{board.clock.accessibleName()} {board.lines.accessibleName()}".lower()
    assert not {"not yet", "nearly", "secure", "%"} & set(said.split())
    assert board.windowTitle() == "plplanner"
    press(teacher, board, Qt.Key.Key_Escape)
