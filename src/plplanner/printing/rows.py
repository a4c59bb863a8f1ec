"""Public sheets: what goes on paper that children see.

None of these types has a field that could hold a score, a percent or a level; a test walks
them and fails when one appears.
"""

from datetime import date, time

from plplanner.records import record
from plplanner.terms import GroupIdentity, ResourceKind, StationKind


@record(frozen=True)
class BoardCell:
    """Where a group is in one round, and what it does there.

    On the line of a station it is `names` that say who is there.
    """

    station_kind: StationKind
    station_name: str
    task: str
    place: str
    names: tuple[str, ...] = ()


@record(frozen=True)
class BoardLine:
    """One group's way through the rounds; None is a round without a station.

    Where students go their own way it is the line of a station of this `kind`: who is there when.
    """

    group: GroupIdentity
    cells: tuple[BoardCell | None, ...]
    kind: StationKind | None = None


@record(frozen=True)
class ClassBoard:
    """The class rotation board on the wall. `lines` stand in a shuffled, stable order.

    `called` are the names of those who come to the teacher's table, in the order of the list.
    """

    title: str
    day: date
    i_can: str | None
    round_starts: tuple[time, ...]
    lines: tuple[BoardLine, ...]
    when_done: str
    class_code: str
    called: tuple[str, ...] = ()
    language_goal: str = ""

    @property
    def goals(self) -> tuple[str, ...]:
        """What the lesson is for, in content and in language; what is not said is left out."""
        language = f"Language: {self.language_goal}" if self.language_goal else ""
        return tuple(part for part in (self.i_can or "", language) if part)

    @property
    def goal(self) -> str:
        """The same on one line."""
        return "  ".join(self.goals)

    @property
    def is_of_stations(self) -> bool:
        """Whether its lines are stations with names, not groups."""
        return any(line.kind is not None for line in self.lines)


@record(frozen=True)
class SlipRound:
    """One line of a student's slip."""

    number: int
    starts_at: time
    station_kind: StationKind
    station_name: str
    task: str
    place: str


@record(frozen=True)
class StudentSlip:
    """One student's schedule slip.

    `pull_out` is neutral text such as `9:05–9:25 Ms. R`, or says that she was away. Who goes her
    own way has no group. `watch_next` is what she watches at home before the next lesson.
    """

    name: str
    group: GroupIdentity | None
    day: date
    rounds: tuple[SlipRound, ...]
    pull_out: str | None
    when_done: str
    class_code: str
    watch_next: str = ""


@record(frozen=True)
class CardItem:
    """One thing to do on a playlist card."""

    title: str
    kind: ResourceKind | None
    place: str
    minutes: int | None


@record(frozen=True)
class CardLink:
    """What the QR symbol opens, with the short code printed beneath it; no address, no symbol."""

    address: str
    code: str
    kind: ResourceKind | None


@record(frozen=True)
class PlaylistCard:
    """One student's playlist card: must do, may do, show what you know.

    `i_can_at_home` is the same goal in the family's language, set under the first line.
    """

    name: str
    group: GroupIdentity | None
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


@record(frozen=True)
class SubstituteVisit:
    """Where a group is in a round, and what it does there."""

    group: GroupIdentity | None
    station_name: str
    place: str
    task: str


@record(frozen=True)
class SubstituteTime:
    """One stretch of the lesson: what the class does in it, and what the substitute does."""

    starts_at: time
    ends_at: time
    title: str
    says: str
    visits: tuple[SubstituteVisit, ...]
    your_part: str


@record(frozen=True)
class SubstituteStation:
    """A station with its place and what students do there, in whole sentences."""

    kind: StationKind
    name: str
    place: str
    goes: str


@record(frozen=True)
class SubstituteGroup:
    """A group with the names of its students, in the order of the list."""

    group: GroupIdentity
    names: tuple[str, ...]


@record(frozen=True)
class SubstituteSheet:
    """What a substitute holds in her hand: two pages, and the page that goes back.

    `leaving` are lines such as `9:05–9:25 Maya, Ms. R`; `seats` ask for different tables and say
    no reason. What the teacher has not written down is blank, and a line to write on. A day
    without a plan `is_spare`. A class that `knows_rotation` has rotated before.
    """

    title: str
    day: date
    class_code: str
    times: tuple[SubstituteTime, ...]
    stations: tuple[SubstituteStation, ...]
    groups: tuple[SubstituteGroup, ...]
    roster: tuple[str, ...]
    away: tuple[str, ...]
    leaving: tuple[str, ...]
    seats: tuple[str, ...]
    help_from: tuple[str, ...]
    where_things: str
    routines: str
    when_done: str
    is_spare: bool = False
    knows_rotation: bool = False
