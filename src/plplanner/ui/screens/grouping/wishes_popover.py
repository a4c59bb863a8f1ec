"""Enter which topic each student would like most."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from plplanner.roster.rows import StudentRow
from plplanner.ui.kit.buttons import button
from plplanner.ui.kit.labels import plain_label

_NONE = "No wish"


class WishesPopover(QFrame):
    """A line per student. What was wished second stays behind the first."""

    def __init__(
        self,
        students: Sequence[StudentRow],
        topics: Sequence[str],
        *,
        wished: Mapping[int, tuple[str, ...]],
        on_entered: Callable[[dict[int, tuple[str, ...]]], object],
        parent: QWidget,
    ) -> None:
        """`on_entered` gets the topics, best first, of every student whose wish is another now."""
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("kind", "popover")
        self.setAccessibleName("Wishes")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._wished, self._on_entered = wished, on_entered
        self.choices: dict[int, QComboBox] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addWidget(plain_label("Who would like what most", role="field", parent=self))
        column.addWidget(self._lines(students, topics), 1)
        self.go = button("Use these wishes", on_click=self._go, kind="primary", parent=self)
        column.addWidget(self.go)
        self.setFixedSize(376, 420)

    @property
    def entered(self) -> dict[int, tuple[str, ...]]:
        """Students whose first wish has changed, with all their wishes."""
        found = {}
        for student_id, choice in self.choices.items():
            before = self._wished.get(student_id, ())
            topic = choice.currentText() if choice.currentIndex() > 0 else ""
            if topic != next(iter(before), ""):
                rest = tuple(one for one in before if one != topic)
                found[student_id] = (topic, *rest) if topic else ()
        return found

    def _lines(self, students: Sequence[StudentRow], topics: Sequence[str]) -> QScrollArea:
        inner = QWidget()
        grid = QGridLayout(inner)
        grid.setContentsMargins(0, 0, 4, 0)
        grid.setVerticalSpacing(4)
        for row, one in enumerate(students):
            choice = QComboBox(inner)
            choice.addItems([_NONE, *topics])
            choice.setAccessibleName(f"{one.name} would like")
            first = next(iter(self._wished.get(one.id, ())), _NONE)
            choice.setCurrentIndex(max(0, choice.findText(first)))
            choice.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.choices[one.id] = choice
            grid.addWidget(plain_label(one.name, parent=inner), row, 0)
            grid.addWidget(choice, row, 1)
        grid.setColumnStretch(1, 1)
        area = QScrollArea(self)
        area.setWidget(inner)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return area

    def _go(self) -> None:
        entered = self.entered
        self.close()
        self._on_entered(entered)
