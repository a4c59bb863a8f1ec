import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from plplanner.ui.screens.rotation.task_picker import choices, task_picker

IDEAS = ("Fraction Lab", "Number Line Jump", "Finish one open task")


def test_own_words_come_first_and_ideas_that_fit_follow():
    assert choices(IDEAS, "") == [(idea, idea) for idea in IDEAS]
    assert choices(IDEAS, "line ")[0] == ("Use “line”", "line")
    assert choices(IDEAS, "line")[1:] == [("Number Line Jump", "Number Line Jump")]


def test_an_idea_typed_in_full_is_offered_once():
    assert choices(IDEAS, "Fraction Lab") == [("Fraction Lab", "Fraction Lab")]


@pytest.fixture
def open_picker(application, qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()

    def build(chosen, typed=""):
        picker = task_picker(
            title="River, round 2", ideas=IDEAS, typed=typed, on_choice=chosen.append, parent=parent
        )
        picker.open_at(parent.pos())
        return picker

    return build


def test_enter_takes_the_best_idea(open_picker, qtbot):
    chosen = []
    qtbot.keyClick(open_picker(chosen).field, Qt.Key.Key_Return)
    assert chosen == ["Fraction Lab"]


def test_typed_words_are_taken_as_they_are(open_picker, qtbot):
    chosen = []
    picker = open_picker(chosen, typed="P")
    qtbot.keyClicks(picker.field, "ages 3-4")
    qtbot.keyClick(picker.field, Qt.Key.Key_Return)
    assert chosen == ["Pages 3-4"]


def test_down_marks_the_next_idea_and_escape_leaves(open_picker, qtbot):
    chosen = []
    picker = open_picker(chosen)
    qtbot.keyClick(picker.field, Qt.Key.Key_Down)
    assert picker.list.currentItem().text() == "Number Line Jump"
    qtbot.keyClick(picker, Qt.Key.Key_Escape)
    assert chosen == []
