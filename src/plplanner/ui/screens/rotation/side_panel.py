"""Beside the plan: what to look at with its mend, newer scores, and the way to the printer."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from plplanner.printing.lesson_paper import SHEET_NAMES, Sheet
from plplanner.records import record
from plplanner.ui.kit.buttons import AIR, button, wear_icon
from plplanner.ui.kit.kept_focus import focus_kept
from plplanner.ui.kit.labels import pill, plain_label
from plplanner.ui.kit.moments import day_words
from plplanner.ui.kit.pictures import icon_picture
from plplanner.ui.kit.theme import Theme
from plplanner.ui.screens.rotation.words import counted

WIDTH = 288
_SHEET_ICONS = {
    Sheet.SUBSTITUTE: "sub",
    Sheet.BOARD: "present",
    Sheet.SLIPS: "scissors",
    Sheet.CARDS: "playlists",
}


@record(frozen=True)
class ShownCheck:
    """One thing to look at: its sentence, and the button that mends it or what to do instead.

    `icon` stands beside a calm remark; what needs a look has the sign for that. `more` are other
    ways, each with what its button says.
    """

    text: str
    next_step: str
    button: str = ""
    mend: Callable[[], object] | None = None
    icon: str = "playlists"
    more: tuple[tuple[str, Callable[[], object]], ...] = ()


class SidePanel(QWidget):
    """Checks above, print below; only the checks scroll."""

    def __init__(
        self, theme: Theme, *, on_groups: Callable[[], object], on_print: Callable[[], object]
    ) -> None:
        """`on_groups` shows who would move, `on_print` goes to the printer."""
        super().__init__()
        self._theme = theme
        self._on_groups = on_groups
        self.setObjectName("side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName("Checks and print")
        self.setFixedWidth(WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(8)
        self.count = pill("", tone="warn", parent=self)
        self.heading = plain_label("Checks", role="section")
        column.addLayout(_headed(self.heading, self.count))
        self._checks = QWidget()
        self._list = QVBoxLayout(self._checks)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(8)
        column.addWidget(self._scrolling(), 1)
        self._print = _PrintBox(theme, on_print)
        self.print_button = self._print.button
        column.addWidget(self._print)

    def show_checks(
        self,
        checks: Sequence[ShownCheck],
        quiet: Sequence[str],
        new_scores: tuple[int, str, date | None],
        remarks: Sequence[ShownCheck] = (),
    ) -> None:
        """Put other checks in the place of those before; `remarks` are calm, with a button each."""
        with focus_kept(self._checks):
            self._make_anew(checks, quiet, new_scores)
            for remark in remarks:
                self._list.insertWidget(self._list.count() - 1, Remark(remark, self._theme))

    def _make_anew(
        self,
        checks: Sequence[ShownCheck],
        quiet: Sequence[str],
        new_scores: tuple[int, str, date | None],
    ) -> None:
        _empty(self._list)
        self.count.setText(f"{len(checks)} to look at")
        self.count.setVisible(bool(checks))
        for check in checks:
            self._list.addWidget(_CheckCard(check, self._theme))
        lines = QVBoxLayout()
        lines.setSpacing(6)
        for words in quiet:
            lines.addLayout(_iconed("check", words, self._theme))
        self._list.addLayout(lines)
        if new_scores[0]:
            said = _said_of_scores(new_scores, self._on_groups)
            self._list.addWidget(Remark(said, self._theme))
        self._list.addStretch(1)

    def show_pages(self, pages: Mapping[Sheet, int], *, is_short: bool) -> None:
        """Which sheets there will be; a low window leaves the list out."""
        self._print.show_pages(pages, is_short=is_short)

    def _scrolling(self) -> QScrollArea:
        area = QScrollArea(self)
        area.setWidget(self._checks)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName("Checks")
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return area


class _CheckCard(QFrame):
    def __init__(self, check: ShownCheck, theme: Theme) -> None:
        super().__init__()
        self.setProperty("kind", "banner")
        self.setProperty("tone", "warn")
        self.setAccessibleName(check.text)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 8)
        column.setSpacing(4)
        column.addLayout(_iconed("warn", check.text, theme, token="warnink", role=""))
        if check.mend is not None:
            foot: QWidget = button(check.button, on_click=check.mend, size="small")
        else:
            foot = plain_label(check.next_step, role="small", wrap=True)
        below = QHBoxLayout()
        below.setContentsMargins(26, 0, 0, 0)
        below.addWidget(foot, 0 if check.mend else 1)
        below.addStretch(1 if check.mend else 0)
        column.addLayout(below)
        for says, act in check.more:
            other = QHBoxLayout()
            other.setContentsMargins(26, 0, 0, 0)
            other.addWidget(button(says, on_click=act, size="small"))
            other.addStretch(1)
            column.addLayout(other)


class Remark(QFrame):
    """A calm card: what is so, what it means, and the ways on."""

    def __init__(self, remark: ShownCheck, theme: Theme, parent: QWidget | None = None) -> None:
        """Stands as it is: what changes gets another card."""
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.setAccessibleName(remark.text)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(4)
        column.addLayout(_iconed(remark.icon, remark.text, theme, role=""))
        column.addWidget(plain_label(remark.next_step, role="hint", wrap=True))
        ways = ((remark.button, remark.mend), *remark.more)
        for says, act in ways if remark.button else ():
            column.addWidget(
                button(says, on_click=act, size="small"), 0, Qt.AlignmentFlag.AlignLeft
            )


def _said_of_scores(
    new_scores: tuple[int, str, date | None], on_groups: Callable[[], object]
) -> ShownCheck:
    count, title, taken_on = new_scores
    words = f"{counted(count, 'new score')} since you made these groups"
    about = f"{title}, {day_words(taken_on)}" if taken_on else title
    return ShownCheck(words, about, "See who would move", on_groups, "groups")


class _PrintBox(QWidget):
    def __init__(self, theme: Theme, on_print: Callable[[], object]) -> None:
        super().__init__()
        self._theme = theme
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(8)
        column.addWidget(plain_label("Print", role="section"))
        self._list = QVBoxLayout()
        self._list.setSpacing(2)
        column.addLayout(self._list)
        self.button = QPushButton()
        self.button.setAutoDefault(True)  # Enter presses it
        self.button.setProperty("kind", "primary")
        self.button.setProperty("measure", "main")
        self.button.setToolTip("Keep the plan and go to Print (Ctrl+P)")
        self.button.clicked.connect(lambda _checked=False: on_print())
        self.button.setIconSize(QSize(18, 18))
        wear_icon(self.button, "print", theme, token="onaccent", air=AIR)
        column.addWidget(self.button)

    def show_pages(self, pages: Mapping[Sheet, int], *, is_short: bool) -> None:
        _empty(self._list)
        # Until they are counted, those of any day.
        there = list(pages) if pages else [one for one in Sheet if one is not Sheet.SUBSTITUTE]
        for sheet in () if is_short else there:
            counts = f" · {counted(pages[sheet], 'page')}" if sheet in pages else ""
            words = f"{SHEET_NAMES[sheet]}{counts}"
            self._list.addLayout(_iconed(_SHEET_ICONS[sheet], words, self._theme, size=16))
        total = sum(pages.values())
        says = f"Print {counted(total, 'page')}" if total else "Print"
        self.button.setText(says)
        self.button.setAccessibleName(says)


def _headed(heading: QLabel, widget: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addWidget(heading, 1)
    row.addWidget(widget)
    return row


def _iconed(
    name: str,
    words: str,
    theme: Theme,
    *,
    token: str = "ink2",
    role: str = "small",
    size: int = 18,
) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    sign = QLabel()
    sign.setPixmap(icon_picture(name, theme.palette[token], size, 2.0))
    sign.setAccessibleName(name)
    row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(plain_label(words, role=role, wrap=True), 1)
    return row


def _empty(layout: QLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            _empty(inner)
            inner.deleteLater()
