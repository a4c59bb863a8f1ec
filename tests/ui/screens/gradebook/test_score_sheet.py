import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from plplanner.ui.screens.gradebook.score_sheet import SCORE, ScoreSheet
from plplanner.ui.screens.gradebook.viewmodel import ScoresModel


@pytest.fixture
def sheet(stage_on, sample_planner, theme, qtbot):
    model = ScoresModel(stage_on(sample_planner))
    made = ScoreSheet(model, theme)
    model.refreshed.connect(made.show_scores)
    model.be_shown(True)
    model.choose(model.ids[0])
    made.model = model
    qtbot.addWidget(made)
    made.resize(520, 600)
    made.show_scores()
    made.show()
    made.activateWindow()
    made.begin()
    qtbot.waitUntil(made.grid.hasFocus)
    return made


def editor_of(sheet):
    fields = sheet.grid.viewport().findChildren(QLineEdit)
    return next(one for one in fields if one.isVisible())


def type_score(qtbot, sheet, digit):
    qtbot.keyClick(sheet.grid, digit)
    qtbot.keyClick(editor_of(sheet), Qt.Key.Key_Return)


def lines(sheet):
    return sheet.model.lines_of(sheet.model.line_ids)


def test_the_head_says_what_it_is_out_of(sheet):
    assert sheet.title.field.text() == "Exit ticket: fractions on a line"
    assert sheet.about.text() == "5 points · 28 of 28 scored"
    assert sheet.standards.field.text() == "3.NF.A.2"


def test_what_it_measures_is_typed_over_in_one_step(sheet, qtbot):
    field, said = sheet.standards.field, []
    sheet.model.stage.wishes.say.connect(said.append)
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "3.nf.1, 3.NF.B.9")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert sheet.model.chosen.standards == ("3.NF.A.1", "3.NF.B.9")
    assert field.text() == "3.NF.A.1, 3.NF.B.9"
    assert said == ["3.NF.B.9 is a new standard of your own."]
    desk = sheet.model.stage.desk
    assert desk.undo_label == "Set standards of “Exit ticket: fractions on a line”"
    desk.undo()
    assert (sheet.model.chosen.standards, field.text()) == (("3.NF.A.2",), "3.NF.A.2")
    assert "3.NF.B.9" not in [row.code for row in sheet.model.standards]


@pytest.mark.long
def test_a_column_of_scores_is_typed_with_two_keys_each(sheet, qtbot):
    for digit in "320":
        type_score(qtbot, sheet, digit)
    assert [line.typed for line in lines(sheet)[:3]] == ["3", "2", "0"]
    assert sheet.grid.currentIndex().row() == 3


@pytest.mark.long
def test_a_x_and_minus_need_no_enter(sheet, qtbot):
    for key in "ax-":
        qtbot.keyClick(sheet.grid, key)
    words = [line.words for line in lines(sheet)[:3]]
    assert words == ["absent", "excused", "not handed in"]
    assert (sheet.grid.currentIndex().row(), sheet.grid.currentIndex().column()) == (3, SCORE)


def test_more_than_the_points_possible_is_refused_and_the_old_score_kept(sheet, qtbot):
    old = lines(sheet)[0].typed
    type_score(qtbot, sheet, "7")
    assert sheet.grid.note.label.text() == "7 is more than the 5 points possible."
    qtbot.keyClick(editor_of(sheet), Qt.Key.Key_Escape)
    assert (lines(sheet)[0].typed, sheet.grid.note) == (old, None)
    assert sheet.model.stage.desk.undo_label is None


@pytest.mark.long
def test_sorted_by_score_one_goes_on_with_the_next_below(sheet, qtbot):
    sheet.model.sort_grid_by("name")
    sheet.begin()
    type_score(qtbot, sheet, "1")
    assert sheet.grid.currentIndex().row() == 1


@pytest.mark.long
def test_title_and_day_are_kept(sheet, qtbot):
    for field, text in ((sheet.title, "Exit 2"), (sheet.day, "17 Nov")):
        field.field.selectAll()
        qtbot.keyClicks(field.field, text)
        qtbot.keyClick(field.field, Qt.Key.Key_Return)
    assert sheet.model.chosen.title == "Exit 2"
    sheet.day.forget()
    sheet.show_scores()
    assert sheet.day.field.text() == "Tue 17 Nov"


def test_another_assessment_begins_at_its_first_student(sheet):
    sheet.grid.setCurrentIndex(sheet.grid.table.index(5, SCORE))
    sheet.model.choose(sheet.model.ids[1])
    sheet.show_scores()
    assert sheet.grid.currentIndex().row() == 0
    sheet.model.choose(None)
    sheet.show_scores()
    assert sheet.isHidden()
