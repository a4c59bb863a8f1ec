import pytest
from PySide6.QtCore import Qt

from plplanner.rotation.task_offers import CellToFill, Narrowing
from plplanner.terms import PlaylistUse, StationKind
from plplanner.ui.screens.rotation.task_chips import TaskChips


@pytest.fixture
def chips(qtbot):
    made = TaskChips(CellToFill(13, StationKind.INDEPENDENT, PlaylistUse.PRACTISE, "3.NF.A.1"))
    qtbot.addWidget(made)
    made.show()
    return made


def test_those_that_suit_the_cell_are_on_and_each_has_a_name(chips):
    assert chips.on == {Narrowing.FITS, Narrowing.NO_DEVICE}
    names = [chip.accessibleName() for chip in chips.chips.values()]
    assert names == ["Fits 13 min", "This standard", "No device", "Alone"]
    assert "3.NF.A.1" in chips.chips[Narrowing.STANDARD].toolTip()


def test_space_and_a_click_switch_and_it_is_told(chips, qtbot):
    told = []
    chips.changed.connect(lambda: told.append(chips.on))
    qtbot.keyClick(chips.chips[Narrowing.FITS], Qt.Key.Key_Space)
    qtbot.mouseClick(chips.chips[Narrowing.MODE], Qt.MouseButton.LeftButton)
    assert told == [{Narrowing.NO_DEVICE}, {Narrowing.NO_DEVICE, Narrowing.MODE}]


def test_cleared_they_narrow_by_nothing(chips):
    told = []
    chips.changed.connect(lambda: told.append(chips.on))
    chips.clear()
    assert told == [frozenset()]
