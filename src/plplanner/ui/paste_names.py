"""The panel for pasted names: a class name, the list, and how each line is understood."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from plplanner.importing.names_to_add import NameToAdd
from plplanner.ui.kit.buttons import button
from plplanner.ui.kit.labels import plain_label
from plplanner.ui.names_in import NamesIn
from plplanner.ui.same_student import SameStudents

_MOST_SHOWN, _MOST_NAMED = 200, 3


class _ClassName(QLineEdit):
    """One line; a list pasted here was meant for the names."""

    list_pasted = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Hand several lines on, keep one."""
        text = QGuiApplication.clipboard().text()
        if event.matches(QKeySequence.StandardKey.Paste) and "\n" in text.strip():
            self.list_pasted.emit(text)
        else:
            super().keyPressEvent(event)


class PasteNames(QFrame):
    """Says as she types whom it would add; nothing is saved before the button."""

    def __init__(self, model: NamesIn, parent: QWidget | None = None) -> None:
        """`model` understands the names and adds them."""
        super().__init__(parent)
        self._model = model
        self.setProperty("kind", "card")
        self.heading = plain_label(role="title", parent=self)
        self.class_label = plain_label("Class name", role="field", parent=self)
        self.class_name = _ClassName(self)
        self.class_name.setAccessibleName("Class name")
        self.class_name.setMaxLength(80)
        self.names = QPlainTextEdit(self)
        self.names.setAccessibleName("Names, one on each line")
        self.names.setTabChangesFocus(True)
        self.understood = QPlainTextEdit(self)
        self.understood.setReadOnly(True)
        self.understood.setTabChangesFocus(True)
        self.understood.setAccessibleName("How the names are understood")
        self.asking = plain_label("Is this the same student?", role="field", parent=self)
        self.same = SameStudents(model, self)
        self.count = plain_label(role="field", parent=self)
        self.remark = plain_label(role="small", wrap=True, parent=self)
        self.back = button("Back", on_click=lambda: model.open_paste(False), parent=self)
        self.add = button("Add students", on_click=self._add, kind="primary", parent=self)
        self._lay_out()
        self.names.textChanged.connect(lambda: model.read_names(self.names.toPlainText()))
        self.class_name.textChanged.connect(self.show_rows)
        self.class_name.returnPressed.connect(self.names.setFocus)
        self.class_name.list_pasted.connect(self.names.insertPlainText)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 20)
        column.setSpacing(8)
        column.addWidget(self.heading)
        column.addWidget(self.class_label)
        column.addWidget(self.class_name)
        sides = QHBoxLayout()
        sides.setSpacing(16)
        label = plain_label("One name on each line", role="field", parent=self)
        for head, field in ((label, self.names), (self.count, self.understood)):
            side = QVBoxLayout()
            side.setSpacing(4)
            side.addWidget(head)
            side.addWidget(field, 1)
            sides.addLayout(side, 1)
        column.addLayout(sides, 1)
        column.addWidget(self.asking)
        column.addWidget(self.same)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.remark, 1, Qt.AlignmentFlag.AlignVCenter)
        foot.addWidget(self.back)
        foot.addWidget(self.add)
        column.addLayout(foot)

    def start(self) -> None:
        """Ready for the class name, or for names when the class is there."""
        first = self.names if self._model.into else self.class_name
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear(self) -> None:
        """Empty for another time."""
        self.class_name.clear()
        self.names.clear()

    def show_rows(self) -> None:
        """The names as understood, who stands there twice, and what is missing."""
        self._show_class()
        model = self._model
        number = len(model.names)
        self.count.setText(f"Understood as {_students(number)}" if number else "Understood as")
        lines = [self._understood(one) for one in model.names[:_MOST_SHOWN]]
        if "\n".join(lines) != self.understood.toPlainText():
            self.understood.setPlainText("\n".join(lines))
        self.remark.setText(self._remark())
        self.same.show_names()
        self.asking.setVisible(bool(model.to_ask))
        self.add.setText(self._says())
        self.add.setAccessibleName(self.add.text())
        missing = self._missing()
        self.add.setEnabled(not missing)
        self.add.setToolTip(missing)

    def _show_class(self) -> None:
        into = self._model.into
        new = "New class" if self._model.may_be_empty else "Paste names"
        self.heading.setText(f"Names for “{into.name}”" if into else new)
        for widget in (self.class_label, self.class_name):
            widget.setVisible(into is None)

    def _says(self) -> str:
        adding = len(self._model.to_add)
        if not self._model.names and self._model.may_be_empty:
            return "Add this class"
        return f"Add {_students(adding)}" if adding else "Add students"

    def _missing(self) -> str:
        model = self._model
        if not model.names and not model.may_be_empty:
            return "Type or paste at least one name first."
        if model.into is None:
            return "" if self.class_name.text().strip() else "Name the class first."
        return "" if model.to_add else "All of them are in the class already."

    def _remark(self) -> str:
        pasted = self._model.pasted
        if pasted.too_many:
            return "These are more than 500 names. The first 500 are taken."
        if pasted.twice:
            named = ", ".join(f"“{name}”" for name in pasted.twice[:_MOST_NAMED])
            more = len(pasted.twice) - _MOST_NAMED
            others = f" and {more} more" if more > 0 else ""
            verb = "stands" if len(pasted.twice) == 1 else "stand"
            return f"{named}{others} {verb} there more than once. Each line becomes a student."
        if here := len(pasted.students) - len(self._model.to_add):
            are = "is" if here == 1 else "are"
            return f"{here} of these {are} in the class already."
        if not pasted.students and not self._missing():
            return "Names can come later, one by one or as a list."
        return self._missing() or "“García, Ana” and “Ana García” are both understood."

    def _understood(self, one: NameToAdd) -> str:
        """First name first; who has no last name and who is known is said."""
        known = self._model.answer_for(one)
        words = "" if one.new.last else " (no last name)"
        if one.is_here or known in self._model.here:
            words = " (in the class already)"
        elif known is not None:
            words = " (known)"
        return f"{one.name}{words}"

    def _add(self) -> None:
        self._model.add_names(self.class_name.text())
        if not self._model.is_pasting:
            self.clear()


def _students(count: int) -> str:
    return f"{count} student{'' if count == 1 else 's'}"
