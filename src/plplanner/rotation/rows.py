"""Rotations as problems, proposals, clashes and saved plans."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date, datetime, time

from plplanner.playlists.rows import PlaylistRow
from plplanner.records import record
from plplanner.roster.rows import PullOutRow, StudentRow
from plplanner.terms import (
    AttendanceKind,
    GroupIdentity,
    MasteryLevel,
    NoteKind,
    PlanState,
    StationKind,
    VisitOutcomeKind,
    VoiceLevel,
    Weekday,
)


@record(frozen=True)
class StationToVisit:
    """One station as the engine sees it. `seats` None means no limit.

    A negative `station_id` is a station the class does not have yet; saving the plan adds it.
    `adult` helps there, besides the teacher, from `adult_from` until `adult_until` (None: all the
    time); one that `needs_adult` is closed without. Its work needs that of the station called
    `after` first. One that `is_new` has not been in any plan. The adult
    comes on `adult_days` alone, where some are named; `is_adult_in` says whether the day is one.
    """

    station_id: int
    name: str
    kind: StationKind
    place: str
    seats: int | None = None
    when_done: str = ""
    adult: str = ""
    adult_from: time | None = None
    adult_until: time | None = None
    needs_adult: bool = False
    voice: VoiceLevel | None = None
    after: str = ""
    is_new: bool = False
    adult_days: frozenset[Weekday] = frozenset()
    is_adult_in: bool = True


@record(frozen=True)
class LessonFrame:
    """What a lesson takes besides its rounds; `set_up` passes at a digital station before work."""

    launch: int = 8
    close: int = 5
    move: int = 2
    set_up: int = 0


@record(frozen=True)
class DeviceCount:
    """How many devices work over all stations (None: enough), and how many students share one."""

    working: int | None = None
    students_each: int = 1

    def taken_by(self, students: int) -> int:
        """Devices that so many students at one station take."""
        return -(-students // self.students_each)


@record(frozen=True)
class DevicesOfClass:
    """The devices of every day, and of one day where it has a number of its own."""

    every_day: DeviceCount = DeviceCount()
    of_day: DeviceCount | None = None

    @property
    def on_day(self) -> DeviceCount:
        """What counts on the day."""
        return self.of_day or self.every_day


@record(frozen=True)
class PullOutWindow:
    """A student is out of the room from `start` until `end`."""

    student_name: str
    start: time
    end: time


@record(frozen=True)
class StudentToSee:
    """A student of a group: lessons since she was with the teacher (None: never), `is_away` today.

    `name` is unique in the class, as on every list.
    """

    name: str
    lessons_since_teacher: int | None = None
    is_away: bool = False


@record(frozen=True)
class GroupToRotate:
    """One group as the engine sees it.

    `key` orders groups whatever their ids; `need` says how much the group needs the teacher
    (0 secure, 1 nearly, 2 not yet); `lessons_since_teacher` counts lessons of this class since
    the group's members last met the teacher (None: never); `size` counts students present.
    `students` are those known by name. One student who goes her own way is a group too, one that
    shares stations with others of her kind. `done` are tasks of lessons before, each with
    how often the group has had it.
    """

    group_id: int
    key: str
    name: str
    size: int
    need: int
    lessons_since_teacher: int | None = None
    pull_outs: tuple[PullOutWindow, ...] = ()
    students: tuple[StudentToSee, ...] = ()
    is_own_way: bool = False
    done: tuple[tuple[str, int], ...] = ()


@record(frozen=True)
class OwnSeatRow:
    """A student who works at a seat of her own, from a day to another, both counted.

    Without a `playlist_id` her card is that of her group.
    """

    student_id: int
    name: str
    starts_on: date
    ends_on: date
    task: str
    playlist_id: int | None = None


@record(frozen=True)
class LockedCell:
    """What the teacher fixed: a group stays at a station in a round, with this task."""

    group_id: int
    round_number: int
    station_name: str
    task: str


@record(frozen=True)
class RotationProblem:
    """Everything the rotation engine needs for one class on one day. Minutes are whole.

    `must_see` are groups, by id, that meet the teacher on this day whatever else is wished for.
    Who is `seated` works at a seat of her own: her group comes without her. `devices` are those
    of all digital stations together; `set_up` minutes pass there before work begins. What is
    `locked` stays where its group, round and station are still there. `lengths` are the minutes of
    each round where they are not to be alike.
    """

    day: date
    starts_at: time
    minutes: int
    groups: tuple[GroupToRotate, ...]
    stations: tuple[StationToVisit, ...]
    rounds: int | None = None
    launch: int = 8
    close: int = 5
    move: int = 2
    seed: int = 0
    must_see: tuple[int, ...] = ()
    seated: tuple[OwnSeatRow, ...] = ()
    devices: DeviceCount = DeviceCount()
    set_up: int = 0
    locked: tuple[LockedCell, ...] = ()
    lengths: tuple[int, ...] = ()


@record(frozen=True)
class RoundRow:
    """One round: its number from 1, its first minute on the clock, its length in minutes."""

    number: int
    starts_at: time
    minutes: int


@record(frozen=True)
class Visit:
    """A group is at a station in a round."""

    group_id: int
    round_number: int
    station_id: int


@record(frozen=True)
class Clash:
    """A rule that a plan breaks, or a thing worth a look, as one sentence.

    `hard` clashes make the plan impossible to run; soft ones are for the teacher to judge.
    `next_step` names the mend; `cells`, by group id and round, are what it is about where the mend
    works on cells.
    """

    kind: str
    text: str
    next_step: str
    hard: bool
    cells: tuple[tuple[int, int], ...] = ()


@record(frozen=True)
class RotationProposal:
    """A proposed rotation; `no_teacher` are groups that do not meet the teacher this day.

    `is_proven`: no other plan is better by the count of the rotation engine.
    """

    rounds: tuple[RoundRow, ...]
    visits: tuple[Visit, ...]
    no_teacher: tuple[int, ...]
    reasons: tuple[str, ...]
    checks: tuple[Clash, ...]
    is_proven: bool = False


TOO_FEW_DEVICES = "too_few_devices"
"""What the check is called that more devices are used than work."""

OUT_OF_ORDER = "out_of_order"
"""What the check is called that somebody comes to a station before the one it needs."""

NO_INTERNET = "no internet"
"""Why a task stands in; no adult is called that."""

SUBSTITUTE = "a substitute teaches"
"""Why a task stands in; no adult is called that."""

OUTSIDE_HOURS = "outside the hours"
"""Why a task stands in: the adult of the station is not there yet, or any more."""

NO_DEVICES = "too few devices"
"""Why a task stands in: not enough devices work that day."""


@record(frozen=True)
class VisitRow:
    """A saved visit, in the words it was planned with.

    What stands in for the day says why: `NO_INTERNET`, `SUBSTITUTE`, `OUTSIDE_HOURS`, `NO_DEVICES`,
    or the adult who is out. `planned_task` and `planned_kind` are what it stands in for. One that
    `is_locked` stays when its day is drafted again.
    """

    round_number: int
    station_name: str
    station_kind: StationKind
    place: str
    task: str
    stand_in: str = ""
    planned_task: str = ""
    planned_kind: StationKind | None = None
    voice: VoiceLevel | None = None
    is_locked: bool = False


@record(frozen=True)
class PlanGroupRow:
    """One group's line in a saved plan; visits are in order of rounds, None where empty.

    Who `is_own_way` goes alone and is called by her name; her station may hold others like her.
    """

    group_id: int
    identity: GroupIdentity
    student_ids: tuple[int, ...]
    visits: tuple[VisitRow | None, ...]
    is_own_way: bool = False


@record(frozen=True)
class LessonGoals:
    """What a lesson is for, in content and in language; blank where nothing is said.

    `watch_next` is what students watch at home before the next lesson.
    """

    content: str = ""
    language: str = ""
    watch_next: str = ""


@record(frozen=True)
class PlanRow:
    """A rotation plan for one class and day: a saved one, or a draft that is not saved (id 0).

    `group_set_id` names the groups it was made from; launch, close and move are minutes. Of a
    rotation spread over days it is `part` of so many `parts`, from 1; one more is the day to catch
    up, and 0 a day by itself.
    """

    id: int
    class_id: int
    class_name: str
    subject: str
    day: date
    state: PlanState
    starts_at: time
    minutes: int
    rounds: tuple[RoundRow, ...]
    groups: tuple[PlanGroupRow, ...]
    when_done: str
    group_set_id: int | None = None
    launch: int = 8
    close: int = 5
    move: int = 2
    has_internet: bool = True
    has_substitute: bool = False
    part: int = 0
    parts: int = 0
    goals: LessonGoals = LessonGoals()

    @property
    def is_own_ways(self) -> bool:
        """Whether each student goes her own way, and no group moves together."""
        return bool(self.groups) and all(line.is_own_way for line in self.groups)

    @property
    def alone(self) -> tuple[PlanGroupRow, ...]:
        """The lines of students who go their own way."""
        return tuple(line for line in self.groups if line.is_own_way)

    @property
    def together(self) -> tuple[PlanGroupRow, ...]:
        """The lines of groups that move together."""
        return tuple(line for line in self.groups if not line.is_own_way)


@record(frozen=True)
class SubstituteWords:
    """What a substitute should know of a class, in the teacher's words; blank where none are said.

    `spare_day` is what the class does on a day without a plan, a line for each thing.
    """

    where_things: str = ""
    routines: str = ""
    help_from: str = ""
    spare_day: str = ""


@record(frozen=True)
class ForSubstitute:
    """What a substitute is told besides the plan.

    `apart` are the ids of students who do not sit together, without why. `adults` are adult and
    station, with hours. `knows_rotation` where a lesson before this one was taught by its plan.
    """

    words: SubstituteWords = SubstituteWords()
    apart: tuple[tuple[int, ...], ...] = ()
    adults: tuple[tuple[str, str], ...] = ()
    knows_rotation: bool = False


@record(frozen=True)
class LessonToPrint:
    """All that the sheets of one lesson are made from.

    `students` are those of the class now; `playlists` holds playlist, first and last day by
    group id, and nothing for a group without one. `absent` are students not there that day.
    `called` are those on the list of the teacher's table, `back` those who missed the lesson before
    this one. `for_substitute` is there on a day that a substitute teaches.
    """

    plan: PlanRow
    students: tuple[StudentRow, ...]
    pull_outs: tuple[PullOutRow, ...]
    playlists: Mapping[int, tuple[PlaylistRow, date, date]]
    absent: frozenset[int] = frozenset()
    called: frozenset[int] = frozenset()
    back: frozenset[int] = frozenset()
    for_substitute: ForSubstitute | None = None


@record(frozen=True)
class PrintedPieces:
    """What was last printed or saved of a lesson: a fingerprint by piece of paper.

    `qr_codes` and `second_language` are how its cards were made.
    """

    pieces: Mapping[str, str]
    qr_codes: bool = True
    second_language: bool = True


@record(frozen=True)
class PlanDraft:
    """A proposed rotation with its words, ready to be accepted.

    `tasks` holds the words of each visit by (group id, round number), `playlist_ids` what each
    group (by id) works on. `part` of so many `parts` as in the plan. Cells that are `locked` stay
    so, by (group id, round number). `levels`, by student id, are there where each student goes her
    own way and has no place yet: then lines are called by −student id, and get one when kept.
    """

    group_set_id: int
    problem: RotationProblem
    proposal: RotationProposal
    tasks: Mapping[tuple[int, int], str]
    playlist_ids: Mapping[int, int]
    when_done: str
    part: int = 0
    parts: int = 0
    locked: frozenset[tuple[int, int]] = frozenset()
    levels: Mapping[int, MasteryLevel] = field(default_factory=dict)


@record(frozen=True)
class TimedRound:
    """When a round is held today: clock times to the second."""

    number: int
    starts_at: time
    ends_at: time


@record(frozen=True)
class LessonTimes:
    """The clock of one lesson as it stands now; a round not held today is not among `rounds`.

    All times are clock times of `day` where the lesson is taught. `launch`, `close` and `move` are
    minutes; `paused_since` is when the teacher stopped the clock, None while it runs.
    `launched_at` is when the launch ends where that is not as planned.
    """

    day: date
    starts_at: time
    ends_at: time
    launch: int
    close: int
    move: int
    rounds: tuple[TimedRound, ...]
    paused_since: time | None = None
    launched_at: time | None = None


@record(frozen=True)
class LivedDay:
    """What is known of a lesson since it was held; `outcomes` by group id and round number.

    `away` is who was absent or late, by student id.
    """

    outcomes: Mapping[tuple[int, int], VisitOutcomeKind]
    away: Mapping[int, AttendanceKind]
    notes: "tuple[QuickNoteRow, ...]"


@record(frozen=True)
class QuickNoteRow:
    """One note: about whom, when it was written, what it says. For the teacher alone."""

    id: int
    about: str
    day: date
    written_at: datetime
    words: str
    kind: NoteKind
