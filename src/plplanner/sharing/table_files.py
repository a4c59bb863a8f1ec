"""Any table seen on screen as a CSV or XLSX file, safe to open in a spreadsheet."""

import csv
import io
import math
import re
from collections.abc import Sequence
from datetime import UTC, datetime

from plplanner.records import record

Cell = str | int | float | None


@record(frozen=True)
class TableToShare:
    """Headings and rows as they stand on screen; a row has a cell for each heading."""

    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


# What a spreadsheet takes for a formula, unless an apostrophe stands before it; a text that has
# such an apostrophe of its own gets one more, so that taking one off always gives the text back.
_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)?\s*%?")
_NO_SHEET_NAME = re.compile(r"[\[\]:*?/\\']")
_MADE = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
_LONGEST_XLSX_CELL = 32_767


def table_file(table: TableToShare, *, suffix: str, sheet_name: str = "Table") -> bytes:
    """The table as a file of this kind, `.csv` or `.xlsx`; the same table gives the same bytes."""
    if suffix == ".csv":
        return table_as_csv(table.headings, table.rows)
    return table_as_xlsx(table.headings, table.rows, sheet_name=sheet_name)


def guarded(text: str) -> str:
    """`text` so that no spreadsheet takes it for a formula; numbers stay as they are."""
    if _FORMULA.match(text) and not _NUMBER.fullmatch(text):
        return f"'{text}"
    return text


def table_as_csv(headings: Sequence[str], rows: Sequence[Sequence[Cell]]) -> bytes:
    """Comma separated, UTF-8 with a mark so that Excel sees it, CRLF at the end of each row."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([guarded(heading) for heading in headings])
    writer.writerows([_csv_cell(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig", errors="replace")


def _csv_cell(cell: Cell) -> str:
    if cell is None:
        return ""
    return guarded(cell) if isinstance(cell, str) else _number(cell)


def _number(value: float) -> str:
    """A number without a needless “.0”; "" for what is no number."""
    if not math.isfinite(value):
        return ""
    return str(int(value)) if float(value).is_integer() else repr(value)


def table_as_xlsx(
    headings: Sequence[str], rows: Sequence[Sequence[Cell]], *, sheet_name: str = "Table"
) -> bytes:
    """One sheet: headings bold and fixed, text as text whatever it begins with, numbers as such."""
    # Costs 40 ms to load, which nobody should pay who exports nothing.
    import xlsxwriter  # noqa: PLC0415

    packed = io.BytesIO()
    with xlsxwriter.Workbook(packed, {"in_memory": True}) as book:
        book.set_properties({"created": _MADE})
        name = _NO_SHEET_NAME.sub(" ", sheet_name)[:31].strip() or "Table"
        sheet = book.add_worksheet(name)
        bold = book.add_format({"bold": True})
        for column, heading in enumerate(headings):
            sheet.write_string(0, column, _xlsx_text(heading), bold)
        for number, row in enumerate(rows, start=1):
            for column, cell in enumerate(row):
                if isinstance(cell, str) and cell:
                    sheet.write_string(number, column, _xlsx_text(cell))
                elif isinstance(cell, int | float) and math.isfinite(cell):
                    sheet.write_number(number, column, cell)
        sheet.freeze_panes(1, 0)
    return packed.getvalue()


def _xlsx_text(text: str) -> str:
    """Text needs no guard in a cell of text; its own apostrophe must not look like one."""
    return (guarded(text) if text.startswith("'") else text)[:_LONGEST_XLSX_CELL]
