"""The F1 page: every key, from the table of acts and keys."""

from collections.abc import Sequence
from itertools import combinations_with_replacement, groupby, pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from plplanner.ui.kit.buttons import button
from plplanner.ui.kit.labels import plain_label
from plplanner.ui.shell.acts import ACTS, KEYS, ROOMS, SETTINGS, Act, Room, spelled

_COLUMNS = 3
_ABOVE_HEADING = 4
_AROUND = 92  # title and margins

# What stands together under a heading: (heading, ((key, what it does), …)).
Section = tuple[str, tuple[tuple[str, str], ...]]


class KeysPage(QFrame):
    """A popover with all keys, by the place where they work; Escape or a click outside closes."""

    def __init__(self, parent: QWidget | None) -> None:
        """Everything that has a key."""
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("kind", "popover")
        self.setAccessibleName("All keys")
        page = QVBoxLayout(self)
        page.setContentsMargins(24, 12, 24, 14)
        page.setSpacing(4)
        head = QHBoxLayout()
        head.addWidget(plain_label("All keys", role="title", parent=self), 1)
        head.addWidget(button("Close", on_click=self.close, kind="quiet"))
        page.addLayout(head)
        page.addWidget(self._within(parent, self._columns()))

    def _columns(self) -> QWidget:
        columns = QWidget(self)
        row = QHBoxLayout(columns)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(24)
        for sections in in_columns(sections_of_keys(), _COLUMNS):
            row.addLayout(self._column(sections))
        return columns

    def _within(self, parent: QWidget | None, columns: QWidget) -> QScrollArea:
        """No higher than the window: what does not fit is reached by scrolling, with the arrows."""
        wanted = columns.sizeHint()
        room = parent.height() - _AROUND if parent is not None else wanted.height()
        scroll = QScrollArea(self)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(columns)
        scroll.setAccessibleName("All keys")
        scroll.setFocus()
        bar = scroll.verticalScrollBar().sizeHint().width() if wanted.height() > room else 0
        scroll.setFixedSize(wanted.width() + bar, min(wanted.height(), room))
        return scroll

    def _column(self, sections: list[Section]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(1)
        line = 0
        for heading, rows in sections:
            head = plain_label(heading, role="section", parent=self)
            head.setContentsMargins(0, _ABOVE_HEADING if line else 0, 0, 0)
            grid.addWidget(head, line, 0, 1, 2)
            for key, says in rows:
                line += 1
                grid.addWidget(plain_label(key, role="field", parent=self), line, 0)
                grid.addWidget(plain_label(says, role="small", parent=self), line, 1)
            line += 1
        grid.setRowStretch(line, 1)
        return grid


def sections_of_keys() -> list[Section]:
    """Rooms, acts from anywhere, then the keys of each place."""
    # Two in a line, so that the whole page is seen at once on a small screen.
    pairs = zip(ROOMS[::2], ROOMS[1::2], strict=True)
    rooms = tuple(_in_one_line(rooms) for rooms in (*pairs, (SETTINGS,)))
    acts = tuple((_both(act), act.says) for act in ACTS if act.shortcut)
    return [
        ("Rooms", rooms),
        ("Everywhere", acts),
        *(
            (place, tuple((spelled(*row.keys), row.says) for row in rows))
            for place, rows in groupby(KEYS, key=lambda row: row.place)
        ),
    ]


def _in_one_line(rooms: Sequence[Room]) -> tuple[str, str]:
    return ", ".join(room.shortcut for room in rooms), ", ".join(room.says for room in rooms)


def _both(act: Act) -> str:
    return f"{act.shortcut}, {act.also}" if act.also else act.shortcut


def in_columns(sections: list[Section], columns: int) -> list[list[Section]]:
    """Sections in their order, never parted, so that the longest column is as short as can be."""
    lengths = [len(rows) + 1 for _, rows in sections]
    ends = range(len(sections) + 1)

    def longest(cuts: tuple[int, ...]) -> int:
        return max(sum(lengths[start:end]) for start, end in pairwise((0, *cuts, len(sections))))

    best = min(combinations_with_replacement(ends, columns - 1), key=longest)
    return [sections[start:end] for start, end in pairwise((0, *best, len(sections)))]
