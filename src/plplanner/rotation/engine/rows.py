"""A rotation over one or more days as the engine sees it, and what it answers. Integers throughout.

Days and rounds are counted from 0; times are whole minutes after midnight. What rules and wishes
mean exactly is defined in `check`, which judges every plan.
"""

from collections.abc import Mapping
from enum import StrEnum

from plplanner.records import record
from plplanner.terms import AnswerStatus as Status

Spot = tuple[int, int]


class Rule(StrEnum):
    """What a plan must not break."""

    SHAPE = "shape"
    OPEN = "open"
    SEATS = "seats"
    GROUPS_AT_ONCE = "groups_at_once"
    DEVICES = "devices"
    INTERNET = "internet"
    ADULT = "adult"
    LENGTH = "length"
    MOST_PER_DAY = "most_per_day"
    MEETINGS_PER_DAY = "meetings_per_day"
    LEAST = "least"
    LEAST_OF_GROUP = "least_of_group"
    LEAST_MEETINGS = "least_meetings"
    EACH_STUDENT_SEEN = "each_student_seen"
    ORDER = "order"
    FIXED = "fixed"
    ONE_PLACE = "one_place"


@record(frozen=True)
class Round:
    """One round on the clock, from `start` until `end`."""

    start: int
    end: int


@record(frozen=True)
class LessonDay:
    """One lesson: its rounds, how many devices work (None: enough), who is away all day.

    On a `sketch` day only the meetings with the teacher are planned: it lets today's plan know
    who will be met when. Stations other than teacher-led ones stay empty there.
    """

    rounds: tuple[Round, ...]
    name: str = ""
    devices: int | None = None
    internet: bool = True
    away: tuple[str, ...] = ()
    sketch: bool = False


@record(frozen=True)
class Hours:
    """From `start` until `end` on one day."""

    day: int
    start: int
    end: int


@record(frozen=True)
class Adult:
    """An adult in the room; `hours` None means all the time. Leads one station at a time."""

    id: str
    name: str
    hours: tuple[Hours, ...] | None = None


@record(frozen=True)
class StationOffer:
    """A station and what it needs.

    `adults`: one of these must be there, empty where none is needed. `shortest`, `longest`: the
    lengths of a round it suits, in minutes. `least`: visits each rotating group needs over the
    days. `settle`: minutes of a visit that pass before work begins. `keeps_students`: nobody may
    be called from here to a pull list. `closed`: (day, round) when it is not there.
    """

    id: str
    name: str
    teacher_led: bool = False
    groups_at_once: int = 1
    seats: int | None = None
    uses_devices: bool = False
    students_per_device: int = 1
    internet: bool = False
    adults: tuple[str, ...] = ()
    shortest: int | None = None
    longest: int | None = None
    most_per_day: int = 1
    least: int = 0
    settle: int = 0
    keeps_students: bool = False
    closed: tuple[Spot, ...] = ()


@record(frozen=True)
class PullOut:
    """A student is out of the room for some minutes of a day."""

    student: str
    day: int
    start: int
    end: int


@record(frozen=True)
class GroupNeed:
    """Who moves together, and how much of the teacher they need. One student alone is a group too.

    `minutes_wanted`: minutes with the teacher wished for over these days; `minutes_had` of them
    were given before, `minutes_owed` are left from earlier weeks. `least_meetings` must be kept,
    and each student must be there (not pulled out) for `each_student_seen` of them. `waited`:
    lessons since the last meeting; None: never met. `students_waited` are those who waited
    otherwise, as they were away or out: each of them counts like the group. `least`: visits by
    station id beyond what the station asks of all. `turns`: the round wished for a meeting, by
    day. A group that does not `rotate` is a pull list: it only meets the teacher, its students
    come from their stations.
    """

    id: str
    name: str
    students: tuple[str, ...]
    minutes_wanted: int = 0
    minutes_had: int = 0
    minutes_owed: int = 0
    least_meetings: int = 0
    each_student_seen: int = 0
    waited: int | None = 0
    students_waited: tuple[tuple[str, int], ...] = ()
    least: tuple[tuple[str, int], ...] = ()
    turns: tuple[int, ...] = ()
    rotates: bool = True
    claim: int = 0

    @property
    def minutes_to_give(self) -> int:
        """Minutes with the teacher that are still wished for."""
        return max(0, self.minutes_wanted + self.minutes_owed - self.minutes_had)


@record(frozen=True)
class Cell:
    """A group is at a station in a round of a day."""

    group: str
    day: int
    round: int
    station: str


@record(frozen=True)
class Order:
    """A group comes to `then` only after `first`, earlier the same day."""

    first: str
    then: str


@record(frozen=True)
class CatchUp:
    """A student who was absent and should meet the teacher on this day."""

    student: str
    day: int


@record(frozen=True)
class CarryOver:
    """A group that missed a station and should come there on this day."""

    group: str
    station: str
    day: int


@record(frozen=True)
class LessonWishes:
    """Weights of what is wished for, all 0 or more; the terms are defined in `check`.

    Defaults are the product's: need buys minutes and frequency, and `order` (those in need first)
    is 0, so that no wall shows a rank; `turn` moves the place in the day instead.
    """

    short: int = 10
    far_short: int = 10
    excess: int = 1
    miss: int = 40
    order: int = 0
    gap: int = 25
    catch: int = 60
    same: int = 2
    turn: int = 1
    unseen: int = 2000
    carry: int = 30
    stay: int = 0
    again: int = 0
    wait: int = 0


@record(frozen=True)
class LessonProblem:
    """Everything that decides the plan. The order of groups, stations and students does not.

    `longest_wait`: lessons a group may wait for the teacher before it counts as unseen (None:
    not counted). `before`: cells of the plan so far, for the wish `stay`. `move`: minutes of each
    meeting that pass in moving, where rounds do not leave them out.
    """

    days: tuple[LessonDay, ...]
    groups: tuple[GroupNeed, ...]
    stations: tuple[StationOffer, ...]
    adults: tuple[Adult, ...] = ()
    pull_outs: tuple[PullOut, ...] = ()
    fixed: tuple[Cell, ...] = ()
    orders: tuple[Order, ...] = ()
    catch_ups: tuple[CatchUp, ...] = ()
    carry_overs: tuple[CarryOver, ...] = ()
    before: tuple[Cell, ...] = ()
    meetings_per_day: int = 1
    longest_wait: int | None = None
    move: int = 0
    wishes: LessonWishes = LessonWishes()
    name: str = ""


# By group id, day and round: the id of the station, or None where the group is at none.
Cells = Mapping[str, tuple[tuple[str | None, ...], ...]]


@record(frozen=True)
class Broken:
    """A rule a plan breaks. `subject` is the id it is about; `text` is what the teacher reads."""

    rule: Rule
    subject: str
    text: str
    day: int | None = None
    round: int | None = None


@record(frozen=True)
class LessonVerdict:
    """What the independent checker says: broken rules, and every term of the objective."""

    broken: tuple[Broken, ...]
    terms: Mapping[str, int]

    @property
    def objective(self) -> int:
        """The sum the engine makes small."""
        return sum(self.terms.values())


@record(frozen=True)
class LessonPlan:
    """What planning came to. `cells` None: nothing was found before the work ended.

    OPTIMAL only when `objective` and `bound` are the same integer. `led_by`: which adult leads a
    station, by (day, round, station id). `stopped`: the caller, not the work, ended it.
    """

    status: Status
    cells: Cells | None = None
    objective: int | None = None
    bound: int | None = None
    led_by: Mapping[tuple[int, int, str], str] | None = None
    work: int = 0
    stopped: bool = False


@record(frozen=True)
class ImpossibleLesson:
    """No plan keeps all rules. `rules` cannot hold together; each of `ways_out` mends it all.

    Both are sentences for the teacher. `is_fewest`: no conflict names fewer rules.
    """

    rules: tuple[str, ...]
    ways_out: tuple[str, ...]
    is_fewest: bool
    work: int = 0
