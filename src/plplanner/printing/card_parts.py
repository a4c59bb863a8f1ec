"""The parts of a playlist card, from the student's name to how it was."""

from collections.abc import Sequence

from plplanner.printing.fonts import Weight
from plplanner.printing.page import Sheets
from plplanner.printing.parts import (
    Part,
    Style,
    draw_lines,
    height_of,
    name_head,
    paragraph,
    space,
    written_line,
)
from plplanner.printing.rows import CardItem, CardLink, PlaylistCard
from plplanner.printing.text import Align, natural_align
from plplanner.printing.wording import RESOURCE_ICONS, span_of_days
from plplanner.records import record

_BODY = Style(14.5, 19)
_STRONG = Style(14.5, 19, Weight.BOLD)
_GOAL = Style(18.0, 22, Weight.BOLD)
_SECTION = Style(16.0, 19, Weight.BOLD)
_CODE = Style(14.0, 19, Weight.BOLD)
_MOST_GOAL_LINES = 5
_MOST_TITLE_LINES = 4
_TICK = 26.0  # a box and the gap after it
_ICON = 27.0
_MINUTES = 54.0
_LIGHT = 0x88 / 255


@record(frozen=True)
class Air:
    """The room between things; letters keep their size."""

    row: float
    gap: float
    under_code: float


ROOMY = Air(row=27.0, gap=5.0, under_code=7.0)
TIGHT = Air(row=22.0, gap=3.0, under_code=-2.0)


@record(frozen=True)
class Numbering:
    """Which of how many cards this is; a single card says nothing."""

    number: int
    of: int

    @property
    def suffix(self) -> str:
        """What follows the name."""
        return f", card {self.number} of {self.of}" if self.of > 1 else ""


def head_part(sheets: Sheets, card: PlaylistCard, width: float, numbering: Numbering) -> Part:
    """Name and group."""
    head, _ = name_head(
        sheets,
        card.name,
        card.group,
        width=width,
        leading=28,
        symbol=26,
        word=18,
        suffix=numbering.suffix,
    )
    return head


def goal_part(sheets: Sheets, card: PlaylistCard, width: float, air: Air) -> Part:
    """What the student is learning, in one or two languages, the days, and the QR symbol."""
    link = _link_part(sheets, card.link, air) if card.link else None
    side = link[0] if link else 0.0
    room = width - side + (2 if link else 0)
    lines: list[Part] = []
    if card.i_can:
        lines.append(paragraph(sheets, card.i_can, _GOAL, room, max_lines=_MOST_GOAL_LINES))
    if card.i_can_at_home:
        style = Style(_GOAL.size, _GOAL.leading, align=natural_align(card.i_can_at_home))
        lines += [
            space(2),
            paragraph(sheets, card.i_can_at_home, style, room, max_lines=_MOST_GOAL_LINES),
        ]
    days = span_of_days(card.starts_on, card.ends_on)
    lines += [space(4), paragraph(sheets, days, _BODY, room)]
    height = max(height_of(lines), link[1].height if link else 0.0)

    def draw(x: float, top: float) -> None:
        below = top + 6
        for line in lines:
            line.draw(x, below)
            below += line.height
        if link:
            link[1].draw(x + width - side + 10, top)

    return Part(6 + height, draw)


def _link_part(sheets: Sheets, link: CardLink, air: Air) -> tuple[float, Part]:
    """The QR symbol with its short code; too long an address leaves the code alone."""
    found = sheets.drawings.qr(link.address)
    box = found[1].box if found else 106.0
    quiet = 4 * box / found[1].modules if found else 0.0
    code_top = box - quiet + 5 if found else 12.0
    icon = RESOURCE_ICONS[link.kind] if link.kind else None
    wide = sheets.type.width(link.code, _CODE.size, weight=Weight.BOLD)

    def draw(x: float, top: float) -> None:
        if found:
            sheets.stamp(found[0], x, top, box / found[1].modules, height=box)
        left = x + (box - wide - (22 if icon else 0)) / 2
        if icon:
            sheets.icon(icon, left, top + code_top + 0.5, 18)
            left += 22
        draw_lines(sheets, (link.code,), _CODE, x=left, top=top + code_top, width=wide)

    return box, Part(code_top + _CODE.leading - 6 + air.under_code, draw)


def must_heading(sheets: Sheets, width: float, *, again: bool = False) -> Part:
    """The heavy rule and “Must do”."""

    def draw(x: float, top: float) -> None:
        sheets.rule(x, top + 5, x + width, top + 5, width=2)
        drawn = sheets.text(
            "Must do",
            x=x,
            top=top + 11,
            leading=_SECTION.leading,
            size=_SECTION.size,
            weight=Weight.BOLD,
        )
        if again:
            draw_lines(sheets, ("more",), _BODY, x=x + drawn + 8, top=top + 11, width=0)

    return Part(30.0, draw)


def must_part(sheets: Sheets, item: CardItem, width: float, *, kinds: bool, air: Air) -> Part:
    """One thing to do: box, kind, title, place, minutes. A long title wraps, place below it."""
    indent = _TICK + (_ICON if kinds else 0.0)
    room = width - indent - (_MINUTES if item.minutes is not None else 0.0)
    place = sheets.type.width(item.place, _BODY.size)
    title = sheets.type.width(item.title, _STRONG.size, weight=Weight.BOLD)
    beside = title + 8 + place <= room
    titles = sheets.type.wrap(
        item.title, _STRONG.size, room, weight=Weight.BOLD, max_lines=_MOST_TITLE_LINES
    )
    places = (
        ()
        if beside or not item.place
        else sheets.type.wrap(item.place, _BODY.size, room, max_lines=2)
    )
    lead = (air.row - _BODY.leading) / 2
    height = max(air.row, (len(titles) + len(places)) * _BODY.leading + lead)

    def draw(x: float, top: float) -> None:
        sheets.tick_box(x, top + lead + 0.5)
        if item.kind is not None:
            sheets.icon(RESOURCE_ICONS[item.kind], x + _TICK, top + lead, 19)
        text_top = top + lead
        draw_lines(sheets, titles, _STRONG, x=x + indent, top=text_top, width=room)
        below = text_top + len(titles) * _STRONG.leading
        draw_lines(sheets, places, _BODY, x=x + indent, top=below, width=room)
        right = Style(_BODY.size, _BODY.leading, align=Align.RIGHT)
        if beside:
            draw_lines(sheets, (item.place,), right, x=x + indent, top=text_top, width=room)
        if item.minutes is not None:
            minutes = (f"{item.minutes} min",)
            draw_lines(sheets, minutes, right, x=x, top=text_top, width=width)

    return Part(height, draw)


def stop_part(sheets: Sheets, text: str, width: float, air: Air) -> Part:
    """The framed line where the student shows the work before going on."""
    inside = paragraph(sheets, text, _STRONG, width - 48, max_lines=3)
    frame = inside.height + 9.6

    def draw(x: float, top: float) -> None:
        sheets.frame(x, top + air.gap, width, frame, radius=6, line=1.4)
        sheets.icon("teacher", x + 9.8, top + air.gap + (frame - 20) / 2, 20)
        inside.draw(x + 37.8, top + air.gap + 4.8)

    return Part(frame + 2 * air.gap, draw)


def _headed(sheets: Sheets, heading: str, width: float, beside: str = "") -> Part:
    def draw(x: float, top: float) -> None:
        sheets.rule(x, top + 0.6, x + width, top + 0.6, grey=_LIGHT)
        drawn = sheets.text(
            heading,
            x=x,
            top=top + 6.2,
            leading=_SECTION.leading,
            size=_SECTION.size,
            weight=Weight.BOLD,
        )
        draw_lines(sheets, (beside,), _BODY, x=x + drawn + 8, top=top + 6.2, width=0)

    return Part(6.2 + _SECTION.leading, draw)


def may_parts(sheets: Sheets, choices: Sequence[str], width: float, air: Air) -> list[Part]:
    """May do: the choices with their boxes, then room for the student's own idea."""
    heading = _headed(sheets, "May do", width, "choose one" if choices else "")
    rows = [_choice_row(sheets, row, air) for row in _choice_rows(sheets, choices, width)]
    idea = written_line(sheets, "My idea", _BODY, width - 24)

    def draw(x: float, top: float) -> None:
        sheets.tick_box(x, top + 3.5)
        idea.draw(x + 24, top + 3)

    first = [_together(heading, rows[0]), *rows[1:]] if rows else [heading]
    return [*first, Part(25.0, draw), space(air.gap)]


def _choice_rows(
    sheets: Sheets, choices: Sequence[str], width: float
) -> list[list[tuple[float, tuple[str, ...]]]]:
    """Choices side by side while they fit: where each begins, and its lines."""
    rows: list[list[tuple[float, tuple[str, ...]]]] = []
    end = width
    for choice in choices:
        lines = sheets.type.wrap(choice, _BODY.size, width - 24, max_lines=3)
        wide = 24 + max(sheets.type.width(line, _BODY.size) for line in lines)
        if end + wide > width or len(lines) > 1:
            rows.append([])
            end = 0.0
        rows[-1].append((end, lines))
        end += wide + 14
    return rows


def _choice_row(sheets: Sheets, row: list[tuple[float, tuple[str, ...]]], air: Air) -> Part:
    lead = (air.row - _BODY.leading) / 2
    tallest = max(len(lines) for _, lines in row)

    def draw(x: float, top: float) -> None:
        for start, lines in row:
            sheets.tick_box(x + start, top + lead + 0.5)
            draw_lines(sheets, lines, _BODY, x=x + start + 24, top=top + lead, width=0)

    return Part(air.row + (tallest - 1) * _BODY.leading, draw)


def _together(first: Part, second: Part) -> Part:
    """Two parts that must not be torn apart."""

    def draw(x: float, top: float) -> None:
        first.draw(x, top)
        second.draw(x, top + first.height)

    return Part(first.height + second.height, draw)


def show_part(sheets: Sheets, check: str, width: float, air: Air) -> Part:
    """Show what you know: the check beside the heading, or below it when it is long."""
    heading = _headed(sheets, "Show what you know", width)
    taken = sheets.type.width("Show what you know", _SECTION.size, weight=Weight.BOLD)
    wide = sheets.type.width(check, _BODY.size)
    if taken + 12 + _TICK + wide > width:
        lines = sheets.type.wrap(check, _BODY.size, width - 24, max_lines=4)
        return _together(
            _together(heading, _choice_row(sheets, [(0.0, lines)], air)), space(air.gap + 1)
        )

    def draw(x: float, top: float) -> None:
        heading.draw(x, top)
        start = x + width - wide
        sheets.tick_box(start - _TICK, top + 6.7)
        draw_lines(sheets, (check,), _BODY, x=start, top=top + 6.2, width=wide)

    return Part(heading.height + air.gap + 1, draw)


def feeling_parts(sheets: Sheets, width: float) -> list[Part]:
    """It was easy, just right or hard, because …; circles, so that it is not a task."""
    words = ("It was", "easy", "just right", "hard")
    widths = [sheets.type.width(word, _BODY.size) + 23 * (word != "It was") for word in words]
    gap = (width - sum(widths)) / (len(words) - 1)

    def draw(x: float, top: float) -> None:
        sheets.rule(x, top + 0.6, x + width, top + 0.6, grey=_LIGHT)
        for word, wide in zip(words, widths, strict=True):
            if word != "It was":
                sheets.tick_box(x, top + 6.7, round_=True)
            start = x + wide - sheets.type.width(word, _BODY.size)
            draw_lines(sheets, (word,), _BODY, x=start, top=top + 6.2, width=0)
            x += wide + gap

    asked = Part(25.2, draw)
    return [_together(_together(asked, space(5)), written_line(sheets, "because", _BODY, width))]
