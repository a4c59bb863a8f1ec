"""One row of a table as a person: her name, her ids, her class."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Protocol

from plplanner.importing.clean_text import MAX_NAME, clean_text, cut
from plplanner.importing.header_words import NAME_ROLES, ColumnRole
from plplanner.importing.list_marks import without_list_mark
from plplanner.importing.numbers_read import damage, is_broken
from plplanner.importing.person_names import PersonName, join_name, split_name
from plplanner.importing.rows import CellWarning, StudentRead
from plplanner.importing.table import Table

_OF_NO_PERSON = (ColumnRole.SCORE, ColumnRole.LEFT_OUT)
_TEXT_SIGN = re.compile(r"^['’](?=\d+$)")
_SHORTENED = re.compile(r"\d(?:[.,]\d+)?E\+\d{1,3}", re.IGNORECASE)


class PersonColumn(Protocol):
    """What has to be known of a column to read people from it."""

    @property
    def header(self) -> str:
        """The heading as written."""
        ...

    @property
    def role(self) -> ColumnRole:
        """What the column holds."""
        ...

    @property
    def id_kind(self) -> str:
        """Under which name its ids are kept."""
        ...


def students_of_rows(
    table: Table, rows: Sequence[int], columns: Sequence[PersonColumn]
) -> tuple[StudentRead, ...]:
    """Everybody in the rows. A middle name is said only where two go by the same name: other
    files have it seldom, and would not know her."""
    short = [student_of_row(table, row, columns) for row in rows]
    if not any(column.role is ColumnRole.MIDDLE for column in columns):
        return tuple(short)
    alike = Counter((one.last, one.first) for one in short)
    return tuple(
        student_of_row(table, row, columns, middle=True) if alike[one.last, one.first] > 1 else one
        for row, one in zip(rows, short, strict=True)
    )


def student_of_row(
    table: Table, row: int, columns: Sequence[PersonColumn], *, middle: bool = False
) -> StudentRead:
    """One person from the name, id and section columns of her row; `middle` asks for the whole
    given name.

    An id that a spreadsheet has damaged (“1.23E+05”) is left out: it may be that of many.
    """
    cells: dict[ColumnRole, str] = {}
    ids: dict[str, str | None] = {}
    written: list[str] = []
    for place, column in enumerate(columns):
        if column.role in _OF_NO_PERSON:
            continue
        text = clean_text(table.cell(row, place))
        if column.role is ColumnRole.ID and text:
            if not is_damaged_id(text):
                ids.setdefault(column.id_kind, _TEXT_SIGN.sub("", text))
        elif column.role is ColumnRole.LAST and cells.get(ColumnRole.LAST) and text:
            cells[ColumnRole.LAST] += f" {text}"
            written[-1] += f" {text}"
            continue
        else:
            cells.setdefault(column.role, text)
        if column.role in NAME_ROLES and text:
            written.append(without_list_mark(text))
    email = cells.get(ColumnRole.EMAIL)
    if email:
        ids["email"] = email
    name = _name(cells, middle=middle)
    nickname = cells.get(ColumnRole.NICKNAME, "")
    known_as = cut(nickname, limit=MAX_NAME) if nickname and nickname != name.first else None
    return StudentRead(
        last=name.last,
        first=name.first,
        suffix=name.suffix,
        nickname=known_as or name.nickname,
        ids=ids,
        section=cells.get(ColumnRole.SECTION) or None,
        grade=_grade(cells.get(ColumnRole.GRADE, "")),
        display=cut(", ".join(written), limit=MAX_NAME),
    )


def _name(cells: dict[ColumnRole, str], *, middle: bool) -> PersonName:
    """The name from one column, else from its parts in several."""
    if cells.get(ColumnRole.NAME):
        return split_name(cells[ColumnRole.NAME])
    return join_name(
        last=cells.get(ColumnRole.LAST, ""),
        first=cells.get(ColumnRole.FIRST, ""),
        middle=cells.get(ColumnRole.MIDDLE, "") if middle else "",
        suffix=cells.get(ColumnRole.SUFFIX, ""),
    )


def _grade(text: str) -> str | None:
    """A school year without leading zeros: “06” is “6”."""
    return (text.lstrip("0") or text) or None


def is_damaged_id(text: str) -> bool:
    """True for “1.23E+05”, whose digits a spreadsheet has thrown away, and for a formula without
    its result."""
    return _SHORTENED.fullmatch(text) is not None or text.startswith("=") or is_broken(text)


def id_warnings(
    table: Table, rows: Sequence[int], columns: Sequence[PersonColumn]
) -> Iterator[CellWarning]:
    """One warning for each id that a spreadsheet has damaged."""
    for place, column in enumerate(columns):
        if column.role is not ColumnRole.ID:
            continue
        for row in rows:
            text = clean_text(table.cell(row, place))
            if is_damaged_id(text):
                yield CellWarning(row + 1, column.header, damage(text) or "")
