"""Rules as the teacher reads them aloud: “Ana and Ben apart”, “At most 2 “talks” in a group”."""

from collections.abc import Mapping, Sequence
from datetime import date

from plplanner.grouping.notes import names_listed
from plplanner.terms import RuleKind, group_identity


def rule_words(
    kind: RuleKind,
    names: Sequence[str] = (),
    *,
    tag: str = "",
    count: int = 0,
    identity_key: str = "",
) -> str:
    """The rule in words. `names` are of the students it speaks of, in the order of the class."""
    who = names_listed(names)
    word = group_identity(identity_key).word if identity_key else "one group"
    says: Mapping[RuleKind, str] = {
        RuleKind.APART: f"{who} apart",
        RuleKind.TOGETHER: f"{who} together",
        RuleKind.FIXED: f"{who} always in {word}",
        RuleKind.NEVER_IN: f"{who} never in {word}",
        RuleKind.AT_MOST_TAG: f"At most {count} “{tag}” in a group",
        RuleKind.NO_LONE_TAG: f"Nobody alone with “{tag}”",
        RuleKind.SPREAD_TAG: f"“{tag}” spread over the groups",
        RuleKind.TABLE_AT_MOST: f"At most {count} at the teacher table",
    }
    return says[kind]


def dates_words(starts_on: date | None, ends_on: date | None) -> str:
    """“until Fri 18 Dec”, “from Mon 7 Dec until Fri 18 Dec”; empty for a rule without dates."""
    first = f"from {_day(starts_on)}" if starts_on is not None else ""
    last = f"until {_day(ends_on)}" if ends_on is not None else ""
    return f"{first} {last}".strip()


def _day(day: date) -> str:
    return f"{day:%a} {day.day} {day:%b}"
