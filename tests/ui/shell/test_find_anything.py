import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from plplanner.ui.shell.find_anything import find_anything, findings, matching


def test_rooms_students_resources_standards_and_acts_are_found(stage_on, sample_planner):
    found = findings(stage_on(sample_planner))
    kinds = {one.what for one in found}
    assert {"room", "student", "resource", "standard"} <= kinds
    assert matching(found, "frac lab")[0].says.startswith("Fraction Lab")
    assert [one.says for one in matching(found, "siobhan")] == ["Siobhán"]
    assert matching(found, "3.nf.a.2")[0].what == "standard"
    assert matching(found, "zzz") == []
    assert [one.target for one in matching(found, "math 3")] == ["class:1"]
    assert matching(found, "3.nf.a.2")[0].target.startswith("row:playlists:")


@pytest.fixture
def room(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    return made


def test_a_few_letters_and_enter_go_there(stage_on, sample_planner, room, qtbot):
    gone = []
    popover = find_anything(stage_on(sample_planner), on_choice=gone.append, parent=room)
    popover.show()
    popover.field.setText("pri")
    qtbot.keyClick(popover.field, Qt.Key.Key_Down)
    qtbot.keyClick(popover.field, Qt.Key.Key_Up)
    qtbot.keyClick(popover.field, Qt.Key.Key_Return)
    assert gone == ["room:print"]


def test_nothing_found_goes_nowhere(stage_on, sample_planner, room, qtbot):
    gone = []
    popover = find_anything(stage_on(sample_planner), on_choice=gone.append, parent=room)
    popover.field.setText("zzz")
    qtbot.keyClick(popover.field, Qt.Key.Key_Return)
    assert gone == []
    assert popover.list.item(0).text().startswith("Nothing found.")


@pytest.mark.parametrize(
    ("words", "target"),
    [
        ("station", "day:stations"),
        ("lesson", "day:time"),
        ("rounds", None),
        ("round", "day:lengths"),
    ],
)
def test_what_the_menu_of_a_day_does_is_found(stage_on, sample_planner, words, target):
    targets = [one.target for one in matching(findings(stage_on(sample_planner)), words)]
    assert targets[:1] == ([target] if target else [])
