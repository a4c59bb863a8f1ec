from dataclasses import replace
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QTableView

from plplanner.terms import GROUP_IDENTITIES, own_identity
from plplanner.ui.kit.plan_grid import GROUP_WIDTH, STUDENT_ROW, WIDE_GROUP, PlanGrid
from plplanner.ui.kit.plan_grid_paint import pick_button, pin_button
from plplanner.ui.kit.plan_grid_rows import GridCell, GridGroup, GridRound, PlanGridRows


def rows(*, task="Read"):
    cell = GridCell("laptop", "Digital", task, "Chromebooks")
    return PlanGridRows(
        GridRound("Launch", "9:00–9:08"),
        tuple(GridRound(f"Round {number}", "") for number in (1, 2, 3)),
        tuple(GridGroup(identity, ("Ada",)) for identity in GROUP_IDENTITIES[:2]),
        ((cell, cell, None), (cell, cell, cell)),
    )


@pytest.fixture
def grid(theme, qtbot):
    made = PlanGrid(theme)
    made.show_plan(rows())
    made.resize(800, 300)
    qtbot.addWidget(made)
    made.show()
    return made


def heard(signal):
    found = []
    signal.connect(lambda *what: found.append(what))
    return found


def test_the_first_cell_is_current_and_stays_when_words_change(grid):
    assert (grid.currentIndex().row(), grid.currentIndex().column()) == (0, 1)
    grid.setCurrentIndex(grid.table.index(1, 2))
    grid.show_plan(rows(task="Write"))
    assert (grid.currentIndex().row(), grid.currentIndex().column()) == (1, 2)
    assert grid.columnWidth(0) == GROUP_WIDTH


def test_of_few_rounds_more_of_the_names_can_be_read(grid):
    shown = grid.table.rows
    cells = tuple(line[:2] for line in shown.cells)
    grid.show_plan(replace(shown, rounds=shown.rounds[:2], cells=cells))
    assert grid.columnWidth(0) == WIDE_GROUP
    grid.show_plan(shown)
    assert grid.columnWidth(0) == GROUP_WIDTH


def test_the_keys_of_a_cell_pick_type_and_clear(grid, qtbot):
    picks, clears = heard(grid.pick_wanted), heard(grid.clear_wanted)
    qtbot.keyClick(grid, Qt.Key.Key_Return)
    qtbot.keyClick(grid, "r")
    qtbot.keyClick(grid, Qt.Key.Key_Right)
    qtbot.keyClick(grid, Qt.Key.Key_Delete)
    assert picks == [(0, 0, ""), (0, 0, "r")]
    assert clears == [(0, 1)]


def test_space_locks_and_so_does_a_click_on_the_pin_but_not_of_what_is_past(grid, qtbot):
    locks, picks = heard(grid.lock_wanted), heard(grid.pick_wanted)
    can = replace(rows().cells[0][0], can_lock=True)
    past = replace(can, is_past=True)
    grid.show_plan(replace(rows(), cells=((can, past, None), (can, can, can))))
    qtbot.keyClick(grid, Qt.Key.Key_Space)
    assert locks == [(0, 0)]

    def click_pin(line, column):
        pin = pin_button(grid.visualRect(grid.table.index(line, column))).center()
        qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=pin)
        qtbot.mouseDClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=pin)

    click_pin(1, 2)
    assert locks[1] == (1, 1)
    assert picks == []
    locks.clear()
    click_pin(0, 2)
    assert locks == []


def test_cut_and_paste_swap_two_rounds_of_one_group_only(grid, qtbot):
    swaps = heard(grid.swap_wanted)
    ctrl = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(grid, Qt.Key.Key_X, ctrl)
    qtbot.keyClick(grid, Qt.Key.Key_Right)
    qtbot.keyClick(grid, Qt.Key.Key_V, ctrl)
    assert swaps == [(0, 0, 1)]
    qtbot.keyClick(grid, Qt.Key.Key_X, ctrl)
    qtbot.keyClick(grid, Qt.Key.Key_Down)
    qtbot.keyClick(grid, Qt.Key.Key_V, ctrl)
    assert swaps == [(0, 0, 1)]


def test_a_drag_reaches_only_another_round_of_the_same_group(grid):
    table, move = grid.table, Qt.DropAction.MoveAction
    carried = table.mimeData([table.index(1, 1)])
    swaps = heard(grid.swap_wanted)
    for line, column, may in ((1, 2, True), (1, 1, False), (0, 2, False), (1, 0, False)):
        assert table.canDropMimeData(carried, move, -1, -1, table.index(line, column)) is may
        assert table.dropMimeData(carried, move, -1, -1, table.index(line, column)) is False
    assert swaps == [(1, 0, 1)]


def test_what_was_cut_and_is_pasted_into_another_group_is_told(grid, qtbot):
    strayed, ctrl = heard(grid.strayed), Qt.KeyboardModifier.ControlModifier
    for line, key in ((1, Qt.Key.Key_X), (0, Qt.Key.Key_V)):
        grid.setCurrentIndex(grid.table.index(line, 1))
        qtbot.keyClick(grid, key, ctrl)
    assert len(strayed) == 1


def test_a_drag_over_another_round_of_the_same_group_is_taken(grid):
    there = QPointF(grid.visualRect(grid.table.index(1, 2)).center())
    carried = grid.table.mimeData([grid.table.index(1, 1)])
    over = QDragMoveEvent(
        there.toPoint(), Qt.DropAction.MoveAction, carried, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    grid.dragMoveEvent(over)
    assert over.isAccepted(), "Qt would drop nothing here"


def dragged_over(grid, line, column):
    """What Qt does while a drag from the second line is over a cell."""
    there = QPointF(grid.visualRect(grid.table.index(line, column)).center())
    carried = grid.table.mimeData([grid.table.index(1, 1)])
    over = QDragMoveEvent(
        there.toPoint(), Qt.DropAction.MoveAction, carried, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    grid.dragMoveEvent(over)


@pytest.mark.parametrize(("line", "column", "told"), [(0, 2, 1), (1, 2, 0)])
def test_a_drag_that_ends_over_another_group_is_told(grid, monkeypatch, line, column, told):
    strayed = []
    grid.strayed.connect(lambda: strayed.append(True))
    grid.setCurrentIndex(grid.table.index(1, 1))
    monkeypatch.setattr(
        QTableView, "startDrag", lambda _grid, _actions: dragged_over(grid, line, column)
    )
    grid.startDrag(Qt.DropAction.MoveAction)
    assert len(strayed) == told


@pytest.mark.parametrize(("is_inside", "told"), [(True, 1), (False, 0)])
def test_what_is_let_go_over_another_group_is_told_what_leaves_the_plan_is_not(
    grid, monkeypatch, is_inside, told
):
    strayed = heard(grid.strayed)
    grid.setCurrentIndex(grid.table.index(1, 1))
    area = grid.viewport()
    pointer = area.mapToGlobal(QPoint(5, 5) if is_inside else QPoint(-50, 5))
    monkeypatch.setattr("plplanner.ui.kit.plan_grid.QCursor", SimpleNamespace(pos=lambda: pointer))

    def drag(_grid, _actions):
        dragged_over(grid, 0, 2)
        grid.dragLeaveEvent(QDragLeaveEvent())  # as Qt does where a drop was refused

    monkeypatch.setattr(QTableView, "startDrag", drag)
    grid.startDrag(Qt.DropAction.MoveAction)
    assert len(strayed) == told


def test_after_a_drop_one_is_where_the_task_went(grid):
    swaps = heard(grid.swap_wanted)
    grid.setCurrentIndex(grid.table.index(1, 1))
    dragged_over(grid, 1, 3)
    there = QPointF(grid.visualRect(grid.table.index(1, 3)).center())
    carried = grid.table.mimeData([grid.table.index(1, 1)])
    grid.dropEvent(
        QDropEvent(there, Qt.DropAction.MoveAction, carried, Qt.MouseButton.LeftButton,
                   Qt.KeyboardModifier.NoModifier)
    )  # fmt: skip
    assert swaps == [(1, 0, 2)]
    assert (grid.currentIndex().row(), grid.currentIndex().column()) == (1, 3)


def test_what_a_task_is_held_over_is_told_by_mouse_and_by_keys_alike(grid, qtbot):
    aims, overs = heard(grid.aimed), heard(grid.aim_over)
    grid.setCurrentIndex(grid.table.index(1, 1))
    dragged_over(grid, 1, 2)
    dragged_over(grid, 1, 2)
    assert (aims, overs) == ([(1, 0, 1)], [])
    grid.warn_of_aim()
    assert grid._paint.warned == (1, 2)
    dragged_over(grid, 0, 2)
    assert len(overs) == 1
    assert grid._paint.warned is None
    ctrl = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(grid, Qt.Key.Key_X, ctrl)
    qtbot.keyClick(grid, Qt.Key.Key_Right)
    qtbot.keyClick(grid, Qt.Key.Key_Right)
    assert aims[1:] == [(1, 0, 1), (1, 0, 2)]
    qtbot.keyClick(grid, Qt.Key.Key_Up)
    assert len(overs) == 2
    qtbot.keyClick(grid, Qt.Key.Key_Down)
    qtbot.keyClick(grid, Qt.Key.Key_Escape)
    assert len(overs) == 3
    grid.warn_of_aim()
    assert grid._paint.warned is None


def test_a_cell_without_a_station_has_no_keys(grid, qtbot):
    picks = heard(grid.pick_wanted)
    grid.setCurrentIndex(grid.table.index(0, 3))
    qtbot.keyClick(grid, Qt.Key.Key_Return)
    assert picks == []


def test_one_click_on_the_button_of_an_empty_cell_picks(grid, qtbot):
    grid.show_plan(rows(task=""))
    picks = heard(grid.pick_wanted)
    place = pick_button(grid.visualRect(grid.table.index(1, 2))).center()
    qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=place)
    away = grid.visualRect(grid.table.index(1, 2)).bottomRight() - QPoint(4, 4)
    qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=away)
    assert picks == [(1, 1, "")]


def test_enter_on_a_group_and_a_click_on_a_name_open_it(grid, qtbot):
    opened = heard(grid.group_opened)
    grid.setCurrentIndex(grid.table.index(1, 0))
    qtbot.keyClick(grid, Qt.Key.Key_Return)
    cell = grid.visualRect(grid.table.index(0, 0))
    name = cell.topLeft() + QPoint(30, 48)
    for place in (name, cell.topLeft() + QPoint(150, 48)):
        qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened == [(1, -1), (0, 0), (0, -1)]
    assert grid.place_of_group(0).x() > grid.viewport().mapToGlobal(name).x()


def students(count):
    cell = GridCell("laptop", "Digital", "Lab", "Cart", note="Done")
    lines = [GridGroup(own_identity(f"S{n}"), (f"S{n}",), is_student=True) for n in range(count)]
    return PlanGridRows(
        GridRound("Launch", ""), (GridRound("Round 1", ""), GridRound("Round 2", "")),
        tuple(lines), ((cell, cell),) * count,
    )  # fmt: skip


def test_thirty_students_have_low_lines_that_scroll_under_their_heads(theme, qtbot):
    grid = PlanGrid(theme)
    qtbot.addWidget(grid)
    grid.resize(700, 400)
    grid.show_plan(students(30))
    grid.show()
    heads = grid.horizontalHeader().geometry()
    assert {grid.rowHeight(line) for line in range(30)} == {STUDENT_ROW}
    qtbot.keyClick(grid, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert grid.verticalScrollBar().value() > 0
    assert grid.horizontalHeader().geometry() == heads
    assert not grid.grab().isNull()
    grid.show_plan(students(3))
    assert grid.rowHeight(0) == STUDENT_ROW


def test_what_is_over_does_not_move_and_that_is_told(grid, qtbot):
    ctrl = Qt.KeyboardModifier.ControlModifier
    plan = rows()
    first, *others = plan.cells[1]
    grid.show_plan(replace(plan, cells=(plan.cells[0], (replace(first, is_past=True), *others))))
    table, swaps, told = grid.table, heard(grid.swap_wanted), heard(grid.settled)
    assert not table.flags(table.index(1, 1)) & Qt.ItemFlag.ItemIsDragEnabled
    carried, move = table.mimeData([table.index(1, 2)]), Qt.DropAction.MoveAction
    assert not table.canDropMimeData(carried, move, -1, -1, table.index(1, 1))
    assert table.canDropMimeData(carried, move, -1, -1, table.index(1, 3))
    grid.setCurrentIndex(table.index(1, 1))
    qtbot.keyClick(grid, Qt.Key.Key_X, ctrl)
    assert len(told) == 1
    grid.setCurrentIndex(table.index(1, 2))
    qtbot.keyClick(grid, Qt.Key.Key_X, ctrl)
    grid.setCurrentIndex(table.index(1, 1))
    qtbot.keyClick(grid, Qt.Key.Key_V, ctrl)
    assert (len(told), swaps) == (2, [])
