import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from plplanner.ui.screens.importing.history import ImportsScreen
from tests.ui.screens.importing.drawers import a_drawer, a_file


@pytest.fixture
def stage(stage_on, empty_planner):
    return stage_on(empty_planner)


@pytest.fixture
def screen(stage, qtbot, tmp_path):
    a_drawer(stage, qtbot, a_file(tmp_path)).import_now()
    screen = ImportsScreen(stage)
    qtbot.addWidget(screen)
    screen.resize(1037, 536)
    screen.come_up()
    screen.show()
    return screen


def test_the_list_and_what_is_known_of_the_chosen_one(screen):
    cells = [screen.view.table.index(0, column).data() for column in range(6)]
    assert [cells[0], *cells[2:]] == ["grades.csv", "Canvas gradebook", "G3", "4", "Yes"]
    assert (screen.name.text(), screen.subtitle) == ("grades.csv", "1 import")
    assert screen.remove.isEnabled()


@pytest.mark.long
def test_an_import_of_several_classes_says_how_many(stage, qtbot, tmp_path):
    rows = "Name,Section,Quiz /5\nAnn,P2,3\nBo,P4,4\n"
    a_drawer(stage, qtbot, a_file(tmp_path, rows)).import_now()
    screen = ImportsScreen(stage)
    qtbot.addWidget(screen)
    screen.come_up()
    screen.show()
    assert screen.view.table.index(0, 3).data() == "2 classes"


@pytest.mark.long
def test_delete_removes_the_import_and_undo_brings_it_back(screen, stage, qtbot):
    screen.view.setFocus()
    qtbot.keyClick(screen.view, Qt.Key.Key_Delete)
    assert screen.history.rows == ()
    stage.desk.undo()
    assert len(screen.history.rows) == 1


@pytest.mark.long
def test_so_does_the_button(screen, stage, qtbot):
    qtbot.mouseClick(screen.remove, Qt.MouseButton.LeftButton)
    assert stage.desk.undo_label == "Remove the import of “grades.csv”"


def test_without_imports_it_offers_to_choose_files(stage, qtbot):
    screen = ImportsScreen(stage)
    qtbot.addWidget(screen)
    screen.come_up()
    assert "Choose files…" in [one.text() for one in screen.findChildren(QPushButton)]
