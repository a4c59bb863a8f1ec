"""Add a rule: apart or together, and the students it is for."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from plplanner.grouping.notes import names_listed
from plplanner.roster.names import compare_key
from plplanner.roster.rows import StudentRow
from plplanner.terms import RuleKind
from plplanner.ui.kit.buttons import button
from plplanner.ui.kit.labels import plain_label
from plplanner.ui.kit.segments import Segments

_ID = Qt.ItemDataRole.UserRole
_KINDS: Mapping[str, str] = {RuleKind.APART: "Apart", RuleKind.TOGETHER: "Together"}


class RulePopover(QFrame):
    """Tick two or more students. Typing finds them, the space bar ticks, Enter adds."""

    def __init__(
        self,
        students: Sequence[StudentRow],
        *,
        chosen: Sequence[int],
        on_add: Callable[[RuleKind, list[int]], object],
        parent: QWidget,
    ) -> None:
        """`chosen` are ticked from the start; `on_add` gets the kind and the students."""
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("kind", "popover")
        self.setAccessibleName("Add a rule")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._on_add = on_add
        self._names = {one.id: one.name for one in students}
        self.kind = RuleKind.APART
        self.kinds = Segments(_KINDS, says="Keep", parent=self)
        self.kinds.mark(self.kind)
        self.field = QLineEdit(self)
        self.field.setAccessibleName("Find a student")
        self.field.setPlaceholderText("Find a student")
        self.list = QListWidget(self)
        self.list.setAccessibleName("Students")
        self.says = plain_label(role="small", wrap=True, parent=self)
        self.add = button("Add rule", on_click=self._go, kind="primary", parent=self)
        self._lay_out()
        self._fill(students, set(chosen))
        self.setFixedSize(288, 380)
        self.field.textChanged.connect(self._find)
        self.field.returnPressed.connect(self._tick_found)
        self.list.itemChanged.connect(lambda _item: self._say())
        self.list.itemActivated.connect(lambda _item: self._go())
        self.kinds.chosen.connect(self._choose_kind)
        self._say()
        self.field.setFocus()

    def ticked(self) -> list[int]:
        """The students ticked, in the order of the class."""
        items = (self.list.item(row) for row in range(self.list.count()))
        return [one.data(_ID) for one in items if one.checkState() is Qt.CheckState.Checked]

    def _choose_kind(self, key: str) -> None:
        self.kind = RuleKind(key)
        self._say()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        for widget in (self.kinds, self.field, self.list, self.says, self.add):
            column.addWidget(widget)

    def _fill(self, students: Sequence[StudentRow], chosen: set[int]) -> None:
        for one in students:
            item = QListWidgetItem(one.name)
            item.setData(_ID, one.id)
            item.setSizeHint(QSize(0, 28))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            is_chosen = one.id in chosen
            item.setCheckState(Qt.CheckState.Checked if is_chosen else Qt.CheckState.Unchecked)
            self.list.addItem(item)

    def _find(self, typed: str) -> None:
        start = compare_key(typed)
        for row in range(self.list.count()):
            item = self.list.item(row)
            item.setHidden(not compare_key(item.text()).startswith(start))
        shown = [r for r in range(self.list.count()) if not self.list.item(r).isHidden()]
        self.list.setCurrentRow(shown[0] if shown else -1)

    def _tick_found(self) -> None:
        """Enter in the field ticks who was found; with nothing typed it adds the rule."""
        item = self.list.currentItem()
        if self.field.text() and item is not None and not item.isHidden():
            item.setCheckState(Qt.CheckState.Checked)
            self.field.clear()
        elif not self.field.text():
            self._go()

    def _say(self) -> None:
        names = [self._names[one] for one in self.ticked()]
        is_enough = len(names) > 1
        self.add.setEnabled(is_enough)
        if is_enough:
            self.says.setText(f"{names_listed(names)} {self.kind.value}")
        else:
            self.says.setText("Tick two or more students.")

    def _go(self) -> None:
        ticked, kind = self.ticked(), self.kind
        if len(ticked) > 1:
            self.close()
            self._on_add(kind, ticked)
