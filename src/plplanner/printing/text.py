"""The one door for text on paper: every name as it is written, never as markup, never clipped.

Measures have no unit of their own: sizes and widths come in the same one.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum

from reportlab.pdfgen.canvas import Canvas

from plplanner.printing.fonts import FontBook, Weight
from plplanner.printing.scripts import breaks_anywhere, clean_text, reads_right_to_left
from plplanner.printing.shaping import Line, operators, shape_line
from plplanner.records import record

_ELLIPSIS = "…"
_STEP = 0.5


class Align(StrEnum):
    """Where x stands on the line."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


@record(frozen=True)
class Block:
    """Lines that fit their room, and the type size they fit at."""

    lines: tuple[str, ...]
    size: float


@dataclass
class Typesetter:
    """Sets the text of one document; lines shaped once are kept for the next card."""

    fonts: FontBook = field(default_factory=FontBook)
    _lines: dict[tuple[str, Weight], Line] = field(default_factory=dict)
    _blocks: dict[tuple[str, float, float, Weight, int | None], tuple[str, ...]] = field(
        default_factory=dict
    )

    def line(self, text: str, *, weight: Weight = Weight.REGULAR) -> Line:
        """One shaped line of any text."""
        key = (text, weight)
        if key not in self._lines:
            self._lines[key] = shape_line(clean_text(text), fonts=self.fonts, weight=weight)
        return self._lines[key]

    def width(self, text: str, size: float, *, weight: Weight = Weight.REGULAR) -> float:
        """How wide the text is on one line at this size."""
        return self.line(text, weight=weight).width * size

    def wrap(
        self,
        text: str,
        size: float,
        width: float,
        *,
        weight: Weight = Weight.REGULAR,
        max_lines: int | None = None,
    ) -> tuple[str, ...]:
        """The text in lines no wider than `width`; an ellipsis only when `max_lines` is full."""
        key = (text, size, width, weight, max_lines)
        if key not in self._blocks:

            def fits(line: str) -> bool:
                return self.width(line, size, weight=weight) <= width

            lines = _fill(_pieces(clean_text(text)), fits)
            if max_lines is not None and len(lines) > max_lines:
                rest = " ".join(lines[max_lines - 1 :])
                lines = [*lines[: max_lines - 1], _shorten(rest, fits)]
            self._blocks[key] = tuple(lines)
        return self._blocks[key]

    def fit(
        self,
        text: str,
        size: float,
        width: float,
        *,
        least: float,
        weight: Weight = Weight.REGULAR,
        max_lines: int = 2,
    ) -> Block:
        """Shrink to `least` on one line, then wrap to `max_lines`, then shorten: in that order."""
        whole = self.line(text, weight=weight).width
        if whole * least <= width:
            steps = max(0, int((size - width / whole) / _STEP + 0.9999)) if whole else 0
            fitting = max(least, size - steps * _STEP)
            return Block((clean_text(text),), fitting)
        return Block(
            self.wrap(text, least, width, weight=weight, max_lines=max_lines),
            least,
        )


def draw_text(
    canvas: Canvas,
    typesetter: Typesetter,
    text: str,
    *,
    x: float,
    y: float,
    size: float,
    weight: Weight = Weight.REGULAR,
    align: Align = Align.LEFT,
    max_width: float | None = None,
) -> float:
    """Draw one line with its baseline at (x, y) in points; the width drawn, in points.

    Longer than `max_width`, the line ends in an ellipsis: wrap or fit it first.
    """
    if max_width is not None and typesetter.width(text, size, weight=weight) > max_width:
        text = typesetter.wrap(text, size, max_width, weight=weight, max_lines=1)[0]
    line = typesetter.line(text, weight=weight)
    width = line.width * size
    left = x - {Align.LEFT: 0.0, Align.CENTRE: width / 2, Align.RIGHT: width}[align]
    if line.text:
        canvas.addLiteral(" ".join(operators(line, x=left, y=y, size=size)))
    return width


def natural_align(text: str) -> Align:
    """A paragraph begins on the side its language reads from."""
    return Align.RIGHT if reads_right_to_left(text) else Align.LEFT


def _pieces(text: str) -> list[str]:
    """What stays together on a line: words with their space, Chinese character by character."""
    pieces: list[str] = []
    start = 0
    for end in range(1, len(text) + 1):
        before = text[end - 1]
        here = text[end : end + 1]
        opens = before == " " or (before in "-–/" and here.isalpha() and end - start > 1)
        if (
            end == len(text)
            or opens
            or (breaks_anywhere(before) and here not in "，。、！？：；）」 ")
        ):
            pieces.append(text[start:end])
            start = end
    return pieces


def _fill(pieces: list[str], fits: Callable[[str], bool]) -> list[str]:
    lines = [""]
    for piece in pieces:
        if fits((lines[-1] + piece).rstrip()):
            lines[-1] += piece
            continue
        if lines[-1]:
            lines.append("")
        head = piece
        while not fits(head.rstrip()):
            cut = _longest(head, fits)
            lines[-1] = head[:cut]
            lines.append("")
            head = head[cut:]
        lines[-1] = head
    return [line.strip() for line in lines if line.strip()] or [""]


def _longest(text: str, fits: Callable[[str], bool]) -> int:
    """How many characters of a single long word fit; at least one, so that wrapping ends."""
    low, high = 1, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if fits(text[:middle]) else (low, middle - 1)
    return low


def _shorten(text: str, fits: Callable[[str], bool]) -> str:
    cut = _longest(text, lambda head: fits(head.rstrip() + _ELLIPSIS))
    return text[:cut].rstrip() + _ELLIPSIS
