from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton

from plplanner.ui.screens.gradebook import view
from plplanner.ui.screens.gradebook.view import ScoresScreen
from tests.builders import a_class

DAY = 1


@pytest.fixture
def screen_on(list_screen_on):
    return partial(list_screen_on, ScoresScreen)


@pytest.fixture
def screen(screen_on, sample_planner):
    return screen_on(sample_planner)


def buttons(screen):
    return {one.text(): one for one in screen.findChildren(QPushButton) if one.isVisible()}


@pytest.mark.long
def test_the_newest_assessment_is_shown_and_arrows_go_on(screen, qtbot):
    assert screen.subtitle == "28 students, 6 assessments"
    assert screen.sheet.title.field.text() == "Exit ticket: fractions on a line"
    qtbot.keyClick(screen.pane.view, Qt.Key.Key_Down)
    assert screen.sheet.title.field.text() == "Homework 7"


@pytest.mark.long
def test_a_title_and_a_day_are_typed_over_in_the_list(screen, qtbot):
    view = screen.pane.view
    for column, text in ((0, "Exit 2"), (DAY, "20 Nov 2026")):
        view.choose(view.current_id(), column)
        qtbot.keyClick(view, Qt.Key.Key_F2)
        fields = view.viewport().findChildren(QLineEdit)
        editor = next(one for one in fields if one.isVisible())
        qtbot.keyClicks(editor, text)
        qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert screen.model.chosen.title == "Exit 2"
    assert screen.sheet.day.field.text() == "Fri 20 Nov"


def test_an_exit_ticket_is_added_and_one_types_on(screen, qtbot):
    qtbot.mouseClick(buttons(screen)["Add an exit ticket"], Qt.MouseButton.LeftButton)
    assert screen.points.text() == "5"
    qtbot.keyClick(screen.standard, Qt.Key.Key_Down)
    assert screen.standard.currentText() == "3.NF.A.1"
    qtbot.keyClicks(screen.new_title, "Exit 3.NF.A.2")
    qtbot.keyClick(screen.new_title, Qt.Key.Key_Return)
    qtbot.waitUntil(screen.sheet.grid.hasFocus)
    assert screen.adding.isHidden()
    assert screen.sheet.about.text() == "5 points · 0 of 28 scored"
    assert screen.sheet.standards.field.text() == "3.NF.A.1"
    qtbot.keyClick(screen.sheet.grid, "4")
    editor = screen.sheet.grid.viewport().findChild(QLineEdit)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert screen.sheet.about.text() == "5 points · 1 of 28 scored"
    assert screen.stage.desk.undo_label == "Enter score of Tola"


def test_a_code_in_the_title_is_the_standard_of_the_exit_ticket(screen, qtbot):
    screen.adding.open()
    qtbot.keyClicks(screen.new_title, "Exit 3.NF.3")
    assert screen.standard.currentText() == "3.NF.A.3"
    qtbot.keyClick(screen.new_title, Qt.Key.Key_Return)
    assert screen.model.chosen.standards == ("3.NF.A.3",)
    screen.adding.open()
    qtbot.keyClicks(screen.new_title, "Exit 4.NF.B.9")
    qtbot.keyClick(screen.new_title, Qt.Key.Key_Return)
    assert screen.model.chosen.standards == ("4.NF.B.9",)
    assert screen.stage.desk.undo_label == "Add assessment “Exit 4.NF.B.9”"


@pytest.mark.long
def test_the_standard_of_todays_plan_is_proposed(screen, qtbot, monkeypatch):
    second = screen.model.standards[1]
    monkeypatch.setattr(view, "todays_standard", lambda _stage: second.id)
    screen.adding.open()
    assert screen.standard.currentText() == second.code
    qtbot.keyClicks(screen.new_title, "How it went")
    qtbot.keyClick(screen.new_title, Qt.Key.Key_Return)
    assert screen.model.chosen.standards == (second.code,)


@pytest.mark.long
def test_points_that_are_none_are_refused_in_words(screen, qtbot):
    told = []
    screen.stage.desk.problem.connect(told.append)
    screen.stage.wishes.warn.connect(told.append)
    screen.adding.open()
    qtbot.keyClicks(screen.new_title, "Exit 3")
    screen.points.setText("many")
    qtbot.keyClick(screen.new_title, Qt.Key.Key_Return)
    assert told[0].what == "“many” is no number of points."
    assert (len(screen.model.rows), screen.new_title.text()) == (6, "Exit 3")


@pytest.mark.long
def test_an_assessment_is_removed_by_button_and_by_key(screen, qtbot):
    qtbot.mouseClick(screen.sheet.remove, Qt.MouseButton.LeftButton)
    qtbot.keyClick(screen.pane.view, Qt.Key.Key_Delete)
    assert screen.pane.count.text() == "4 assessments"


@pytest.mark.long
def test_import_asks_the_shell_for_a_file(screen, qtbot):
    with qtbot.waitSignal(screen.stage.wishes.choose_file):
        qtbot.mouseClick(buttons(screen)["Import a file"], Qt.MouseButton.LeftButton)


@pytest.mark.long
def test_without_assessments_three_ways_on_are_offered(screen_on, empty_planner, qtbot):
    a_class(empty_planner, students=2)
    screen = screen_on(empty_planner)
    assert list(buttons(screen)) == ["Import a file", "Add an exit ticket", "Try the sample class"]
    qtbot.mouseClick(buttons(screen)["Add an exit ticket"], Qt.MouseButton.LeftButton)
    qtbot.keyClicks(screen.new_title, "Exit 1")
    qtbot.keyClick(screen.new_title, Qt.Key.Key_Return)
    assert screen.sheet.title.field.text() == "Exit 1"
