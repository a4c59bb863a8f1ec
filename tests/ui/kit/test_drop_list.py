import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QAbstractItemModelTester

from plplanner.ui.kit.drop_delegate import ROW_HEIGHT, DropRow
from plplanner.ui.kit.drop_list import DropList

ALT = Qt.KeyboardModifier.AltModifier
ROWS = [DropRow(word, "table 3", "game", "Must do", "10 min") for word in "ABCD"]


@pytest.fixture
def drops(theme, qtbot):
    made = DropList(theme=theme, says="Items in order")
    QAbstractItemModelTester(made.rows, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    qtbot.addWidget(made)
    made.resize(500, 300)
    made.show()
    made.activateWindow()
    made.show_rows(ROWS)
    made.setFocus()
    made.told = []
    made.moved.connect(lambda *what: made.told.append(what))
    return made


def test_alt_and_an_arrow_move_a_row_but_never_over_the_edge(drops, qtbot):
    qtbot.keyClick(drops, Qt.Key.Key_Up, ALT)
    qtbot.keyClick(drops, Qt.Key.Key_Down, ALT)
    drops.show_rows(ROWS, current=3)
    qtbot.keyClick(drops, Qt.Key.Key_Down, ALT)
    qtbot.keyClick(drops, Qt.Key.Key_Up, ALT)
    assert drops.told == [(0, 1), (3, 2)]
    qtbot.keyClick(drops, Qt.Key.Key_Up)
    assert drops.currentIndex().row() == 2


def carried(drops, row):
    return drops.rows.mimeData([drops.rows.index(row)])


def at(height):
    return QPointF(50, height)


def drop(drops, row, height, mime=None):
    move, left, none = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0)
    mime = mime or carried(drops, row)
    drops.dragMoveEvent(QDragMoveEvent(at(height).toPoint(), move, mime, left, none))
    event = QDropEvent(at(height), move, mime, left, none)
    drops.dropEvent(event)
    return event


@pytest.mark.parametrize(
    ("row", "height", "told"),
    [(0, 2.1, [(0, 1)]), (0, 3.9, [(0, 3)]), (3, 0.2, [(3, 0)]), (1, 1.1, []), (1, 2.2, [])],
)
def test_a_row_dropped_between_two_others_is_told(drops, row, height, told):
    event = drop(drops, row, height * ROW_HEIGHT)
    assert drops.told == told
    assert event.dropAction() == Qt.DropAction.IgnoreAction, "Qt takes no row out by itself"
    assert [one.title for one in drops.rows.rows] == list("ABCD")


def test_nothing_from_outside_can_be_dropped(drops):
    foreign = QMimeData()
    foreign.setText("0")
    drop(drops, 0, 150, foreign)
    assert drops.told == []


def test_while_dragging_a_line_shows_where_it_would_land(drops, theme):
    mime = carried(drops, 0)
    event = QDragMoveEvent(
        at(2 * ROW_HEIGHT).toPoint(), Qt.DropAction.MoveAction, mime,
        Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0),
    )  # fmt: skip
    drops.dragMoveEvent(event)
    accent = theme.palette["accent"].lower()
    assert drops.viewport().grab().toImage().pixelColor(60, 2 * ROW_HEIGHT).name() == accent
    drops.dragLeaveEvent(QDragLeaveEvent())
    assert drops.viewport().grab().toImage().pixelColor(60, 2 * ROW_HEIGHT).name() != accent


def test_delete_takes_a_row_off(drops, qtbot):
    gone = []
    drops.removed.connect(gone.append)
    qtbot.keyClick(drops, Qt.Key.Key_Delete)
    assert gone == [0]


def test_one_stays_where_one_stood_and_an_empty_list_is_quiet(drops, qtbot):
    drops.show_rows(ROWS, current=2)
    drops.show_rows(ROWS[:2])
    assert drops.currentIndex().row() == 1
    drops.show_rows([])
    qtbot.keyClick(drops, Qt.Key.Key_Down, ALT)
    assert (drops.told, drops.rows.rowCount()) == ([], 0)
