"""The page a substitute fills in and leaves: who was there, how far it went."""

from collections.abc import Iterator

from plplanner.printing.page import Sheets
from plplanner.printing.parts import Part, Style, draw_lines, space, written_line
from plplanner.printing.rows import SubstituteSheet
from plplanner.printing.teacher_page import GREY, HEADING, TEXT, lines_of, side_by_side

_COLUMNS, _GAP = 3, 22.0
_ROW, _BOXES, _LEAST = 25.0, 56.0, 11 / 0.72
_LINE = Style(TEXT.size, 30)
_ASKED = (("What went well", 2), ("What did not, and who needs me tomorrow", 3))


def return_parts(sheets: Sheets, sheet: SubstituteSheet, width: float) -> Iterator[Part]:
    """Attendance, then lines to write on."""
    yield written_line(sheets, "Substitute", _LINE, width / 2)
    yield space(10)
    yield lines_of(sheets, "Who was there", HEADING, width)
    yield lines_of(sheets, "A is absent, L came late.", GREY, width)
    yield space(4)
    yield from _roster(sheets, sheet, width)
    yield space(12)
    yield lines_of(sheets, "How far it went", HEADING, width)
    for row in sheet.times if sheet.is_spare else sheet.times[1:-1]:
        yield written_line(sheets, row.title, _LINE, width)
    for title, lines in _ASKED:
        yield space(12)
        yield lines_of(sheets, title, HEADING, width)
        yield from (written_line(sheets, "", _LINE, width) for _ in range(lines))


def _roster(sheets: Sheets, sheet: SubstituteSheet, width: float) -> Iterator[Part]:
    """Names down the columns, as the list goes; each row stays in one piece."""
    column = (width - (_COLUMNS - 1) * _GAP) / _COLUMNS
    rows = -(-len(sheet.roster) // _COLUMNS)
    for row in range(rows):
        names = sheet.roster[row::rows] if rows else ()
        yield side_by_side([
            (place * (column + _GAP), _name(sheets, name, column, is_away=name in sheet.away))
            for place, name in enumerate(names)
        ])  # fmt: skip


def _name(sheets: Sheets, name: str, width: float, *, is_away: bool) -> Part:
    shown = f"{name} (absent)" if is_away else name
    block = sheets.type.fit(shown, TEXT.size, width - _BOXES, least=_LEAST, max_lines=3)
    style = Style(block.size, 18)
    high = max(_ROW, len(block.lines) * style.leading + 7)

    def draw(x: float, top: float) -> None:
        for place, letter in enumerate("AL"):
            left = x + place * 27
            sheets.tick_box(left, top + (high - 18) / 2)
            sheets.text(letter, x=left + 5.2, top=top, leading=high, size=11.5, grey=0x66 / 255)
        start = top + (high - len(block.lines) * style.leading) / 2
        draw_lines(sheets, block.lines, style, x=x + _BOXES, top=start, width=width - _BOXES)

    return Part(high, draw)
