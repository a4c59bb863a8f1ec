import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from plplanner.roster import commands as roster
from plplanner.ui.shell.rail import Rail, badge_of
from tests.builders import a_class


@pytest.mark.long
def test_every_room_opens_by_mouse_and_is_marked(window_on, sample_planner, qtbot):
    window = window_on(sample_planner, room="settings")
    for key in ("students", "resources", "settings"):
        qtbot.mouseClick(window.rail.buttons[key], Qt.MouseButton.LeftButton)
        assert window.room == key
        marked = [name for name, button in window.rail.buttons.items() if button.isChecked()]
        assert marked == [key]


@pytest.mark.long
def test_another_class_is_chosen_from_the_menu(window_on, sample_planner, qtbot):
    a_class(sample_planner, students=2, name="<b>Art & x")
    window = window_on(sample_planner, room="students")
    button = window.rail.class_button
    assert button.name.text() == "<b>Art & x"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    menu = button.findChild(QMenu)
    assert menu.actions()[0].text() == "<b>Art && x · 2 students"
    menu.actions()[1].trigger()
    menu.close()
    assert button.name.text() == "Math 3"


@pytest.mark.long
def test_a_small_window_keeps_only_the_icons(window_on, sample_planner):
    window = window_on(sample_planner, room="settings", size=(1093, 614))
    assert window.rail.width() == 56
    assert window.rail.buttons["groups"].accessibleName() == "Groups"
    assert window.rail.class_button.isVisible()
    assert window.rail.class_button.accessibleName() == "Class: Math 3"
    window.resize(1366, 740)
    assert window.rail.width() == 160


@pytest.mark.long
def test_the_class_name_follows_a_rename(window_on, sample_planner):
    window = window_on(sample_planner, room="settings")
    class_id = window.stage.choice.class_id
    window.stage.desk.do(roster.rename_class, class_id=class_id, name="Fractions")
    assert window.rail.class_button.name.text() == "Fractions"


def test_on_the_day_itself_the_first_room_is_called_today(theme, qtbot):
    rail = Rail(theme)
    qtbot.addWidget(rail)
    button = rail.buttons["tomorrow"]
    rail.be_narrow(True)
    button.rename("Today")
    assert button.text() == ""
    rail.be_narrow(False)
    assert (button.text().strip(), button.accessibleName()) == ("Today", "Today")
    assert "Today (Ctrl+1)" in button.toolTip()


@pytest.mark.parametrize(
    ("name", "badge"),
    [
        ("Grade 3 Math", "G3"),
        ("Period 2", "P2"),
        ("Math 3", "M3"),
        ("Science", "Sc"),
        ("Art and design", "Aa"),
        ("MATH6-P12", "M6"),
        ("数学 三年级", "数三"),
        ("…", "…"),
    ],
)
def test_two_signs_stand_for_a_class(name, badge):
    assert badge_of(name) == badge
