"""Enter which topics each student would like most: first, second and third."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from plplanner.roster.rows import StudentRow
from plplanner.ui.kit.buttons import button
from plplanner.ui.kit.labels import plain_label
from plplanner.ui.screens.grouping.wish_box import WishBox

_HEADS = ("First", "Second", "Third")
_SIZE, _MOST_DIGITS, _BOX = (568, 452), 9, 126


class WishesPopover(QFrame):
    """A line per student, a box per wish. A topic stands in one box of a line at most.

    Digits fill the boxes one after the other; wishes after the third stay behind them.
    """

    def __init__(
        self,
        students: Sequence[StudentRow],
        topics: Sequence[str],
        *,
        wished: Mapping[int, tuple[str, ...]],
        on_entered: Callable[[dict[int, tuple[str, ...]]], object],
        parent: QWidget,
    ) -> None:
        """`on_entered` gets the topics, best first, of every student whose wishes are others now.

        There are no more boxes than topics.
        """
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("kind", "popover")
        self.setAccessibleName("Wishes")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._wished, self._on_entered = wished, on_entered
        self.boxes: dict[int, list[WishBox]] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addWidget(plain_label("Who would like what", role="strong", parent=self))
        column.addWidget(plain_label(_legend(topics), role="small", wrap=True, parent=self))
        column.addWidget(self._lines(students, topics), 1)
        self.go = button("Use these wishes", on_click=self._go, kind="primary", parent=self)
        column.addWidget(self.go)
        self.setFixedSize(*_SIZE)
        first = next(iter(self.boxes.values()), None)
        if first:
            first[0].setFocus()

    @property
    def entered(self) -> dict[int, tuple[str, ...]]:
        """Students whose wishes have changed, with all their wishes."""
        found = {}
        for student_id, boxes in self.boxes.items():
            before = self._wished.get(student_id, ())
            shown = tuple(t for t in before if boxes[0].findText(t) > 0)[: len(boxes)]
            unseen = tuple(topic for topic in before if topic not in shown)
            now = tuple(box.topic for box in boxes if box.topic)
            if now != shown:
                rest = tuple(topic for topic in unseen if topic not in now)
                found[student_id] = (*now, *rest) if now else ()
        return found

    def _lines(self, students: Sequence[StudentRow], topics: Sequence[str]) -> QScrollArea:
        inner = QWidget()
        inner.setObjectName("wishes")
        inner.setStyleSheet("QWidget#wishes { background: transparent; }")
        grid = QGridLayout(inner)
        grid.setContentsMargins(0, 0, 4, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        heads = _HEADS[: max(1, len(topics))]
        for place, says in enumerate(heads):
            grid.addWidget(plain_label(says, role="field", parent=inner), 0, place + 1)
        for row, one in enumerate(students, start=1):
            name = plain_label(one.name, parent=inner)
            name.setMinimumWidth(1)
            grid.addWidget(name, row, 0)
            self.boxes[one.id] = []
            for place, says in enumerate(heads):
                box = self._box(one, topics, row=row - 1, place=place, parent=inner)
                box.setAccessibleName(f"{one.name}, {says.lower()} wish")
                grid.addWidget(box, row, place + 1)
        grid.setColumnStretch(0, 1)
        self._scroll = area = QScrollArea(self)
        area.setWidget(inner)
        area.setWidgetResizable(True)
        area.setStyleSheet("QScrollArea { background: transparent; }")
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return area

    def _box(
        self, one: StudentRow, topics: Sequence[str], *, row: int, place: int, parent: QWidget
    ) -> WishBox:
        box = WishBox(topics, parent)
        box.setFixedWidth(_BOX)
        wished = self._wished.get(one.id, ())
        known = [topic for topic in wished if topic in topics]
        box.take(topics.index(known[place]) + 1 if place < len(known) else 0)
        box.changed_from.connect(lambda before: self._keep_apart(one.id, place, before))
        box.step_wanted.connect(lambda down, right: self._step(row, place, down, right))
        self.boxes[one.id].append(box)
        return box

    def _keep_apart(self, student_id: int, place: int, before: int) -> None:
        """A topic taken twice changes places with what stood here."""
        boxes = self.boxes[student_id]
        taken = boxes[place].currentIndex()
        for other, box in enumerate(boxes):
            if other != place and taken > 0 and box.currentIndex() == taken:
                box.take(before)

    def _step(self, row: int, place: int, down: int, right: int) -> None:
        """On to the next box, from the last of a line to the first of the next; not round."""
        lines = list(self.boxes.values())
        width = len(lines[0])
        to = (row + 1) * width if down else row * width + place + right
        if 0 <= to < len(lines) * width:
            box = lines[to // width][to % width]
            box.setFocus()
            self._scroll.ensureWidgetVisible(box)
        elif to >= len(lines) * width:
            self.go.setFocus()

    def _go(self) -> None:
        entered = self.entered
        self.close()
        self._on_entered(entered)


def _legend(topics: Sequence[str]) -> str:
    """“1 Storms, 2 Volcanoes. Type a digit for a topic, 0 for none.”"""
    numbered = [f"{number} {topic}" for number, topic in enumerate(topics[:_MOST_DIGITS], start=1)]
    return f"{', '.join(numbered)}. Type a digit for a topic, 0 for none."
