"""How large everything on the board is, so that the last row reads it and all of it fits.

Sizes are those of a projector of 1920 × 1080 scaled to the screen; letters are not smaller than
28 pixels, but for names that would not fit otherwise. Where many groups share a small screen they
stand in two columns.
"""

from plplanner.records import record

SMALLEST = 28
_WIDE, _HIGH = 1920, 1080
_BARELY = 18
_LINE = 1.34  # of the letters: what `write_lines` takes for a line


@record(frozen=True)
class BoardMeasures:
    """Pixels. `columns` of cards, each card `card` high, with so many `gap`s between."""

    margin: int
    gap: int
    head: int
    foot: int
    columns: int
    card: int
    title: int
    timer: int
    word: int
    station: int
    task: int
    small: int
    icon: int
    tile: int
    band: int

    @property
    def is_narrow(self) -> bool:
        """Whether a card is too narrow for its parts to stand side by side."""
        return self.columns > 1


def measures(
    *, width: int, height: int, groups: int, below: int, columns: int | None = None
) -> BoardMeasures:
    """The sizes for a screen and so many groups, in as many columns as it takes if none is said.

    `below` are lines under the cards.
    """
    scale = min(width / _WIDE, height / _HIGH)
    margin, gap = round(48 * scale), max(8, round(18 * scale))
    title, timer = _letters(68, scale), _letters(128, scale, least=64)
    head = max(round(timer * 1.15), round((title + _letters(34, scale)) * _LINE)) + 2 * gap
    foot = below * round(_letters(38, scale) * _LINE) + 2 * gap if below else margin
    room = height - head - foot
    enough = round((_letters(44, scale) + _letters(34, scale)) * _LINE) + gap
    columns = columns or (1 if _card(room, gap, groups, 1) >= enough else 2)
    card = max(_card(room, gap, groups, columns), 2 * SMALLEST)
    tile = max(32, min(round(103 * scale), card - 2 * gap))
    return BoardMeasures(
        margin=margin, gap=gap, head=head, foot=foot, columns=columns, card=card,
        title=title, timer=timer,
        word=_letters(60 if columns == 1 else 44, scale),
        station=_letters(44, scale), task=_letters(44, scale), small=_letters(32, scale),
        icon=max(32, round(68 * scale)), tile=tile, band=max(16, round(42 * scale)),
    )  # fmt: skip


def smallest_letters(width: int, height: int) -> int:
    """What 28 pixels of a projector are on this screen; never below what a screen can show well."""
    scale = min(1.0, width / _WIDE, height / _HIGH)
    return max(_BARELY, round(SMALLEST * scale))


def line_height(letters: int) -> int:
    """What one line of these letters takes."""
    return round(letters * _LINE)


def _card(room: int, gap: int, groups: int, columns: int) -> int:
    rows = max(1, -(-groups // columns))
    return room // rows - gap


def _letters(wanted: int, scale: float, *, least: int = SMALLEST) -> int:
    return max(least, round(wanted * scale))
