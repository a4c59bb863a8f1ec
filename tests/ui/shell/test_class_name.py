import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from plplanner.roster.queries import classes
from plplanner.ui.shell.class_name import ClassNamePopover


@pytest.fixture
def popover(planned, stage_on, qtbot):
    anchor = QWidget()
    qtbot.addWidget(anchor)
    panel = ClassNamePopover(stage_on(planned), anchor)
    panel.open_below(anchor)
    yield panel  # as long as its anchor is there


def names(planned):
    return [row.name for row in planned.ask(classes)]


def test_enter_gives_the_class_the_name_that_is_typed_in_one_step(popover, planned, qtbot):
    before = names(planned)
    assert popover.field.text() == before[0]
    qtbot.keyClicks(popover.field, "Math P3")
    qtbot.keyClick(popover.field, Qt.Key.Key_Return)
    assert names(planned) == ["Math P3", *before[1:]]
    assert planned.undo_label == "Rename class to “Math P3”"


@pytest.mark.parametrize("typed", ["", "  "])
def test_a_class_keeps_its_name_when_none_is_typed(popover, planned, qtbot, typed):
    before = names(planned)
    popover.field.setText(typed)
    qtbot.keyClick(popover.field, Qt.Key.Key_Return)
    assert names(planned) == before
