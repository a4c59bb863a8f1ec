"""Stations named, added and removed by the teacher: by keys alone, and by mouse."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from plplanner.rotation.queries import plan_on
from plplanner.rotation.stations.queries import stations_of_class
from tests.builders import MONDAY
from tests.journeys.test_other_days import (  # noqa: F401 - a fixture is found by its name
    be_active,
    open_from,
    screen_of,
    teacher,
    undo,
)

pytestmark = pytest.mark.long
LEFT = Qt.MouseButton.LeftButton


def names(planner):
    return [row.name for row in planner.ask(stations_of_class, class_id=1)]


def names_in_plan(planner):
    plan = planner.ask(plan_on, class_id=1, day=MONDAY)
    return {visit.station_name for line in plan.groups for visit in line.visits}


def type_here(qtbot, words):
    for letter in words:
        qtbot.keyClicks(QApplication.focusWidget(), letter)


def walk_to(qtbot, widget):
    """Go to a field by Tab alone."""
    for _ in range(80):
        if QApplication.focusWidget() is widget:
            return
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    raise AssertionError(f"Tab never reaches {widget.accessibleName()}")


def test_a_station_is_renamed_and_another_added_by_keys_alone(teacher, planned, qtbot):  # noqa: F811
    before = names(planned)
    panel = open_from(teacher, screen_of(teacher).bar.more, "Stations")
    assert QApplication.focusWidget() is panel.lines[0].name
    qtbot.keyClick(panel.lines[0].name, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    type_here(qtbot, "Carpet")
    qtbot.keyClick(panel.lines[0].name, Qt.Key.Key_Return)
    assert planned.undo_label == f"Rename “{before[0]}” to “Carpet”"
    assert "Carpet" in names_in_plan(planned)
    be_active(teacher)
    panel = open_from(teacher, screen_of(teacher).bar.more, "Stations")
    walk_to(qtbot, panel.add)
    qtbot.keyClick(panel.add, Qt.Key.Key_Return)
    type_here(qtbot, "Makers")
    walk_to(qtbot, panel.set)
    qtbot.keyClick(panel.set, Qt.Key.Key_Space)
    assert planned.undo_label == "Add “Makers”"
    assert names(planned) == ["Carpet", *before[1:], "Makers"]
    undo(teacher)
    undo(teacher)
    assert names(planned) == before
    assert before[0] in names_in_plan(planned)


def test_a_station_goes_by_mouse_once_another_is_there(teacher, planned, qtbot):  # noqa: F811
    before, digest = names(planned), planned.digest()
    panel = open_from(teacher, screen_of(teacher).bar.more, "Stations")
    qtbot.mouseClick(panel.lines[1].remove, LEFT)
    qtbot.mouseClick(panel.set, LEFT)
    assert panel.error.text().endswith("Keep it, or add another.")
    qtbot.mouseClick(panel.add, LEFT)
    type_here(qtbot, "Makers")
    qtbot.mouseClick(panel.set, LEFT)
    assert planned.undo_label == "Set up stations"
    assert names(planned) == [before[0], *before[2:], "Makers"]
    assert before[1] in names_in_plan(planned)
    undo(teacher)
    assert planned.digest() == digest
