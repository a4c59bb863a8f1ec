"""The drawer: who would move against the groups the class has, accepted one by one."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from plplanner.grouping.changes import Move
from plplanner.ui.kit.buttons import button
from plplanner.ui.kit.labels import plain_label
from plplanner.ui.kit.tab_order import widgets_of
from plplanner.ui.kit.theme import Theme, body_font
from plplanner.ui.screens.grouping.change_row import ChangeRow
from plplanner.ui.screens.grouping.taken_out import take_out

Acts = Sequence[tuple[str, Callable[[], object]]]


class _Rows(QScrollArea):
    """As high as its rows while there is room, then it scrolls."""

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """All rows."""
        inner = self.widget()
        return QSize(240, inner.sizeHint().height() if inner is not None else 0)


class ChangeList(QWidget):
    """A sentence, a row per student with a rule between, and what can be done with them all.

    The main act comes first, as the drawer is read from the left.
    """

    ticked = Signal(int, bool)
    chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Empty until `show_changes`."""
        super().__init__(parent)
        self._theme = theme
        self.rows: list[ChangeRow] = []
        self.buttons: list[QPushButton] = []
        self._link_words: list[str] = []
        self._leads: list[Callable[[], object]] = []
        self._does: list[Callable[[], object]] = []
        self._shape: tuple[object, ...] = ()
        self._says = plain_label(role="small", wrap=True, parent=self)
        self._inner = QWidget()
        self._lines = QVBoxLayout(self._inner)
        self._lines.setContentsMargins(0, 0, 4, 0)
        self._lines.setSpacing(0)
        self._scroll = self._scroller()
        self._acts = QHBoxLayout()
        self._acts.setSpacing(8)
        self._links = QVBoxLayout()
        self._links.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._says)
        column.addWidget(self._scroll, 0)
        column.addLayout(self._acts)
        column.addLayout(self._links)
        column.addStretch(1)

    def show_changes(
        self, says: str, moves: Sequence[Move], acts: Acts, *, has_ticks: bool = True
    ) -> None:
        """Rows and buttons that stay keep the keyboard: they are made anew only when others are."""
        self._says.setText(says)
        width = self._word_width(moves)
        shape = (has_ticks, width, *(move.student_id for move in moves))
        if shape != self._shape:
            self._shape = shape
            self._make_rows(len(moves), has_ticks=has_ticks, word_width=width)
        for row, move in zip(self.rows, moves, strict=True):
            row.show_move(move)
        self._scroll.setVisible(bool(moves))
        self._scroll.updateGeometry()
        self._show_acts(acts)

    def show_links(self, links: Acts) -> None:
        """Quiet ways to something else, below the buttons; kept while their words stay."""
        self._leads = [act for _, act in links]
        if [says for says, _ in links] == self._link_words:
            return
        self._link_words = [says for says, _ in links]
        take_out(self._links)
        for place, says in enumerate(self._link_words):
            link = button(says, kind="link", size="small")
            link.clicked.connect(lambda _checked=False, place=place: self._leads[place]())
            self._links.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
            link.show()  # now: the keyboard cannot go to what is not shown yet

    def links(self) -> list[QWidget]:
        """The quiet ways, from the top."""
        return [one for one in widgets_of(self._links) if not one.isHidden()]

    def _show_acts(self, acts: Acts) -> None:
        if len(acts) != len(self.buttons):
            take_out(self._acts)
            self.buttons = []
            for place in range(len(acts)):
                made = button("", kind="" if place else "primary")
                self.buttons.append(made)
                self._acts.addWidget(made, int(not place))
                made.clicked.connect(lambda _checked=False, place=place: self._does[place]())
        self._does = [act for _, act in acts]
        for made, (says, _) in zip(self.buttons, acts, strict=True):
            made.setText(says)
            made.setAccessibleName(says)

    def _make_rows(self, count: int, *, has_ticks: bool, word_width: int) -> None:
        take_out(self._lines)
        self.rows = []
        for place in range(count):
            self._put(_rule(self._inner))
            row = ChangeRow(
                self._theme, has_tick=has_ticks, word_width=word_width, parent=self._inner
            )
            row.ticked.connect(self.ticked)
            row.chosen.connect(self.chosen)
            row.step_wanted.connect(lambda step, place=place: self._step(place, step))
            self._put(row)
            self.rows.append(row)
        self._put(_rule(self._inner))

    def _put(self, line: QWidget) -> None:
        self._lines.addWidget(line)
        line.show()  # now: what is not shown yet has no height

    def _step(self, place: int, step: int) -> None:
        """To the next tick that can be changed."""
        place += step
        while 0 <= place < len(self.rows) and not self.rows[place].tick.isEnabled():
            place += step
        if 0 <= place < len(self.rows):
            self.rows[place].tick.setFocus()
            self._scroll.ensureWidgetVisible(self.rows[place])

    def _word_width(self, moves: Sequence[Move]) -> int:
        metrics = QFontMetrics(body_font(13, QFont.Weight.Normal))
        return max((metrics.horizontalAdvance(move.after.word) for move in moves), default=0) + 4

    def _scroller(self) -> QScrollArea:
        area = _Rows(self)
        area.setWidget(self._inner)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return area


def _rule(parent: QWidget) -> QFrame:
    line = QFrame(parent)
    line.setProperty("kind", "rule")
    line.setFixedHeight(1)
    return line
