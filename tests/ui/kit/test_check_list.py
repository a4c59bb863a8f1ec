import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from plplanner.ui.kit.check_list import CheckList


@pytest.fixture
def names(qtbot):
    room = QWidget()
    qtbot.addWidget(room)
    made = CheckList("Students", room)
    room.show()
    made.show_choices({3: "<b>Ann", 5: "Leo"}, {5})
    yield made


def test_rows_are_ticked_with_the_keyboard_and_shown_literally(names, qtbot):
    assert [names.item(row).text() for row in range(2)] == ["<b>Ann", "Leo"]
    assert names.chosen == (5,)
    names.setCurrentRow(0)
    with qtbot.waitSignal(names.ticked) as told:
        qtbot.keyClick(names, Qt.Key.Key_Space)
    assert told.args == [3, True]
    assert names.chosen == (3, 5)


def test_shown_again_the_row_in_use_stays_in_use_and_nothing_is_told(names, qtbot):
    names.setCurrentRow(1)
    with qtbot.assertNotEmitted(names.ticked):
        names.show_choices({3: "<b>Ann", 5: "Leo"}, {3, 5})
    assert (names.currentRow(), names.chosen) == (1, (3, 5))
    names.show_choices({7: "Mai"}, ())
    assert (names.count(), names.chosen) == (1, ())
