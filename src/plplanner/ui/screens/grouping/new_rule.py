"""A rule on its way into the planner: what each kind needs, and whether it is all there."""

from datetime import date

from plplanner.records import record
from plplanner.terms import RuleKind

KIND_WORDS = {
    RuleKind.APART: "Keep apart",
    RuleKind.TOGETHER: "Keep together",
    RuleKind.FIXED: "Always in one group",
    RuleKind.NEVER_IN: "Never in one group",
    RuleKind.AT_MOST_TAG: "At most so many with a tag in a group",
    RuleKind.NO_LONE_TAG: "Nobody alone with a tag",
    RuleKind.SPREAD_TAG: "Spread a tag over the groups",
    RuleKind.TABLE_AT_MOST: "At most so many at the teacher table",
}
OF_A_GROUP = frozenset({RuleKind.FIXED, RuleKind.NEVER_IN})
OF_A_TAG = frozenset({RuleKind.AT_MOST_TAG, RuleKind.NO_LONE_TAG, RuleKind.SPREAD_TAG})
OF_A_COUNT = frozenset({RuleKind.AT_MOST_TAG, RuleKind.TABLE_AT_MOST})
OF_STUDENTS = frozenset({RuleKind.APART, RuleKind.TOGETHER}) | OF_A_GROUP


@record(frozen=True)
class NewRule:
    """What the teacher has filled in. For a rule about a tag, `student_ids` are who has it."""

    kind: RuleKind
    student_ids: tuple[int, ...] = ()
    tag: str = ""
    count: int = 0
    identity_key: str = ""
    starts_on: date | None = None
    ends_on: date | None = None
    why: str = ""

    @property
    def lacks(self) -> str:
        """What is still to be filled in, as a hint; empty when nothing is."""
        if self.kind in (RuleKind.APART, RuleKind.TOGETHER) and len(self.student_ids) < 2:
            return "Select two or more students."
        if self.kind in OF_A_GROUP and not self.student_ids:
            return "Select a student."
        if self.kind in OF_A_TAG and not self.tag:
            return "Write a tag, such as “leader”."
        if self.kind in OF_A_TAG and not self.student_ids:
            return "Select everyone who has this tag."
        if self.starts_on and self.ends_on and self.ends_on < self.starts_on:
            return "The last day is before the first."
        return ""
