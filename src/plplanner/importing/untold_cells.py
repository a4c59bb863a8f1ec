"""Cells of a workbook that show no score: formulas without a result, results that are errors."""

import re
from html import unescape

from plplanner.importing.numbers_read import is_broken

_LONGEST = 60
_MOST = 100_000
_PLACE = re.compile(rb'\br="([A-Z]{1,3})(\d{1,7})"')
_OF_TEXT = re.compile(rb'\bt="(?:str|s|inlineStr)"')
_FORMULA = re.compile(
    rb"<(?:\w{1,9}:)?c\b([^<>]{0,300})>\s{0,9}"
    rb"<(?:\w{1,9}:)?f\b[^<>]{0,200}?(?:/>|>([^<>]{0,9000})</(?:\w{1,9}:)?f>)\s{0,9}"
    rb"(?:<(?:\w{1,9}:)?v\s{0,9}/>|<(?:\w{1,9}:)?v>(0?)</(?:\w{1,9}:)?v>)?\s{0,9}</(?:\w{1,9}:)?c>"
)
_ERROR = re.compile(
    rb'<(?:\w{1,9}:)?c\b([^<>]{0,300}?\bt="e"[^<>]{0,300})>'
    rb"(?:<(?:\w{1,9}:)?f\b[^<>]{0,200}?(?:/>|>[^<>]{0,9000}</(?:\w{1,9}:)?f>))?"
    rb"<(?:\w{1,9}:)?v>([^<>]{1,20})</"
)


def untold_cells(markup: bytes, *, stale: bool) -> dict[tuple[int, int], str]:
    """What stands in such cells of a piece of a sheet, by place from 0: “=B2+C2”, “#REF!”.

    A formula whose result is no text at all has one. With `stale` the workbook asks to be worked
    out again when it is opened: then 0 is no result, for programs that write it to have one.
    """
    found: dict[tuple[int, int], str] = {}
    for attributes, formula, result in _FORMULA.findall(markup):
        if _OF_TEXT.search(attributes) or (result and not stale):
            continue
        _note(found, attributes, formula_text(formula))
    for attributes, said in _ERROR.findall(markup):
        text = said.decode("utf-8", errors="replace")
        if is_broken(text):
            _note(found, attributes, text)
    return found


def formula_text(formula: bytes) -> str:
    """A formula as the spreadsheet shows it, no longer than a message has room for."""
    return f"={unescape(formula.decode('utf-8', errors='replace'))}"[:_LONGEST]


def column_number(letters: bytes) -> int:
    """A is 1, AA is 27."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number


def cell_begun(markup: bytes, before: bytes = b"") -> bytes:
    """The cell a piece of a sheet ends within, for the next piece to go on; `before` is what was
    begun when it came."""
    start = max(markup.rfind(b"<c "), markup.rfind(b"<", 0, max(markup.rfind(b":c "), 0)))
    begun = markup[start:] if start >= 0 else before + markup if before else b""
    return b"" if b"/c>" in begun or b":c>" in begun or len(begun) > _MOST else begun


def _note(found: dict[tuple[int, int], str], attributes: bytes, text: str) -> None:
    place = _PLACE.search(attributes)
    if place and len(found) < _MOST:
        found[int(place.group(2)) - 1, column_number(place.group(1)) - 1] = text
