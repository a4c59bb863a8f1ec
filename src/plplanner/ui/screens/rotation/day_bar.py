"""The line above the plan: which day, and how many groups and rounds."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from plplanner.records import record
from plplanner.rotation.rounds import RoundChoice, RoundLength, own_lengths
from plplanner.rotation.rows import PlanRow
from plplanner.ui.kit.buttons import ToolButton, button, icon_button, wear_icon
from plplanner.ui.kit.labels import pill, plain_label
from plplanner.ui.kit.theme import Theme
from plplanner.ui.screens.rotation.words import counted

# Where not every group can do everything in one lesson.
FOR_GROUPS = "This is for groups. This day is planned student by student."
_OTHERWISE = {"must_see": "Name who you must see", "spread": "Spread it over days"}
_LENGTHS = ("lengths", "Set the length of each round")


@record(frozen=True)
class DayAct:
    """A line of the menu: a switch where `is_on` is not None; `why_not` it cannot be done now."""

    key: str
    says: str
    keys: str = ""
    is_on: bool | None = None
    why_not: str = ""


class DayBar(QWidget):
    """Previous and next school day, the date, and the menu of rounds."""

    turned = Signal(int)
    rounds_chosen = Signal(int)
    time_wanted = Signal()
    board_wanted = Signal()
    act_chosen = Signal(str)  # the key of a line of the menu

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Empty until told the day."""
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.earlier = icon_button(
            "left", "The school day before (Alt+Left)", theme=theme,
            on_click=partial(self.turned.emit, -1), parent=self,
        )  # fmt: skip
        self.day = plain_label(role="day", parent=self)
        self.later = icon_button(
            "right", "The next school day (Alt+Right)", theme=theme,
            on_click=partial(self.turned.emit, 1), parent=self,
        )  # fmt: skip
        self.rounds = ToolButton(self)
        self.rounds.setProperty("measure", "small")
        self.rounds.setPopupMode(ToolButton.ToolButtonPopupMode.InstantPopup)
        self.rounds.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.rounds.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        wear_icon(self.rounds, "down", theme)
        self.rounds.setStyleSheet("QToolButton::menu-indicator { image: none; width: 0; }")
        self.time = button(
            "Lesson time", kind="quiet", size="small", on_click=self.time_wanted.emit, parent=self
        )
        self.time.setToolTip("When this class meets")
        wear_icon(self.time, "clock", theme)
        self.board = button("Board", size="small", on_click=self.board_wanted.emit, parent=self)
        wear_icon(self.board, "present", theme)
        self.board.setToolTip("The board on the projector (F5)")
        self.more = icon_button("more", "More for this day", theme=theme, parent=self)
        self.more.setPopupMode(ToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setStyleSheet("padding: 0; } QToolButton::menu-indicator { image: none;")
        self.offline = pill("No internet", tone="warn", parent=self)
        self._acts: tuple[DayAct, ...] = ()
        self._has_time = False
        for widget in (
            self.earlier, self.day, self.later, self.offline, self.rounds, self.time,
        ):  # fmt: skip
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.board)
        row.addWidget(self.more)

    def show_day(self, words: str) -> None:
        """Name the day."""
        self.day.setText(words)

    def show_plan(self, plan: PlanRow, choices: tuple[RoundChoice, ...]) -> None:
        """The groups and rounds of a plan; or its students, where each goes her own way."""
        of = plan.together or plan.groups
        self.show_rounds(
            len(of), len(plan.rounds), choices, word="student" if plan.is_own_ways else "group",
            are_alike=not own_lengths(plan.rounds),
        )  # fmt: skip

    def show_rounds(
        self,
        groups: int,
        rounds: int,
        choices: tuple[RoundChoice, ...],
        *,
        word: str = "group",
        are_alike: bool = True,
    ) -> None:
        """Say how many groups and rounds there are, and offer others; all of a choice are alike."""
        words = f"{counted(groups, word)}, {counted(rounds, 'round')}"
        self.rounds.setVisible(bool(groups))
        self.board.setVisible(bool(groups))
        self.offer_time(is_there=bool(groups))
        self.rounds.setText(words)
        self.rounds.setAccessibleName(f"{words}: choose the number of rounds")
        menu = QMenu(self.rounds)
        for choice in choices:
            length = " (short)" if choice.length is RoundLength.SHORT else ""
            says = f"{counted(choice.rounds, 'round')} of {choice.minutes} minutes{length}"
            act = menu.addAction(says)
            act.setCheckable(True)
            now = rounds if are_alike else 0
            act.setChecked(choice.rounds == now)
            act.triggered.connect(partial(self._choose, choice.rounds, now))
        key, says = _LENGTHS
        menu.addAction(says).triggered.connect(partial(self._tell_act, key))
        menu.addSeparator()
        for key, says in _OTHERWISE.items():
            made = menu.addAction(says)
            can_be = word == "group" or key == "must_see"
            made.setEnabled(can_be)
            made.setToolTip("" if can_be else FOR_GROUPS)
            made.triggered.connect(partial(self._tell_act, key))
        menu.setToolTipsVisible(True)
        earlier = self.rounds.menu()
        self.rounds.setMenu(menu)
        if earlier is not None:
            earlier.deleteLater()

    def show_acts(self, acts: Sequence[DayAct]) -> None:
        """What else can be done with the day, as a menu; none hides it.

        The same acts leave the menu as it is: it may be open.
        """
        self.more.setVisible(bool(acts))
        self.offline.setVisible(any(act.key == "internet" and bool(act.is_on) for act in acts))
        if tuple(acts) == self._acts:
            return
        self._acts = tuple(acts)
        menu = QMenu(self.more)
        for act in acts:
            made = menu.addAction(f"{act.says}\t{act.keys}" if act.keys else act.says)
            made.setCheckable(act.is_on is not None)
            made.setChecked(bool(act.is_on))
            made.setEnabled(not act.why_not)
            made.setToolTip(act.why_not)
            made.triggered.connect(partial(self._tell_act, act.key))
        menu.setToolTipsVisible(True)
        earlier = self.more.menu()
        self.more.setMenu(menu)
        if earlier is not None:
            earlier.deleteLater()

    def take_in(self, part: QWidget) -> None:
        """Let something stand between the day and the board."""
        row = self.layout()
        if isinstance(row, QHBoxLayout):
            row.insertWidget(row.indexOf(self.time) + 1, part)

    def be_brief(self, is_brief: bool) -> None:
        """On the day itself rounds and lesson time give way; Tomorrow has them."""
        self.rounds.setVisible(self.board.isVisibleTo(self) and not is_brief)
        self.time.setVisible(self._has_time and not is_brief)

    def offer_time(self, *, is_there: bool) -> None:
        """Also on a day without a lesson it can be said when the class meets."""
        self._has_time = is_there
        self.time.setVisible(is_there)

    def _tell_act(self, key: str, _checked: bool = False) -> None:
        self._acts = ()  # its switch has turned already, whatever comes of it
        self.act_chosen.emit(key)

    def _choose(self, wanted: int, now: int, _checked: bool = False) -> None:
        if wanted != now:
            self.rounds_chosen.emit(wanted)
