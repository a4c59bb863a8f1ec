"""Who was really with the teacher: not who was absent, out of the room, or with another group."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import field
from datetime import date, datetime, time, timedelta

from plplanner.records import record

# (weekday from 0, first minute, last minute)
WeeklyOut = tuple[int, time, time]


@record(frozen=True)
class GroupMeeting:
    """A group was at the teacher's table in one round of one plan, as it was held."""

    plan_id: int
    day: date
    group_id: int
    starts_at: time
    minutes: int

    @property
    def ends_at(self) -> time:
        """The first minute after it."""
        begins = datetime.combine(self.day, self.starts_at)
        return (begins + timedelta(minutes=self.minutes)).time()


@record(frozen=True)
class ClassHistory:
    """What is known of past lessons: `days` of all, the last one first, and every meeting held.

    `members` are students by group; `guests` the group of (plan, student) where it was not her
    own; `absent` are (student, day); `came` says since when who came late was there, by (student,
    day); `outs` the weekly times out of the room by student.
    """

    days: Sequence[date]
    meetings: Collection[GroupMeeting]
    members: Mapping[int, Collection[int]]
    guests: Mapping[tuple[int, int], int] = field(default_factory=dict)
    absent: frozenset[tuple[int, date]] = frozenset()
    came: Mapping[tuple[int, date], time] = field(default_factory=dict)
    outs: Mapping[int, Collection[WeeklyOut]] = field(default_factory=dict)


def lessons_since_met(history: ClassHistory) -> dict[int, int]:
    """Lessons since each student was with the teacher (0: the last one); nobody who never was."""
    ago = {day: count for count, day in enumerate(history.days)}
    since: dict[int, int] = {}
    for meeting in history.meetings:
        for student in _with_group(history, meeting):
            if (
                (student, meeting.day) not in history.absent
                and not came_too_late(
                    history.came.get((student, meeting.day)), meeting.starts_at, meeting.ends_at
                )
                and not _was_out(history.outs.get(student, ()), meeting)
            ):
                since[student] = min(ago[meeting.day], since.get(student, ago[meeting.day]))
    return since


def came_too_late(came_at: time | None, starts_at: time, ends_at: time) -> bool:
    """Whether who came late missed a round: more than half of it was over. Unknown, she was there.

    So a late-comer whom the table waited for a minute has been met.
    """
    if came_at is None:
        return False
    return 2 * _minute(came_at) > _minute(starts_at) + _minute(ends_at)


def _minute(clock: time) -> int:
    return clock.hour * 60 + clock.minute


def _with_group(history: ClassHistory, meeting: GroupMeeting) -> list[int]:
    own = [
        one
        for one in history.members.get(meeting.group_id, ())
        if history.guests.get((meeting.plan_id, one), meeting.group_id) == meeting.group_id
    ]
    guests = [
        student
        for (plan_id, student), group_id in history.guests.items()
        if (plan_id, group_id) == (meeting.plan_id, meeting.group_id) and student not in own
    ]
    return [*own, *guests]


def _was_out(outs: Collection[WeeklyOut], meeting: GroupMeeting) -> bool:
    return any(
        weekday == meeting.day.weekday() and start < meeting.ends_at and meeting.starts_at < end
        for weekday, start, end in outs
    )
