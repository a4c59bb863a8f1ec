import pytest
from PySide6.QtCore import Qt

from plplanner.roster.commands import add_class
from plplanner.roster.queries import students_of_class
from plplanner.ui.screens.importing.report_lines import report_lines
from plplanner.ui.screens.importing.section_classes import SectionClasses
from tests.ui.screens.importing.drawers import a_drawer, a_file, wait_for

P4_FIRST = """Student,ID,Section,Quiz
Points Possible,,,10
"Ola, Amara",1,Math P4,5
"Kim, Joy",2,Math P2,6
"""


@pytest.fixture
def rows(stage_on, empty_planner, qtbot, tmp_path):
    """`rows(text)`: the boxes of a file, in a planner that has Period 2."""
    empty_planner.do(add_class, name="Period 2")
    stage = stage_on(empty_planner)

    def build(text=P4_FIRST):
        made = SectionClasses(a_drawer(stage, qtbot, a_file(tmp_path, text)))
        qtbot.addWidget(made)
        made.show_sections()
        return made

    return build


def parts(made):
    return {part.section: part.name for part in made._drawer.preview.classes}


def said(made):
    return {section: box.currentText() for section, box in made.boxes.items()}


def test_an_answer_goes_to_the_section_it_was_asked_for(rows, qtbot):
    made = rows()
    box = made.boxes["Math P4"]
    box.setCurrentIndex(box.findText("Period 2"))
    wait_for(made._drawer, qtbot, lambda: box.textActivated.emit("Period 2"))
    made.show_sections()
    assert parts(made) == {"Math P4": "Period 2", "Math P2": "Math P2"}
    assert said(made) == {"Math P4": "Period 2", "Math P2": "Math P2"}


def test_each_section_can_be_answered_by_keyboard(rows, qtbot):
    made = rows()
    for section, name in (("Math P2", "Period 2"), ("Math P4", "Room 4")):
        made.boxes[section].setEditText(name)
        wait_for(
            made._drawer,
            qtbot,
            lambda section=section: qtbot.keyClick(
                made.boxes[section].lineEdit(), Qt.Key.Key_Return
            ),
        )
        made.show_sections()
    assert parts(made) == {"Math P4": "Room 4", "Math P2": "Period 2"}
    made._drawer.import_now()
    names = {row.name for row in made._drawer.stage.choice.classes}
    assert names == {"Period 2", "Room 4"}


def test_two_sections_can_become_one_class_and_two_again(rows, qtbot):
    made = rows()
    say = made._drawer.say_class
    wait_for(made._drawer, qtbot, lambda: say("Period 2", "Math P2"))
    wait_for(made._drawer, qtbot, lambda: say("Period 2", "Math P4"))
    made.show_sections()
    assert parts(made) == {"Math P4": "Period 2"}
    lines = [(line.figure, line.rest) for line in report_lines(made._drawer.preview)]
    assert ("2 sections", "become one class, Period 2") in lines
    assert said(made) == {"Math P4": "Period 2", "Math P2": "Period 2"}
    wait_for(made._drawer, qtbot, lambda: say("Room 4", "Math P4"))
    assert parts(made) == {"Math P4": "Room 4", "Math P2": "Period 2"}


def test_sections_joined_come_in_as_one_class_and_again_next_week(rows, qtbot, tmp_path):
    made = rows()
    drawer = made._drawer
    for section in ("Math P4", "Math P2"):
        wait_for(drawer, qtbot, lambda section=section: drawer.say_class("Period 2", section))
    drawer.import_now()
    (row,) = drawer.stage.choice.classes
    students = drawer.stage.desk.ask(students_of_class, class_id=row.id)
    assert (row.name, len(students)) == ("Period 2", 2)
    again = a_file(tmp_path, P4_FIRST.replace("1,Math P4,5", "1,Math P4,9"))
    wait_for(drawer, qtbot, lambda: drawer.take_file(again))
    assert parts(made) == {"Math P4": "Period 2"}
    assert drawer.preview.counts.scores_changed == 1


def test_a_file_of_one_section_or_none_needs_no_such_boxes(rows):
    assert rows(P4_FIRST.replace("P2", "P4")).isHidden()


def test_boxes_say_which_section_they_are_for(rows):
    made = rows(P4_FIRST + "Oz Cy,3,,4\n")
    assert made.boxes["Math P2"].accessibleName() == "Class for “Math P2”"
    assert made.words["Math P2"].text() == "“Math P2” becomes"
    assert made.words["Math P4"].toolTip().count("the rest") == 1
