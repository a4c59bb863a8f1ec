from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from plplanner.roster.commands import mark_absent, mark_late
from plplanner.roster.queries import absent_on, students_of_class
from plplanner.ui.screens.rotation.board.board import Board, toggle_board
from plplanner.ui.screens.rotation.board.chime import Chime
from tests.builders import MONDAY

AT_WORK = datetime.combine(MONDAY, time(9, 31, 12), tzinfo=UTC)


@pytest.fixture
def board(planned, stage_on, qtbot):
    made = Board(replace(stage_on(planned), clock=lambda: AT_WORK))
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.resize(1280, 720)
    made.show()
    yield made
    made.lesson.be_shown(False)


@pytest.mark.long
def test_the_keys_of_the_board_stop_lengthen_and_turn_the_lesson(board, qtbot):
    left = board.lesson.moment().left
    qtbot.keyClick(board, Qt.Key.Key_Plus)
    qtbot.keyClick(board, Qt.Key.Key_Minus)
    assert board.lesson.moment().left == left
    qtbot.keyClick(board, Qt.Key.Key_Space)
    assert board.lesson.moment().is_paused
    qtbot.keyClick(board, Qt.Key.Key_Right)
    assert board.lesson.moment().round_number == 3
    assert board.clock.accessibleName().startswith("Round 3 of 3")
    qtbot.keyClick(board, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert board.lesson.moment().round_number == 2


def test_the_board_takes_back_its_own_acts_alone(board, qtbot):
    desk = board.lesson.stage.desk
    student = desk.ask(students_of_class, class_id=1)[0]
    desk.do(mark_absent, student_id=student.id, day=MONDAY, name=student.name)
    qtbot.keyClick(board, Qt.Key.Key_Plus)
    for _ in range(2):
        qtbot.keyClick(board, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert student.id in desk.ask(absent_on, class_id=1, day=MONDAY)
    assert board.lesson.moment().ends_at == time(9, 38)
    assert board._said == "Nothing to undo here"


def test_keys_of_the_window_do_nothing_on_the_board(board, qtbot):
    names, chime = board.lines.shows_names, board.chime.is_on
    for key in (Qt.Key.Key_N, Qt.Key.Key_C):
        qtbot.keyClick(board, key, Qt.KeyboardModifier.ControlModifier)
    assert (board.lines.shows_names, board.chime.is_on) == (names, chime)


def test_before_the_first_round_the_stations_shown_are_said_to_be_the_first(board):
    assert not board.lines._rounds.is_ahead
    board.lesson.stage = replace(board.lesson.stage, clock=lambda: AT_WORK.replace(minute=4))
    board._show_clock()
    assert (board.lines._rounds.now, board.lines._rounds.is_ahead) == (0, True)


def test_a_key_held_down_turns_one_round_only(board):
    key, plain = Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier
    board.keyPressEvent(QKeyEvent(QEvent.Type.KeyPress, key, plain, "", True))
    assert board.lesson.moment().round_number == 2


@pytest.mark.long
def test_another_day_is_leafed_through_without_a_timer(board, qtbot):
    board.lesson.stage.choice.choose_day(MONDAY + timedelta(days=1))
    for key, title in ((Qt.Key.Key_Right, "Round 2"), (Qt.Key.Key_Left, "Round 1")):
        qtbot.keyClick(board, key)
        assert board.clock.accessibleName().startswith(title)
    assert board.lesson.moment() is None


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_F5])
def test_escape_and_f5_leave(board, qtbot, key):
    qtbot.keyClick(board, key)
    assert not board.isVisible()


def test_names_go_and_come_and_nothing_of_them_is_the_window_s_title(board, qtbot):
    assert board.windowTitle() == "plplanner"
    qtbot.keyClick(board, Qt.Key.Key_N)
    assert not board.lines.shows_names
    assert board.lesson.lesson.students[0].name in board.lines.accessibleName()


def test_who_is_absent_is_not_on_the_board_and_who_is_late_is(board):
    desk, (one, other) = board.lesson.stage.desk, board.lesson.lesson.students[:2]
    assert one.name in board.lines.accessibleName()
    desk.do(mark_absent, student_id=one.id, day=MONDAY, name=one.name)
    desk.do(mark_late, student_id=other.id, day=MONDAY, name=other.name)
    assert one.name not in board.lines.accessibleName()
    assert other.name in board.lines.accessibleName()


def test_a_second_later_the_timer_reads_a_second_less_and_its_left_is_as_it_was(board):
    later = AT_WORK + timedelta(seconds=1)
    board.lesson.stage = replace(board.lesson.stage, clock=lambda: later)
    before = board.grab().toImage()
    board._show_clock()
    after = board.grab().toImage()
    timer = board.clock._timer()
    corner = QPoint(timer.left() // 2, board.clock.height() // 2)
    assert before.copy(timer) != after.copy(timer)
    assert before.pixel(corner) == after.pixel(corner)


def test_without_a_lesson_there_is_no_board(board):
    sunday = MONDAY - timedelta(days=1)
    board.lesson.stage.choice.choose_day(sunday)
    assert not board.isVisible()


def test_the_board_fills_a_screen(planned, stage_on, qtbot):
    beside = QWidget()
    qtbot.addWidget(beside)
    stage = replace(stage_on(planned), clock=lambda: AT_WORK)
    toggle_board(stage, beside)
    board = beside.findChild(Board)
    assert board.isFullScreen()
    toggle_board(stage, beside)
    assert not board.isVisible()


def test_c_turns_the_chime_on_and_it_rings_when_the_round_ends(
    planned, stage_on, qtbot, monkeypatch, tmp_path
):
    monkeypatch.setattr("platformdirs.user_config_dir", lambda name, **_: str(tmp_path / name))
    now, heard = [AT_WORK], []
    stage = replace(stage_on(planned), clock=lambda: now[0])
    board = Board(stage, chime=Chime(lambda: heard.append(now[0].minute)))
    board.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(board)
    board.show()
    goal = board.clock.accessibleName()
    qtbot.keyClick(board, Qt.Key.Key_C)
    assert board.clock.accessibleName().endswith("Chime on")
    board._say_no_more()
    assert board.clock.accessibleName() == goal
    for minute in (37, 38, 39, 40):
        now[0] = AT_WORK.replace(minute=minute)
        board._show_clock()
    assert heard == [31, 38, 40]
    board.lesson.be_shown(False)


def test_before_the_lesson_nothing_is_stopped_unseen(board, qtbot):
    board.lesson.stage = replace(
        board.lesson.stage, clock=lambda: AT_WORK.replace(hour=8, minute=57)
    )
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Plus):
        qtbot.keyClick(board, key)
    assert board.lesson.times.paused_since is None
    assert board.lesson.times.rounds[0].starts_at == time(9, 10)
    assert board._said == "The lesson has not begun"
