from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from plplanner.ui.kit.note_line import NoteLine


def test_it_says_what_was_noted_literally_and_the_cross_removes_it(theme, qtbot):
    told = []
    line = NoteLine(
        "<b>Ann",
        "9:21",
        "says <i>half</i>",
        theme=theme,
        removes="Remove the note on <b>Ann",
        on_remove=lambda: told.append("removed"),
    )
    qtbot.addWidget(line)
    labels = line.findChildren(QLabel)
    assert [one.text() for one in labels] == ["<b>Ann", "9:21", "says <i>half</i>"]
    assert {one.textFormat() for one in labels} == {Qt.TextFormat.PlainText}
    assert line.cross.accessibleName() == "Remove the note on <b>Ann"
    qtbot.mouseClick(line.cross, Qt.MouseButton.LeftButton)
    assert told == ["removed"]
