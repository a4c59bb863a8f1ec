from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from plplanner.rotation.rows import QuickNoteRow
from plplanner.terms import NoteKind
from plplanner.ui.kit.note_line import NoteLine
from plplanner.ui.screens.roster.student_notes import SHOWN_NOTES, StudentNotes

ANN, BEN = 1, 2


def note(number, kind=NoteKind.MEMORY):
    at = datetime(2026, 11, number, 9, 21, tzinfo=UTC)
    return QuickNoteRow(number, "Ann", at.date(), at, f"seen <b>{number}", kind)


@pytest.fixture
def notes(theme, qtbot):
    made = StudentNotes(theme)
    qtbot.addWidget(made)
    made.resize(300, 500)
    made.show()
    return made


def words_of(notes):
    QApplication.processEvents()
    return [one.text() for one in notes.findChildren(QLabel) if one.isVisible()]


def lines_of(notes):
    return [one for one in notes.findChildren(NoteLine) if one.isVisible()]


def show_all(notes):
    shown = (one for one in notes.findChildren(QPushButton) if one.isVisible())
    return next((one for one in shown if one.text().startswith("Show all")), None)


def test_without_notes_it_says_how_one_is_written(notes):
    notes.show_notes(ANN, ())
    assert words_of(notes) == ["Notes", "No notes yet. In a lesson, Ctrl+N writes one."]


def test_each_has_its_day_and_what_it_is_kept_for(notes, qtbot):
    notes.show_notes(ANN, (note(24, NoteKind.RECORD), note(23)))
    assert words_of(notes) == [
        "Notes",
        *("Tue 24 Nov", "for the record", "seen <b>24"),
        *("Mon 23 Nov", "", "seen <b>23"),
    ]
    assert date(2026, 11, 24).strftime("%a") == "Tue"
    with qtbot.waitSignal(notes.dropped) as told:
        qtbot.mouseClick(lines_of(notes)[1].cross, Qt.MouseButton.LeftButton)
    assert told.args == [23]


def test_older_ones_come_with_one_click_until_another_student_is_shown(notes, qtbot):
    many = tuple(note(day) for day in range(20, 10, -1))
    notes.show_notes(ANN, many)
    assert len(lines_of(notes)) == SHOWN_NOTES
    assert show_all(notes).text() == "Show all 10 notes"
    qtbot.mouseClick(show_all(notes), Qt.MouseButton.LeftButton)
    assert (len(lines_of(notes)), show_all(notes)) == (10, None)
    notes.show_notes(ANN, many[1:])
    assert len(lines_of(notes)) == 9, "one removed does not fold the others away"
    notes.show_notes(BEN, many)
    assert len(lines_of(notes)) == SHOWN_NOTES


def test_the_keyboard_stays_with_the_next_note_when_one_is_removed(notes, qtbot):
    notes.show_notes(ANN, (note(24), note(23), note(20)))
    lines_of(notes)[0].cross.setFocus()
    notes.show_notes(ANN, (note(23), note(20)))
    QApplication.processEvents()
    assert lines_of(notes)[0].cross.hasFocus()
