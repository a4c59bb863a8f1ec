import pytest
from PySide6.QtCore import Qt

from plplanner.roster.commands import add_students
from plplanner.roster.rows import NewStudent
from plplanner.ui.names_in import NamesIn
from plplanner.ui.same_student import SameStudents
from tests.builders import TODAY, a_class


@pytest.fixture
def asking(stage_on, empty_planner, qtbot):
    class_id = a_class(empty_planner, students=0, name="Math")
    new = [NewStudent("García", "Ana"), NewStudent("<b>Lee", "Ann")]
    empty_planner.do(add_students, class_id=class_id, students=new, entered_on=TODAY)
    names = NamesIn(stage_on(empty_planner))
    names.open_paste(True)
    made = SameStudents(names)
    names.refreshed.connect(made.show_names)
    qtbot.addWidget(made)
    return made


def test_near_misses_are_seen_at_once_and_nobody_is_merged(asking):
    asking._names.read_names("Anna Garcia\nZoe")
    (choice,) = asking.choices
    assert choice.currentText() == "A new student, not Ana García, Math"
    assert choice.accessibleName() == "Who Anna Garcia is"
    assert [one.name for one in asking._names.to_add] == ["Anna Garcia", "Zoe"]


def test_the_same_name_is_taken_for_the_same_student_until_said_otherwise(asking, qtbot):
    asking._names.read_names("<b>Lee, Ann")
    (choice,) = asking.choices
    assert choice.currentText() == "The same as Ann <b>Lee, Math"
    asking.show()
    qtbot.keyClick(choice, Qt.Key.Key_Up)
    assert asking._names.answer_for(asking._names.to_ask[0]) is None


def test_with_nothing_to_ask_it_is_gone(asking):
    asking._names.read_names("Anna Garcia")
    asking._names.read_names("Zoe")
    assert asking.isHidden()
