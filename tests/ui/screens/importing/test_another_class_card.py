import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from plplanner.roster.commands import add_class, add_students
from plplanner.roster.rows import NewStudent
from plplanner.ui.screens.importing.another_class_card import another_class_cards
from tests.builders import TODAY
from tests.ui.screens.importing.drawers import a_drawer, a_file, wait_for

STRANGERS = [NewStudent(last, "Kim") for last in ("Abe", "Bek", "Cho", "Dax")]


@pytest.fixture
def drawer(stage_on, empty_planner, qtbot, tmp_path):
    class_id = empty_planner.do(add_class, name="G3")
    empty_planner.do(add_students, class_id=class_id, students=STRANGERS, entered_on=TODAY)
    return a_drawer(stage_on(empty_planner), qtbot, a_file(tmp_path))


def test_a_file_of_strangers_is_asked_about_and_goes_into_a_new_class(drawer, qtbot):
    (made,) = another_class_cards(drawer)
    qtbot.addWidget(made)
    said = [label.text() for label in made.findChildren(QLabel)]
    assert "Is this really “G3”?" in said
    assert "Of 3 students in this file, nobody is in that class." in said
    (button,) = made.findChildren(QPushButton)
    wait_for(drawer, qtbot, button.click)
    assert [part.class_id for part in drawer.preview.classes] == [None]
    assert another_class_cards(drawer) == []


def test_of_two_sections_the_one_is_asked_about_and_only_that_one_changes(drawer, qtbot, tmp_path):
    rows = "".join(f"{name},G3,4\n{name}a,G4,5\n" for name in ("Ann", "Bob", "Cyd", "Dan"))
    two = a_drawer(drawer.stage, qtbot, a_file(tmp_path, f"Name,Section,Quiz /5\n{rows}"))
    (made,) = another_class_cards(two)
    qtbot.addWidget(made)
    said = [label.text() for label in made.findChildren(QLabel)]
    assert "Of 4 students in “G3” of this file, nobody is in that class." in said
    (button,) = made.findChildren(QPushButton)
    wait_for(two, qtbot, button.click)
    assert {part.section: part.name for part in two.preview.classes} == {"G3": "G3 2", "G4": "G4"}
