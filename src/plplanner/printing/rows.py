"""Public sheets: what goes on paper that children see.

None of these types has a field that could hold a score, a percent or a level; a test walks
them and fails when one appears.
"""

from dataclasses import dataclass
from datetime import date, time

from plplanner.terms import GroupIdentity, ResourceKind, StationKind


@dataclass(frozen=True)
class BoardCell:
    """Where a group is in one round, and what it does there."""

    station_kind: StationKind
    station_name: str
    task: str
    place: str


@dataclass(frozen=True)
class BoardLine:
    """One group's way through the rounds; None is a round without a station."""

    group: GroupIdentity
    cells: tuple[BoardCell | None, ...]


@dataclass(frozen=True)
class ClassBoard:
    """The class rotation board on the wall. `lines` stand in a shuffled, stable order."""

    title: str
    day: date
    i_can: str | None
    round_starts: tuple[time, ...]
    lines: tuple[BoardLine, ...]
    when_done: str
    class_code: str


@dataclass(frozen=True)
class SlipRound:
    """One line of a student's slip."""

    number: int
    starts_at: time
    station_kind: StationKind
    station_name: str
    task: str
    place: str


@dataclass(frozen=True)
class StudentSlip:
    """One student's schedule slip.

    `pull_out` is neutral text such as `9:05–9:25 Ms. R`, or says that she was away.
    """

    name: str
    group: GroupIdentity
    day: date
    rounds: tuple[SlipRound, ...]
    pull_out: str | None
    when_done: str
    class_code: str


@dataclass(frozen=True)
class CardItem:
    """One thing to do on a playlist card."""

    title: str
    kind: ResourceKind | None
    place: str
    minutes: int | None


@dataclass(frozen=True)
class CardLink:
    """What the QR symbol opens, with the short code printed beneath it; no address, no symbol."""

    address: str
    code: str
    kind: ResourceKind | None


@dataclass(frozen=True)
class PlaylistCard:
    """One student's playlist card: must do, may do, show what you know.

    `i_can_at_home` is the same goal in the family's language, set under the first line.
    """

    name: str
    group: GroupIdentity
    i_can: str | None
    i_can_at_home: str | None
    starts_on: date
    ends_on: date
    must: tuple[CardItem, ...]
    check_in: str | None
    may: tuple[str, ...]
    check: str | None
    link: CardLink | None
    class_code: str
