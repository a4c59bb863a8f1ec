"""The panel for pasted names: a class name, the list, and how each line is understood."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from plplanner.importing.pasted_names import spoken_name
from plplanner.roster.rows import NewStudent
from plplanner.ui.kit.buttons import button
from plplanner.ui.kit.labels import plain_label
from plplanner.ui.screens.settings.viewmodel_welcome import Beginning

_MOST_SHOWN, _MOST_NAMED = 200, 3


class PasteNames(QFrame):
    """Says as she types whom it would add; nothing is saved before the button."""

    def __init__(self, beginning: Beginning, parent: QWidget | None = None) -> None:
        """`beginning` understands the names and adds them."""
        super().__init__(parent)
        self._beginning = beginning
        self.setProperty("kind", "card")
        self.class_name = QLineEdit(self)
        self.class_name.setAccessibleName("Class name")
        self.class_name.setMaxLength(80)
        self.names = QPlainTextEdit(self)
        self.names.setAccessibleName("Names, one on each line")
        self.names.setTabChangesFocus(True)
        self.understood = QPlainTextEdit(self)
        self.understood.setReadOnly(True)
        self.understood.setTabChangesFocus(True)
        self.understood.setAccessibleName("How the names are understood")
        self.count = plain_label(role="field", parent=self)
        self.remark = plain_label(role="small", wrap=True, parent=self)
        self.back = button("Back", on_click=lambda: beginning.open_paste(False), parent=self)
        self.add = button("Add students", on_click=self._add, kind="primary", parent=self)
        self._lay_out()
        self.names.textChanged.connect(lambda: beginning.read_names(self.names.toPlainText()))
        self.class_name.textChanged.connect(self.show_rows)
        self.class_name.returnPressed.connect(self.names.setFocus)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 20)
        column.setSpacing(8)
        column.addWidget(plain_label("Paste names", role="title", parent=self))
        column.addWidget(plain_label("Class name", role="field", parent=self))
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
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.remark, 1, Qt.AlignmentFlag.AlignVCenter)
        foot.addWidget(self.back)
        foot.addWidget(self.add)
        column.addLayout(foot)

    def start(self) -> None:
        """Ready for the class name."""
        self.class_name.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear(self) -> None:
        """Empty for another time."""
        self.class_name.clear()
        self.names.clear()

    def show_rows(self) -> None:
        """The names as understood, who stands there twice, and what is missing."""
        pasted = self._beginning.pasted
        number = len(pasted.students)
        students = f"{number} student{'' if number == 1 else 's'}"
        self.count.setText(f"Understood as {students}" if number else "Understood as")
        lines = [_understood(student) for student in pasted.students[:_MOST_SHOWN]]
        if "\n".join(lines) != self.understood.toPlainText():
            self.understood.setPlainText("\n".join(lines))
        self.remark.setText(self._remark())
        self.add.setText(f"Add {students}" if number else "Add students")
        self.add.setAccessibleName(self.add.text())
        missing = self._missing()
        self.add.setEnabled(not missing)
        self.add.setToolTip(missing)

    def _missing(self) -> str:
        if not self._beginning.pasted.students:
            return "Type or paste at least one name first."
        return "" if self.class_name.text().strip() else "Name the class first."

    def _remark(self) -> str:
        pasted = self._beginning.pasted
        if pasted.too_many:
            return "These are more than 500 names. The first 500 are taken."
        if pasted.twice:
            named = ", ".join(f"“{name}”" for name in pasted.twice[:_MOST_NAMED])
            more = len(pasted.twice) - _MOST_NAMED
            others = f" and {more} more" if more > 0 else ""
            verb = "stands" if len(pasted.twice) == 1 else "stand"
            return f"{named}{others} {verb} there more than once. Each line becomes a student."
        return self._missing() or "“García, Ana” and “Ana García” are both understood."

    def _add(self) -> None:
        self._beginning.add_names(self.class_name.text())
        if not self._beginning.is_pasting:
            self.clear()


def _understood(student: NewStudent) -> str:
    """First name first, and the last name named where there is one."""
    return spoken_name(student) if student.last else f"{spoken_name(student)} (no last name)"
