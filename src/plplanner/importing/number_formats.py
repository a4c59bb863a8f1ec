"""What a workbook shows beside what it stores: percents, leading zeros, “4 / 10”."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import field
from html import unescape

from plplanner.importing.formula_cells import formula_columns
from plplanner.importing.untold_cells import cell_begun, column_number, untold_cells
from plplanner.records import record

# Whatever the workbook library takes for a place: letters of any case and number, either quote.
_FILLED_CELL = re.compile(
    rb"<(?:\w+:)?c\b[^<>]*?\br\s*=\s*[\"']([A-Za-z]{1,9})[A-Za-z]*(\d{1,18})\d*[\"'][^<>]*(?<!/)>"
)
# A cell that does not say where it stands is in the row that holds it.
_BARE_CELL = re.compile(rb"<(?:\w+:)?c(?:\s(?![^<>]*\br\s*=)[^<>]*)?(?<!/)>")
_ROW = re.compile(rb"<(?:\w+:)?row\b[^<>]*?\br\s*=\s*[\"'](\d{1,18})")
_STYLED_CELL = re.compile(rb'<(?:\w+:)?c\b([^<>]*?\bs="(\d{1,6})"[^<>]*)(?<!/)>')
_REFERENCE = re.compile(rb'\br="([A-Z]{1,4})(\d{1,8})"')
_FORMAT = re.compile(rb"<(?:\w+:)?numFmt\b([^<>]*)>")
_FORMATS_OF_CELLS = re.compile(rb"<(?:\w+:)?cellXfs\b.*?</(?:\w+:)?cellXfs>", re.DOTALL)
_XF = re.compile(rb"<(?:\w+:)?xf\b([^<>]*)>")
_SHEET = re.compile(rb"<(?:\w+:)?sheet\s([^<>]*)>")
_RELATION = re.compile(rb"<(?:\w+:)?Relationship\s([^<>]*)>")
_ATTRIBUTE = re.compile(r"([\w:]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_FORMULA_PIECES = 20
_WORKED_OUT_AGAIN = re.compile(rb"<(?:\w+:)?calcPr\b[^<>]*\bfullCalcOnLoad=\"(?:1|true)\"")
_BUILT_IN = {9: "0%", 10: "0.00%"}
_SLASHED = re.compile(r'[0#.]+\s*(?:"\s*/\s*(\d+)\s*"|\\?\s*\\?/\\?\s*"(\d+)")')


@record(frozen=True)
class SheetShape:
    """How far a sheet reaches, counted before it is read, and formats that change the meaning.

    `formulas` are columns worked out from other cells of their row, `untold` what cells show that
    have no result: their formula or its error.
    """

    rows: int
    columns: int
    formats: Mapping[tuple[int, int], str]
    formulas: frozenset[int] = frozenset()
    untold: Mapping[tuple[int, int], str] = field(default_factory=dict)


def sheet_shapes(
    members: Mapping[str, bytes], pieces: Callable[[str], Iterable[bytes]] | None = None
) -> Mapping[str, SheetShape]:
    """Shape of every sheet by its name. Only cells with content count.

    `pieces` gives a sheet bit by bit, so that a large one is never held in full.
    """
    styles = _style_formats(members.get("xl/styles.xml", b""))
    read = pieces or (lambda path: (members[path],) if path in members else ())
    stale = _WORKED_OUT_AGAIN.search(members.get("xl/workbook.xml", b"")) is not None
    return {
        name: _shape(whole_tags(read(path)), styles, stale=stale)
        for name, path in sheet_paths(members).items()
    }


def whole_tags(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The same bytes, cut only where a tag begins."""
    carried: list[bytes] = []
    for piece in pieces:
        cut = piece.rfind(b"<")
        if cut < 0:
            carried.append(piece)
            continue
        yield b"".join((*carried, piece[:cut]))
        carried = [piece[cut:]]
    yield b"".join(carried)


def show_number(text: str, code: str) -> str:
    """A stored number as the sheet shows it: 0.85 as 85%, 4200 as 004200, 4 as 4 / 10."""
    if "%" in code:
        return f"{round(float(text) * 100, 4):.10g}%"
    slashed = _SLASHED.fullmatch(code)
    if slashed:
        return f"{text} / {slashed.group(1) or slashed.group(2)}"
    if re.fullmatch(r"0{2,}", code) and text.isdigit():
        return text.zfill(len(code))
    return text


def _shape(pieces: Iterable[bytes], styles: Mapping[int, str], *, stale: bool) -> SheetShape:
    """The farthest cell with content, and the cells whose format matters."""
    rows = columns = 0
    untold: dict[tuple[int, int], str] = {}
    begun = b""
    formats: dict[tuple[int, int], str] = {}
    worked_out: list[bytes] = []
    for piece in pieces:
        has_formulas = b"<f" in piece or b":f" in piece
        if has_formulas and len(worked_out) < _FORMULA_PIECES:
            worked_out.append(piece)
        if has_formulas or begun or b't="e"' in piece:
            untold |= untold_cells(begun + piece, stale=stale)
        begun = cell_begun(piece, begun)
        found = _FILLED_CELL.findall(piece)
        if found:
            letters, numbers = (set(part) for part in zip(*found, strict=True))
            columns = max(columns, *(column_number(letter) for letter in letters))
            rows = max(rows, *(int(number) for number in numbers))
        if _may_hold_bare_cells(piece) and _BARE_CELL.search(piece):
            rows = max(rows, *map(int, _ROW.findall(piece)), 0)
        if styles:
            formats |= _formats(piece, styles)
    formulas = frozenset(column_number(letters) - 1 for letters in formula_columns(worked_out))
    return SheetShape(rows, columns, formats, formulas, untold)


def _may_hold_bare_cells(piece: bytes) -> bool:
    """False at a glance for the many sheets whose cells all begin with their place."""
    return piece.count(b"<c r=") != piece.count(b"<c ") or b"<c>" in piece or b":c" in piece


def _formats(piece: bytes, styles: Mapping[int, str]) -> dict[tuple[int, int], str]:
    """Cells whose number is shown otherwise than it is stored, by place from 0."""
    formats = {}
    for attributes, style in _STYLED_CELL.findall(piece):
        code = styles.get(int(style))
        place = _REFERENCE.search(attributes) if code else None
        if code and place:
            formats[int(place.group(2)) - 1, column_number(place.group(1)) - 1] = code
    return formats


def _style_formats(styles: bytes) -> Mapping[int, str]:
    """Format codes that change the meaning of a number, by style number."""
    codes = dict(_BUILT_IN)
    for found in _FORMAT.finditer(styles):
        named = _attributes(found.group(1))
        if named.get("numFmtId", "").isdigit():
            codes[int(named["numFmtId"])] = named.get("formatCode", "")
    block = _FORMATS_OF_CELLS.search(styles)
    formats: dict[int, str] = {}
    for number, found in enumerate(_XF.finditer(block.group() if block else b"")):
        wanted = _attributes(found.group(1)).get("numFmtId", "")
        code = codes.get(int(wanted), "") if wanted.isdigit() else ""
        if "%" in code or re.fullmatch(r"0{2,}", code) or _SLASHED.fullmatch(code):
            formats[number] = code
    return formats


def sheet_paths(members: Mapping[str, bytes]) -> Mapping[str, str]:
    """Where each sheet of the workbook lies in the zip."""
    targets: dict[str, str] = {}
    for found in _RELATION.finditer(members.get("xl/_rels/workbook.xml.rels", b"")):
        named = _attributes(found.group(1))
        target = named.get("Target", "").lstrip("/")
        targets[named.get("Id", "")] = target if target.startswith("xl/") else f"xl/{target}"
    paths: dict[str, str] = {}
    for found in _SHEET.finditer(members.get("xl/workbook.xml", b"")):
        named = _attributes(found.group(1))
        relation = next((value for key, value in named.items() if key.endswith(":id")), "")
        paths[named.get("name", "")] = targets.get(relation, "")
    return paths


def _attributes(tag: bytes) -> dict[str, str]:
    """Attributes of one tag."""
    text = tag.decode("utf-8", errors="replace")
    return {key: unescape(a or b) for key, a, b in _ATTRIBUTE.findall(text)}
