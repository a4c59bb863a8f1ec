"""The clock of a lesson in words, for Today and for the board."""

from plplanner.records import record
from plplanner.rotation.lesson_clock import LessonMoment, LessonPart
from plplanner.rotation.rows import LessonTimes
from plplanner.ui.screens.rotation.words import clock


@record(frozen=True)
class LessonHead:
    """What is on and until when. `timer` is empty where no clock runs; `gone` is 0 to 1."""

    title: str
    starts: str
    follows: str
    timer: str
    gone: float
    is_near_end: bool = False


def round_shown(times: LessonTimes, moment: LessonMoment | None, page: int) -> int:
    """Which round the board shows, counted from 0; `page` is the one looked at beforehand."""
    numbers = [row.number for row in times.rounds]
    if moment is None or not numbers:
        return max(0, min(page, len(numbers) - 1))
    if moment.round_number in numbers:
        return numbers.index(moment.round_number)
    before = moment.part in (LessonPart.BEFORE, LessonPart.LAUNCH)
    return 0 if before else len(numbers) - 1


def head_of(times: LessonTimes, moment: LessonMoment | None, page: int) -> LessonHead:
    """The clock in words; without a moment the round looked at, and when it is."""
    if not times.rounds:
        return LessonHead("No round today", "", "", "", 0.0)
    place = round_shown(times, moment, page)
    row = times.rounds[place]
    named = f"Round {place + 1} of {len(times.rounds)}"
    if moment is None:
        span = f"{clock(row.starts_at)}–{clock(row.ends_at)}"
        return LessonHead(named, "", span, "", 0.0)
    titles = {
        LessonPart.BEFORE: f"Starts at {clock(times.starts_at)}",
        LessonPart.LAUNCH: "Launch",
        LessonPart.MOVE: f"Go to round {place + 1}",
        LessonPart.ROUND: named,
        LessonPart.RETURN: "Back to your seats",
        LessonPart.CLOSE: "Close",
        LessonPart.OVER: "The lesson is over",
    }
    runs = moment.part not in (LessonPart.BEFORE, LessonPart.OVER)
    return LessonHead(
        title=titles[moment.part],
        starts=clock(moment.starts_at) if runs else "",
        follows="Paused" if runs and moment.is_paused else _follows(times, moment, place),
        timer=timer_words(moment.left) if runs or 0 < moment.left < 3600 else "",
        gone=moment.gone if runs else 0.0,
        is_near_end=moment.part is LessonPart.ROUND and moment.left <= 120,
    )


def timer_words(seconds: int) -> str:
    """`6:48`."""
    return f"{seconds // 60}:{seconds % 60:02}"


def _follows(times: LessonTimes, moment: LessonMoment, place: int) -> str:
    match moment.part:
        case LessonPart.LAUNCH:
            return f"Round 1 at {clock(times.rounds[0].starts_at)}"
        case LessonPart.MOVE:
            return f"Starts at {clock(moment.ends_at)}"
        case LessonPart.ROUND if place + 1 < len(times.rounds):
            return f"Next round at {clock(times.rounds[place + 1].starts_at)}"
        case LessonPart.RETURN if moment.ends_at < times.ends_at:
            return f"Close at {clock(moment.ends_at)}"
        case LessonPart.ROUND | LessonPart.RETURN | LessonPart.CLOSE:
            return f"Ends at {clock(moment.ends_at)}"
    return ""
