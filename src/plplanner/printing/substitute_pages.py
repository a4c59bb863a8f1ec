"""The sheet a substitute holds in her hand: the lesson by the clock, then what to know."""

from collections.abc import Iterator

from plplanner.printing.page import MARGIN, Sheets
from plplanner.printing.parts import Part, Style, group_mark, space, written_line
from plplanner.printing.return_page import return_parts
from plplanner.printing.rows import (
    SubstituteGroup,
    SubstituteSheet,
    SubstituteStation,
    SubstituteTime,
    SubstituteVisit,
)
from plplanner.printing.teacher_page import (
    HEADING,
    STRONG,
    TEXT,
    draw_teacher_pages,
    lines_of,
    names_in_order,
    ruled,
    side_by_side,
    stacked,
)
from plplanner.printing.wording import STATION_ICONS, clock

_WHEN, _PART, _GAP = 104.0, 206.0, 14.0
_ICON, _SYMBOL = 22.0, 18.0
_STATION = 176.0
_PLEASE = (
    "Nothing is graded or marked today. Leave all papers in one pile.",
    "Health and safety: see the binder in the office.",
    "This sheet is for you alone. Leave it on the desk with the last page.",
)
_BLANK_LINES = 2
_TIGHT = 4.5
_IN_ONE_PIECE = 560.0


def draw_substitute(sheets: Sheets, sheet: SubstituteSheet) -> None:
    """Two pages to read, one to fill in and leave."""
    width = sheets.portrait[0] - 2 * MARGIN
    lesson = list(_first_page(sheets, sheet, width))
    to_know = list(_second_page(sheets, sheet, width))
    piles = ([*lesson, space(16), *to_know],) if sheet.is_spare else (lesson, to_know)
    back = (list(return_parts(sheets, sheet, width)),)
    draw_teacher_pages(
        sheets, sheet, (("For the substitute", piles), ("Back to the teacher", back))
    )


def _first_page(sheets: Sheets, sheet: SubstituteSheet, width: float) -> Iterator[Part]:
    yield lines_of(sheets, _what_to_expect(sheet), TEXT, width)
    yield space(10)
    yield side_by_side((
        (0, lines_of(sheets, "When", HEADING, _WHEN)),
        (_WHEN, lines_of(sheets, "What the class does", HEADING, width / 2)),
        (width - _PART, lines_of(sheets, "What you do", HEADING, _PART)),
    ))  # fmt: skip
    for row in sheet.times:
        yield ruled(sheets, _time(sheets, row, width), width, air=_TIGHT)
    yield from _stations(sheets, sheet, width)


def _what_to_expect(sheet: SubstituteSheet) -> str:
    if sheet.is_spare:
        return "The class works through this together or alone. You teach nothing new."
    who = "Groups change" if sheet.groups else "Everyone changes"
    if sheet.knows_rotation:
        return f"The class knows this. {who} stations when a round ends; you teach nothing new."
    return (
        f"The class may not have done this before. {who} stations when a round ends: say where "
        "each goes next. You teach nothing new."
    )


def _stations(sheets: Sheets, sheet: SubstituteSheet, width: float) -> Iterator[Part]:
    rows = [
        ruled(sheets, _station(sheets, one, width), width, air=_TIGHT) for one in sheet.stations
    ]
    if rows:
        heading = lines_of(sheets, "At the stations", HEADING, width)
        yield stacked((space(8), heading, rows[0]))  # a heading never stands alone
        yield from rows[1:]
    if sheet.when_done:
        said = lines_of(sheets, f"Who is done early: {sheet.when_done}", STRONG, width)
        yield ruled(sheets, said, width, air=8)


def _time(sheets: Sheets, row: SubstituteTime, width: float) -> Part:
    middle = width - _WHEN - _PART - _GAP
    span = f"{clock(row.starts_at)}–{clock(row.ends_at)}"
    says = [lines_of(sheets, row.says, TEXT, middle)] if row.says else []
    visits = [_visit(sheets, visit, middle) for visit in row.visits]
    when = stacked((
        lines_of(sheets, span, STRONG, _WHEN), lines_of(sheets, row.title, TEXT, _WHEN)
    ))  # fmt: skip
    return side_by_side((
        (0, when),
        (_WHEN, stacked((*says, *visits))),
        (width - _PART, lines_of(sheets, row.your_part, TEXT, _PART)),
    ))  # fmt: skip


def _visit(sheets: Sheets, visit: SubstituteVisit, width: float) -> Part:
    """A group with its symbol; where it is and what it does beside it."""
    mark, draw_mark = group_mark(sheets, visit.group, symbol=_SYMBOL, word=STRONG.size)
    left = max(mark, 96.0) + 10 if mark else 0.0
    where = ", ".join(part for part in (visit.station_name, visit.place) if part)
    words = lines_of(
        sheets, f"{where}: {visit.task}" if visit.task else where, TEXT, width - left
    )  # fmt: skip

    def draw(x: float, top: float) -> None:
        draw_mark(x + mark, top, TEXT.leading)
        words.draw(x + left, top)

    return Part(words.height + 3, draw)


def _station(sheets: Sheets, station: SubstituteStation, width: float) -> Part:
    left = _ICON + 10
    name = lines_of(sheets, station.name, STRONG, _STATION - left)
    place = f"{station.place}. " if station.place and station.place != station.name else ""
    goes = lines_of(sheets, f"{place}{station.goes}", TEXT, width - _STATION)

    def draw(x: float, top: float) -> None:
        sheets.icon(STATION_ICONS[station.kind], x, top - 1, _ICON)

    icon = Part(_ICON, draw)
    return side_by_side(((0, icon), (left, name), (_STATION, goes)))


def _second_page(sheets: Sheets, sheet: SubstituteSheet, width: float) -> Iterator[Part]:
    if sheet.groups:
        yield lines_of(sheets, "Groups", HEADING, width)
        yield from _groups(sheets, sheet.groups, width)
        yield space(6)
    half = (width - 24) / 2
    left = [
        _listed(sheets, "Who leaves the room", sheet.leaving, "Nobody we know of.", half),
        _listed(sheets, "Seats", sheet.seats, "As they usually sit.", half),
        _asked(sheets, "Who helps", "\n".join(sheet.help_from), half),
    ]
    right = [
        _asked(sheets, "Where things are", sheet.where_things, half),
        _asked(sheets, "Routines and signals", sheet.routines, half),
        _listed(sheets, "Please", _PLEASE, "", half),
    ]
    both = side_by_side(((0, stacked(left)), (half + 24, stacked(right))))
    if both.height <= _IN_ONE_PIECE:
        yield both
        return
    # Long words of the teacher's own go on to another page rather than over the edge.
    for pair in zip(left, right, strict=True):
        yield side_by_side(((0, pair[0]), (half + 24, pair[1])))


def _groups(sheets: Sheets, groups: tuple[SubstituteGroup, ...], width: float) -> Iterator[Part]:
    columns = 2
    column = (width - 24 * (columns - 1)) / columns
    for place in range(0, len(groups), columns):
        yield side_by_side([
            (number * (column + 24), ruled(sheets, _group(sheets, group, column), column))
            for number, group in enumerate(groups[place : place + columns])
        ])  # fmt: skip


def _group(sheets: Sheets, group: SubstituteGroup, width: float) -> Part:
    mark, draw_mark = group_mark(sheets, group.group, symbol=22, word=17)
    names = names_in_order(sheets, group.names, width)

    def draw(x: float, top: float) -> None:
        draw_mark(x + mark, top, 26)
        names.draw(x, top + 28)

    return Part(28 + names.height, draw)


def _listed(sheets: Sheets, title: str, lines: tuple[str, ...], else_: str, width: float) -> Part:
    heading = lines_of(sheets, title, HEADING, width)
    said = [lines_of(sheets, line, TEXT, width) for line in lines or (else_,)]
    spaced = [part for one in said for part in (one, space(3))]
    return ruled(sheets, stacked((heading, *spaced)), width)


def _asked(sheets: Sheets, title: str, words: str, width: float) -> Part:
    """The teacher's words; where there are none, lines to write on."""
    heading = lines_of(sheets, title, HEADING, width)
    line = Style(TEXT.size, 28)
    said = (
        [lines_of(sheets, words, TEXT, width)]
        if words
        else [written_line(sheets, "", line, width) for _ in range(_BLANK_LINES)]
    )
    return ruled(sheets, stacked((heading, *said, space(3 if words else 10))), width)
