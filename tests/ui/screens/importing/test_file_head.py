import pytest

from plplanner.roster.commands import add_class
from plplanner.ui.screens.importing.file_head import FileHead
from tests.ui.screens.importing.drawers import a_drawer, a_file


@pytest.fixture
def head(stage_on, empty_planner, qtbot, tmp_path):
    empty_planner.do(add_class, name="Math 3")
    stage = stage_on(empty_planner)
    head = FileHead(a_drawer(stage, qtbot, a_file(tmp_path)), stage.theme)
    qtbot.addWidget(head)
    head.show()
    head.show_preview()
    return head


def test_the_file_is_named_with_what_stands_in_the_table_below(head):
    assert head.name.text() == "grades.csv"
    assert head.size_words.text() == "3 students, 6 columns"
    assert head.looks_like.text() == "Looks like: Canvas gradebook"
    assert head.where.text() == "Headings in row 1 · Points in row 2 · First student in row 3"


def test_known_classes_are_offered_beside_the_suggested_one(head):
    assert head.school_class.currentText() == "G3"
    assert head.school_class.itemText(0) == "Math 3"


def test_a_long_name_shows_how_it_begins(head):
    assert head.school_class.lineEdit().cursorPosition() == 0


def test_a_chosen_class_is_told_once(head, qtbot):
    head.school_class.setEditText("Math 3")
    head.school_class.lineEdit().editingFinished.emit()
    qtbot.waitUntil(lambda: not head._drawer.is_thinking)
    assert head._drawer.class_name == "Math 3"


TWO = """Student,ID,Section,Quiz
Points Possible,,,10
"Ola, Amara",1,Math P1,5
"Kim, Joy",2,Math P2,6
"""


def test_of_two_classes_each_has_its_own_box_instead_of_one(
    stage_on, empty_planner, qtbot, tmp_path
):
    stage = stage_on(empty_planner)
    head = FileHead(a_drawer(stage, qtbot, a_file(tmp_path, TWO)), stage.theme)
    qtbot.addWidget(head)
    head.show_preview()
    assert (head.goes_into.isHidden(), head.school_class.isHidden()) == (True, True)
    assert list(head.classes.boxes) == ["Math P1", "Math P2"]


def test_a_long_file_name_uses_the_room_there_is(stage_on, empty_planner, qtbot, tmp_path):
    stage = stage_on(empty_planner)
    path = a_file(tmp_path, name="gc_MATH6_fullgc_2026-10-12-08-41-07.csv")
    head = FileHead(a_drawer(stage, qtbot, path), stage.theme)
    qtbot.addWidget(head)
    head.resize(500, 100)
    head.show_preview()
    head.show()
    assert "…" in head.name.text()
    assert path.name in head.name.toolTip()
    head.resize(900, 100)
    assert (head.name.text(), head.name.toolTip()) == (path.name, "")
