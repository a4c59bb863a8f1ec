"""The sheets of an “XML Spreadsheet 2003”, which many school systems call .xls."""

from dataclasses import dataclass, field
from datetime import datetime
from xml.parsers import expat

from plplanner.importing.limits import (
    refuse_large_shape,
    refuse_long_cell,
    refuse_long_markup,
)
from plplanner.importing.number_formats import show_number
from plplanner.importing.read_xlsx import cell_text
from plplanner.importing.read_zip import damaged, declared_entities
from plplanner.importing.table import Table

_NAMESPACE = "urn:schemas-microsoft-com:office:spreadsheet"
_CODES = {"Percent": "0%"}
_MAX_DEPTH = 60


def looks_like_sheet_xml(head: bytes) -> bool:
    """True for the first 4,000 bytes of an XML spreadsheet, in UTF-8 or UTF-16."""
    plain = head.replace(b"\0", b"")
    return b"<" in plain[:40] and (
        b'progid="Excel.Sheet"' in plain or (_NAMESPACE.encode() in plain and b"Workbook" in plain)
    )


def read_sheet_xml(content: bytes, *, file_name: str) -> tuple[Table, ...]:
    """Every sheet with cells. Raises Problem for broken XML and for any declaration in it."""
    refuse_long_markup(content, file_name=file_name)
    reading = _Reading(file_name)
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = reading.refuse_declaration
    parser.EntityDeclHandler = reading.refuse_declaration
    parser.StartElementHandler = reading.start
    parser.EndElementHandler = reading.end
    parser.CharacterDataHandler = reading.text
    try:
        parser.Parse(content, True)
    except (expat.ExpatError, ValueError, LookupError):
        raise damaged(file_name) from None
    return tuple(sheet.table() for sheet in reading.sheets if any(any(r) for r in sheet.rows))


@dataclass
class _Sheet:
    """One sheet while its cells are read."""

    name: str
    rows: list[list[str]] = field(default_factory=list)
    dates: set[tuple[int, int]] = field(default_factory=set)

    def table(self) -> Table:
        return Table(
            rows=tuple(tuple(row) for row in self.rows),
            name=self.name,
            dates=frozenset(self.dates),
        )


class _Reading:
    """The place in the file: sheet, row, cell and its words."""

    def __init__(self, file_name: str) -> None:
        self.sheets: list[_Sheet] = []
        self._file_name = file_name
        self._style = ""
        self._codes: dict[str, str] = {}
        self._code = self._row_code = ""
        self._kind = ""
        self._words: list[str] | None = None
        self._column = 0
        self._depth = 0
        self._cells = 0

    def refuse_declaration(self, *_: object) -> None:
        """No document type and no entity is ever followed."""
        raise declared_entities(self._file_name)

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """A style, sheet, row, cell or its value begins."""
        self._depth += 1
        if self._depth > _MAX_DEPTH:
            raise damaged(self._file_name)
        named = {key.rpartition(" ")[2]: value for key, value in attributes.items()}
        match tag.rpartition(" ")[2]:
            case "Style":
                self._style = named.get("ID", "")
            case "NumberFormat":
                code = named.get("Format", "")
                self._codes[self._style] = _CODES.get(code, code)
            case "Worksheet":
                self.sheets.append(_Sheet(named.get("Name", "")))
            case "Row" if self.sheets:
                self._open_row(named)
            case "Cell" if self.sheets and self.sheets[-1].rows:
                self._open_cell(named)
            case "Data" if self.sheets and self.sheets[-1].rows:
                self._kind, self._words = named.get("Type", "String"), []

    def end(self, tag: str) -> None:
        """A value ends; only then is it whole."""
        self._depth -= 1
        if tag.rpartition(" ")[2] == "Data" and self._words is not None:
            words, self._words = "".join(self._words), None
            self._put(words)

    def text(self, words: str) -> None:
        """Words count inside a value only, not in comments."""
        if self._words is not None:
            self._words.append(words)

    def _open_row(self, named: dict[str, str]) -> None:
        rows = self.sheets[-1].rows
        number = _number(named.get("Index"), default=len(rows) + 1)
        self._check(rows=number, columns=0)
        while len(rows) < number:
            rows.append([])
        self._row_code = self._codes.get(named.get("StyleID", ""), "")

    def _open_cell(self, named: dict[str, str]) -> None:
        """Cells may leave gaps (`ss:Index`) and reach across (`ss:MergeAcross`)."""
        row = self.sheets[-1].rows[-1]
        column = _number(named.get("Index"), default=len(row) + 1)
        across = _number(named.get("MergeAcross"), default=0)
        wide = max(column, len(row) + 1) + across
        self._cells += wide - len(row)
        self._check(rows=len(self.sheets[-1].rows), columns=wide)
        row.extend([""] * (wide - len(row)))
        self._column = wide - across - 1
        code = self._codes.get(named.get("StyleID", ""), "")
        self._code = code or self._row_code

    def _check(self, *, rows: int, columns: int) -> None:
        refuse_large_shape(rows=rows, columns=columns, cells=self._cells, file_name=self._file_name)

    def _put(self, words: str) -> None:
        """The value of the cell as the sheet shows it."""
        sheet = self.sheets[-1]
        place = (len(sheet.rows) - 1, self._column)
        if self._kind == "DateTime":
            words, is_date = _date_text(words)
            if is_date:
                sheet.dates.add(place)
        elif self._kind == "Number":
            words = _number_text(words, self._code)
        elif self._kind == "Boolean":
            words = {"1": "TRUE", "0": "FALSE"}.get(words, words)
        refuse_long_cell(words, row=place[0] + 1, file_name=self._file_name)
        if place[1] < len(sheet.rows[-1]):
            sheet.rows[-1][place[1]] = words


def _number(written: str | None, *, default: int) -> int:
    """A count in an attribute; what is no number, or beyond all sheets, counts as the default."""
    plain = written or ""
    known = plain.isascii() and plain.isdigit() and len(plain) < 8
    return int(plain) if known else default


def _date_text(words: str) -> tuple[str, bool]:
    """“2026-09-04T00:00:00.000” as a workbook shows it, and whether it is a date at all."""
    try:
        return cell_text(datetime.fromisoformat(words)), True
    except ValueError:
        return words, False


def _number_text(words: str, code: str) -> str:
    """A stored number without noise, in the format of its cell where that changes the meaning."""
    try:
        value = float(words)
    except ValueError:
        return words
    text = cell_text(value)
    return show_number(text, code) if text and code else text
