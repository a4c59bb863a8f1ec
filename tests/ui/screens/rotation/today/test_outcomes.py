import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from plplanner.terms import GROUP_IDENTITIES, VisitOutcomeKind
from plplanner.ui.kit.plan_grid import PlanGrid
from plplanner.ui.kit.plan_grid_rows import GridCell, GridGroup, GridRound, PlanGridRows
from plplanner.ui.screens.rotation.today.outcomes import OverPlan

CELL = GridCell("laptop", "Digital", "Strips", "Cart", is_past=True)
ROWS = PlanGridRows(
    GridRound("Launch", ""),
    (GridRound("Round 1", ""), GridRound("Round 2", "")),
    tuple(GridGroup(one, ("Ana",)) for one in GROUP_IDENTITIES[:2]),
    ((CELL, CELL), (CELL, CELL)),
)
PAST = {(0, 1): "River, round 1", (1, 1): "Comet, round 1"}


@pytest.fixture
def over(theme, qtbot):
    grid = PlanGrid(theme)
    qtbot.addWidget(grid)
    grid.resize(700, 300)
    grid.show_plan(ROWS)
    grid.show()
    made = OverPlan(grid, theme)
    made.show_past(list(PAST), PAST, {(0, 1): "partly"})
    return made


def checked(over, cell):
    return [key for key, one in over.segments[cell].buttons.items() if one.isChecked()]


def test_each_past_cell_asks_and_shows_what_was_said(over, qtbot):
    assert checked(over, (0, 1)) == ["partly"]
    assert checked(over, (1, 1)) == []
    done = over.segments[1, 1].buttons["done"]
    assert done.accessibleName() == "Comet, round 1: Done"
    with qtbot.waitSignal(over.said) as told:
        done.click()
    assert told.args == [1, 1, VisitOutcomeKind.DONE]
    over.show_past(list(PAST), PAST, {})
    assert checked(over, (1, 1)) == []


def test_what_is_pressed_has_a_frame_and_shows_on_a_cell_of_the_same_tint(over, theme):
    accent = QColor(theme.palette["accent"])
    partly, done = (over.segments[0, 1].buttons[key] for key in ("partly", "done"))
    middle = partly.height() // 2
    pressed, other = partly.grab().toImage(), done.grab().toImage()
    assert [pressed.pixelColor(x, middle) for x in (0, 1)] == [accent, accent]
    assert accent not in [other.pixelColor(x, middle) for x in (0, 1)]


def test_the_words_stand_inside_their_cell_wherever_it_moves(over):
    grid = over._grid
    for width in (700, 480):
        grid.resize(width, 300)
        QApplication.processEvents()
        for (line, column), segments in over.segments.items():
            cell = grid.visualRect(grid.table.index(line, column))
            assert cell.contains(segments.geometry())


def test_what_is_not_past_any_more_is_not_asked(over):
    over.show_past([], {}, {})
    assert over.segments == {}


def test_the_line_stands_where_now_is(over):
    over.show_now((2, 0.5))
    cell = over._grid.visualRect(over._grid.table.index(0, 2))
    assert abs(over._line.x() - cell.center().x()) <= 1
    over.show_now(None)
    assert not over._line.isVisible()


def test_a_letter_on_a_past_cell_says_how_far_its_group_came(over, qtbot):
    grid, told, picked = over._grid, [], []
    over.said.connect(lambda *what: told.append(what))
    grid.pick_wanted.connect(lambda *what: picked.append(what))
    grid.setCurrentIndex(grid.table.index(1, 1))
    for key in (Qt.Key.Key_D, Qt.Key.Key_P, Qt.Key.Key_N, Qt.Key.Key_X):
        qtbot.keyClick(grid, key)
    grid.setCurrentIndex(grid.table.index(0, 2))
    qtbot.keyClick(grid, Qt.Key.Key_D)
    assert [outcome for _, _, outcome in told] == list(VisitOutcomeKind)
    assert {(line, column) for line, column, _ in told} == {(1, 1)}
    assert picked == []
