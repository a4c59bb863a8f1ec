"""In the side panel: who comes to the teacher's table, with the evidence, to be changed."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from plplanner.grouping.called import Called
from plplanner.ui.kit.buttons import button, icon_button
from plplanner.ui.kit.kept_focus import focus_kept
from plplanner.ui.kit.labels import literal_tip, plain_label
from plplanner.ui.kit.pictures import group_tile
from plplanner.ui.kit.theme import Theme
from plplanner.ui.screens.grouping.row_label import eliding_label
from plplanner.ui.screens.grouping.taken_out import take_out
from plplanner.ui.screens.grouping.teacher_table import TableShown
from plplanner.ui.screens.grouping.why_part import MasteryMark

_NO_GROUP = "in no group"


class TablePart(QWidget):
    """A sentence, a row per student called, and what can be done with the list."""

    off_wanted = Signal(int)  # student
    chosen = Signal(int)
    add_wanted = Signal()
    keep_wanted = Signal()
    forget_wanted = Signal()
    copy_wanted = Signal()
    again_wanted = Signal()
    mixed_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Empty until `show_table`."""
        super().__init__(parent)
        self._theme = theme
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(8)
        self._shape: TableShown | None = None
        self._mode = ""

    def show_table(self, shown: TableShown) -> None:
        """The list as it is now; made anew only when it is another."""
        mode = self._theme.palette["ink"]
        if (shown, mode) == (self._shape, self._mode):
            return
        self._shape, self._mode = shown, mode
        with focus_kept(self):
            take_out(self._body)
            self._body.addWidget(plain_label(shown.says, role="small", wrap=True))
            self._body.addLayout(self._lines(shown.rows))
            self._body.addLayout(self._acts(shown))
            self._body.addLayout(self._links(shown))
            self._body.addStretch(1)

    def _lines(self, rows: Sequence[Called]) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(0)
        for one in rows:
            column.addWidget(_rule())
            column.addWidget(self._line(one))
        if rows:
            column.addWidget(_rule())
        return column

    def _line(self, one: Called) -> QWidget:
        word = one.identity.word if one.identity is not None else _NO_GROUP
        made = _Line(one.student_id)
        made.chosen.connect(self.chosen)
        made.setAccessibleName(f"{one.name}, {one.words}, {word}")
        made.setToolTip(literal_tip(f"{one.name}, {one.words}. {word}"))
        grid = QGridLayout(made)
        grid.setContentsMargins(0, 4, 0, 5)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        middle = Qt.AlignmentFlag.AlignVCenter
        grid.addWidget(MasteryMark(self._theme, one.level), 0, 0, middle)
        name, words = eliding_label(made), eliding_label(made, role="meta")
        name.setText(one.name)
        words.setText(one.words)
        grid.addWidget(name, 0, 1, middle)
        grid.addWidget(words, 1, 1, 1, 3)
        if one.identity is not None:
            tile = QLabel(made)
            tile.setPixmap(group_tile(one.identity, 18, self.devicePixelRatioF()))
            grid.addWidget(tile, 0, 2, middle)
        grid.addWidget(plain_label(word, role="small", parent=made), 0, 3, middle)
        grid.addWidget(self._off(one), 0, 4, 2, 1, middle)
        return made

    def _off(self, one: Called) -> QWidget:
        return icon_button(
            "close",
            f"Take {one.name} off the list",
            theme=self._theme,
            on_click=lambda: self.off_wanted.emit(one.student_id),
            size="small",
        )

    def _acts(self, shown: TableShown) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        if shown.others:
            row.addWidget(button("Add a student", on_click=self.add_wanted.emit), 1)
        if shown.is_kept:
            row.addWidget(button("Remove list", on_click=self.forget_wanted.emit), 1)
        elif shown.rows:
            row.addWidget(button("Keep this list", on_click=self.keep_wanted.emit), 1)
        return row

    def _links(self, shown: TableShown) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(0)
        offered: list[tuple[str, Callable[[], object]]] = []
        if shown.rows:
            offered.append(("Copy the names", self.copy_wanted.emit))
        if shown.is_by_hand:
            offered.append(("Suggest the list again", self.again_wanted.emit))
        if not shown.has_mixed_groups:
            offered.append(("Mixed groups of 5–8 for the stations", self.mixed_wanted.emit))
        for says, act in offered:
            link = button(says, on_click=act, kind="link", size="small")
            column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        return column


class _Line(QFrame):
    """A click on a name finds her on her pile."""

    chosen = Signal(int)

    def __init__(self, student_id: int) -> None:
        super().__init__()
        self._student_id = student_id

    def mousePressEvent(self, _event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Find the student."""
        self.chosen.emit(self._student_id)


def _rule() -> QFrame:
    made = QFrame()
    made.setProperty("kind", "rule")
    made.setFixedHeight(1)
    return made
