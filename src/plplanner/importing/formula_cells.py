"""Columns of a workbook that are worked out from other cells of their row, by their formulas."""

import re
from collections import Counter
from collections.abc import Iterable

_FORMULA = re.compile(
    rb"<(?:\w{1,9}:)?c\b[^<>]{0,99}?\br=\"([A-Z]{1,3})(\d{1,7})\"[^<>]{0,200}>"
    rb"<(?:\w{1,9}:)?f\b([^<>]{0,200}?)(?:/>|>([^<>]{0,2000})</)"
)
_CELL = re.compile(rb"<(?:\w{1,9}:)?c\b[^<>]{0,99}?\br=\"([A-Z]{1,3})\d{1,7}\"[^<>]{0,200}(?<!/)>")
_SHARED = re.compile(rb"\bsi=\"(\d{1,6})\"")
_REFERENCE = re.compile(rb"(?<![\w!'$.])\$?([A-Z]{1,3})\$?(\d{1,7})(?![\w(!])")
_FROM_ELSEWHERE = re.compile(rb"!|LOOKUP|MATCH|INDEX|INDIRECT|IMPORTRANGE|\[", re.IGNORECASE)
_FEWEST = 2


def formula_columns(pieces: Iterable[bytes]) -> frozenset[bytes]:
    """The letters of columns of a sheet most of whose cells are such formulas.

    `pieces` are parts of the sheet that begin with a tag. A score looked up on another sheet is
    none: it is worked out from nothing that stands in the row.
    """
    own: Counter[bytes] = Counter()
    filled: Counter[bytes] = Counter()
    shared: set[bytes] = set()
    for piece in pieces:
        for letters, row, attributes, formula in _FORMULA.findall(piece):
            group = _SHARED.search(attributes)
            if formula and uses_its_row(formula, letters, row):
                own[letters] += 1
                shared |= {group.group(1)} if group else set()
            elif not formula and group and group.group(1) in shared:
                own[letters] += 1
        filled.update(_CELL.findall(piece))
    return mostly_worked_out(own, filled)


def mostly_worked_out(own: Counter[bytes], filled: Counter[bytes]) -> frozenset[bytes]:
    """The columns most of whose filled cells are worked out from their row."""
    return frozenset(
        letters
        for letters, times in own.items()
        if times >= _FEWEST and times >= min(0.6 * filled[letters], filled[letters] - 3)
    )


def uses_its_row(formula: bytes, letters: bytes, row: bytes) -> bool:
    """“SUM(B2:D2)” in row 2; “8+1” uses no cell, and “$B$1” alone no cell of the row."""
    if _FROM_ELSEWHERE.search(formula):
        return False
    used = _REFERENCE.findall(formula)
    return any(number == row and column != letters for column, number in used)
