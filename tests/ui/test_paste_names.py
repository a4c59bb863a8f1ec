import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from plplanner.ui.names_in import NamesIn
from plplanner.ui.paste_names import PasteNames


@pytest.fixture
def panel(stage_on, empty_planner, qtbot):
    names_in = NamesIn(stage_on(empty_planner))
    names_in.open_paste(True)
    panel = PasteNames(names_in)
    names_in.refreshed.connect(panel.show_rows)
    qtbot.addWidget(panel)
    panel.show_rows()
    return panel


def test_the_names_are_shown_as_understood(panel):
    panel.names.setPlainText("García, Ana\nPelé\n<b>Ann Li")
    assert panel.understood.toPlainText() == "Ana García\nPelé (no last name)\n<b>Ann Li"
    assert panel.count.text() == "Understood as 3 students"
    assert panel.add.text() == "Add 3 students"


def test_a_list_pasted_into_the_class_name_goes_to_the_names(panel, qtbot):
    QGuiApplication.clipboard().setText("Ana García\nPelé\n")
    qtbot.keyClick(panel.class_name, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert (panel.class_name.text(), panel.count.text()) == ("", "Understood as 2 students")
    QGuiApplication.clipboard().setText("Room 12")
    qtbot.keyClick(panel.class_name, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert (panel.class_name.text(), panel.count.text()) == ("Room 12", "Understood as 2 students")


def test_what_is_missing_is_said(panel):
    assert panel.remark.text() == "Type or paste at least one name first."
    panel.names.setPlainText("Ana")
    assert (panel.remark.text(), panel.add.isEnabled()) == ("Name the class first.", False)
    panel.class_name.setText("Room 12")
    assert panel.add.isEnabled()


def test_who_stands_there_twice_is_named(panel):
    panel.class_name.setText("Room 12")
    panel.names.setPlainText("Ana García\nGarcía, Ana")
    assert panel.remark.text().startswith("“Ana García” stands there more than once.")
    assert panel.add.isEnabled()


def test_the_button_adds_the_class_and_empties_the_panel(panel, qtbot):
    panel.class_name.setText("Room 12")
    panel.names.setPlainText("Ana\nBo")
    panel.show()
    qtbot.mouseClick(panel.add, Qt.MouseButton.LeftButton)
    assert (panel.class_name.text(), panel.names.toPlainText()) == ("", "")


def test_names_for_a_class_there_is_need_no_class_name(stage_on, planned, qtbot):
    stage = stage_on(planned)
    panel = PasteNames(NamesIn(stage))
    qtbot.addWidget(panel)
    panel._model.open_paste(True, into=stage.choice.school_class)
    panel.names.setPlainText("Maya Cohen")
    panel.show_rows()
    assert panel.heading.text() == "Names for “Math 3”"
    assert panel.class_name.isHidden()
    assert panel.understood.toPlainText() == "Maya Cohen (in the class already)"
    assert panel.remark.text() == "1 of these is in the class already."
    assert (panel.add.text(), panel.add.isEnabled()) == ("Add students", False)


def test_a_new_class_may_be_made_before_its_names(panel):
    panel._model.open_paste(True, may_be_empty=True)
    panel.class_name.setText("Room 12")
    assert panel.remark.text() == "Names can come later, one by one or as a list."
    assert (panel.add.text(), panel.add.isEnabled()) == ("Add this class", True)
