"""The class rotation board: who goes where, readable from the back of the room.

No letter is smaller than 18 points. A board that does not fit goes on to more pages.
"""

from collections.abc import Sequence
from itertools import pairwise

from plplanner.printing.board_cells import (
    CELL_LEAST,
    ROOMY,
    SNUG,
    Density,
    draw_cell,
    draw_group,
    draw_station,
    lay_cell,
    lay_station,
    longest_word,
)
from plplanner.printing.cut_sheets import draw_foot
from plplanner.printing.fonts import Weight
from plplanner.printing.page import MARGIN, Sheets
from plplanner.printing.parts import Part, Style, draw_parts, height_of, paragraph, space
from plplanner.printing.rows import BoardLine, ClassBoard
from plplanner.printing.text import Align
from plplanner.printing.wording import clock, long_day
from plplanner.records import record

_TOP = 40.0
_TITLE = Style(42, 46, Weight.BOLD)
_TEXT = Style(25, 32)
_SNUG_TITLE = Style(32, 38, Weight.BOLD)
_TALLEST_ROW = 190.0
_FOOT = 45.0
_FULL_LABELS = 4  # with more rounds the header says “5  10:10”
_HEAVY, _THIN = 2.0, 1.5
_THIN_GREY = 0x77 / 255


@record(frozen=True)
class _BoardPage:
    """Which rounds and which lines stand on one page, and how tall each row is."""

    rounds: range
    lines: tuple[BoardLine, ...]
    heights: tuple[float, ...]


@record(frozen=True)
class _BoardPlan:
    """All pages of a board in one density."""

    density: Density
    head: Part
    foot: Part
    pages: tuple[_BoardPage, ...]


def draw_board(sheets: Sheets, board: ClassBoard) -> None:
    """The board on as few pages as 18-point letters allow; roomy where that costs no page."""
    width = max(sheets.portrait) - 2 * MARGIN
    plan = min(
        (_plan(sheets, board, width, density) for density in (ROOMY, SNUG)),
        key=lambda plan: len(plan.pages),
    )
    for number, page in enumerate(plan.pages, start=1):
        sheets.start_page(landscape=True)
        plan.head.draw(MARGIN, _TOP)
        top = _TOP + plan.head.height
        bottom = _draw_table(sheets, board, page, density=plan.density, top=top, width=width)
        plan.foot.draw(MARGIN, bottom)
        draw_foot(
            sheets,
            board.class_code,
            f"Class board · {number} of {len(plan.pages)}",
            inset=MARGIN,
            bottom=26,
        )


def _plan(sheets: Sheets, board: ClassBoard, width: float, density: Density) -> _BoardPlan:
    head = (_snug_head(sheets, board, width) if density is SNUG else None) or _head(
        sheets, board, width
    )
    foot = _below(sheets, board, width)
    room = min(sheets.portrait) - _TOP - head.height - density.header - foot.height - _FOOT
    pages = tuple(
        page
        for rounds in _round_spans(sheets, board, width, density)
        for page in _pages(sheets, board, rounds, width=width, room=room, density=density)
    )
    return _BoardPlan(density, head, foot, pages)


def _snug_head(sheets: Sheets, board: ClassBoard, width: float) -> Part | None:
    """Title, day and goal on one line; None when they are too long for that."""
    title = sheets.type.width(board.title, _SNUG_TITLE.size, weight=Weight.BOLD)
    day = sheets.type.width(long_day(board.day), _TEXT.size)
    goal = sheets.type.width(board.goal, _TEXT.size)
    if title + 18 + day + 30 + goal + 12 > width:
        return None

    def draw(x: float, top: float) -> None:
        paragraph(sheets, board.title, _SNUG_TITLE, width).draw(x, top)
        sheets.text(long_day(board.day), x=x + title + 18, top=top + 5, leading=32, size=25)
        if board.goal:
            _draw_goal_line(sheets, board.goal, x + width, top + 5, 0)

    return Part(_SNUG_TITLE.leading + 8, draw)


def _head(sheets: Sheets, board: ClassBoard, width: float) -> Part:
    """Title and day on the left, the goal on the right."""
    goal_room = width * 0.55
    goal = _goal_lines(sheets, board, goal_room)
    taken = max((sheets.type.width(line, _TEXT.size) for line in goal), default=0.0)
    title = paragraph(sheets, board.title, _TITLE, width - (taken + 24 if taken else 0))
    day = paragraph(sheets, long_day(board.day), _TEXT, width)
    beside = len(goal) * _TEXT.leading
    height = max(title.height + day.height, beside)

    def draw(x: float, top: float) -> None:
        title.draw(x, top + height - day.height - title.height)
        day.draw(x, top + height - day.height)
        for number, line in enumerate(goal):
            _draw_goal_line(sheets, line, x + width, top + height - beside + number * 32, number)

    return Part(height + 10, draw)


def _goal_lines(sheets: Sheets, board: ClassBoard, room: float) -> tuple[str, ...]:
    # A little narrower than the room, because “I can” is set in bold.
    return tuple(
        line
        for goal in board.goals
        for line in sheets.type.wrap(goal, _TEXT.size, room - 12, max_lines=3)
    )


def _draw_goal_line(sheets: Sheets, line: str, right: float, top: float, number: int) -> None:
    rest = line.removeprefix("I can ")
    if number or rest == line:
        sheets.text(line, x=right, top=top, leading=32, size=25, align=Align.RIGHT)
        return
    drawn = sheets.text(rest, x=right, top=top, leading=32, size=25, align=Align.RIGHT)
    sheets.text(
        "I can",
        x=right - drawn - 6.5,
        top=top,
        leading=32,
        size=25,
        weight=Weight.BOLD,
        align=Align.RIGHT,
    )


def _below(sheets: Sheets, board: ClassBoard, width: float) -> Part:
    """Who is called to the teacher's table, and what comes when one is done."""
    said = (("Teacher table:", ", ".join(board.called)), ("When done:", board.when_done))
    lines = [_labelled(sheets, label, words, width) for label, words in said if words]
    if not lines:
        return space(8.0)

    def draw(x: float, top: float) -> None:
        draw_parts(lines, x, top + 12)

    return Part(height_of(lines) + 20, draw)


def _labelled(sheets: Sheets, label: str, words: str, width: float) -> Part:
    indent = sheets.type.width(label, _TEXT.size, weight=Weight.BOLD) + 7
    text = paragraph(sheets, words, _TEXT, width - indent, max_lines=3)

    def draw(x: float, top: float) -> None:
        sheets.text(label, x=x, top=top, leading=32, size=25, weight=Weight.BOLD)
        text.draw(x + indent, top)

    return Part(text.height, draw)


def _round_spans(sheets: Sheets, board: ClassBoard, width: float, density: Density) -> list[range]:
    """The rounds each page shows: all, or as many as let the longest word stand unbroken."""
    count = len(board.round_starts)
    least = max(longest_word(sheets, board, density), CELL_LEAST)
    parts = 1
    while parts < count and (width - density.group) / -(-count // parts) < least:
        parts += 1
    starts = [-(-count * part // parts) for part in range(parts + 1)]
    return [range(first, last) for first, last in pairwise(starts)]


def _pages(
    sheets: Sheets,
    board: ClassBoard,
    rounds: range,
    *,
    width: float,
    room: float,
    density: Density,
) -> list[_BoardPage]:
    """Lines dealt onto pages evenly, and rows stretched to fill."""
    column = (width - density.group) / max(1, len(rounds))
    needs = [
        max(
            *(lay_cell(sheets, line.cells[n], column, density).height for n in rounds),
            lay_station(sheets, line, density).height if line.kind is not None else 0.0,
            0.0 if rounds else CELL_LEAST,
        )
        for line in board.lines
    ]
    count = 1
    while count < len(needs) and any(sum(needs[span]) > room for span in _spans(needs, count)):
        count += 1
    return [
        _BoardPage(rounds, board.lines[span], _stretched(needs[span], room))
        for span in _spans(needs, count)
    ]


def _spans(needs: Sequence[float], count: int) -> list[slice]:
    bounds = [-(-len(needs) * part // count) for part in range(count + 1)]
    return [slice(first, last) for first, last in pairwise(bounds)]


def _stretched(needs: Sequence[float], room: float) -> tuple[float, ...]:
    """Equal rows when the tallest allows it, otherwise each its need and a share of the rest."""
    if not needs:
        return ()
    equal = min(room / len(needs), max(_TALLEST_ROW, *needs))
    if max(needs) <= equal:
        return (equal,) * len(needs)
    share = (room - sum(needs)) / len(needs)
    return tuple(need + share for need in needs)


def _draw_table(
    sheets: Sheets,
    board: ClassBoard,
    page: _BoardPage,
    *,
    density: Density,
    top: float,
    width: float,
) -> float:
    """Header and rows; where the table ends."""
    column = (width - density.group) / max(1, len(page.rounds))
    lefts = [MARGIN + density.group + place * column for place in range(len(page.rounds))]
    bottom = top + density.header + sum(page.heights)
    _draw_header(sheets, board, page, lefts, top=top, density=density)
    row = top + density.header
    for line, height in zip(page.lines, page.heights, strict=True):
        head = {"x": MARGIN, "top": row, "height": height}
        if line.kind is not None:
            draw_station(sheets, line, line.kind, density=density, **head)
        else:
            draw_group(sheets, line.group, density=density, **head)
        for number, left in zip(page.rounds, lefts, strict=True):
            draw_cell(sheets, lay_cell(sheets, line.cells[number], column, density), left, row)
        sheets.rule(MARGIN, row, MARGIN + width, row, width=_HEAVY)
        row += height
    for left in lefts:
        sheets.rule(left, top + 1, left, bottom - 1, width=_THIN, grey=_THIN_GREY)
    sheets.frame(MARGIN, top, width, bottom - top + 1, radius=6, line=_HEAVY)
    return bottom


def _draw_header(
    sheets: Sheets,
    board: ClassBoard,
    page: _BoardPage,
    lefts: Sequence[float],
    *,
    top: float,
    density: Density,
) -> None:
    def label(text: str, x: float, weight: Weight = Weight.REGULAR) -> float:
        return sheets.text(text, x=x, top=top, leading=density.header, size=25, weight=weight)

    label("Station" if board.is_of_stations else "Group", MARGIN + 16, Weight.BOLD)
    for number, left in zip(page.rounds, lefts, strict=True):
        short = len(lefts) > _FULL_LABELS
        name = str(number + 1) if short else f"Round {number + 1}"
        drawn = label(name, left + 10, Weight.BOLD)
        label(clock(board.round_starts[number]), left + 10 + drawn + 14)
