"""Find anything: rooms, students, resources, standards and acts by a few letters."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from plplanner.library.queries import resources, standards
from plplanner.roster.names import compare_key
from plplanner.roster.queries import students_of_class
from plplanner.ui.shell.acts import ACTS, ROOMS, SETTINGS
from plplanner.ui.stage import Stage

_SHOWN = 12


@dataclass(frozen=True)
class Finding:
    """One thing that can be found: its words, what it is, and where it leads."""

    says: str
    what: str
    target: str
    """`room:KEY` or `act:KEY`."""


def findings(stage: Stage) -> list[Finding]:
    """Everything that can be found now."""
    rooms = [Finding(room.says, "room", f"room:{room.key}") for room in (*ROOMS, SETTINGS)]
    acts = [
        Finding(act.says, act.shortcut or "act", f"act:{act.key}") for act in ACTS if not act.room
    ]
    found = rooms + acts
    class_id = stage.choice.class_id
    if class_id is not None:
        students = stage.desk.ask(students_of_class, class_id=class_id)
        found += [Finding(row.name, "student", "room:students") for row in students]
    found += [Finding(row.title, "resource", "room:resources") for row in stage.desk.ask(resources)]
    found += [
        Finding(f"{row.code} {row.i_can or row.text}", "standard", "room:playlists")
        for row in stage.desk.ask(standards)
    ]
    return found


def matching(found: list[Finding], words: str) -> list[Finding]:
    """Those in which every word begins some word; those that begin with the words come first."""
    wanted = [compare_key(word) for word in words.split()]
    if not wanted:
        return found[:_SHOWN]

    def fits(one: Finding) -> bool:
        own = [compare_key(word) for word in one.says.split()]
        return all(any(word.startswith(want) for word in own) for want in wanted)

    start = compare_key(words)
    fitting = [one for one in found if fits(one)]
    return sorted(fitting, key=lambda one: not compare_key(one.says).startswith(start))[:_SHOWN]


class FindAnything(QFrame):
    """A field and a list under the top bar; Enter goes, Escape leaves."""

    def __init__(
        self, stage: Stage, *, on_choice: Callable[[str], object], parent: QWidget
    ) -> None:
        """`on_choice` gets the target of what was chosen."""
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("kind", "popover")
        self.setAccessibleName("Find anything")
        self._on_choice = on_choice
        self._found = findings(stage)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        self.field = QLineEdit(self)
        self.field.setPlaceholderText("A room, a student, a resource, a standard, an act")
        self.field.setAccessibleName("Find anything")
        self.list = QListWidget(self)
        self.list.setAccessibleName("Found")
        self.list.setUniformItemSizes(True)
        column.addWidget(self.field)
        column.addWidget(self.list)
        self.setFixedSize(440, 400)
        self.field.textChanged.connect(self._show)
        self.field.installEventFilter(self)
        self.field.returnPressed.connect(self._go)
        self.list.itemClicked.connect(self._go)
        self._show("")
        self.field.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Up and down move in the list while the field keeps the words."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
            if step:
                last = self.list.count() - 1
                self.list.setCurrentRow(max(0, min(last, self.list.currentRow() + step)))
                return True
        return super().eventFilter(watched, event)

    def _show(self, words: str) -> None:
        self.list.clear()
        for one in matching(self._found, words):
            item = QListWidgetItem(f"{one.says}   ·   {one.what}")
            item.setData(Qt.ItemDataRole.UserRole, one.target)
            self.list.addItem(item)
        self.list.setCurrentRow(0)

    def _go(self) -> None:
        item = self.list.currentItem()
        self.close()
        if item is not None:
            self._on_choice(item.data(Qt.ItemDataRole.UserRole))
