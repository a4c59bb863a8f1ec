import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from plplanner.ui.screens.rotation.task_picker import choices, task_picker

LIBRARY = ("Fraction Lab", "Fraction Lab: strips", "Strips and shares", "Area of a field")
IDEAS = ("Fraction Lab", "Number Line Jump", "Finish one open task")


def test_own_words_come_first_and_ideas_that_fit_follow():
    assert choices(IDEAS, "") == [(idea, idea) for idea in IDEAS]
    assert choices(IDEAS, "line ")[0] == ("Use “line”", "line")
    assert choices(IDEAS, "line")[1:] == [("Number Line Jump", "Number Line Jump")]


def test_an_idea_typed_in_full_is_offered_once():
    assert choices(IDEAS, "Fraction Lab") == [("Fraction Lab", "Fraction Lab")]


def test_the_library_is_searched_too_after_the_ideas_of_the_cell():
    assert [task for _, task in choices(IDEAS, "strips", lambda: LIBRARY)] == [
        "strips", "Strips and shares", "Fraction Lab: strips",
    ]  # fmt: skip
    assert [task for _, task in choices(IDEAS, "fraction la", lambda: LIBRARY)] == [
        "fraction la", "Fraction Lab", "Fraction Lab: strips",
    ]  # fmt: skip
    assert [task for _, task in choices(IDEAS, "strips fraction", lambda: LIBRARY)][1:] == [
        "Fraction Lab: strips"
    ]
    assert choices(IDEAS, "Strips and shares", lambda: LIBRARY)[0][0] == "Strips and shares"


def test_before_anything_is_typed_the_library_is_not_asked():
    asked = []
    assert len(choices(IDEAS, " ", lambda: asked.append(1) or LIBRARY)) == len(IDEAS)
    assert asked == []


@pytest.fixture
def open_picker(application, qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()

    def build(chosen, typed=""):
        picker = task_picker(
            title="River, round 2", ideas=IDEAS, library=lambda: LIBRARY, typed=typed,
            on_choice=chosen.append, parent=parent,
        )  # fmt: skip
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


def test_what_the_library_offers_is_taken_with_down_and_enter(open_picker, qtbot):
    chosen = []
    picker = open_picker(chosen, typed="s")
    qtbot.keyClicks(picker.field, "trips")
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return):
        qtbot.keyClick(picker.field, key)
    assert chosen == ["Strips and shares"]


def test_down_marks_the_next_idea_and_escape_leaves(open_picker, qtbot):
    chosen = []
    picker = open_picker(chosen)
    qtbot.keyClick(picker.field, Qt.Key.Key_Down)
    assert picker.list.currentItem().text() == "Number Line Jump"
    qtbot.keyClick(picker, Qt.Key.Key_Escape)
    assert chosen == []
