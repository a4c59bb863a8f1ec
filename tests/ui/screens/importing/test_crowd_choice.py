import pytest
from PySide6.QtCore import Qt

from plplanner.problems import Problem
from plplanner.ui.screens.importing.crowd_choice import CrowdChoice
from tests.importing.districts import a_district
from tests.ui.screens.importing.drawers import a_drawer, a_file


@pytest.fixture
def crowd(stage_on, empty_planner, qtbot, tmp_path):
    rows = "\n".join(f"Ann Li{n},Class {n:02},3" for n in range(50))
    stage = stage_on(empty_planner)
    text = f"Name,Section,Quiz /5\n{rows}\n"
    crowd = CrowdChoice(a_drawer(stage, qtbot, a_file(tmp_path, text)), stage.theme)
    qtbot.addWidget(crowd)
    crowd.show_file()
    crowd.show()
    return crowd


def test_it_says_how_much_the_file_holds(crowd):
    assert "50 classes and 50 students" in crowd._says.text()


def test_a_file_that_was_not_read_says_its_size_too(
    stage_on, empty_planner, qtbot, tmp_path, monkeypatch
):
    stage = stage_on(empty_planner)
    drawer = a_drawer(stage, qtbot, a_district(tmp_path, monkeypatch))
    crowd = CrowdChoice(drawer, stage.theme)
    qtbot.addWidget(crowd)
    crowd.show_file()
    assert "It holds 3 classes and 60 students" in crowd._says.text()
    drawer.problem = Problem("Nobody is in it.", "Choose another class.")
    crowd.show_file()
    assert crowd.why.text() == "Nobody is in it. Choose another class."


def test_what_is_typed_stays_while_the_file_is_the_same(crowd, qtbot):
    qtbot.keyClicks(crowd.field, "Class")
    assert not crowd.show_file(anew=False)
    assert crowd.field.text() == "Class"


def test_letters_that_fit_one_class_and_enter_take_it(crowd, qtbot):
    qtbot.keyClicks(crowd.field, "s 07")
    qtbot.keyClick(crowd.field, Qt.Key.Key_Return)
    assert crowd._drawer.told.section == "Class 07"


def test_letters_of_several_or_of_none_say_so(crowd, qtbot):
    qtbot.keyClicks(crowd.field, "Class 1")
    qtbot.mouseClick(crowd.take, Qt.MouseButton.LeftButton)
    assert crowd.why.text() == "10 classes have these letters."
    crowd.field.clear()
    qtbot.keyClicks(crowd.field, "zz")
    assert crowd.why.isHidden()
    qtbot.keyClick(crowd.field, Qt.Key.Key_Return)
    assert "no class of this name" in crowd.why.text()


def test_a_class_chosen_from_the_list_is_taken(crowd):
    crowd._take_chosen("Class 11")
    assert crowd._drawer.told.section == "Class 11"
