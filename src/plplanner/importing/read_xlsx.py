"""The sheets of a workbook (XLSX, XLS, ODS) as tables."""

import io
import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from python_calamine import (
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from plplanner.importing.clean_text import without_guard
from plplanner.importing.crowd import TALL_ROWS, rows_of_others
from plplanner.importing.limits import refuse_large_shape, refuse_long_cell
from plplanner.importing.number_formats import SheetShape, show_number
from plplanner.importing.read_zip import damaged, locked
from plplanner.importing.table import Table
from plplanner.problems import Problem

MAX_SHEETS = 60
_HEAD = 9  # rows in which a heading may stand
_NO_SHAPE = SheetShape(0, 0, {})
_ODS_ROW = re.compile(rb"<table:table-row\b([^<>]*)>(.*?)</table:table-row>", re.DOTALL)
_ODS_FILLED = re.compile(rb"<table:table-cell\b([^<>]*[^/<>])>")
_ROWS_REPEATED = re.compile(rb"number-rows-repeated\s*=\s*[\"'](\d{1,18})")
_COLUMNS_REPEATED = re.compile(rb"number-columns-repeated\s*=\s*[\"'](\d{1,18})")


def read_xlsx(
    content: bytes,
    *,
    file_name: str,
    shapes: Mapping[str, SheetShape] | None = None,
    ods: bytes = b"",
    section: str | None = None,
) -> tuple[Table, ...]:
    """Every sheet with cells. Raises Problem for locked, damaged and oversized workbooks.

    `shapes` are those of an XLSX workbook, `ods` is the content.xml of an OpenDocument one. Of a
    very tall sheet only the rows of `section` are read, where one is named.
    """
    shapes = shapes or {}
    for shape in shapes.values():
        refuse_large_shape(
            rows=shape.rows,
            columns=shape.columns,
            cells=shape.rows * shape.columns,
            file_name=file_name,
        )
    _refuse_repeats(ods, file_name=file_name)
    try:
        return tuple(_tables(content, shapes, section, file_name=file_name))
    except PasswordError:
        raise locked(file_name) from None
    except (KeyboardInterrupt, SystemExit, MemoryError, Problem):
        raise
    except BaseException as error:
        # A panic of the workbook library is a BaseException; to the teacher the file is damaged.
        raise damaged(file_name) from error


def _tables(
    content: bytes, shapes: Mapping[str, SheetShape], section: str | None, *, file_name: str
) -> Iterator[Table]:
    """The worksheets, in the order of the workbook, while they stay within the limits."""
    workbook = CalamineWorkbook.from_filelike(io.BytesIO(content))
    cells = 0
    for known in workbook.sheets_metadata[:MAX_SHEETS]:
        if known.typ is not SheetTypeEnum.WorkSheet:
            continue
        sheet = workbook.get_sheet_by_name(known.name)
        if sheet.end is None:
            continue
        rows, columns = sheet.end[0] + 1, sheet.end[1] + 1
        cells += rows * columns
        refuse_large_shape(rows=rows, columns=columns, cells=cells, file_name=file_name)
        one = section if rows > TALL_ROWS else None
        table = _table(sheet, shapes.get(known.name, _NO_SHAPE), one, file_name=file_name)
        yield replace(table, is_hidden=known.visible is not SheetVisibleEnum.Visible)


def _table(
    sheet: CalamineSheet, shape: SheetShape, section: str | None, *, file_name: str
) -> Table:
    """One sheet from its cell A1, so that row numbers are those the teacher sees.

    Cells that say the same are one text, which keeps a large sheet small in memory. With
    `section`, rows below the headings that do not name it stay empty.
    """
    dates = set()
    known: dict[object, str] = {}
    rows: list[tuple[str, ...]] = []
    left = sheet.start[1] if sheet.start else 0
    is_other = None
    for number, values in enumerate(sheet.iter_rows()):
        if section and number == _HEAD:
            is_other = rows_of_others(Table(tuple(rows)), section)
        if is_other is not None and is_other(values, left):
            rows.append(())
            continue
        cells = [""] * left
        for place, value in enumerate(values, start=left):
            key = (type(value), value)
            text = known.get(key)
            if text is None:
                text = known[key] = without_guard(cell_text(value))
                refuse_long_cell(text, row=number + 1, file_name=file_name)
            if (number, place) in shape.untold:
                text = shape.untold[number, place]
            elif isinstance(value, date):
                dates.add((number, place))
            elif type(value) is float and (number, place) in shape.formats and text:
                text = show_number(text, shape.formats[number, place])
            cells.append(text)
        rows.append(tuple(cells))
    return Table(rows=tuple(rows), name=sheet.name, dates=frozenset(dates), formulas=shape.formulas)


def cell_text(value: object) -> str:
    """A stored value as text: whole numbers without “.0”, dates as 2026-03-04."""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return _number_text(value)
    if isinstance(value, datetime):
        midnight = value.time() == time(0)
        return (
            value.date().isoformat() if midnight else value.isoformat(sep=" ", timespec="seconds")
        )
    if isinstance(value, date | time):
        return value.isoformat()
    return str(value) if isinstance(value, timedelta | int | str) else ""


def _number_text(value: float) -> str:
    """A number without the noise of binary fractions; "" for what is no number."""
    if not math.isfinite(value):
        return ""
    if value.is_integer():
        return str(int(value))
    return f"{value:.10f}".rstrip("0").rstrip(".")


def _refuse_repeats(sheet: bytes, *, file_name: str) -> None:
    """An ODS cell says how often it repeats; refuse what would swell beyond the limits."""
    rows = cells = 0
    for found in _ODS_ROW.finditer(sheet):
        filled = _ODS_FILLED.findall(found.group(2))
        if not filled:
            continue
        times = _repeats(_ROWS_REPEATED, found.group(1))
        columns = sum(_repeats(_COLUMNS_REPEATED, attributes) for attributes in filled)
        rows += times
        cells += times * columns
        refuse_large_shape(rows=rows, columns=columns, cells=cells, file_name=file_name)


def _repeats(pattern: re.Pattern[bytes], attributes: bytes) -> int:
    found = pattern.search(attributes)
    return int(found.group(1)) if found else 1
