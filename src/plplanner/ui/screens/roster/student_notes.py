"""What was noted about a student in the lessons, in the column beside the list."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from plplanner.rotation.rows import QuickNoteRow
from plplanner.terms import NoteKind
from plplanner.ui.kit.buttons import button
from plplanner.ui.kit.kept_focus import focus_kept
from plplanner.ui.kit.labels import plain_label
from plplanner.ui.kit.moments import day_words
from plplanner.ui.kit.note_line import NoteLine
from plplanner.ui.kit.theme import Theme

SHOWN_NOTES = 5
_NONE_YET = "No notes yet. In a lesson, Ctrl+N writes one."


class StudentNotes(QWidget):
    """The newest notes with their day; the older ones come with one click."""

    dropped = Signal(int)  # note

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Empty until `show_notes`."""
        super().__init__(parent)
        self._theme = theme
        self._shown: tuple[int, Sequence[QuickNoteRow]] | None = None
        self._wants_all = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)

    def show_notes(self, student_id: int, notes: Sequence[QuickNoteRow]) -> None:
        """List what was noted about a student, the newest first."""
        if self._shown == (student_id, notes):
            return
        is_other = self._shown is None or self._shown[0] != student_id
        self._wants_all = self._wants_all and not is_other
        self._shown = student_id, notes
        self._fill(notes)

    def _fill(self, notes: Sequence[QuickNoteRow]) -> None:
        with focus_kept(self):
            while (item := self._column.takeAt(0)) is not None:
                if (widget := item.widget()) is not None:
                    widget.hide()
                    widget.deleteLater()
            self._column.addWidget(plain_label("Notes", role="section", parent=self))
            if not notes:
                self._column.addWidget(plain_label(_NONE_YET, role="hint", wrap=True, parent=self))
            shown = notes if self._wants_all else notes[:SHOWN_NOTES]
            for note in shown:
                self._column.addWidget(self._line(note))
            if len(shown) < len(notes):
                says = f"Show all {len(notes)} notes"
                all_of_them = partial(self._show_all, notes)
                self._column.addWidget(
                    button(says, on_click=all_of_them, kind="quiet", size="small", parent=self)
                )

    def _show_all(self, notes: Sequence[QuickNoteRow]) -> None:
        self._wants_all = True
        self._fill(notes)

    def _line(self, note: QuickNoteRow) -> NoteLine:
        day = day_words(note.day)
        return NoteLine(
            day,
            "for the record" if note.kind is NoteKind.RECORD else "",
            note.words,
            theme=self._theme,
            removes=f"Remove the note of {day}",
            on_remove=partial(self.dropped.emit, note.id),
            parent=self,
        )
