"""A slip for each student: where to be, when, and what to do there."""

from collections.abc import Sequence
from functools import partial

from plplanner.printing.cut_sheets import (
    Cell,
    cells_of_page,
    cut_and_stack,
    draw_cutting,
    draw_foot,
    foot_of,
)
from plplanner.printing.fonts import Weight
from plplanner.printing.page import Sheets
from plplanner.printing.parts import (
    Part,
    Style,
    draw_lines,
    draw_parts,
    height_of,
    name_head,
    paragraph,
    space,
    written_line,
)
from plplanner.printing.rows import SlipRound, StudentSlip
from plplanner.printing.text import Align
from plplanner.printing.wording import STATION_ICONS, clock, short_day

# Columns and rows of a sheet, most slips first: a crowded slip gets a larger cell, never
# smaller letters.
LAYOUTS = ((2, 4), (2, 3), (2, 2), (1, 2))

_LEFT, _RIGHT, _TOP, _BOTTOM = 30.0, 16.0, 12.0, 8.0
_STATION = Style(15.5, 19, Weight.BOLD)
_PLACE = Style(15.5, 19)
_TASK = Style(14.0, 16)
_DAY = Style(14.0, 18, grey=0x22 / 255)
_PULL_OUT = Style(14.0, 18, Weight.BOLD, Align.RIGHT)
_CLOSING = Style(15.0, 19)
_TEXT_LEFT = 100.0
_TICK = 30.0
_MOST_TASK_LINES = 4


def draw_slips(sheets: Sheets, slips: Sequence[StudentSlip]) -> None:
    """All slips on cut sheets; the whole class gets cells of one size."""
    if not slips:
        return
    columns, rows = _layout(sheets, slips)
    for sheet in cut_and_stack(slips, columns * rows):
        sheets.start_page()
        draw_cutting(sheets, columns=columns, rows=rows)
        cells = cells_of_page(sheets.width, sheets.height, columns=columns, rows=rows)
        for slip, cell in zip(sheet.cells, cells, strict=True):
            if slip is not None:
                _draw_slip(sheets, slip, cell)
        left = f"{slips[0].class_code} · {short_day(slips[0].day)}"
        draw_foot(sheets, left, foot_of("Slips", sheet), inset=60, bottom=30)


def _layout(sheets: Sheets, slips: Sequence[StudentSlip]) -> tuple[int, int]:
    width, height = sheets.portrait
    for columns, rows in LAYOUTS:
        cell = cells_of_page(width, height, columns=columns, rows=rows)[0]
        inner = cell.width - _LEFT - _RIGHT
        if all(
            _TOP + height_of(_parts(sheets, slip, inner, spare=0.0)) + _BOTTOM <= cell.height
            for slip in slips
        ):
            return columns, rows
    return LAYOUTS[-1]


def _draw_slip(sheets: Sheets, slip: StudentSlip, cell: Cell) -> None:
    inner = cell.width - _LEFT - _RIGHT
    plain = _TOP + height_of(_parts(sheets, slip, inner, spare=0.0)) + _BOTTOM
    if slip.group is not None:
        high = round(cell.height - 16, 2)
        band = sheets.drawings.band(slip.group, width=12, height=high, scale=1)
        sheets.stamp(band, cell.left + 8, cell.top + 8, 1, height=cell.height - 16)
    parts = _parts(sheets, slip, inner, spare=max(0.0, cell.height - plain))
    draw_parts(parts, cell.left + _LEFT, cell.top + _TOP)


def _parts(sheets: Sheets, slip: StudentSlip, width: float, *, spare: float) -> list[Part]:
    """The parts of a slip; spare room first airs the rounds, then becomes lines to write on."""
    air = min(spare / max(1, len(slip.rounds)), 8.0)
    left_over = spare - air * len(slip.rounds)
    day = short_day(slip.day)
    head, beside = name_head(
        sheets,
        slip.name,
        slip.group,
        width=width,
        leading=30,
        symbol=28,
        word=20,
        left_below=day,
    )
    rounds = [_round(sheets, round_, width, air=air) for round_ in slip.rounds]
    when_done = (
        [space(6), paragraph(sheets, f"When done: {slip.when_done}", _CLOSING, width)]
        if slip.when_done
        else []
    )
    watch = (
        [space(3), paragraph(sheets, f"Watch before next time: {slip.watch_next}", _CLOSING, width)]
        if slip.watch_next
        else []
    )
    learned = written_line(sheets, "Today I learned", Style(15, 20), width)
    more = written_line(sheets, "", Style(15, 26), width)
    return [
        head,
        *_day_parts(sheets, slip, width, said=not beside),
        space(4),
        *rounds,
        _rule(sheets, width),
        *when_done,
        *watch,
        space(5),
        learned,
        *[more] * min(3, int(left_over // more.height)),
    ]


def _rule(sheets: Sheets, width: float) -> Part:
    return Part(
        1.2, lambda x, top: sheets.rule(x, top + 0.6, x + width, top + 0.6, grey=0x99 / 255)
    )


def _day_parts(sheets: Sheets, slip: StudentSlip, width: float, *, said: bool) -> tuple[Part, ...]:
    """The day and when the student is called out; under a long name the day is `said` already."""
    text = "" if said else short_day(slip.day)
    if said and not slip.pull_out:
        return ()
    day = paragraph(sheets, text, _DAY, width)
    if not slip.pull_out:
        return space(6), day
    taken = sheets.type.width(text, _DAY.size) + 12
    out = paragraph(sheets, slip.pull_out, _PULL_OUT, width - taken, max_lines=2)

    def draw(x: float, top: float) -> None:
        day.draw(x, top)
        out.draw(x + taken, top)

    return space(0 if said else 6), Part(max(day.height, out.height), draw)


def _round(sheets: Sheets, round_: SlipRound, width: float, *, air: float) -> Part:
    """One round: number, time, station and place; the task below them; a box to tick."""
    room = width - _TEXT_LEFT - _TICK
    station = sheets.type.wrap(round_.station_name, _STATION.size, room, weight=Weight.BOLD)
    place_width = sheets.type.width(round_.place, _PLACE.size)
    last = sheets.type.width(station[-1], _STATION.size, weight=Weight.BOLD)
    beside = len(station) == 1 and last + 10 + place_width <= room
    task = sheets.type.wrap(round_.task, _TASK.size, room, max_lines=_MOST_TASK_LINES)
    below = task if round_.task else ()
    if round_.place and not beside:
        below = (*below, *sheets.type.wrap(round_.place, _TASK.size, room, max_lines=2))
    text = len(station) * _STATION.leading + len(below) * _TASK.leading
    height = max(37.0, text + 2.0) + air

    def draw(x: float, top: float) -> None:
        sheets.rule(x, top + 0.6, x + width, top + 0.6, grey=0x99 / 255)
        start = top + 1.2 + (height - 1.2 - text) / 2
        _draw_when(sheets, round_, x, start)
        at = partial(draw_lines, sheets, x=x + _TEXT_LEFT, width=room)
        at(station, _STATION, top=start)
        if beside:
            right = Style(_PLACE.size, _PLACE.leading, align=Align.RIGHT)
            at((round_.place,), right, top=start)
        at(below, _TASK, top=start + len(station) * _STATION.leading)
        sheets.tick_box(x + width - 18, top + 1.2 + (height - 1.2 - 18) / 2)

    return Part(height, draw)


def _draw_when(sheets: Sheets, round_: SlipRound, x: float, top: float) -> None:
    leading, size = _STATION.leading, _STATION.size
    number, moment = str(round_.number), clock(round_.starts_at)
    sheets.text(number, x=x, top=top, leading=leading, size=size, weight=Weight.BOLD)
    sheets.text(moment, x=x + 62, top=top, leading=leading, size=size, align=Align.RIGHT)
    sheets.icon(STATION_ICONS[round_.station_kind], x + 70.5, top - 1.5, 22)
