"""The shape of a day, kept under a name."""

from plplanner.records import record
from plplanner.terms import StationKind, Weekday


@record(frozen=True)
class TemplateStationRow:
    """A station; `task` is what every group does there, empty where each does its own."""

    name: str
    kind: StationKind
    place: str = ""
    task: str = ""


@record(frozen=True)
class DayShape:
    """Rounds and stations of a day, whoever the groups are. All times are minutes.

    `minutes` is how long the lesson was; in a shorter one fewer rounds may fit. `lengths` are those
    of the rounds where they are not all alike.
    """

    minutes: int
    rounds: int
    stations: tuple[TemplateStationRow, ...]
    launch: int = 8
    close: int = 5
    move: int = 2
    when_done: str = ""
    lengths: tuple[int, ...] = ()


@record(frozen=True)
class DayTemplateRow:
    """A shape under its name; on its `weekday`, days are drafted from it."""

    id: int
    name: str
    weekday: Weekday | None
    shape: DayShape
