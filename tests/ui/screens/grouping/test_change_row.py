from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from plplanner.grouping.changes import Move
from plplanner.terms import GROUP_IDENTITIES
from plplanner.ui.screens.grouping.change_row import ChangeRow

NOOR = Move(7, "<b>Noor", GROUP_IDENTITIES[3], GROUP_IDENTITIES[0], "2/5, then 3/5.")


@pytest.fixture
def row(qtbot, theme):
    made = ChangeRow(theme, has_tick=True, word_width=60)
    qtbot.addWidget(made)
    made.show_move(NOOR)
    made.show()
    return made


def test_a_screen_reader_hears_who_moves_where_and_why(row):
    assert row.tick.accessibleName() == "<b>Noor, Kite to River. 2/5, then 3/5."


def test_the_space_bar_unticks(row, qtbot):
    told = []
    row.ticked.connect(lambda student, moves: told.append((student, moves)))
    qtbot.keyClick(row.tick, Qt.Key.Key_Space)
    assert told == [(7, False)]


def test_who_stays_is_not_ticked(row):
    row.show_move(replace(NOOR, stays=True))
    assert not row.tick.isChecked()


def test_nobody_can_stay_where_no_group_goes_on(row):
    row.show_move(replace(NOOR, can_stay=False))
    assert not row.tick.isEnabled()
    assert "Kite does not go on" in row.toolTip()


def test_up_and_down_are_for_the_rows_around(row, qtbot):
    steps = []
    row.step_wanted.connect(steps.append)
    qtbot.keyClick(row.tick, Qt.Key.Key_Down)
    qtbot.keyClick(row.tick, Qt.Key.Key_Up)
    assert steps == [1, -1]


def test_a_click_on_the_name_finds_the_student(row, qtbot):
    with qtbot.waitSignal(row.chosen) as chosen:
        qtbot.mouseClick(row._name, Qt.MouseButton.LeftButton)
    assert chosen.args == [7]


def test_a_row_to_read_has_no_tick(qtbot, theme):
    made = ChangeRow(theme, has_tick=False, word_width=60)
    qtbot.addWidget(made)
    made.show_move(NOOR)
    made.show()
    assert not made.tick.isVisible()
