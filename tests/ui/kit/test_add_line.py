import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit

from plplanner.ui.kit.add_line import AddLine


@pytest.fixture
def line(theme, qtbot):
    title, points, kind = QLineEdit(), QLineEdit("5"), QComboBox()
    points.setProperty("stays", True)
    kind.addItems(["Game", "Video"])
    added = []

    def add():
        added.append((title.text(), points.text(), kind.currentText()))
        return bool(title.text())

    made = AddLine(
        "Add a thing",
        [("Title", title), ("Points", points), ("Kind", kind)],
        theme=theme,
        on_add=add,
    )
    made.title, made.kind, made.added = title, kind, added
    qtbot.addWidget(made)
    made.open()
    made.activateWindow()
    qtbot.waitUntil(title.hasFocus)
    return made


def test_enter_adds_one_after_another(line, qtbot):
    for title in ("One", "Two"):
        qtbot.keyClicks(line.title, title)
        qtbot.keyClick(line.title, Qt.Key.Key_Return)
        assert (line.title.text(), line.title.hasFocus()) == ("", True)
    assert line.added == [("One", "5", "Game"), ("Two", "5", "Game")]


def test_what_was_refused_stays_to_be_mended(line, qtbot):
    line.kind.setFocus()
    qtbot.keyClick(line.kind, Qt.Key.Key_Return)
    assert (line.added, line.title.hasFocus()) == ([("", "5", "Game")], True)


def test_escape_closes(line, qtbot):
    qtbot.keyClick(line.title, Qt.Key.Key_Escape)
    assert line.isHidden()


def test_fields_and_button_are_named(line):
    assert [one.accessibleName() for one in (line.title, line.kind, line.add)] == [
        "Title", "Kind", "Add a thing",
    ]  # fmt: skip


def test_many_fields_stand_in_two_rows(theme, qtbot):
    fields = [(name, QLineEdit()) for name in ("Title", "Standards", "Kind", "Minutes")]
    made = AddLine("Add", fields, theme=theme, on_add=lambda: True, breaks_after=2)
    qtbot.addWidget(made)
    made.open()
    tops = [field.geometry().top() for _, field in fields]
    assert tops[0] == tops[1] < tops[2] == tops[3] == made.add.geometry().top()
