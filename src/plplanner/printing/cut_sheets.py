"""Cut the whole pile at once, stack the piles, and the class lies in order.

Cut-and-stack imposition: the first cell of every sheet holds the first stretch of students, the
second cell the next, so that piling the cut stacks in reading order sorts them.
"""

from collections.abc import Sequence
from typing import Generic, TypeVar

from plplanner.printing.page import MARGIN, Sheets
from plplanner.printing.text import Align
from plplanner.records import record

Thing = TypeVar("Thing")

_MOST_SHEETS = 10  # what a hand guillotine cuts at once
_BOTTOM = 55.0
_CROP_FROM, _CROP_TO = 28.0, 40.0
_FOOT_SIZE, _FOOT_GREY = 11.5, 0x44 / 255


@record(frozen=True)
class CutSheet(Generic[Thing]):
    """One sheet of a stack; a cell is None where the class has run out."""

    stack: str
    number: int
    of: int
    cells: tuple[Thing | None, ...]


@record(frozen=True)
class Cell:
    """The room for one card, in hundredths of an inch from the top left of the page."""

    left: float
    top: float
    width: float
    height: float


def cut_and_stack(things: Sequence[Thing], per_sheet: int) -> tuple[CutSheet[Thing], ...]:
    """Deal things onto sheets so that each cut and piled stack is in the given order."""
    total = -(-len(things) // per_sheet)
    stacks = -(-total // _MOST_SHEETS)
    sheets: list[CutSheet[Thing]] = []
    start = 0
    for stack in range(stacks):
        height = total // stacks + (stack < total % stacks)
        part = things[start : start + height * per_sheet]
        start += height * per_sheet
        for row in range(height):
            places = range(row, height * per_sheet, height)
            cells = tuple(part[place] if place < len(part) else None for place in places)
            sheets.append(CutSheet(_stack_letter(stack), row + 1, height, cells))
    return tuple(sheets)


def cells_of_page(width: float, height: float, *, columns: int, rows: int) -> tuple[Cell, ...]:
    """Equal cells in reading order on a page of the given size."""
    across = (width - 2 * MARGIN) / columns
    down = (height - MARGIN - _BOTTOM) / rows
    return tuple(
        Cell(MARGIN + column * across, MARGIN + row * down, across, down)
        for row in range(rows)
        for column in range(columns)
    )


def draw_cutting(sheets: Sheets, *, columns: int, rows: int) -> None:
    """Dashed cell edges, and crop marks outside them."""
    cells = cells_of_page(sheets.width, sheets.height, columns=columns, rows=rows)
    left, top = cells[0].left, cells[0].top
    right, bottom = cells[-1].left + cells[-1].width, cells[-1].top + cells[-1].height
    for column in range(columns + 1):
        x = left + column * cells[0].width
        sheets.rule(x, top, x, bottom, width=1, grey=0.6, dash=(3, 3))
        sheets.rule(x, _CROP_FROM, x, _CROP_TO, width=1, grey=0)
        sheets.rule(x, bottom + 5, x, bottom + 17, width=1, grey=0)
    for row in range(rows + 1):
        y = top + row * cells[0].height
        sheets.rule(left, y, right, y, width=1, grey=0.6, dash=(3, 3))
        sheets.rule(_CROP_FROM, y, _CROP_TO, y, width=1, grey=0)
        sheets.rule(sheets.width - _CROP_TO, y, sheets.width - _CROP_FROM, y, width=1, grey=0)


def draw_foot(sheets: Sheets, left: str, right: str, *, inset: float, bottom: float) -> None:
    """The small footer; `bottom` is the distance of its line box from the page's edge."""
    top = sheets.height - bottom - 14
    half = (sheets.width - 2 * inset) / 2 - 8
    for text, x, align in ((left, inset, Align.LEFT), (right, sheets.width - inset, Align.RIGHT)):
        sheets.text(
            text,
            x=x,
            top=top,
            leading=14,
            size=_FOOT_SIZE,
            align=align,
            grey=_FOOT_GREY,
            max_width=half,
        )


def foot_of(kind: str, sheet: CutSheet[Thing]) -> str:
    """`Slips, stack A · 1 of 4 · cut, then stack`."""
    return f"{kind}, stack {sheet.stack} · {sheet.number} of {sheet.of} · cut, then stack"


def _stack_letter(number: int) -> str:
    return chr(ord("A") + number % 26) * (number // 26 + 1)
