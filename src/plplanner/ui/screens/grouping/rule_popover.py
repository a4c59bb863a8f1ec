"""Add a rule of any kind; below, the rule as it reads aloud."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from plplanner.grouping.rule_words import dates_words, rule_words
from plplanner.roster.rows import StudentRow
from plplanner.terms import GroupIdentity, RuleKind
from plplanner.ui.kit.buttons import button
from plplanner.ui.kit.labels import plain_label
from plplanner.ui.screens.grouping.new_rule import (
    KIND_WORDS,
    OF_A_COUNT,
    OF_A_GROUP,
    OF_A_TAG,
    NewRule,
)
from plplanner.ui.screens.grouping.rule_dates import RuleDates
from plplanner.ui.screens.grouping.student_ticks import StudentTicks

_WIDTH, _MOST = 376, 35


class RulePopover(QFrame):
    """What a kind does not need is not there. Enter adds the rule."""

    def __init__(
        self,
        students: Sequence[StudentRow],
        *,
        chosen: Sequence[int],
        groups: Sequence[GroupIdentity],
        tagged: Mapping[str, Sequence[int]],
        today: date,
        on_add: Callable[[NewRule], object],
        parent: QWidget,
    ) -> None:
        """`chosen` are ticked from the start; `tagged` are the known tags and who has each."""
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("kind", "popover")
        self.setAccessibleName("Add a rule")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._on_add, self._chosen, self._tagged = on_add, tuple(chosen), tagged
        self._names = {one.id: one.name for one in students}
        self._make_fields(students, groups, today)
        self._lay_out()
        self._connect()
        self.ticks.tick(self._chosen)
        self.setFixedWidth(_WIDTH)
        self._show_fields()
        self.ticks.field.setFocus()

    @property
    def rule(self) -> NewRule:
        """What is filled in."""
        kind = RuleKind(self.kinds.currentData())
        has_students = kind is not RuleKind.TABLE_AT_MOST
        return NewRule(
            kind,
            student_ids=self.ticks.ticked() if has_students else (),
            tag=self.tag.currentText().strip() if kind in OF_A_TAG else "",
            count=self.count.value() if kind in OF_A_COUNT else 0,
            identity_key=self.group.currentData() if kind in OF_A_GROUP else "",
            starts_on=self.dates.starts_on,
            ends_on=self.dates.ends_on,
            why=self.why.text().strip(),
        )

    def _make_fields(
        self, students: Sequence[StudentRow], groups: Sequence[GroupIdentity], today: date
    ) -> None:
        self.kinds, self.group, self.tag = QComboBox(self), QComboBox(self), QComboBox(self)
        self.kinds.setAccessibleName("Rule")
        for kind, says in KIND_WORDS.items():
            self.kinds.addItem(says, kind.value)
        self.group.setAccessibleName("Group")
        for identity in groups:
            self.group.addItem(identity.word, identity.key)
        self.tag.setAccessibleName("Tag")
        self.tag.setEditable(True)
        self.tag.addItems(sorted(self._tagged))
        self.tag.setCurrentText("")
        self.count = QSpinBox(self)
        self.count.setAccessibleName("At most")
        self.count.setRange(1, _MOST)
        self.count.setPrefix("At most ")
        self.count.lineEdit().setTextMargins(6, 0, 0, 0)
        self.ticks = StudentTicks(students, self)
        self.dates = RuleDates(today, self)
        self.why = QLineEdit(self)
        self.why.setAccessibleName("Why, for you only")
        self.why.setPlaceholderText("Why, for you only; never printed")
        self.says = plain_label(role="strong", wrap=True, parent=self)
        self.says.setMinimumHeight(40)
        self.add = button("Add rule", on_click=self._go, kind="primary", parent=self)

    def _lay_out(self) -> None:
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        beside = QHBoxLayout()
        beside.setSpacing(8)
        for part in (self.group, self.tag, self.count):
            beside.addWidget(part, 1)
        column.addWidget(self.kinds)
        column.addLayout(beside)
        column.addWidget(self.ticks, 1)
        for below in (self.dates, self.why, self.says, self.add):
            column.addWidget(below)

    def _connect(self) -> None:
        self.kinds.currentIndexChanged.connect(lambda _place: self._show_fields())
        self.tag.currentTextChanged.connect(self._tick_tagged)
        self.group.currentIndexChanged.connect(lambda _place: self._say())
        self.count.valueChanged.connect(lambda _count: self._say())
        self.ticks.changed.connect(self._say)
        self.ticks.done.connect(self._go)
        self.dates.changed.connect(self._say)
        self.why.returnPressed.connect(self._go)

    def _show_fields(self) -> None:
        kind = RuleKind(self.kinds.currentData())
        self.group.setVisible(kind in OF_A_GROUP)
        self.tag.setVisible(kind in OF_A_TAG)
        self.count.setVisible(kind in OF_A_COUNT)
        self.ticks.setVisible(kind is not RuleKind.TABLE_AT_MOST)
        if kind is RuleKind.TABLE_AT_MOST and self.count.value() == 1:
            self.count.setValue(6)
        if kind in OF_A_TAG:
            self._tick_tagged(self.tag.currentText())
        elif not self.ticks.ticked():
            self.ticks.tick(self._chosen)
        self._say()
        self._stand_on_its_foot()

    def _stand_on_its_foot(self) -> None:
        """It grows upwards: what it belongs to lies below it."""
        foot = self.geometry().bottom()
        self.setFixedHeight(self._column.minimumSize().height())
        if self.isVisible():
            self.move(self.x(), foot - self.height() + 1)

    def _tick_tagged(self, tag: str) -> None:
        """A known tag shows who has it; a new one is given to whom one ticks."""
        if tag.strip() in self._tagged or not tag.strip():
            self.ticks.tick(self._tagged.get(tag.strip(), ()))
        self._say()

    def _say(self) -> None:
        rule = self.rule
        self.add.setEnabled(not rule.lacks)
        if rule.lacks:
            self.says.setText(rule.lacks)
            return
        words = rule_words(
            rule.kind,
            [self._names[one] for one in rule.student_ids],
            tag=rule.tag,
            count=rule.count,
            identity_key=rule.identity_key,
        )
        self.says.setText(f"{words} {dates_words(rule.starts_on, rule.ends_on)}".strip())

    def _go(self) -> None:
        rule = self.rule
        if not rule.lacks:
            self.close()
            self._on_add(rule)
