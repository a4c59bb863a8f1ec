"""The column beside today's plan: a quick note, and what was noted today."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from plplanner.rotation.rows import QuickNoteRow
from plplanner.terms import NoteKind
from plplanner.ui.kit.kept_focus import focus_kept
from plplanner.ui.kit.labels import pill, plain_label
from plplanner.ui.kit.note_line import NoteLine
from plplanner.ui.kit.segments import Segments
from plplanner.ui.kit.side_column import SideColumn
from plplanner.ui.kit.theme import Theme
from plplanner.ui.screens.rotation.side_panel import Remark, ShownCheck
from plplanner.ui.screens.rotation.today.reflection import Reflection
from plplanner.ui.screens.rotation.words import clock

_KINDS = {NoteKind.MEMORY.value: "For me", NoteKind.RECORD.value: "For the record"}


class NotesColumn(SideColumn):
    """Type a name and what you saw; Enter saves. Only the teacher sees notes."""

    written = Signal(str, object)  # what was typed, NoteKind
    dropped = Signal(int)  # note
    typed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Empty until `show_notes`."""
        super().__init__("Notes of today", parent)
        self._theme = theme
        self._kind = NoteKind.MEMORY
        self.field = QLineEdit(self)
        self.field.setAccessibleName("Quick note: a name, then what you saw")
        self.field.setPlaceholderText("Noor shades 2/4 …")
        self.field.setMinimumHeight(40)
        self.field.returnPressed.connect(self._write)
        self.field.textEdited.connect(self.typed)
        self.about = pill("Class", tone="news", parent=self)
        self.kinds = Segments(_KINDS, says="Kind of note", parent=self)
        self.kinds.mark(self._kind.value)
        self.kinds.chosen.connect(self._choose)
        self._notes = QVBoxLayout()
        self._shown: Sequence[QuickNoteRow] | None = None
        self._remarks: Sequence[ShownCheck] = ()
        self._below = QWidget(self)
        self.reflection = Reflection(self)
        self.reflection.hide()
        self._cards = QVBoxLayout(self._below)
        self._cards.setContentsMargins(0, 0, 0, 0)
        self._lay_out()
        self.show_about("Class")

    def offer_names(self, names: Sequence[str]) -> None:
        """Names that may begin a note."""
        completer = QCompleter([f"{name} " for name in names], self.field)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.field.setCompleter(completer)

    def show_about(self, name: str) -> None:
        """Say whom the note under way is about."""
        self.about.setText(f"About {name}" if name != "Class" else "About the class")

    def show_notes(self, notes: Sequence[QuickNoteRow]) -> None:
        """List what was noted today, the newest first."""
        if notes == self._shown:
            return
        self._shown = notes
        while (item := self._notes.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for note in notes:
            self._notes.addWidget(self._line(note))
        if not notes:
            self._notes.addWidget(plain_label("No notes yet.", role="small", parent=self))

    def show_remarks(self, remarks: Sequence[ShownCheck]) -> None:
        """Cards below the notes, or none."""
        if remarks == self._remarks:
            return
        self._remarks = remarks
        with focus_kept(self._below):
            while (item := self._cards.takeAt(0)) is not None:
                if (widget := item.widget()) is not None:
                    widget.hide()
                    widget.deleteLater()
            for remark in remarks:
                self._cards.addWidget(Remark(remark, self._theme, self._below))

    def written_down(self) -> None:
        """The note is kept: the field is free for the next."""
        self.field.clear()
        self.show_about("Class")

    def _line(self, note: QuickNoteRow) -> QWidget:
        at = clock(note.written_at.astimezone().time())
        record = " · for the record" if note.kind is NoteKind.RECORD else ""
        return NoteLine(
            note.about,
            f"{at}{record}",
            note.words,
            theme=self._theme,
            removes=f"Remove the note on {note.about}",
            on_remove=partial(self.dropped.emit, note.id),
            parent=self,
        )

    def _choose(self, key: str) -> None:
        self._kind = NoteKind(key)

    def _write(self) -> None:
        self.written.emit(self.field.text(), self._kind)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(plain_label("Quick note", role="section", parent=self), 1)
        head.addWidget(pill("Ctrl N", parent=self))
        self.column.addLayout(head)
        self.column.addWidget(self.field)
        below = QHBoxLayout()
        below.addWidget(self.about)
        below.addStretch(1)
        below.addWidget(plain_label("Enter saves", role="small", parent=self))
        self.column.addLayout(below)
        self.column.addWidget(self.kinds)
        self.column.addWidget(plain_label("Only you see notes.", role="small", parent=self))
        self.column.addWidget(plain_label("Today", role="strong", parent=self))
        self.column.addLayout(self._notes)
        self.column.addStretch(1)
        self.foot.setSpacing(8)
        self.foot.addWidget(self.reflection)
        self.foot.addWidget(self._below)
