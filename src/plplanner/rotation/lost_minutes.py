"""What to do when minutes of a lesson are lost: the choices there are, and what each means."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, time, timedelta

from plplanner.records import record
from plplanner.rotation.lesson_clock import (
    clock_of,
    later,
    launch_ends,
    minutes_over,
    moved_on,
    with_launch_until,
)
from plplanner.rotation.rounds import RoundLength, judge_round_length
from plplanner.rotation.rows import LessonTimes, TimedRound

_SHORT = "That is too short for most tasks."


@record(frozen=True)
class LostMinutesWay:
    """One way on: what it is called, what it means, what its button says, the clock it leads to.

    `left_out` is the number of a round that is not held today.
    """

    title: str
    means: str
    button: str
    times: LessonTimes
    left_out: int | None = None


def ways_on(
    times: LessonTimes,
    now: datetime,
    *,
    lost: int,
    meets_teacher: Sequence[str] = (),
) -> tuple[LostMinutesWay, ...]:
    """The ways on after `lost` minutes, the gentlest first; none when no round is left.

    `meets_teacher` names the groups that would meet the teacher in the last round.
    """
    late = _late(times, now, lost)
    if not _left(late, now):
        return ()
    ways = (
        _shorten(late, now),
        _leave_last(late, now, meets_teacher),
        _skip_launch(times, late, now),
        _skip_close(late, now),
    )
    return tuple(way for way in ways if way is not None)


def _shorten(late: LessonTimes, now: datetime) -> LostMinutesWay | None:
    fitted = _fitted(late, now)
    if fitted is None:
        return None
    numbers = [str(row.number) for row in _left(late, now)]
    word = f"round{'s' if len(numbers) > 1 else ''}"
    close = " The close stays." if late.close else ""
    return LostMinutesWay(
        f"Shorten {word} {_listed(numbers)}",
        f"{_lengths(fitted, now)}{close}",
        f"Shorten {word}",
        fitted,
    )


def _leave_last(
    late: LessonTimes, now: datetime, meets_teacher: Sequence[str]
) -> LostMinutesWay | None:
    last = late.rounds[-1]
    if last.starts_at <= clock_of(late, now):
        return None
    fitted = _fitted(replace(late, rounds=late.rounds[:-1]), now)
    if fitted is None:
        return None
    means = f"Nobody works in round {last.number} today."
    if meets_teacher:
        verb = "does" if len(meets_teacher) == 1 else "do"
        means = f"{_listed(meets_teacher)} {verb} not meet you today. The next draft counts that."
    if fitted.rounds != late.rounds[:-1]:
        means = f"{means} {_lengths(fitted, now)}"
    return LostMinutesWay(
        f"Leave out round {last.number}", means, "Leave it out", fitted, last.number
    )


def _skip_launch(times: LessonTimes, late: LessonTimes, now: datetime) -> LostMinutesWay | None:
    """What is left of the launch is given to the rounds; not once it is over."""
    begins = max(clock_of(times, now), times.starts_at).replace(second=0, microsecond=0)
    if begins >= launch_ends(times):
        return None
    by = _between(launch_ends(times), launch_ends(late))
    fitted = _fitted(with_launch_until(late, later(begins, minutes=by)), now)
    if fitted is None:
        return None
    first = fitted.rounds[0]
    begins_at = f"{first.starts_at.hour}:{first.starts_at:%M}"
    means = f"{_lengths(fitted, now)} No launch: round {first.number} begins at {begins_at}."
    return LostMinutesWay("Skip the launch", means, "Skip the launch", fitted)


def _skip_close(late: LessonTimes, now: datetime) -> LostMinutesWay | None:
    fitted = _fitted(replace(late, close=0), now) if late.close else None
    if fitted is None:
        return None
    means = f"{_lengths(fitted, now)} No close today."
    return LostMinutesWay("Skip the close", means, "Skip the close", fitted)


def _left(times: LessonTimes, now: datetime) -> list[TimedRound]:
    clock = clock_of(times, now)
    return [row for row in times.rounds if row.ends_at > clock]


def _late(times: LessonTimes, now: datetime, lost: int) -> LessonTimes:
    """What is on and what is left as much later as was lost and the clock does not hold already.

    Who stopped the timer during the fire drill has moved them by that.
    """
    by = timedelta(minutes=max(0, lost - minutes_over(times)))
    return moved_on(times, clock_of(times, now), by)


def _fitted(late: LessonTimes, now: datetime) -> LessonTimes | None:
    """The rounds left cut by whole minutes until the last ends in time, no minute unused.

    They lose alike; where that does not go up, the last ones lose a minute more. None when the
    round that is on would be over already, or a coming one have no minute left.
    """
    left, over = _left(late, now), minutes_over(late)
    if not left or not over:
        return late
    cut, more = divmod(over, len(left))
    gone, rounds = 0, []
    for place, row in enumerate(left):
        starts = row.starts_at if not gone else later(row.starts_at, minutes=-gone)
        gone += cut + (place >= len(left) - more)
        rounds.append(TimedRound(row.number, starts, later(row.ends_at, minutes=-gone)))
    clock = clock_of(late, now)
    if any(row.ends_at <= max(clock, row.starts_at) for row in rounds):
        return None
    return replace(late, rounds=(*(row for row in late.rounds if row not in left), *rounds))


def _lengths(times: LessonTimes, now: datetime) -> str:
    """`10 minutes each.`, `10 to 11 minutes each.`, or when the last round ends if it is on."""
    coming = [row for row in times.rounds if row.starts_at > clock_of(times, now)]
    if not coming:
        ends = times.rounds[-1].ends_at
        return f"It ends at {ends.hour}:{ends:%M}."
    minutes, most = min(map(_minutes, coming)), max(map(_minutes, coming))
    span = f"{minutes} to {most}" if minutes != most else f"{minutes}"
    words = f"{span} minute{'' if most == 1 else 's'} each."
    return (
        words if judge_round_length(minutes) is not RoundLength.TOO_SHORT else f"{words} {_SHORT}"
    )


def _minutes(row: TimedRound) -> int:
    return _between(row.starts_at, row.ends_at)


def _between(starts: time, ends: time) -> int:
    return (ends.hour - starts.hour) * 60 + ends.minute - starts.minute


def _listed(words: Sequence[str]) -> str:
    return f"{', '.join(words[:-1])} and {words[-1]}" if len(words) > 1 else "".join(words)
