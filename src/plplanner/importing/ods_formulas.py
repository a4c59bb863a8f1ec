"""Formulas of an OpenDocument sheet: columns worked out from others, cells without a result."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from html import unescape

from plplanner.importing.formula_cells import mostly_worked_out, uses_its_row
from plplanner.importing.limits import MAX_COLUMNS
from plplanner.importing.number_formats import SheetShape
from plplanner.importing.numbers_read import is_broken
from plplanner.importing.table import column_letter
from plplanner.importing.untold_cells import formula_text
from plplanner.records import record

_TAG = re.compile(
    rb"<table:(table|table-row|table-cell|covered-table-cell)(?=[\s/>])([^<>]*)>"
    rb"(?:\s{0,9}<text:p>([^<>]{0,30})</text:p>)?"
)
_ATTRIBUTE = re.compile(rb"([\w:-]{1,60})\s{0,9}=\s{0,9}(?:\"([^\"]*)\"|'([^']*)')")
_OWN_CELL = re.compile(rb"\[([^\[\]]{0,200})\]")
_TYPE = b"office:value-type"


@record(frozen=True)
class _Cell:
    row: int
    column: int
    times: int
    said: Mapping[bytes, bytes]
    shown: bytes


def ods_shapes(content: bytes) -> Mapping[str, SheetShape]:
    """What the formulas of every sheet say, by its name; nothing for a workbook without them."""
    if b"table:formula" not in content:
        return {}
    tables = list(re.finditer(rb"<table:table\s([^<>]*)>", content))
    ends = [*(found.start() for found in tables[1:]), len(content)]
    return {
        _name(found.group(1)): _shape(content[found.start() : end])
        for found, end in zip(tables, ends, strict=True)
    }


def _name(attributes: bytes) -> str:
    return unescape(_attributes(attributes).get(b"table:name", b"").decode("utf-8", "replace"))


def _shape(sheet: bytes) -> SheetShape:
    own: Counter[bytes] = Counter()
    filled: Counter[bytes] = Counter()
    places: dict[bytes, int] = {}
    untold: dict[tuple[int, int], str] = {}
    for cell in _filled_cells(sheet):
        letters = column_letter(cell.column).encode()
        places[letters] = cell.column
        filled[letters] += 1
        if b"table:formula" not in cell.said:
            continue
        formula = _as_shown(cell.said[b"table:formula"])
        own[letters] += uses_its_row(formula, letters, b"%d" % (cell.row + 1))
        error = cell.shown.decode("utf-8", "replace")
        if is_broken(error):
            untold[cell.row, cell.column] = error
        elif _TYPE not in cell.said:
            text = formula_text(formula)
            untold |= {(cell.row, cell.column + more): text for more in range(cell.times)}
    worked_out = frozenset(places[letters] for letters in mostly_worked_out(own, filled))
    return SheetShape(0, 0, {}, worked_out, untold)


def _filled_cells(sheet: bytes) -> Iterator[_Cell]:
    """Cells with a value or a formula; those that a row repeats stand in its first place."""
    row, after, column = -1, 0, 0
    for kind, attributes, shown in _TAG.findall(sheet):
        if kind == b"table-row":
            row, column = after, 0
            after += _times(_attributes(attributes), b"table:number-rows-repeated")
        elif kind != b"table":
            said = _attributes(attributes)
            times = _times(said, b"table:number-columns-repeated")
            if _TYPE in said or b"table:formula" in said:
                yield _Cell(row, column, min(times, MAX_COLUMNS), said, shown)
            column += times


def _times(said: Mapping[bytes, bytes], name: bytes) -> int:
    times = said.get(name, b"1")
    return int(times) if times.isdigit() and len(times) < 10 else 1


def _as_shown(formula: bytes) -> bytes:
    """“of:=SUM([.C3:.D3])” as “SUM(C3:D3)”, and “[$Sheet2.A1]” as “Sheet2!A1”."""
    bare = formula.split(b"=", 1)[-1]
    return _OWN_CELL.sub(lambda found: _reference(found.group(1)), bare)


def _reference(inside: bytes) -> bytes:
    parts = inside.split(b":")
    if all(part.startswith(b".") for part in parts):
        return b":".join(part[1:] for part in parts)
    return inside.lstrip(b"$").replace(b".", b"!", 1)


def _attributes(tag: bytes) -> dict[bytes, bytes]:
    return {name: one or other for name, one, other in _ATTRIBUTE.findall(tag)}
