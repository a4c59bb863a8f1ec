import pytest
from PySide6.QtWidgets import QComboBox, QPushButton

from plplanner.roster.commands import add_class, add_students
from plplanner.roster.rows import NewStudent
from plplanner.ui.screens.importing.match_card import match_cards
from tests.builders import TODAY
from tests.ui.screens.importing.drawers import a_drawer, a_file, wait_for


@pytest.fixture
def drawer_of(stage_on, empty_planner, qtbot, tmp_path):
    class_id = empty_planner.do(add_class, name="Math")
    known = [
        NewStudent("Garcia", "Maria"), NewStudent("Gonzales", "Maria"), NewStudent("Chen", "Noa"),
        NewStudent("Diaz", "Omar"),
    ]  # fmt: skip
    empty_planner.do(add_students, class_id=class_id, students=known, entered_on=TODAY)
    stage = stage_on(empty_planner)
    return lambda text: a_drawer(stage, qtbot, a_file(tmp_path, text))


def cards_of(drawer, qtbot):
    cards = match_cards(drawer)
    for card in cards:
        qtbot.addWidget(card)
    return cards


def test_a_near_miss_is_one_line_with_a_question(drawer_of, qtbot):
    drawer = drawer_of("Name,Quiz /5\nMaria G,3\n")
    (card,) = cards_of(drawer, qtbot)
    (choice,) = card.findChildren(QComboBox)
    assert choice.accessibleName() == (
        "Maria G: is this Maria Garcia or Maria Gonzales, or a new student?"
    )
    assert choice.currentText() == "New student"
    choice.setCurrentIndex(2)
    wait_for(drawer, qtbot, lambda: choice.activated.emit(2))
    assert drawer.preview.counts.students_matched == 1


def test_single_suggestions_can_be_taken_together(drawer_of, qtbot):
    drawer = drawer_of("Name,Quiz /5\nMaria G,3\nNoa C,4\nOmar D,5\n")
    (card,) = cards_of(drawer, qtbot)
    (take,) = card.findChildren(QPushButton)
    assert take.text() == "Take these 2 suggestions"
    wait_for(drawer, qtbot, take.click)
    assert drawer.preview.counts.students_matched == 2


def test_two_of_one_name_must_be_chosen_and_may_both_be_new(drawer_of, qtbot):
    drawer = drawer_of("Name,Quiz /5\nNoa Chen,3\nNoa Chen,4\n")
    must = cards_of(drawer, qtbot)[0]
    assert [box.currentIndex() for box in must.findChildren(QComboBox)] == [-1, -1]
    (new,) = must.findChildren(QPushButton)
    assert (new.text(), drawer.can_import) == ("All are new students", False)
    wait_for(drawer, qtbot, new.click)
    assert (drawer.can_import, drawer.preview.counts.students_new) == (True, 2)
