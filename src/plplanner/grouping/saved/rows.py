"""Saved small groups. For teachers' eyes only."""

from datetime import date

from plplanner.records import record
from plplanner.terms import GroupIdentity, GroupingStrategy, GroupSetState, MasteryLevel


@record(frozen=True)
class MemberRow:
    """A student in a saved small group, with the reason given then, and a jigsaw's topic."""

    student_id: int
    name: str
    reason: str
    locked: bool = False
    moved: bool = False
    expert_topic: str = ""


@record(frozen=True)
class SmallGroupRow:
    """A saved small group as screens show it."""

    id: int
    identity: GroupIdentity
    level: MasteryLevel
    members: tuple[MemberRow, ...]
    topic: str = ""


@record(frozen=True)
class GroupSetRow:
    """The groups of a date."""

    id: int
    class_id: int
    created_on: date
    basis: str
    standard_id: int | None
    groups: tuple[SmallGroupRow, ...]
    assessment_id: int | None = None
    strategy: GroupingStrategy = GroupingStrategy.NEED
    state: GroupSetState = GroupSetState.IN_USE
    nearly_cut: float | None = None
    secure_cut: float | None = None
    starts_on: date | None = None


@record(frozen=True)
class PastGroup:
    """A group in the history: its identity, its level, and who was in it."""

    identity: GroupIdentity
    level: MasteryLevel
    members: tuple[tuple[int, str], ...]


@record(frozen=True)
class PastGroups:
    """A line of the history; members as (student id, name). Newest first in a list."""

    id: int
    created_on: date
    basis: str
    strategy: GroupingStrategy
    state: GroupSetState
    groups: tuple[PastGroup, ...]
    starts_on: date | None = None
