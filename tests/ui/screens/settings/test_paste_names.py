import pytest
from PySide6.QtCore import Qt

from plplanner.ui.screens.settings.paste_names import PasteNames
from plplanner.ui.screens.settings.viewmodel_welcome import Beginning


@pytest.fixture
def panel(stage_on, empty_planner, qtbot):
    beginning = Beginning(stage_on(empty_planner))
    beginning.open_paste(True)
    panel = PasteNames(beginning)
    beginning.refreshed.connect(panel.show_rows)
    qtbot.addWidget(panel)
    panel.show_rows()
    return panel


def test_the_names_are_shown_as_understood(panel):
    panel.names.setPlainText("García, Ana\nPelé\n<b>Ann Li")
    assert panel.understood.toPlainText() == "Ana García\nPelé (no last name)\n<b>Ann Li"
    assert panel.count.text() == "Understood as 3 students"
    assert panel.add.text() == "Add 3 students"


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
