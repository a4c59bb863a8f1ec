"""A district's file: how much it holds, and the one class that is wanted, by type-ahead."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from plplanner.importing.crowd import crowd_read
from plplanner.ui.kit.buttons import button, icon_button
from plplanner.ui.kit.labels import plain_label
from plplanner.ui.kit.theme import Theme
from plplanner.ui.screens.importing.cards import signed
from plplanner.ui.screens.importing.files_in import FileIn
from plplanner.ui.screens.importing.type_ahead import OpenField, type_ahead
from plplanner.ui.screens.importing.viewmodel import ImportDrawer

_PROMISE = "Only the class you choose is read and shown; nobody else comes in."
_NO_SUCH = "The file has no class of this name. Choose one from the list that opens."


class CrowdChoice(QFrame):
    """Enter takes the class typed, or the only one that fits what was typed."""

    def __init__(self, drawer: ImportDrawer, theme: Theme, parent: QWidget | None = None) -> None:
        """`drawer` hears the class."""
        super().__init__(parent)
        self._drawer, self._theme = drawer, theme
        self.setProperty("kind", "card")
        self.field = OpenField(self)
        self.field.setAccessibleName("Your class in this file")
        self.field.setPlaceholderText("A few letters of the class, or click for all")
        self.completer = type_ahead(self.field)
        self.why = plain_label(role="fielderror", wrap=True, parent=self)
        self.take = button("Show this class", on_click=self._take, kind="primary", parent=self)
        self._says = plain_label(wrap=True, parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 16)
        column.setSpacing(8)
        heading = plain_label("This file is for a whole school or district", role="section")
        head = signed(self, "info", theme.palette["accent"], heading)
        head.addWidget(
            icon_button(
                "close", "Leave without importing (Esc)", theme=theme, on_click=drawer.leave,
                size="small", parent=self,
            )
        )  # fmt: skip
        column.addLayout(head)
        column.addWidget(self._says)
        column.addWidget(plain_label("Your class", role="field", parent=self))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.field, 1)
        row.addWidget(self.take)
        column.addLayout(row)
        column.addWidget(self.why)
        self.field.returnPressed.connect(self._take)
        self.completer.activated.connect(self._take_chosen, Qt.ConnectionType.QueuedConnection)
        self.field.textEdited.connect(lambda _: self.why.hide())
        self.why.hide()
        self._shown = (-1, "")

    def show_file(self, *, anew: bool = True) -> bool:
        """The classes of the file shown; what is typed stays while it is the same, not `anew`.

        Returns whether the field is empty for a new choice.
        """
        drawer, file = self._drawer, self._drawer.file
        if file is None or not (anew or (drawer.place, file.name) != self._shown):
            return False
        self._shown = (drawer.place, file.name)
        self._says.setText(f"{_size_words(file)} {_PROMISE}")
        self.completer.offer(file.sections)
        self.field.clear()
        self._say_why(f"{drawer.problem.what} {drawer.problem.next_step}" if drawer.problem else "")
        return True

    def _say_why(self, why: str) -> None:
        self.why.setText(why)
        self.why.setVisible(bool(why))

    def _take_chosen(self, section: str) -> None:
        self.field.setText(section)
        self._take()

    def _take(self) -> None:
        file, typed = self._drawer.file, self.field.text().strip().casefold()
        sections = file.sections if file else ()
        exact = [one for one in sections if one.casefold() == typed]
        fitting = exact or [one for one in sections if typed and typed in one.casefold()]
        opened = self.completer.popup()
        if opened is not None:
            opened.hide()  # it would take the keyboard along
        if len(fitting) == 1:
            self._drawer.say_section(fitting[0])
            return
        self._say_why(_NO_SUCH if not fitting else f"{len(fitting)} classes have these letters.")


def _size_words(file: FileIn) -> str:
    """How much the file holds."""
    if file.read is None:
        return file.problem.what if file.problem else ""
    students = crowd_read(file.read).students
    return f"“{file.name}” holds {len(file.sections):,} classes and {students:,} students."
