from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from plplanner.rotation.rows import QuickNoteRow
from plplanner.terms import NoteKind
from plplanner.ui.screens.rotation.side_panel import ShownCheck
from plplanner.ui.screens.rotation.today.notes import NotesColumn

AT = datetime(2026, 11, 23, 9, 29, tzinfo=UTC)


@pytest.fixture
def notes(theme, qtbot):
    made = NotesColumn(theme)
    qtbot.addWidget(made)
    made.show()
    return made


def said(notes):
    QApplication.processEvents()  # what is new in a layout is shown with the next events
    return [one.text() for one in notes.findChildren(QLabel) if one.isVisible()]


def test_enter_saves_what_was_typed_with_its_kind(notes, qtbot):
    heard = []
    notes.written.connect(lambda typed, kind: heard.append((typed, kind)))
    qtbot.keyClicks(notes.field, "Noor shades")
    qtbot.keyClick(notes.field, Qt.Key.Key_Return)
    notes.kinds.buttons["record"].click()
    qtbot.keyClick(notes.field, Qt.Key.Key_Return)
    assert heard == [("Noor shades", NoteKind.MEMORY), ("Noor shades", NoteKind.RECORD)]
    notes.written_down()
    assert notes.field.text() == ""


def test_notes_are_listed_literally_and_each_can_be_removed(notes, qtbot):
    row = QuickNoteRow(3, "<b>Ann", AT.date(), AT, "says <i>half</i>", NoteKind.RECORD)
    notes.show_notes([row])
    assert {"<b>Ann", "says <i>half</i>"} <= set(said(notes))
    assert any("for the record" in text for text in said(notes))
    away = next(
        one for one in notes.findChildren(QAbstractButton) if "Remove" in one.accessibleName()
    )
    with qtbot.waitSignal(notes.dropped, check_params_cb=lambda note: note == 3):
        away.click()
    notes.show_notes([])
    assert "No notes yet." in said(notes)


def test_whom_a_note_is_about_stands_below_it(notes):
    assert notes.about.text() == "About the class"
    notes.show_about("Noor")
    assert notes.about.text() == "About Noor"


def test_a_card_below_the_notes_comes_goes_and_does_what_its_button_says(notes):
    pressed = []
    card = ShownCheck("The slip of Ann changed.", "", "Reprint 1 page", lambda: pressed.append(1))
    notes.show_remarks([card])
    next(b for b in notes.findChildren(QAbstractButton) if b.text() == "Reprint 1 page").click()
    assert pressed == [1]
    assert "The slip of Ann changed." in said(notes)
    notes.show_remarks([card])
    notes.show_remarks([])
    assert "The slip of Ann changed." not in said(notes)
