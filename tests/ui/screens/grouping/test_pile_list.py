import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from plplanner.ui.screens.grouping.pile_list import PileList
from plplanner.ui.screens.grouping.pile_table import STUDENT_MIME

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def pile_list(qtbot, theme, a_pile):
    made = PileList(theme)
    qtbot.addWidget(made)
    made.resize(180, 300)
    made.table.show_students(a_pile(0, "Ana", "Ben", "Cy", first_id=40).students)
    made.show()
    made.activateWindow()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    return made


def heard(signal):
    told = []
    signal.connect(told.append)
    return told


def a_drag_of(student_id):
    carried = QMimeData()
    carried.setData(STUDENT_MIME, str(student_id).encode())
    return carried


def test_the_keyboard_stands_on_someone_as_soon_as_it_comes(pile_list):
    assert pile_list.current_student().name == "Ana"
    assert pile_list.selectionModel().isSelected(pile_list.currentIndex()), "or nobody sees it"


def test_arrows_go_within_the_pile_and_ask_for_the_next(pile_list, qtbot):
    steps, chosen = heard(pile_list.step_wanted), heard(pile_list.chosen)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Left):
        qtbot.keyClick(pile_list, key)
    assert (steps, chosen) == ([1, -1], [41])


def test_m_moves_and_l_locks(pile_list, qtbot):
    moved, locked = heard(pile_list.move_wanted), heard(pile_list.lock_wanted)
    qtbot.keyClick(pile_list, Qt.Key.Key_M)
    qtbot.keyClick(pile_list, Qt.Key.Key_L)
    assert (moved, locked) == ([40], [40])


def test_a_student_of_another_pile_can_be_dropped(pile_list):
    dropped, targets = heard(pile_list.dropped), heard(pile_list.target_changed)
    carried = a_drag_of(7)
    actions = Qt.DropAction.MoveAction | Qt.DropAction.CopyAction
    entering = QDragEnterEvent(QPoint(20, 20), actions, carried, LEFT, NONE)
    QApplication.sendEvent(pile_list.viewport(), entering)
    assert (entering.isAccepted(), targets) == (True, [True])
    drop = QDropEvent(QPointF(20, 20), actions, carried, LEFT, NONE)
    QApplication.sendEvent(pile_list.viewport(), drop)
    assert (dropped, targets) == ([7], [True, False])
    assert len(pile_list.table.students) == 3


def test_her_own_student_and_other_things_cannot_be_dropped(pile_list):
    for carried in (a_drag_of(41), QMimeData()):
        entering = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.MoveAction, carried, LEFT, NONE)
        QApplication.sendEvent(pile_list.viewport(), entering)
        assert not entering.isAccepted()


def test_a_marks_absent_and_w_asks_why(pile_list, qtbot):
    absent, why = heard(pile_list.absent_wanted), heard(pile_list.why_wanted)
    qtbot.keyClick(pile_list, Qt.Key.Key_A)
    qtbot.keyClick(pile_list, Qt.Key.Key_W)
    assert (absent, why) == ([40], [40])


def test_a_click_on_the_small_sign_marks_absent(pile_list, qtbot):
    absent = heard(pile_list.absent_wanted)
    row = pile_list.visualRect(pile_list.table.index(1, 0))
    at = row.bottomRight() - QPoint(10, 10)
    qtbot.mouseClick(pile_list.viewport(), LEFT, pos=at)
    assert absent == [41]
    qtbot.mouseClick(pile_list.viewport(), LEFT, pos=row.center())
    assert absent == [41]


def test_what_is_only_looked_at_hears_no_letters_and_takes_no_drops(pile_list, qtbot):
    pile_list.be_read_only(True)
    told = heard(pile_list.move_wanted) + heard(pile_list.absent_wanted)
    for key in (Qt.Key.Key_M, Qt.Key.Key_L, Qt.Key.Key_A, Qt.Key.Key_W):
        qtbot.keyClick(pile_list, key)
    sign = pile_list.visualRect(pile_list.table.index(0, 0)).bottomRight() - QPoint(10, 10)
    qtbot.mouseClick(pile_list.viewport(), LEFT, pos=sign)
    assert told == []
    assert not pile_list.acceptDrops()
    qtbot.keyClick(pile_list, Qt.Key.Key_Down)
    assert pile_list.current_student().name == "Ben"


def test_who_is_held_over_it_is_told(pile_list):
    held, carried = heard(pile_list.held_over), a_drag_of(7)
    entering = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.MoveAction, carried, LEFT, NONE)
    QApplication.sendEvent(pile_list.viewport(), entering)
    assert held == [7]
