"""Another name for the class: a field in a panel below the button that names it."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from plplanner.roster.commands import rename_class
from plplanner.ui.kit.buttons import button
from plplanner.ui.kit.labels import plain_label
from plplanner.ui.kit.popover import show_at
from plplanner.ui.stage import Stage

_FIELD_WIDTH = 240


class ClassNamePopover(QFrame):
    """Enter gives the class the name that is typed, Escape leaves it."""

    def __init__(self, stage: Stage, parent: QWidget) -> None:
        """The class on the rail."""
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("kind", "popover")
        self.setAccessibleName("Rename the class")
        self._stage, self._class = stage, stage.choice.school_class
        self.field = QLineEdit(self._class.name if self._class else "", self)
        self.field.setAccessibleName("Name of the class")
        self.field.setFixedWidth(_FIELD_WIDTH)
        self.field.selectAll()
        self.field.returnPressed.connect(self._go)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.field)
        row.addWidget(button("Rename", kind="primary", on_click=self._go, parent=self))
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addWidget(plain_label("Name of the class", role="section", parent=self))
        column.addLayout(row)
        self.field.setFocus()

    def open_below(self, anchor: QWidget) -> None:
        """Show below the button that asked for it."""
        self.adjustSize()
        show_at(self, anchor.mapToGlobal(QPoint(0, anchor.height() + 4)))

    def _go(self) -> None:
        typed, own = self.field.text().strip(), self._class
        self.close()
        if own is not None and typed and typed != own.name:
            self._stage.desk.do(rename_class, class_id=own.id, name=typed)
