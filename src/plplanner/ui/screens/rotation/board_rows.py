"""What the board shows the class: the public sheet of the plan, names, and the clock in words.

The rows come through the door of the printed sheets, whose types have no field that could hold
a score or a level; a test walks these types too.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from plplanner.records import record
from plplanner.rotation.lesson_clock import LessonMoment, LessonPart
from plplanner.rotation.rows import LessonTimes, LessonToPrint
from plplanner.terms import AttendanceKind
from plplanner.ui.screens.rotation.words import clock

if TYPE_CHECKING:  # the plan does not wait for what the board and paper share
    from plplanner.printing.rows import BoardCell, BoardLine, ClassBoard


CALLED = "Teacher table:"


@record(frozen=True)
class ShownBoard:
    """Groups and their ways, and who is here by group, in the order of the sheet's lines.

    Where students go their own way the lines are stations; `names` are then those of the round in
    which most are there, and the cells say who is there when.
    """

    sheet: "ClassBoard"
    names: tuple[tuple[str, ...], ...]


@record(frozen=True)
class BoardHead:
    """The top of the board. `timer` is empty where no clock runs; `gone` is 0 to 1."""

    title: str
    starts: str
    follows: str
    timer: str
    gone: float
    is_near_end: bool = False


def shown_board(lesson: LessonToPrint, away: Mapping[int, AttendanceKind]) -> ShownBoard:
    """The board of a lesson; who is absent is not named on it."""
    # The plan does not wait for what the board and paper share.
    from plplanner.printing.compose import board_of  # noqa: PLC0415

    absent = AttendanceKind.ABSENT
    here = {row.id: row.name for row in lesson.students if away.get(row.id) is not absent}
    sheet = board_of(
        lesson.plan,
        lesson.playlists,
        called=tuple(name for one, name in here.items() if one in lesson.called),
        students=[row for row in lesson.students if row.id in here],
    )
    if sheet.is_of_stations:
        return ShownBoard(sheet, tuple(_most_there(line) for line in sheet.lines))
    return ShownBoard(
        sheet,
        names=tuple(
            tuple(name for one, name in here.items() if one in line.student_ids)
            for line in lesson.plan.together
        ),
    )


def _most_there(line: "BoardLine") -> tuple[str, ...]:
    found = [cell.names for cell in line.cells if cell is not None]
    return max(found, key=lambda names: sum(len(name) + 2 for name in names), default=())


def round_shown(times: LessonTimes, moment: LessonMoment | None, page: int) -> int:
    """Which round the board shows, counted from 0; `page` is the one looked at beforehand."""
    numbers = [row.number for row in times.rounds]
    if moment is None or not numbers:
        return max(0, min(page, len(numbers) - 1))
    if moment.round_number in numbers:
        return numbers.index(moment.round_number)
    before = moment.part in (LessonPart.BEFORE, LessonPart.LAUNCH)
    return 0 if before else len(numbers) - 1


def head_of(times: LessonTimes, moment: LessonMoment | None, page: int) -> BoardHead:
    """The clock in words; without a moment the round looked at, and when it is."""
    if not times.rounds:
        return BoardHead("No round today", "", "", "", 0.0)
    place = round_shown(times, moment, page)
    row = times.rounds[place]
    named = f"Round {place + 1} of {len(times.rounds)}"
    if moment is None:
        span = f"{clock(row.starts_at)}–{clock(row.ends_at)}"
        return BoardHead(named, "", span, "", 0.0)
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
    return BoardHead(
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


def station_words(cell: "BoardCell") -> str:
    """Station and place on one line."""
    return " · ".join(part for part in (cell.station_name, cell.place) if part)


def below_words(sheet: "ClassBoard", *, with_goals: bool = False) -> tuple[tuple[str, str], ...]:
    """The lines below the cards, each with its icon: goals where they have no room above, who is
    called to the teacher's table, what comes when done."""
    goals = sheet.goals if with_goals else ()
    called = f"{CALLED} {', '.join(sheet.called)}" if sheet.called else ""
    done = f"When done: {sheet.when_done}" if sheet.when_done else ""
    lines = (*(("goal", words) for words in goals), ("teacher", called), ("check", done))
    return tuple((icon, words) for icon, words in lines if words)


def spoken_board(board: ShownBoard, round_index: int) -> str:
    """The board as a screen reader says it."""
    lines = []
    for line, names in zip(board.sheet.lines, board.names, strict=True):
        cell = line.cells[round_index] if round_index < len(line.cells) else None
        said = (cell.station_name, cell.place, cell.task) if cell else ("no station",)
        where = ", ".join(part for part in said if part)
        if line.kind is None:
            lines.append(f"{line.group.word}: {where}. {', '.join(names)}.")
        else:
            lines.append(f"{line.group.word}: {', '.join(cell.names) if cell else 'nobody'}.")
    return " ".join(lines)
