"""A playlist card for each student: must do, may do, show what you know."""

from collections.abc import Sequence

from plplanner.printing.card_parts import (
    ROOMY,
    TIGHT,
    Air,
    Numbering,
    feeling_parts,
    goal_part,
    head_part,
    may_parts,
    must_heading,
    must_part,
    show_part,
    stop_part,
)
from plplanner.printing.cut_sheets import (
    Cell,
    cells_of_page,
    cut_and_stack,
    draw_cutting,
    draw_foot,
    foot_of,
)
from plplanner.printing.page import Sheets
from plplanner.printing.parts import Part, Style, draw_parts, height_of, written_line
from plplanner.printing.rows import PlaylistCard
from plplanner.printing.wording import short_day
from plplanner.records import record
from plplanner.terms import GroupIdentity

_COLUMNS, _ROWS = 2, 2
_LEFT, _RIGHT, _TOP, _BOTTOM = 32.0, 18.0, 14.0, 10.0
_EXTRA_LINE = 26.0


@record(frozen=True)
class _Face:
    """One printed card: whose, and what stands on it."""

    group: GroupIdentity | None
    parts: tuple[Part, ...]


def draw_cards(sheets: Sheets, cards: Sequence[PlaylistCard]) -> None:
    """All cards on cut sheets, four to a sheet; a full card goes on to a second one."""
    if not cards:
        return
    cells = cells_of_page(*sheets.portrait, columns=_COLUMNS, rows=_ROWS)
    faces = [face for card in cards for face in _faces(sheets, card, cells[0])]
    for sheet in cut_and_stack(faces, _COLUMNS * _ROWS):
        sheets.start_page()
        draw_cutting(sheets, columns=_COLUMNS, rows=_ROWS)
        for face, cell in zip(sheet.cells, cells, strict=True):
            if face is not None:
                _draw_face(sheets, face, cell)
        left = f"{cards[0].class_code} · {short_day(cards[0].starts_on)}"
        draw_foot(sheets, left, foot_of("Playlist cards", sheet), inset=60, bottom=30)


def _draw_face(sheets: Sheets, face: _Face, cell: Cell) -> None:
    if face.group is not None:
        height = round(cell.height - 20, 2)
        band = sheets.drawings.band(face.group, width=12, height=height, scale=1)
        sheets.stamp(band, cell.left + 10, cell.top + 10, 1, height=height)
    draw_parts(face.parts, cell.left + _LEFT, cell.top + _TOP)


def _faces(sheets: Sheets, card: PlaylistCard, cell: Cell) -> list[_Face]:
    width = cell.width - _LEFT - _RIGHT
    room = cell.height - _TOP - _BOTTOM
    piles = _flow(sheets, card, width, room, of=1, air=ROOMY)
    if len(piles) > 1:
        piles = _flow(sheets, card, width, room, of=1, air=TIGHT)
    if len(piles) > 1:
        # The numbers stand in the name line, so the flow is laid again when they are known.
        piles = _flow(sheets, card, width, room, of=len(piles), air=ROOMY)
    spare = room - height_of(piles[-1])
    more = written_line(sheets, "", Style(14.5, _EXTRA_LINE), width)
    piles[-1].extend([more] * min(3, int(spare // _EXTRA_LINE)))
    return [_Face(card.group, tuple(pile)) for pile in piles]


def _flow(
    sheets: Sheets, card: PlaylistCard, width: float, room: float, *, of: int, air: Air
) -> list[list[Part]]:
    """The card's parts dealt onto as many cards as they need; all on one when they fit."""
    musts = [must_part(sheets, item, width, kinds=_has_kinds(card), air=air) for item in card.must]
    tail = _tail(sheets, card, width, air)
    first = head_part(sheets, card, width, Numbering(1, of)), goal_part(sheets, card, width, air)
    piles = [[*first, must_heading(sheets, width)]] if musts else [list(first)]
    for part, listed in [(must, True) for must in musts] + [(part, False) for part in tail]:
        if height_of(piles[-1]) + part.height > room:
            piles.append([head_part(sheets, card, width, Numbering(len(piles) + 1, of))])
            if listed:
                piles[-1].append(must_heading(sheets, width, again=True))
        piles[-1].append(part)
    return piles


def _tail(sheets: Sheets, card: PlaylistCard, width: float, air: Air) -> list[Part]:
    stop = [stop_part(sheets, card.check_in, width, air)] if card.check_in else []
    show = [show_part(sheets, card.check, width, air)] if card.check else []
    return [*stop, *may_parts(sheets, card.may, width, air), *show, *feeling_parts(sheets, width)]


def _has_kinds(card: PlaylistCard) -> bool:
    return any(item.kind is not None for item in card.must)
