"""Pages for an adult: a band that says so at the top, parts that flow on, a small foot."""

from collections.abc import Iterable, Sequence

from plplanner.printing.cut_sheets import draw_foot
from plplanner.printing.fonts import Weight
from plplanner.printing.page import MARGIN, Sheets
from plplanner.printing.parts import Part, Style, draw_lines, draw_parts, height_of
from plplanner.printing.rows import SubstituteSheet
from plplanner.printing.text import Align, natural_align
from plplanner.printing.wording import long_day

Piles = Sequence[Sequence[Part]]

TEXT = Style(15.5, 20)
STRONG = Style(15.5, 20, Weight.BOLD)
HEADING = Style(18, 24, Weight.BOLD)
GREY = Style(15.5, 20, grey=0x33 / 255)
_TITLE = Style(30, 36, Weight.BOLD)
_BAND, _TOP, _FOOT = 34.0, 45.0, 60.0


def draw_teacher_pages(
    sheets: Sheets, sheet: SubstituteSheet, titled: Iterable[tuple[str, Piles]]
) -> None:
    """What stands under each title, the pages counted through: the last one says whether all came.

    Each pile begins a page; one that does not fit goes on, and the next follows it at once.
    """
    width = sheets.portrait[0] - 2 * MARGIN
    head = page_head(sheets, sheet, width)
    room = sheets.portrait[1] - _TOP - _BAND - 12 - head.height - _FOOT
    pages = [(title, page) for title, piles in titled for page in _pages(piles, room)]
    for number, (title, page) in enumerate(pages, start=1):
        sheets.start_page()
        _draw_band(sheets, title, width)
        head.draw(MARGIN, _TOP + _BAND + 12)
        draw_parts(page, MARGIN, _TOP + _BAND + 12 + head.height)
        right = f"{title} · {number} of {len(pages)}"
        draw_foot(sheets, sheet.class_code, right, inset=MARGIN, bottom=26)


def _pages(piles: Piles, room: float) -> list[list[Part]]:
    pages = [page for pile in piles for page in _flow(pile, room)]
    if len(pages) > len(piles):
        return _flow([part for pile in piles for part in pile], room)
    return pages


def page_head(sheets: Sheets, sheet: SubstituteSheet, width: float) -> Part:
    """The class on the left, the day on the right; a long name shrinks, then wraps."""
    day = long_day(sheet.day)
    taken = sheets.type.width(day, TEXT.size) + 20
    block = sheets.type.fit(sheet.title, _TITLE.size, width - taken, least=20, weight=_TITLE.weight)
    style = Style(block.size, _TITLE.leading * block.size / _TITLE.size, Weight.BOLD)

    def draw(x: float, top: float) -> None:
        draw_lines(sheets, block.lines, style, x=x, top=top, width=width - taken)
        sheets.text(
            day, x=x + width, top=top, leading=style.leading, size=TEXT.size, align=Align.RIGHT
        )

    return Part(len(block.lines) * style.leading + 10, draw)


def lines_of(sheets: Sheets, text: str, style: Style, width: float) -> Part:
    """A paragraph that begins on the side its language reads from."""
    lines = [
        line
        for whole in text.splitlines() or [""]
        for line in sheets.type.wrap(whole, style.size, width, weight=style.weight)
    ]
    sided = Style(style.size, style.leading, style.weight, natural_align(text), style.grey)

    def draw(x: float, top: float) -> None:
        draw_lines(sheets, lines, sided, x=x, top=top, width=width)

    return Part(len(lines) * style.leading, draw)


def names_in_order(sheets: Sheets, names: Sequence[str], width: float) -> Part:
    """Names from left to right, each set by itself, so that none turns the others round."""
    places: list[tuple[float, int, str]] = []
    at, line = 0.0, 0
    for number, name in enumerate(names, start=1):
        comma = "," if number < len(names) else ""
        wide = sheets.type.width(name, TEXT.size) + sheets.type.width(comma, TEXT.size)
        if at and at + wide > width:
            at, line = 0.0, line + 1
        pieces = sheets.type.wrap(name, TEXT.size, width - 6)
        for place, piece in enumerate(pieces):
            line += 1 if place else 0
            places.append((at, line, piece))
        at += sheets.type.width(pieces[-1], TEXT.size)
        places.append((at, line, comma))
        at += 10

    def draw(x: float, top: float) -> None:
        for left, row, words in places:
            y = top + row * TEXT.leading
            sheets.text(words, x=x + left, top=y, leading=TEXT.leading, size=TEXT.size)

    return Part((line + 1) * TEXT.leading, draw)


def stacked(parts: Iterable[Part]) -> Part:
    """Parts that stay together on a page."""
    held = tuple(parts)
    return Part(height_of(held), lambda x, top: _draw_all(held, x, top))


def side_by_side(parts: Sequence[tuple[float, Part]]) -> Part:
    """Parts beside each other, each so far from the left edge."""
    high = max((part.height for _, part in parts), default=0.0)

    def draw(x: float, top: float) -> None:
        for left, part in parts:
            part.draw(x + left, top)

    return Part(high, draw)


def ruled(sheets: Sheets, part: Part, width: float, *, air: float = 6.0) -> Part:
    """A part under a thin rule."""

    def draw(x: float, top: float) -> None:
        sheets.rule(x, top + 0.6, x + width, top + 0.6, grey=0x99 / 255)
        part.draw(x, top + air)

    return Part(part.height + 2 * air, draw)


def _draw_all(parts: Sequence[Part], x: float, top: float) -> None:
    draw_parts(parts, x, top)


def _flow(parts: Sequence[Part], room: float) -> list[list[Part]]:
    pages: list[list[Part]] = [[]]
    for part in parts:
        if pages[-1] and height_of(pages[-1]) + part.height > room:
            pages.append([])
        pages[-1].append(part)
    return pages


def _draw_band(sheets: Sheets, title: str, width: float) -> None:
    sheets.rule(MARGIN, _TOP + _BAND / 2, MARGIN + width, _TOP + _BAND / 2, width=_BAND, grey=0.067)
    for words, x, align, weight in (
        (title.upper(), MARGIN + 16, Align.LEFT, Weight.BOLD),
        ("Do not post", MARGIN + width - 16, Align.RIGHT, Weight.REGULAR),
    ):
        sheets.text(
            words, x=x, top=_TOP, leading=_BAND, size=17, align=align, weight=weight, grey=1.0
        )
