"""One cell of the class board: station, task, place; and the group at the row's head."""

from collections.abc import Sequence

from plplanner.printing.fonts import Weight
from plplanner.printing.page import Sheets
from plplanner.printing.parts import Style, draw_lines
from plplanner.printing.rows import BoardCell, BoardLine, ClassBoard
from plplanner.printing.text import Align, Block
from plplanner.printing.wording import STATION_ICONS
from plplanner.records import record
from plplanner.terms import GroupIdentity, StationKind

CELL_LEAST = 120.0
_LEFT, _RIGHT = 10.0, 8.0
_STATION, _TASK = 25.0, 26.0  # 18 and 18.7 points
_BAND = 31.0
_WORD_LEAST = 25.0  # 18 points
_HEAD_AIR = 12.0  # 3 mm between a group's word and the line of the column


@record(frozen=True)
class Density:
    """How close things stand on a board; letters keep their size.

    `narrow` puts the group's word under its symbol and leaves more room to the rounds.
    """

    narrow: bool
    group: float
    header: float
    icon: float
    leading: float
    top: float
    gap: float
    bottom: float


ROOMY = Density(narrow=False, group=228, header=45, icon=30, leading=28, top=8, gap=5, bottom=6)
SNUG = Density(narrow=True, group=152, header=37, icon=26, leading=26.5, top=4, gap=0, bottom=4)


@record(frozen=True)
class CellLayout:
    """The lines of one cell, and the room they need."""

    icon: str | None
    station: tuple[str, ...]
    task: tuple[str, ...]
    place: tuple[str, ...]
    width: float
    density: Density
    names: tuple[str, ...] = ()

    @property
    def height(self) -> float:
        """How tall the cell must be, in 1/100 inch."""
        lines = (len(self.task) + len(self.place) + len(self.names)) * self.density.leading
        gaps = self.density.gap * (bool(self.task) + 0.4 * bool(self.place))
        return self.density.top + self.head + gaps + lines + self.density.bottom

    @property
    def head(self) -> float:
        """The height of icon and station; among names there is neither."""
        if self.icon is None:
            return 0.0
        return max(self.density.icon, len(self.station) * self.density.leading)


def lay_cell(sheets: Sheets, cell: BoardCell | None, width: float, density: Density) -> CellLayout:
    """Wrap what a cell says into its width."""
    if cell is None:
        return CellLayout(None, (), (), (), width, density)
    room = width - _LEFT - _RIGHT
    wrap = sheets.type.wrap
    if cell.names:
        names = _names_in_lines(sheets, cell.names, room)
        return CellLayout(None, (), (), (), room, density, names=names)
    return CellLayout(
        icon=STATION_ICONS[cell.station_kind],
        station=wrap(cell.station_name, _STATION, room - density.icon - 8),
        task=wrap(cell.task, _TASK, room, weight=Weight.BOLD) if cell.task else (),
        place=wrap(cell.place, _STATION, room) if cell.place else (),
        width=room,
        density=density,
    )


def _names_in_lines(sheets: Sheets, names: Sequence[str], room: float) -> tuple[str, ...]:
    """Names with commas, broken between names; only one longer than the room breaks."""
    lines: list[str] = []
    for place, name in enumerate(names):
        said = name if place == len(names) - 1 else f"{name},"
        if lines and sheets.type.width(f"{lines[-1]} {said}", _TASK) <= room:
            lines[-1] = f"{lines[-1]} {said}"
        else:
            lines.append(said)
    return tuple(one for line in lines for one in sheets.type.wrap(line, _TASK, room))


def longest_word(sheets: Sheets, board: ClassBoard, density: Density) -> float:
    """The narrowest column that breaks no word of this board."""
    cells = [cell for line in board.lines for cell in line.cells if cell is not None]
    words = [
        sheets.type.width(word, size, weight=weight) + indent
        for cell in cells
        for text, size, weight, indent in (
            (cell.station_name, _STATION, Weight.REGULAR, density.icon + 8),
            (cell.task, _TASK, Weight.BOLD, 0.0),
            (cell.place, _STATION, Weight.REGULAR, 0.0),
            ("\n".join(cell.names), _TASK, Weight.REGULAR, 0.0),
        )
        for word in text.split()
    ]
    return max(words, default=0.0) + _LEFT + _RIGHT


def draw_cell(sheets: Sheets, layout: CellLayout, x: float, top: float) -> None:
    """Draw a cell with its top left at (x, top)."""
    density = layout.density
    plain = Style(_STATION, density.leading)
    left, below = x + _LEFT, top + density.top
    if layout.icon:
        sheets.icon(layout.icon, left, below, density.icon, stroke=1.3)
    lift = (layout.head - density.leading) / 2 if len(layout.station) == 1 else 0.0
    start = left + density.icon + 8
    draw_lines(sheets, layout.station, plain, x=start, top=below + lift, width=layout.width)
    below += layout.head + density.gap
    bold = Style(_TASK, density.leading, Weight.BOLD)
    draw_lines(sheets, layout.task, bold, x=left, top=below, width=layout.width)
    below += len(layout.task) * density.leading + density.gap * 0.4
    draw_lines(sheets, layout.place, plain, x=left, top=below, width=layout.width)
    names = Style(_TASK, density.leading)
    draw_lines(sheets, layout.names, names, x=left, top=top + density.top, width=layout.width)


@record(frozen=True)
class StationHead:
    """A station at the head of its row: its word and place in lines, and how tall all is."""

    word: Block
    place: tuple[str, ...]
    above: float
    height: float


def lay_station(sheets: Sheets, line: BoardLine, density: Density) -> StationHead:
    """Wrap the word and the place of a station; narrow, its icon stands above the word."""
    room = _station_room(density)
    word = _fit_word(sheets, line.group.word, room - _beside(density))
    place = next((cell.place for cell in line.cells if cell is not None and cell.place), "")
    below = sheets.type.wrap(place, _STATION, room) if place else ()
    above = density.icon + 2 if density.narrow else 0.0
    tall = above + len(word.lines) * word.size * 1.1 + len(below) * density.leading
    return StationHead(word, tuple(below), above, tall + density.top + density.bottom)


def draw_station(
    sheets: Sheets, line: BoardLine, kind: StationKind, *, top: float, x: float, height: float,
    density: Density,
) -> None:  # fmt: skip
    """Icon and word of a station at the head of a row, and its place below."""
    head, left, room = lay_station(sheets, line, density), x + 14, _station_room(density)
    bold = Style(head.word.size, head.word.size * 1.1, Weight.BOLD)
    start = top + max(density.top, (height - head.height) / 2 + density.top)
    lift = 0.0 if density.narrow else (bold.leading - density.icon) / 2
    sheets.icon(STATION_ICONS[kind], left, start + lift, density.icon, stroke=1.3)
    start += head.above
    draw_lines(sheets, head.word.lines, bold, x=left + _beside(density), top=start, width=room)
    start += len(head.word.lines) * bold.leading
    plain = Style(_STATION, density.leading)
    draw_lines(sheets, head.place, plain, x=left, top=start, width=room)


def _station_room(density: Density) -> float:
    return density.group - 14 - _HEAD_AIR


def _beside(density: Density) -> float:
    """What the icon takes beside the word."""
    return 0.0 if density.narrow else density.icon + 10


def draw_group(
    sheets: Sheets, group: GroupIdentity, *, x: float, top: float, height: float, density: Density
) -> None:
    """Band, symbol and word at the head of a row; narrow, the word stands under the symbol."""
    band = sheets.drawings.band(group, width=_BAND, height=round(height, 2), scale=1.75)
    sheets.stamp(band, x + 1, top, 1, height=height)
    sheets.rule(x + 1 + _BAND, top, x + 1 + _BAND, top + height, width=2)
    if density.narrow:
        room = density.group - _BAND - 9 - _HEAD_AIR
        _draw_under(sheets, group, x=x + _BAND + 9, top=top, height=height, width=room)
    else:
        room = density.group - _BAND - 13 - _HEAD_AIR
        _draw_beside(sheets, group, x=x + _BAND + 13, top=top, height=height, width=room)


def _draw_beside(
    sheets: Sheets, group: GroupIdentity, *, x: float, top: float, height: float, width: float
) -> None:
    symbol = 54.0
    word = _fit_word(sheets, group.word, width - symbol - 14)
    style = Style(word.size, word.size * 1.1, Weight.BOLD)
    form = sheets.drawings.symbol(group)
    sheets.stamp(form, x, top + (height - symbol) / 2, symbol / 24, height=symbol)
    start = top + (height - len(word.lines) * style.leading) / 2
    draw_lines(sheets, word.lines, style, x=x + symbol + 14, top=start, width=width)


def _draw_under(
    sheets: Sheets, group: GroupIdentity, *, x: float, top: float, height: float, width: float
) -> None:
    word = _fit_word(sheets, group.word, width)
    style = Style(word.size, word.size * 1.1, Weight.BOLD, Align.CENTRE)
    tall = len(word.lines) * style.leading
    symbol = min(40.0, height - tall - 8)
    start = top + (height - symbol - 2 - tall) / 2
    form = sheets.drawings.symbol(group)
    sheets.stamp(form, x + (width - symbol) / 2, start, symbol / 24, height=symbol)
    draw_lines(sheets, word.lines, style, x=x, top=start + symbol + 2, width=width)


def _fit_word(sheets: Sheets, word: str, width: float) -> Block:
    return sheets.type.fit(word, 32, width, least=_WORD_LEAST, weight=Weight.BOLD, max_lines=2)
