"""What opens over the Groups screen, each where it belongs."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from plplanner.grouping.queries import choices_of_class
from plplanner.grouping.rows import RuleToKeep
from plplanner.ui.screens.grouping.add_popover import add_popover
from plplanner.ui.screens.grouping.dates_popover import DatesPopover
from plplanner.ui.screens.grouping.move_popover import move_popover
from plplanner.ui.screens.grouping.parts import Parts
from plplanner.ui.screens.grouping.rule_popover import RulePopover
from plplanner.ui.screens.grouping.topics_popover import TopicsPopover
from plplanner.ui.screens.grouping.wishes_popover import WishesPopover


class Popovers:
    """Opens them where the keyboard is, and never outside the window."""

    def __init__(self, parts: Parts) -> None:
        """`parts` are what they belong to."""
        self._parts = parts

    def ask_where(self, student_id: int) -> None:
        """The groups a student can move to."""
        parts, model = self._parts, self._parts.model
        seat = model.shown.pile_of(student_id)
        others = [pile for pile in model.shown.piles if pile is not seat]
        popover = move_popover(
            model.name_of(student_id),
            others,
            says_of=lambda key: parts.reasoning.said_of(student_id, key),
            on_choice=lambda key: parts.shaping.move_student(student_id, key),
            parent=parts.window,
        )
        self._open(popover, parts.board.place_of_chosen())

    def ask_whom_to_add(self) -> None:
        """Who can be called to the teacher's table, the most urgent first."""
        table, part = self._parts.table, self._parts.side.table
        popover = add_popover(
            table.shown().others, on_choice=table.toggle, parent=self._parts.window
        )
        self._open(popover, part.mapToGlobal(QPoint(-8, 56)))

    def ask_for_rule(self) -> None:
        """A new rule, with the chosen student ticked."""
        parts, model = self._parts, self._parts.model
        chosen = parts.board.chosen_id
        tagged: dict[str, list[int]] = {}
        for student_id, tags in model.facts.tags.items():
            for tag in tags:
                tagged.setdefault(tag, []).append(student_id)
        popover = RulePopover(
            model.facts.roster,
            chosen=[chosen] if chosen is not None else [],
            groups=[pile.identity for pile in model.shown.piles],
            tagged=tagged,
            today=model.stage.choice.day,
            on_add=parts.rules.add_rule,
            parent=parts.window,
        )
        corner = parts.rules_row.add.mapToGlobal(QPoint(0, -popover.height() - 8))
        self._open(popover, corner)

    def ask_for_dates(self, rule: RuleToKeep, corner: QPoint) -> None:
        """From which day to which a rule holds; above its pill, which ends at `corner`."""
        parts, model = self._parts, self._parts.model
        popover = DatesPopover(
            rule,
            today=model.stage.choice.day,
            on_changed=lambda first, last: parts.rules.change_dates(rule, first, last),
            parent=parts.window,
        )
        self._open(popover, corner - QPoint(0, popover.height() + 4))

    def ask_for_topics(self) -> None:
        """What interest groups or a jigsaw are about."""
        parts = self._parts
        popover = TopicsPopover(
            parts.model.asked.topics, on_named=parts.asking.name_topics, parent=parts.window
        )
        self._open_below_banner(popover)

    def ask_for_wishes(self) -> None:
        """Which topic each student would like."""
        parts, model = self._parts, self._parts.model
        wished = model.stage.desk.ask(choices_of_class, class_id=model.class_id or 0)
        known = {topic for one in wished.values() for topic in one}
        topics = model.asked.topics or tuple(sorted(known))
        popover = WishesPopover(
            model.facts.roster,
            topics,
            wished=wished,
            on_entered=parts.asking.enter_wishes,
            parent=parts.window,
        )
        self._open_below_banner(popover)

    def _open_below_banner(self, popover: QWidget) -> None:
        banner = self._parts.banner
        corner = QPoint(banner.width() - popover.width(), banner.height() + 4)
        self._open(popover, banner.mapToGlobal(corner))

    def _open(self, popover: QWidget, corner: QPoint) -> None:
        """Shown at a corner, but never outside the window."""
        window = self._parts.window.window()
        inside = window.mapFromGlobal(corner)
        x = max(8, min(inside.x(), window.width() - popover.width() - 8))
        y = max(8, min(inside.y(), window.height() - popover.height() - 8))
        popover.move(window.mapToGlobal(QPoint(x, y)))
        popover.show()
