"""What the board shows the class: the public sheet of the plan, and names.

The rows come through the door of the printed sheets, whose types have no field that could hold
a score or a level; a test walks these types too.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from plplanner.records import record
from plplanner.rotation.rows import LessonToPrint
from plplanner.terms import AttendanceKind

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
