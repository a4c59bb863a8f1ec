"""The tables of a web page, such as the HTML that many school systems call .xls."""

import codecs
import re
from collections.abc import Iterator
from html.parser import HTMLParser

from plplanner.importing.decode_text import decode_text
from plplanner.importing.limits import (
    MAX_CELLS,
    refuse_large_shape,
    refuse_long_cell,
    refuse_long_markup,
)
from plplanner.importing.table import Table
from plplanner.problems import Problem

MAX_TABLES = 200
_SPAN = 1_000
# A tag that closes before the next one opens, its quotes in pairs; all other “<” are text.
_LOOSE = re.compile(r"<(?!/?[a-zA-Z](?:[^<>\"']|\"[^\"<>]{0,2000}\"|'[^'<>]{0,2000}'){0,2000}+>)")
_HIDDEN = re.compile(r"<(!--|script|style|!|\?)", re.IGNORECASE)
_HIDDEN_ENDS = {
    "!--": re.compile("-->"),
    "script": re.compile("</script[^<>]*>?", re.IGNORECASE),
    "style": re.compile("</style[^<>]*>?", re.IGNORECASE),
    "!": re.compile(">"),
    "?": re.compile(">"),
}
# A numbered letter beyond all letters there are.
_NO_LETTER = re.compile(r"&#[xX]?[0-9a-fA-F]{9,}")
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?([A-Za-z0-9_-]{3,20})", re.IGNORECASE)
_CHARSETS = re.compile(
    r"windows-125\d|cp125\d|iso-8859-\d{1,2}|shift_jis|gb2312|gbk|gb18030|big5|euc-kr|euc-jp|"
    r"koi8-r|macintosh",
    re.IGNORECASE,
)
_SIGN_IN = re.compile(r"type\s*=\s*[\"']?password|\bsign[ -]?in\b|\blog[ -]?in\b", re.IGNORECASE)
_LINE = frozenset({"br", "p", "div", "li"})


def looks_like_html(head: str) -> bool:
    """True for text that begins as a web page or a bare table does."""
    start = head.lstrip("\ufeff \t\r\n").lower()[:2000]
    if start.startswith("<?xml"):
        start = start.partition("?>")[2].lstrip()
    while start.startswith("<!--"):
        start = start.partition("-->")[2].lstrip()
    return start.startswith(
        ("<!doctype html", "<html", "<table", "<meta", "<head", "<body", "<style", "<div", "<title")
    )


def read_html(content: bytes, *, file_name: str) -> tuple[Table, ...]:
    """Every table with cells; a table inside a cell is a table of its own.

    No script is run, nothing is fetched. Raises Problem for a page without a table.
    """
    refuse_long_markup(content, file_name=file_name)
    text = _decoded(content)
    shown = _without_hidden(text)
    if shown.lower().count("<t") > 2 * MAX_CELLS:
        refuse_large_shape(rows=0, columns=0, cells=MAX_CELLS + 1, file_name=file_name)
    parser = _TableParser(file_name)
    parser.feed(_LOOSE.sub("&lt;", _NO_LETTER.sub(" ", shown)))
    parser.close()
    tables = tuple(parser.finished())
    if not tables:
        raise _no_table(text, file_name=file_name)
    return tables


def _decoded(content: bytes) -> str:
    """The page in the letters it names itself, else as any text file."""
    named = _CHARSET.search(content[:2000])
    charset = named.group(1).decode("ascii") if named else ""
    if _CHARSETS.fullmatch(charset):
        try:
            return content.decode(codecs.lookup(charset).name, errors="replace")
        except LookupError:
            pass
    return decode_text(content)


def _without_hidden(text: str) -> str:
    """The page without comments, scripts, styles and declarations; one pass, whatever is open."""
    kept, place = [], 0
    while opened := _HIDDEN.search(text, place):
        kept.append(text[place : opened.start()])
        closed = _HIDDEN_ENDS[opened.group(1).lower()].search(text, opened.end())
        if closed is None:
            return "".join(kept)
        place = closed.end()
    return "".join((*kept, text[place:]))


def _no_table(text: str, *, file_name: str) -> Problem:
    """What a page without cells probably is."""
    if _SIGN_IN.search(text):
        return Problem(
            f"“{file_name}” is a web page to sign in; it was saved in place of the file.",
            "Sign in there, export the gradebook again, then import that.",
        )
    return Problem(
        f"“{file_name}” is a web page without a table.",
        "Export the gradebook as CSV or XLSX, then import that.",
    )


class _OpenTable:
    """A table while its cells are read."""

    def __init__(self) -> None:
        self.rows: list[list[str]] = []
        # By column: the last row (from 0) that a cell above reaches down to, and its text.
        self._reach: dict[int, tuple[int, str]] = {}
        self._cell: list[str] | None = None
        self._across = self._down = 1

    def open_row(self) -> None:
        """Begin a row."""
        self.close_cell()
        self.rows.append([])
        self._fill()

    def open_cell(self, *, across: int, down: int) -> None:
        """Begin a cell that spans so many columns and rows."""
        self.close_cell()
        if not self.rows:
            self.open_row()
        self._cell, self._across, self._down = [], across, down

    def add_text(self, text: str) -> None:
        """Text counts inside a cell only."""
        if self._cell is not None:
            self._cell.append(text)

    def close_cell(self) -> None:
        """Put the cell where it belongs: once across, and again in each row it reaches down to."""
        if self._cell is None:
            return
        text = " ".join("".join(self._cell).split())
        self._cell = None
        row = self.rows[-1]
        for step in range(self._across):
            shown = text if step == 0 else ""
            if self._down > 1:
                self._reach[len(row)] = (len(self.rows) + self._down - 2, shown)
            row.append(shown)
        self._fill()

    def _fill(self) -> None:
        """Cells of the rows above that reach down into this one."""
        row = self.rows[-1]
        while self._reach.get(len(row), (-1, ""))[0] >= len(self.rows) - 1:
            row.append(self._reach[len(row)][1])


class _TableParser(HTMLParser):
    """Cells of every table, in the order the tables begin."""

    def __init__(self, file_name: str) -> None:
        super().__init__(convert_charrefs=True)
        self._file_name = file_name
        self._open: list[_OpenTable] = []
        self._all: list[_OpenTable] = []
        self._cells = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A table, row or cell begins; a new line inside a cell is a space."""
        if tag == "table" and len(self._all) < MAX_TABLES:
            self._open.append(_OpenTable())
            self._all.append(self._open[-1])
        elif self._open and tag == "tr":
            self._open[-1].open_row()
        elif self._open and tag in {"td", "th"}:
            spans = dict(attrs)
            across, down = _span(spans.get("colspan")), _span(spans.get("rowspan"))
            self._count(across * down)
            self._open[-1].open_cell(across=across, down=down)
        elif self._open and tag in _LINE:
            self._open[-1].add_text(" ")

    def handle_endtag(self, tag: str) -> None:
        """A cell or table ends."""
        if self._open and tag in {"td", "th", "tr"}:
            self._open[-1].close_cell()
        elif self._open and tag == "table":
            self._open.pop().close_cell()

    def handle_data(self, data: str) -> None:
        """The words of a cell."""
        if self._open:
            self._open[-1].add_text(data)

    def _count(self, cells: int) -> None:
        self._cells += cells
        rows = len(self._open[-1].rows)
        refuse_large_shape(rows=rows, columns=0, cells=self._cells, file_name=self._file_name)

    def finished(self) -> Iterator[Table]:
        """The tables that hold words, checked against the limits."""
        for number, table in enumerate(self._all, start=1):
            table.close_cell()
            for row, cells in enumerate(table.rows, start=1):
                refuse_large_shape(rows=row, columns=len(cells), cells=0, file_name=self._file_name)
                for cell in cells:
                    refuse_long_cell(cell, row=row, file_name=self._file_name)
            if any(any(row) for row in table.rows):
                name = f"Table {number}" if len(self._all) > 1 else ""
                yield Table(rows=tuple(tuple(row) for row in table.rows), name=name)


def _span(written: str | None) -> int:
    """A colspan or rowspan; what is no number counts as 1."""
    plain = (written or "").strip()
    return (
        min(max(int(plain), 1), _SPAN)
        if plain.isascii() and plain.isdigit() and len(plain) < 7
        else 1
    )
