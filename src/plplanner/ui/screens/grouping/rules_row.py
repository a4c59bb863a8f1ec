"""The row of rules: kept ones quiet, broken ones warm with the one move that mends."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from plplanner.grouping.kept_rules import RuleState
from plplanner.grouping.rows import RuleToKeep
from plplanner.grouping.rule_words import dates_words
from plplanner.terms import RuleKind
from plplanner.ui.kit.buttons import ToolButton, button, icon_button
from plplanner.ui.kit.flow import FlowLayout
from plplanner.ui.kit.kept_focus import focus_kept
from plplanner.ui.kit.labels import literal, literal_tip, plain_label
from plplanner.ui.kit.pictures import icon_picture
from plplanner.ui.kit.theme import Theme

LABEL_WIDTH = 48
_WIDEST = 320
_ICONS = {
    RuleKind.APART: "apart",
    RuleKind.TOGETHER: "pair",
    RuleKind.FIXED: "pin",
    RuleKind.NEVER_IN: "out",
    RuleKind.AT_MOST_TAG: "tag",
    RuleKind.NO_LONE_TAG: "tag",
    RuleKind.SPREAD_TAG: "tag",
    RuleKind.TABLE_AT_MOST: "teacher",
}


class RulesRow(QWidget):
    """Pills that wrap. Each has a small button that removes it."""

    add_wanted = Signal()
    remove_wanted = Signal(object)  # RuleToKeep
    dates_wanted = Signal(object, QPoint)  # RuleToKeep, where its pill begins on the screen
    mend_wanted = Signal(object)  # RuleState
    reasons_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Empty until `show_rules`."""
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName("Rules")
        self._pills = FlowLayout(self, gap=8)
        self.add = button("Add a rule", on_click=self.add_wanted.emit, kind="link", size="small")
        self.reasons = button(
            "Show reasons", on_click=self.reasons_wanted.emit, kind="link", size="small"
        )
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_rules(
        self, states: Sequence[RuleState], warnings: Sequence[str], names: dict[int, str]
    ) -> None:
        """The rules as they stand; `warnings` are about sizes; `names` are by student."""
        with focus_kept(self):
            self._make_anew(states, warnings, names)

    def _make_anew(
        self, states: Sequence[RuleState], warnings: Sequence[str], names: dict[int, str]
    ) -> None:
        self._pills.take_out(keep=(self.add, self.reasons))
        label = plain_label("Rules", role="field", parent=self)
        label.setFixedWidth(LABEL_WIDTH)
        self._pills.addWidget(label)
        for state in states:
            self._pills.addWidget(self._pill(state))
            if state.mend is not None:
                self._pills.addWidget(self._mender(state, names.get(state.mend[0], "")))
        for warning in warnings:
            self._pills.addWidget(self._warning(warning))
        self._pills.addWidget(self.add)
        self._pills.addWidget(self.reasons)

    def offer_reasons(self, is_offered: bool) -> None:
        """A way to open the reasons while they are hidden."""
        self.reasons.setVisible(is_offered)

    def _pill(self, state: RuleState) -> QFrame:
        rule = state.rule
        dates = dates_words(rule.starts_on, rule.ends_on)
        says = state.broken or f"{rule.name} {dates}".strip()
        made, row = self._frame(says, is_warm=bool(state.broken))
        self._put_icon(row, "warn" if state.broken else _ICONS[rule.kind], bool(state.broken))
        row.addWidget(self._words(rule, says, made))
        tip = f"Rule: {rule.name} {dates}".strip()
        why = f" {rule.why}" if rule.why else ""
        made.setToolTip(literal_tip(f"{tip}.{why} Click it to change its dates."))
        remove = icon_button(
            "close",
            f"Remove “{rule.name}”",
            theme=self._theme,
            on_click=lambda: self.remove_wanted.emit(rule),
            size="small",
        )
        row.addWidget(remove)
        return made

    def _words(self, rule: RuleToKeep, says: str, pill: QFrame) -> QWidget:
        """The words of a rule are a button: its dates are changed there."""
        made = ToolButton(pill)
        shown = made.fontMetrics().elidedText(says, Qt.TextElideMode.ElideRight, _WIDEST)
        made.setText(literal(shown))
        made.setAccessibleName(f"Dates of “{rule.name}”")
        made.setCursor(Qt.CursorShape.PointingHandCursor)
        ink = self._theme.palette["warnink" if pill.property("tone") else "ink2"]
        made.setStyleSheet(
            "QToolButton { border: 0; background: transparent; padding: 0; min-height: 24px;"
            f" font-size: 13px; font-weight: 400; color: {ink}; }}"
            " QToolButton:hover { text-decoration: underline; }"
        )
        corner = pill.mapToGlobal
        made.clicked.connect(lambda: self.dates_wanted.emit(rule, corner(QPoint(0, 0))))
        return made

    def _warning(self, says: str) -> QFrame:
        made, row = self._frame(says, is_warm=True)
        self._put_icon(row, "warn", True)
        row.addWidget(_short(says, made))
        row.addSpacing(8)
        return made

    def _mender(self, state: RuleState, name: str) -> QWidget:
        return button(
            f"Move {name}", on_click=lambda: self.mend_wanted.emit(state), size="small", parent=self
        )

    def _frame(self, says: str, *, is_warm: bool) -> tuple[QFrame, QHBoxLayout]:
        made = QFrame(self)
        made.setAccessibleName(says)
        made.setProperty("tone", "warn" if is_warm else "")
        colours = self._theme.palette
        ground, line = ("warnbg", "warnline") if is_warm else ("sheet", "line2")
        made.setStyleSheet(
            f"QFrame {{ background: {colours[ground]}; border: 1px solid {colours[line]};"
            " border-radius: 15px; } QFrame QLabel { border: 0; }"
        )
        made.setFixedHeight(30)
        row = QHBoxLayout(made)
        row.setContentsMargins(10, 0, 1, 0)
        row.setSpacing(4)
        return made, row

    def _put_icon(self, row: QHBoxLayout, name: str, is_warm: bool) -> None:
        sign = QLabel(self)
        colour = self._theme.palette["warnink" if is_warm else "ink2"]
        sign.setPixmap(icon_picture(name, colour, 16, self.devicePixelRatioF()))
        row.addWidget(sign)


def _short(says: str, parent: QWidget) -> QLabel:
    """A pill never grows wider than the row can hold; the tooltip has the whole rule."""
    label = plain_label(says, role="small", parent=parent)
    shown = label.fontMetrics().elidedText(says, Qt.TextElideMode.ElideRight, _WIDEST)
    label.setText(shown)
    return label
