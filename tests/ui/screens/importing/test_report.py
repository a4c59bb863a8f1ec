import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton

from plplanner.roster.commands import add_class, add_students
from plplanner.roster.rows import NewStudent
from plplanner.ui.screens.importing.report import Report
from tests.builders import TODAY
from tests.ui.screens.importing.drawers import GRADES, a_drawer, a_file, wait_for


@pytest.fixture
def report(stage_on, empty_planner, qtbot, tmp_path):
    class_id = empty_planner.do(add_class, name="G3")
    luz = [NewStudent("Amara", "Olá"), NewStudent("García", "Luz")]
    empty_planner.do(add_students, class_id=class_id, students=luz, entered_on=TODAY)
    stage = stage_on(empty_planner)
    drawer = a_drawer(stage, qtbot, a_file(tmp_path))
    report = Report(drawer, stage.theme)
    drawer.refreshed.connect(report.show_preview)
    qtbot.addWidget(report)
    report.resize(288, 700)
    report.show_preview()
    report.show()
    return report


def words(report):
    return [label.text() for label in report._scroll.widget().findChildren(QLabel)]


@pytest.mark.long
def test_a_cell_above_its_points_can_be_shown_or_taken_in(report, qtbot):
    shown = []
    report.cell_wanted.connect(lambda row, place: shown.append((row, place)))
    assert "1 cell is more than the points" in words(report)
    acts = {b.text(): b for b in report._scroll.widget().findChildren(QPushButton)}
    qtbot.mouseClick(acts["Show the cell"], Qt.MouseButton.LeftButton)
    assert shown == [(3, 4)]
    wait_for(report._drawer, qtbot, acts["Take it in"].click)
    assert "1 cell is more than the points" not in words(report)
    assert report.import_button.text() == "Import 5 scores"


@pytest.mark.long
def test_a_near_match_is_offered_and_chosen(report, qtbot):
    assert "1 student needs a match" in words(report)
    (choice,) = report._scroll.widget().findChildren(QComboBox)
    assert (choice.currentText(), choice.itemText(1)) == ("New student", "Olá Amara")
    choice.setCurrentIndex(1)
    wait_for(report._drawer, qtbot, lambda: choice.activated.emit(1))
    assert report._drawer.preview.counts.students_matched == 1


def test_names_are_shown_literally(report):
    assert any("<b>Ana García" in text for text in words(report))
    assert all(
        label.textFormat() is Qt.TextFormat.PlainText
        for label in report._scroll.widget().findChildren(QLabel)
        if label.text()
    )


@pytest.mark.long
def test_nothing_new_disables_the_button_and_says_why(report, qtbot, tmp_path):
    wait_for(report._drawer, qtbot, report._drawer.answers.take_extra_credit)
    report._drawer.import_now()
    other = GRADES.replace(",78", ",80")
    wait_for(report._drawer, qtbot, lambda: report._drawer.take_file(a_file(tmp_path, other)))
    wait_for(report._drawer, qtbot, report._drawer.answers.take_extra_credit)
    assert not report.import_button.isEnabled()
    assert "here already" in report.import_button.toolTip()
    assert "Nothing new in this file" in words(report)
    (go,) = [b for b in report.findChildren(QPushButton) if b.text() == "Go to Groups"]
    rooms = []
    report._drawer.stage.wishes.go_to.connect(rooms.append)
    go.click()
    assert rooms == ["groups"]


@pytest.mark.long
def test_the_same_file_dropped_again_is_said_to_be_here_already(report, qtbot, tmp_path):
    report._drawer.import_now()
    wait_for(report._drawer, qtbot, lambda: report._drawer.take_file(a_file(tmp_path)))
    assert "You have this already" in words(report)
    assert any(text.startswith("This file came in on ") for text in words(report))
    report._drawer.stage.desk.undo()
    wait_for(report._drawer, qtbot, lambda: report._drawer.take_file(a_file(tmp_path)))
    assert "You have this already" not in words(report)


def test_a_cell_that_needs_a_look_is_named_by_row_and_column(report):
    assert any("Row 4, Quiz. <b>Ana García: 11 of 10." in text for text in words(report))


@pytest.mark.long
def test_the_keyboard_stays_where_it_was(report, qtbot):
    (choice,) = report._scroll.widget().findChildren(QComboBox)
    report.activateWindow()
    qtbot.waitUntil(report.isActiveWindow)
    choice.setFocus()
    report.show_preview()
    assert report.focusWidget().accessibleName().startswith("Ola Amara: is this")


def test_a_title_without_a_space_stays_beside_the_scroll_bar(
    stage_on, empty_planner, qtbot, tmp_path
):
    title = "ExitTicketFractionsComparingEquivalentDecimals3NF1Version2"
    text = f'Student,ID,{title} (11)\nPoints Possible,,5\n"García, Ana",30366,9\n'
    drawer = a_drawer(stage_on(empty_planner), qtbot, a_file(tmp_path, text))
    report = Report(drawer, drawer.stage.theme)
    qtbot.addWidget(report)
    report.resize(288, 300)
    report.show_preview()
    report.show()
    scroll = report._scroll
    qtbot.waitUntil(scroll.verticalScrollBar().isVisible)
    assert scroll.widget().width() <= scroll.viewport().width()
    assert title in "".join(words(report)).replace("\u200b", "")


def test_the_report_stays_inside_its_panel_whatever_it_names(
    stage_on, empty_planner, qtbot, tmp_path
):
    class_id = empty_planner.do(add_class, name="G3")
    them = [NewStudent(f"L{n}", "Bartholomew-Maximilian") for n in range(4)]
    empty_planner.do(add_students, class_id=class_id, students=them, entered_on=TODAY)
    stage, name = stage_on(empty_planner), "MATHEMATICSFORTHEMIDDLEYEARS-ADVANCED"
    rows = "".join(f"{first},4\n" for first in ("Ann", "Bo", "Cy"))
    path = a_file(tmp_path, f"Name,Quiz /5\n{rows}", f"{name}.csv")
    stage.choice.choose_class(class_id)
    report = Report(a_drawer(stage, qtbot, path), stage.theme)
    qtbot.addWidget(report)
    report.resize(288, 700)
    report.show_preview()
    report.show()
    body = report._scroll.widget()
    (button,) = body.findChildren(QPushButton)
    assert button.accessibleName() == f"New class “{name}”"
    qtbot.waitUntil(lambda: body.width() <= report._scroll.viewport().width(), timeout=500)
    edge = button.mapTo(report, button.rect().topRight()).x()
    assert edge < report._scroll.geometry().right()
