import pytest
from PySide6.QtCore import QPoint, Qt

from plplanner.grouping.score_strip import ScoreStrip
from plplanner.ui.screens.grouping.cut_strip import CutStrip

STRIP = ScoreStrip(bars=(0, 1, 3, 8, 9, 7), nearly=3, secure=4, possible=5)


@pytest.fixture
def strip(qtbot, theme):
    made = CutStrip(theme)
    qtbot.addWidget(made)
    made.resize(302, 34)
    made.show_strip(STRIP)
    made.show()
    return made


@pytest.fixture
def told(strip):
    moves = []
    strip.cuts_moved.connect(lambda nearly, secure: moves.append((nearly, secure)))
    return moves


def test_the_arrow_keys_move_the_cut_they_hold(strip, told, qtbot):
    qtbot.keyClick(strip, Qt.Key.Key_Right)
    qtbot.keyClick(strip, Qt.Key.Key_Down)
    qtbot.keyClick(strip, Qt.Key.Key_Left)
    qtbot.keyClick(strip, Qt.Key.Key_Up)
    qtbot.keyClick(strip, Qt.Key.Key_Left)
    assert told == [(3, 5), (2, 4), (3, 3)]


def test_a_cut_is_dragged_from_bar_to_bar(strip, told, qtbot):
    left = Qt.MouseButton.LeftButton
    qtbot.mousePress(strip, left, pos=QPoint(204, 10))
    qtbot.mouseMove(strip, QPoint(252, 10))
    qtbot.mouseRelease(strip, left, pos=QPoint(252, 10))
    qtbot.mousePress(strip, left, pos=QPoint(149, 10))
    qtbot.mouseMove(strip, QPoint(60, 10))
    qtbot.mouseRelease(strip, left, pos=QPoint(60, 10))
    assert told == [(3, 5), (1, 4)]


def test_cuts_never_cross_nor_leave_the_strip(strip, told, qtbot):
    strip.show_strip(ScoreStrip(bars=(0, 1, 2), nearly=2, secure=2, possible=2))
    qtbot.keyClick(strip, Qt.Key.Key_Right)
    qtbot.keyClick(strip, Qt.Key.Key_Left)
    assert told == []


def test_a_screen_reader_hears_where_the_cuts_are(strip):
    assert strip.accessibleName() == "Cuts: Secure from 4 of 5, nearly from 3 of 5"


def test_the_cuts_are_seen(strip):
    before = strip.grab().toImage()
    strip.show_strip(ScoreStrip(STRIP.bars, nearly=2, secure=4, possible=5))
    assert strip.grab().toImage() != before
