"""Where a lesson stands: which round is now, how long it lasts, and what moves when it is moved.

Times of day are clock times of the day of the lesson. What is left is counted in real seconds, so
that a night in which the clocks change neither moves a lesson nor makes its minutes longer.
"""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from enum import StrEnum

from plplanner.records import record
from plplanner.rotation.rows import LessonTimes, PlanRow, TimedRound

_LAST_SECOND = time(23, 59, 59)
# So late a hand may still come down to begin a round that has begun already.
_JUST_BEGUN = timedelta(seconds=3)


class LessonPart(StrEnum):
    """The parts of a lesson, in order.

    MOVE is on the way to the round that is named, RETURN from the last one to the seats.
    """

    BEFORE = "before"
    LAUNCH = "launch"
    MOVE = "move"
    ROUND = "round"
    RETURN = "return"
    CLOSE = "close"
    OVER = "over"


@record(frozen=True)
class LessonMoment:
    """What is on now: its part, its round where it has one, and from when until when.

    `left` are whole seconds, `gone` is the share that is over, 0 to 1.
    """

    part: LessonPart
    round_number: int | None
    starts_at: time
    ends_at: time
    left: int
    gone: float
    is_paused: bool = False


def planned_times(plan: PlanRow) -> LessonTimes:
    """The clock of a lesson as it was planned."""
    return LessonTimes(
        day=plan.day,
        starts_at=plan.starts_at,
        ends_at=later(plan.starts_at, minutes=plan.minutes),
        launch=plan.launch,
        close=plan.close,
        move=plan.move,
        rounds=tuple(
            TimedRound(row.number, row.starts_at, later(row.starts_at, minutes=row.minutes))
            for row in plan.rounds
        ),
    )


def moment_at(times: LessonTimes, now: datetime) -> LessonMoment:
    """What is on at a moment, which has its time zone; while paused, what was on then."""
    clock = clock_of(times, now)
    part, number, starts, ends = _span_at(times, clock)
    left = (
        _between(times, clock, ends, now) if part not in (LessonPart.BEFORE, LessonPart.OVER) else 0
    )
    if part is LessonPart.BEFORE:
        left = _between(times, clock, times.starts_at, now)
    whole = _between(times, starts, ends, now)
    return LessonMoment(
        part=part,
        round_number=number,
        starts_at=starts,
        ends_at=ends,
        left=left,
        gone=1 - left / whole if whole > 0 and part is not LessonPart.BEFORE else 0.0,
        is_paused=times.paused_since is not None,
    )


def clock_of(times: LessonTimes, now: datetime) -> time:
    """The clock time that counts: that of `now` in its zone, or the one of the pause.

    Before the day of the lesson it is midnight, after it the day is over.
    """
    if now.date() != times.day:
        return time.min if now.date() < times.day else time.max
    return times.paused_since or now.time()


def launch_ends(times: LessonTimes) -> time:
    """When the launch ends: as it was moved, else as planned; never after a round has begun."""
    ends = times.launched_at or _planned_launch(times)
    return min(ends, times.rounds[0].starts_at) if times.rounds else ends


def add_minutes(times: LessonTimes, now: datetime, minutes: int) -> LessonTimes:
    """What is on, launch, way or round, lasts so many minutes longer, what follows moves along.

    It cannot end before now: it ends now. Before the lesson it is the launch that is meant.
    """
    clock = clock_of(times, now)
    part, _, _, end = _span_at(times, clock)
    if part is LessonPart.BEFORE:
        clock, end = times.starts_at, launch_ends(times)
    wanted = max(later(end, minutes=minutes), clock.replace(microsecond=0))
    return moved_on(times, clock, _apart(end, wanted))


def pause(times: LessonTimes, now: datetime) -> LessonTimes:
    """The clock of the lesson stands still from now on."""
    since = clock_of(times, now).replace(microsecond=0)
    return replace(times, paused_since=times.paused_since or since)


def go_on(times: LessonTimes, now: datetime) -> LessonTimes:
    """The clock runs again: what is on and all that follows end as much later as it stood still.

    What was stopped before the lesson has stood still since it was to begin.
    """
    if times.paused_since is None:
        return times
    running = replace(times, paused_since=None)
    since = max(times.paused_since, times.starts_at)
    stood = _apart(since, max(since, clock_of(running, now).replace(microsecond=0)))
    return moved_on(running, since, stood)


def next_round_now(times: LessonTimes, now: datetime) -> LessonTimes:
    """What is on ends now and the next round begins at once, as long as it was to be.

    After the last round the close is next. Nothing changes before the lesson; nor in the first
    seconds of a round, for who presses then meant to begin it.
    """
    running = go_on(times, now)
    clock = clock_of(running, now)
    on = _round_on(running, clock)
    is_just_begun = on is not None and _apart(on.starts_at, clock) < _JUST_BEGUN
    if is_just_begun or clock < times.starts_at:
        return times
    times, clock = running, clock.replace(microsecond=0)
    coming = [row for row in times.rounds if row.starts_at > clock]
    sooner = _apart(coming[0].starts_at, clock) if coming else timedelta()
    launched = _launched(times, min(launch_ends(times), clock)) if coming else times
    return replace(
        launched,
        rounds=tuple(
            _moved(row, sooner) if row in coming else replace(row, ends_at=min(row.ends_at, clock))
            for row in times.rounds
        ),
    )


def moved_on(times: LessonTimes, since: time, by: timedelta) -> LessonTimes:
    """What is on at `since` ends, and all that follows begins and ends, so much later."""
    launched = launch_ends(times)
    if launched > since:
        times = _launched(times, _plus(launched, by))
    return replace(
        times,
        rounds=tuple(
            _moved(row, by)
            if row.starts_at > since
            else replace(row, ends_at=_plus(row.ends_at, by))
            if row.ends_at > since
            else row
            for row in times.rounds
        ),
    )


def with_launch_until(times: LessonTimes, ends: time) -> LessonTimes:
    """The launch ends then, and every round begins as much sooner."""
    sooner = _apart(launch_ends(times), ends)
    rounds = tuple(_moved(row, sooner) for row in times.rounds)
    return replace(_launched(times, ends), rounds=rounds)


def minutes_over(times: LessonTimes) -> int:
    """By how many minutes, begun ones counted, the rounds run into the close or past the bell."""
    if not times.rounds:
        return 0
    over = _apart(last_end(times), times.rounds[-1].ends_at)
    return max(0, -(-int(over.total_seconds()) // 60))


def last_end(times: LessonTimes) -> time:
    """When the last round must end, for the move to the seats and the close to fit."""
    return later(times.ends_at, minutes=-(times.close + times.move))


def later(moment: time, *, minutes: int) -> time:
    """The clock so many minutes on; a lesson never leaves its day."""
    return _plus(moment, timedelta(minutes=minutes))


def _plus(moment: time, by: timedelta) -> time:
    # In the middle of the calendar: neither midnight is the end of it.
    noon = datetime(2000, 1, 2).date()
    there = datetime.combine(noon, moment) + by
    if there.date() != noon:
        return _LAST_SECOND if there.date() > noon else time.min
    return there.time()


def _apart(first: time, second: time) -> timedelta:
    day = datetime.min.date()
    return datetime.combine(day, second) - datetime.combine(day, first)


def _between(times: LessonTimes, first: time, second: time, now: datetime) -> int:
    """Real seconds between two clock times of the day, begun ones counted."""
    moments = [
        datetime.combine(times.day, at, tzinfo=now.tzinfo).astimezone(UTC) for at in (first, second)
    ]
    return max(0, -int(-(moments[1] - moments[0]).total_seconds() // 1))


def lesson_parts(times: LessonTimes) -> list[tuple[LessonPart, int | None, time, time]]:
    """All parts with their round, start and end, in order: each begins where the last one ends."""
    launched = launch_ends(times)
    spans: list[tuple[LessonPart, int | None, time, time]] = [
        (LessonPart.BEFORE, None, time.min, times.starts_at),
        (LessonPart.LAUNCH, None, times.starts_at, launched),
    ]
    before = launched
    for row in times.rounds:
        spans.append((LessonPart.MOVE, row.number, before, row.starts_at))
        spans.append((LessonPart.ROUND, row.number, row.starts_at, row.ends_at))
        before = row.ends_at
    ends = max(before, times.ends_at)
    closes = min(ends, later(before, minutes=times.move)) if times.close else ends
    spans.append((LessonPart.RETURN, None, before, closes))
    spans.append((LessonPart.CLOSE, None, closes, ends))
    spans.append((LessonPart.OVER, None, ends, time.max))
    return [span for span in spans if span[2] < span[3] or span[0] is LessonPart.OVER]


def _span_at(times: LessonTimes, clock: time) -> tuple[LessonPart, int | None, time, time]:
    return next(
        span for span in lesson_parts(times) if clock < span[3] or span[0] is LessonPart.OVER
    )


def _round_on(times: LessonTimes, clock: time) -> TimedRound | None:
    return next((row for row in times.rounds if row.starts_at <= clock < row.ends_at), None)


def _planned_launch(times: LessonTimes) -> time:
    return later(times.starts_at, minutes=times.launch)


def _launched(times: LessonTimes, ends: time) -> LessonTimes:
    """With a launch that ends then; it is kept only where that is not as planned."""
    return replace(times, launched_at=None if ends == _planned_launch(times) else ends)


def _moved(row: TimedRound, by: timedelta) -> TimedRound:
    return replace(row, starts_at=_plus(row.starts_at, by), ends_at=_plus(row.ends_at, by))
