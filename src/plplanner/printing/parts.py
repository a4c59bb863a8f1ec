"""Cards and slips are piles of parts: each knows its height before anything is drawn."""

from collections.abc import Callable, Iterable, Sequence

from plplanner.printing.fonts import Weight
from plplanner.printing.page import Sheets
from plplanner.printing.text import Align, Block
from plplanner.records import record
from plplanner.terms import GroupIdentity

NAME_SIZE = 24.0
_NAME_LEAST = 11 / 0.72
_NAME_LEAST_LEADING = 18.5
_BELOW = 25.0  # the line of the group, under a long name


@record(frozen=True)
class Part:
    """A part of a card: `draw(x, top)` puts it on the page; lengths in 1/100 inch."""

    height: float
    draw: Callable[[float, float], None]


@record(frozen=True)
class Style:
    """How a paragraph is set."""

    size: float
    leading: float
    weight: Weight = Weight.REGULAR
    align: Align = Align.LEFT
    grey: float | None = None


def height_of(parts: Iterable[Part]) -> float:
    """How tall the parts are together."""
    return sum(part.height for part in parts)


def draw_parts(parts: Iterable[Part], x: float, top: float) -> float:
    """Draw the parts one below the other; where the last one ends."""
    for part in parts:
        part.draw(x, top)
        top += part.height
    return top


def space(height: float) -> Part:
    """Room, and nothing in it."""
    return Part(height, lambda _x, _top: None)


def paragraph(
    sheets: Sheets, text: str, style: Style, width: float, *, max_lines: int | None = None
) -> Part:
    """Text wrapped to a width."""
    lines = sheets.type.wrap(text, style.size, width, weight=style.weight, max_lines=max_lines)

    def draw(x: float, top: float) -> None:
        draw_lines(sheets, lines, style, x=x, top=top, width=width)

    return Part(len(lines) * style.leading, draw)


def draw_lines(
    sheets: Sheets, lines: Sequence[str], style: Style, *, x: float, top: float, width: float
) -> None:
    """Draw lines that already fit their width."""
    edge = {Align.LEFT: 0.0, Align.CENTRE: width / 2, Align.RIGHT: width}[style.align]
    for number, line in enumerate(lines):
        sheets.text(
            line,
            x=x + edge,
            top=top + number * style.leading,
            leading=style.leading,
            size=style.size,
            weight=style.weight,
            align=style.align,
            grey=style.grey,
        )


def written_line(sheets: Sheets, label: str, style: Style, width: float) -> Part:
    """A label and a line to write on."""

    def draw(x: float, top: float) -> None:
        drawn = sheets.text(label, x=x, top=top, leading=style.leading, size=style.size)
        start = x + drawn + 6 if label else x
        bottom = top + style.leading - 0.6
        sheets.rule(start, bottom, x + width, bottom, grey=0x55 / 255)

    return Part(style.leading, draw)


def group_mark(
    sheets: Sheets, group: GroupIdentity | None, *, symbol: float, word: float
) -> tuple[float, Callable[[float, float, float], None]]:
    """A group's symbol and word: their width, and `draw(right, top, leading)`; none, nothing."""
    if group is None:
        return 0.0, lambda _right, _top, _leading: None
    width = symbol + 8 + sheets.type.width(group.word, word, weight=Weight.BOLD)

    def draw(right: float, top: float, leading: float) -> None:
        left = right - width
        form = sheets.drawings.symbol(group)
        sheets.stamp(form, left, top + (leading - symbol) / 2, symbol / 24, height=symbol)
        sheets.text(
            group.word,
            x=left + symbol + 8,
            top=top,
            leading=leading,
            size=word,
            weight=Weight.BOLD,
        )

    return width, draw


def name_head(
    sheets: Sheets,
    name: str,
    group: GroupIdentity | None,
    *,
    width: float,
    leading: float,
    symbol: float,
    word: float,
    suffix: str = "",
    left_below: str = "",
) -> tuple[Part, bool]:
    """The student's name and the group, and whether they stand side by side.

    A long name shrinks, then takes lines of its own; the group moves below it, with
    `left_below` (the day) or the suffix on its left.
    """
    mark, draw_mark = group_mark(sheets, group, symbol=symbol, word=word)
    small = Style(14.5, 19)
    tail = sheets.type.width(suffix, small.size) + 1 if suffix else 0.0
    room = width - mark - 10 - tail
    least = sheets.type.width(name, _NAME_LEAST, weight=Weight.BOLD)
    beside = least <= room
    block = _fit_name(sheets, name, room if beside else width)
    step = leading if len(block.lines) == 1 else _NAME_LEAST_LEADING

    def draw(x: float, top: float) -> None:
        end = x
        for number, line in enumerate(block.lines):
            end = x + sheets.text(
                line,
                x=x,
                top=top + number * step,
                leading=step,
                size=block.size,
                weight=Weight.BOLD,
            )
        below = top if beside else top + len(block.lines) * step
        draw_mark(x + width, below, leading if beside else _BELOW)
        note = suffix if beside else suffix.lstrip(", ") or left_below
        sheets.text(
            note,
            x=end + 1 if beside else x,
            top=below + (block.size - small.size) * 0.3 * beside,
            leading=leading if beside else _BELOW,
            size=small.size,
        )

    return Part(leading if beside else len(block.lines) * step + _BELOW, draw), beside


def _fit_name(sheets: Sheets, name: str, room: float) -> Block:
    return sheets.type.fit(
        name, NAME_SIZE, room, least=_NAME_LEAST, weight=Weight.BOLD, max_lines=3
    )
