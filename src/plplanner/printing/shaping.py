"""Letters join, stack and keep their order: HarfBuzz turns a line of text into glyphs."""

from collections.abc import Iterator
from functools import cached_property
from itertools import groupby

import uharfbuzz as hb

from plplanner.printing.embedding import EmbeddedFont
from plplanner.printing.fonts import FontBook, Weight
from plplanner.printing.scripts import direction_levels, visual_order
from plplanner.records import record

# The outline that makes a bold of a font without one, as a part of the type size.
_EMBOLDEN = 0.028


@record(frozen=True)
class Glyph:
    """One glyph: its number, how far the pen moves, and how far it is drawn aside.

    Lengths are thousandths of the type size.
    """

    number: int
    advance: int
    aside: int
    above: int


@record(frozen=True)
class GlyphRun:
    """Glyphs of one font in one direction, from left to right; `text` is in reading order."""

    font: EmbeddedFont
    glyphs: tuple[Glyph, ...]
    text: str
    spelled: bool

    @cached_property
    def width(self) -> int:
        """The width in thousandths of the type size."""
        return sum(glyph.advance for glyph in self.glyphs)

    @cached_property
    def moved(self) -> bool:
        """Whether a mark stands aside from the pen, so that glyphs are placed one by one."""
        return any(glyph.aside or glyph.above for glyph in self.glyphs)

    @cached_property
    def kerned(self) -> str:
        """The glyphs as the array of a TJ operator, with what each stands nearer or further."""
        parts: list[str] = []
        for glyph in self.glyphs:
            kern = self.font.advance(glyph.number) - glyph.advance
            parts.append(f"{glyph.number:04X}" + (f">{kern}<" if kern else ""))
        return f"<{''.join(parts)}>".removesuffix("<>")


@record(frozen=True)
class Line:
    """One shaped line, its runs from left to right. `width` is in type sizes."""

    text: str
    runs: tuple[GlyphRun, ...]
    width: float


def shape_line(text: str, *, fonts: FontBook, weight: Weight) -> Line:
    """Shape one line of clean text; all digits have the same width, so that times line up."""
    faces = fonts.fonts_for(text, weight)
    levels = direction_levels(text)
    spans = [
        [position for position, _ in group]
        for _, group in groupby(
            enumerate(zip(levels, map(id, faces), strict=True)), key=lambda entry: entry[1]
        )
    ]
    order = visual_order([levels[span[0]] for span in spans])
    runs = tuple(
        run
        for span in (spans[place] for place in order)
        for run in _shape_span(
            text[span[0] : span[-1] + 1],
            font=faces[span[0]],
            right_to_left=levels[span[0]] % 2 == 1,
        )
    )
    return Line(text=text, runs=runs, width=sum(run.width for run in runs) / 1000)


def _shape_span(text: str, *, font: EmbeddedFont, right_to_left: bool) -> tuple[GlyphRun, ...]:
    clusters = _clusters(text, font=font, right_to_left=right_to_left)
    spelled = [_note_text(font, glyphs, part) for glyphs, part in clusters]
    if not right_to_left:
        glyphs = tuple(glyph for glyphs, _ in clusters for glyph in glyphs)
        return (GlyphRun(font, glyphs, text, all(spelled)),)
    # Readers of PDF expect right-to-left letters in the order they stand on the page and turn
    # them round themselves, so a text beside the glyphs may cover one letter at a time only.
    runs: list[GlyphRun] = []
    for (glyphs, part), known in zip(clusters, spelled, strict=True):
        if known and runs and runs[-1].spelled:
            before = runs.pop()
            glyphs, part = before.glyphs + glyphs, part + before.text  # noqa: PLW2901
        runs.append(GlyphRun(font, glyphs, part, known))
    return tuple(runs)


def _clusters(
    text: str, *, font: EmbeddedFont, right_to_left: bool
) -> list[tuple[tuple[Glyph, ...], str]]:
    """Glyphs that belong together, from left to right, each with the characters they spell."""
    buffer = hb.Buffer()
    buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if right_to_left else "ltr"
    hb.shape(font.shaper, buffer, {"kern": True, "liga": False, "tnum": True})
    placed = zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    groups = [
        (start, tuple(_glyph(font, info, place) for info, place in group))
        for start, group in groupby(placed, key=lambda entry: entry[0].cluster)
    ]
    starts = sorted(start for start, _ in groups)
    ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
    return [(glyphs, text[start : ends[start]]) for start, glyphs in groups]


def _glyph(font: EmbeddedFont, info: hb.GlyphInfo, place: hb.GlyphPosition) -> Glyph:
    scale = 1000 / font.units
    return Glyph(
        number=info.codepoint,
        advance=round(place.x_advance * scale),
        aside=round(place.x_offset * scale),
        above=round(place.y_offset * scale),
    )


def _note_text(font: EmbeddedFont, glyphs: tuple[Glyph, ...], text: str) -> bool:
    """Remember what a glyph spells; False when one glyph alone cannot tell it.

    A glyph spells one thing only in the ToUnicode map; whatever needs more is written with its
    text beside it (ActualText).
    """
    if len(glyphs) == 1:
        return (
            font.used.get(glyphs[0].number) or font.used.setdefault(glyphs[0].number, text)
        ) == text
    for glyph in glyphs:
        font.used.setdefault(glyph.number, "")
    return False


def operators(line: Line, *, x: float, y: float, size: float) -> Iterator[str]:
    """PDF operators that draw the line with its baseline at (x, y), in points."""
    yield "BT"
    for run in line.runs:
        if not run.spelled:
            spoken = ("\ufeff" + run.text).encode("utf-16-be").hex().upper()
            yield f"/Span <</ActualText <{spoken}>>> BDC"
        yield f"/{run.font.name} {size:.5g} Tf"
        if run.font.embolden:
            yield f"2 Tr {size * _EMBOLDEN:.3f} w"
        yield from _show(run, x=x, y=y, size=size)
        if run.font.embolden:
            yield "0 Tr"
        if not run.spelled:
            yield "EMC"
        x += run.width * size / 1000
    yield "ET"


def _show(run: GlyphRun, *, x: float, y: float, size: float) -> Iterator[str]:
    if not run.moved:
        yield f"1 0 0 1 {x:.2f} {y:.2f} Tm [{run.kerned}] TJ"
        return
    for glyph in run.glyphs:
        left, up = x + glyph.aside * size / 1000, y + glyph.above * size / 1000
        yield f"1 0 0 1 {left:.2f} {up:.2f} Tm <{glyph.number:04X}> Tj"
        x += glyph.advance * size / 1000
