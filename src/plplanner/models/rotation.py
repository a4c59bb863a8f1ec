"""Stations, and the plan of who is where on a day."""

from datetime import date, datetime, time

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from plplanner.models.table import Table, owned_by, points_to


class Station(Table):
    """A place where a group works. `when_done` says what comes after.

    `adult` helps there, besides the teacher, from `adult_from` until `adult_until`; one that
    `needs_adult` runs only then. `voice` is the voice level, None where none is said. Its work
    needs that of the station `after_id` first. `adult_days` are numbers, “024” for Monday,
    Wednesday and Friday; empty is every day.
    """

    __table_args__ = (UniqueConstraint("school_class_id", "name"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    school_class_id: Mapped[int] = owned_by("school_class")
    name: Mapped[str]
    kind: Mapped[str]
    place: Mapped[str] = mapped_column(default="")
    seats: Mapped[int | None]
    when_done: Mapped[str] = mapped_column(default="")
    position: Mapped[int] = mapped_column(default=0)
    adult: Mapped[str] = mapped_column(default="")
    voice: Mapped[int | None]
    adult_from: Mapped[time | None]
    adult_until: Mapped[time | None]
    needs_adult: Mapped[bool] = mapped_column(default=False)
    after_id: Mapped[int | None] = points_to("station")
    adult_days: Mapped[str] = mapped_column(default="")


class RotationPlan(Table):
    """The rotation of one class on one day.

    Spread over days it is `part` of so many `parts`, from 1; one more is the day to catch up, and
    0 a day by itself. `watch_next` is what students watch at home before the next lesson.
    """

    __table_args__ = (UniqueConstraint("school_class_id", "day"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    school_class_id: Mapped[int] = owned_by("school_class")
    day: Mapped[date]
    group_set_id: Mapped[int | None] = points_to("group_set")
    state: Mapped[str] = mapped_column(default="draft")
    starts_at: Mapped[time]
    minutes: Mapped[int]
    launch: Mapped[int]
    close: Mapped[int]
    move: Mapped[int]
    when_done: Mapped[str] = mapped_column(default="")
    has_internet: Mapped[bool] = mapped_column(default=True)
    has_substitute: Mapped[bool] = mapped_column(default=False)
    part: Mapped[int] = mapped_column(default=0)
    parts: Mapped[int] = mapped_column(default=0)
    content_goal: Mapped[str] = mapped_column(default="")
    language_goal: Mapped[str] = mapped_column(default="")
    watch_next: Mapped[str] = mapped_column(default="")


class Round(Table):
    """One round of a plan."""

    __table_args__ = (UniqueConstraint("rotation_plan_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    rotation_plan_id: Mapped[int] = owned_by("rotation_plan")
    number: Mapped[int]
    starts_at: Mapped[time]
    minutes: Mapped[int]


class StationVisit(Table):
    """A group is at a station in a round; of students who go their own way many may be there.

    The words of station and task are copied, so that last week prints the same tomorrow. What
    stands in for a day has its reason in `stand_in`, and what was planned beside it. One that
    `is_locked` stays when the day is drafted again.
    """

    __table_args__ = (UniqueConstraint("round_id", "small_group_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    round_id: Mapped[int] = owned_by("round")
    small_group_id: Mapped[int] = owned_by("small_group")
    station_id: Mapped[int | None] = points_to("station")
    station_name: Mapped[str]
    station_kind: Mapped[str]
    place: Mapped[str]
    task: Mapped[str]
    stand_in: Mapped[str | None]
    planned_task: Mapped[str | None]
    planned_kind: Mapped[str | None]
    voice: Mapped[int | None]
    is_locked: Mapped[bool] = mapped_column(default=False)


class LessonRun(Table):
    """How a lesson went against the clock: minutes for the close, and since when it stands still.

    `launched_at` is when the launch ends where that is not as planned. There only once something
    was moved; the plan keeps what was planned.
    """

    id: Mapped[int] = mapped_column(primary_key=True)
    rotation_plan_id: Mapped[int] = mapped_column(
        ForeignKey("rotation_plan.id", ondelete="CASCADE"), unique=True
    )
    close: Mapped[int]
    paused_since: Mapped[time | None]
    launched_at: Mapped[time | None]


class LivedRound(Table):
    """When a round really began and ended, to the second; or that it was not held."""

    id: Mapped[int] = mapped_column(primary_key=True)
    round_id: Mapped[int] = mapped_column(ForeignKey("round.id", ondelete="CASCADE"), unique=True)
    starts_at: Mapped[time]
    ends_at: Mapped[time]
    is_held: Mapped[bool]


class VisitOutcome(Table):
    """Whether a group did what it had to do at a station."""

    id: Mapped[int] = mapped_column(primary_key=True)
    station_visit_id: Mapped[int] = mapped_column(
        ForeignKey("station_visit.id", ondelete="CASCADE"), unique=True
    )
    outcome: Mapped[str]


class PlanGuest(Table):
    """For one lesson a student works with another group of the plan than her own."""

    __table_args__ = (UniqueConstraint("rotation_plan_id", "student_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    rotation_plan_id: Mapped[int] = owned_by("rotation_plan")
    student_id: Mapped[int] = owned_by("student")
    small_group_id: Mapped[int] = owned_by("small_group")


class OwnSeat(Table):
    """A student works at a seat of her own from a day to another, both counted, on one `task`.

    Her card is from the playlist; without one it is her group's.
    """

    id: Mapped[int] = mapped_column(primary_key=True)
    school_class_id: Mapped[int] = owned_by("school_class")
    student_id: Mapped[int] = owned_by("student")
    starts_on: Mapped[date]
    ends_on: Mapped[date]
    task: Mapped[str]
    playlist_id: Mapped[int | None] = points_to("playlist")


class LessonFrame(Table):
    """What a lesson of a class takes besides its rounds, in minutes.

    `set_up` passes at a digital station before work begins.
    """

    id: Mapped[int] = mapped_column(primary_key=True)
    school_class_id: Mapped[int] = mapped_column(
        ForeignKey("school_class.id", ondelete="CASCADE"), unique=True
    )
    launch: Mapped[int]
    close: Mapped[int]
    move: Mapped[int]
    set_up: Mapped[int]


class WorkingDevices(Table):
    """How many devices of a class work, over all its stations; None is enough for all.

    Without a day it is so on every day that has no row of its own. `students_each` share one.
    """

    __table_args__ = (UniqueConstraint("school_class_id", "day"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    school_class_id: Mapped[int] = owned_by("school_class")
    day: Mapped[date | None]
    working: Mapped[int | None]
    students_each: Mapped[int]


class PrintedLesson(Table):
    """What was last printed or saved of a lesson, for telling what changed since.

    `pieces` is JSON: a fingerprint of the words by piece of paper. It holds no words and no names.
    Its id is made of class and day, so that no other row ever takes it: Undo may bring it back.
    """

    __table_args__ = (UniqueConstraint("school_class_id", "day"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    school_class_id: Mapped[int] = owned_by("school_class")
    day: Mapped[date]
    pieces: Mapped[str]
    qr_codes: Mapped[bool]
    second_language: Mapped[bool]


class QuickNote(Table):
    """What the teacher wrote down during a lesson about a student, a group or the class.

    `about` keeps the name in words: groups come and go, what was seen stays.
    """

    id: Mapped[int] = mapped_column(primary_key=True)
    school_class_id: Mapped[int] = owned_by("school_class")
    student_id: Mapped[int | None] = mapped_column(
        ForeignKey("student.id", ondelete="CASCADE"), index=True
    )
    small_group_id: Mapped[int | None] = points_to("small_group")
    about: Mapped[str]
    day: Mapped[date]
    written_at: Mapped[datetime]
    words: Mapped[str]
    kind: Mapped[str]


class SubstituteWords(Table):
    """What a substitute should know of a class, in the teacher's words.

    `spare_day` is what the class does on a day without a plan, a line for each thing.
    """

    id: Mapped[int] = mapped_column(primary_key=True)
    school_class_id: Mapped[int] = mapped_column(
        ForeignKey("school_class.id", ondelete="CASCADE"), unique=True
    )
    where_things: Mapped[str] = mapped_column(default="")
    routines: Mapped[str] = mapped_column(default="")
    help_from: Mapped[str] = mapped_column(default="")
    spare_day: Mapped[str] = mapped_column(default="")


class DayTemplate(Table):
    """The shape of a day kept under a name. On its `weekday`, days are drafted from it.

    `minutes` is how long the lesson was; `rounds` how many there were.
    """

    __table_args__ = (
        UniqueConstraint("school_class_id", "name"),
        UniqueConstraint("school_class_id", "weekday"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    school_class_id: Mapped[int] = owned_by("school_class")
    name: Mapped[str]
    weekday: Mapped[int | None]
    minutes: Mapped[int]
    rounds: Mapped[int]
    launch: Mapped[int]
    close: Mapped[int]
    move: Mapped[int]
    when_done: Mapped[str] = mapped_column(default="")


class TemplateStation(Table):
    """A station of a template; `task` is what every group does there, empty where each its own."""

    __table_args__ = (UniqueConstraint("day_template_id", "name"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    day_template_id: Mapped[int] = owned_by("day_template")
    name: Mapped[str]
    kind: Mapped[str]
    place: Mapped[str] = mapped_column(default="")
    task: Mapped[str] = mapped_column(default="")
    position: Mapped[int] = mapped_column(default=0)


class TemplateRound(Table):
    """How long a round of a template is, in minutes; there only where they are not all alike."""

    __table_args__ = (UniqueConstraint("day_template_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    day_template_id: Mapped[int] = owned_by("day_template")
    number: Mapped[int]
    minutes: Mapped[int]
