"""Two classes beside each other on one sheet: parted, so that no score goes to a wrong student."""

from collections.abc import Sequence
from dataclasses import replace

from plplanner.importing.clean_text import clean_text, name_form
from plplanner.importing.guess_columns import find_header
from plplanner.importing.header_words import NAME_ROLES, ColumnRole, header_form, header_role
from plplanner.importing.numbers_read import read_number
from plplanner.importing.other_columns import other_reason
from plplanner.importing.rows import CellWarning, GradebookRead
from plplanner.importing.special_rows import can_be_name, row_kind
from plplanner.importing.table import Table, column_letter
from plplanner.problems import Problem
from plplanner.records import record

_ALIKE = 0.1
_ROWS_OF_A_TITLE = 3


@record(frozen=True)
class Parted:
    """The right-hand tables put below the left one. `origins` tell for each of their rows where
    it stands: (the columns, row from 0)."""

    table: Table
    origins: dict[int, tuple[str, int]]
    warning: CellWarning


@record(frozen=True)
class _Block:
    """The columns of one table, from `left` up to `right`, which is none of its own."""

    left: int
    right: int
    headers: tuple[str, ...]

    @property
    def columns(self) -> str:
        """“E–G”, as the sheet names them."""
        ends = (column_letter(self.left), column_letter(self.right - 1))
        return "–".join(dict.fromkeys(ends))

    @property
    def names(self) -> tuple[int, ...]:
        """The columns headed as names."""
        heads = enumerate(self.headers, start=self.left)
        return tuple(place for place, head in heads if header_role(head) in NAME_ROLES)


def part_tables(table: Table, *, file_name: str) -> Parted | None:
    """The tables beside each other as one; None for a sheet with a single table of people.

    Each has its own heading of names, and other people. A legend or a list without numbers at the
    side is left out. Where scores stand under other headings it is a Problem: nobody can tell
    whether they belong together.
    """
    header = None if table.names_from is not None else find_header(table)
    if header is None:
        return None
    blocks = _blocks(table, header)
    if len(blocks) < 2:
        return None
    if not _hold_other_people(table, header, blocks):
        _refuse_other_order(table, header, blocks, file_name=file_name)
        return None
    first = _shape(blocks[0])
    alike = [block for block in blocks if _shape(block) == first]
    others = [block for block in blocks if _shape(block) != first]
    scored = [block for block in others if _has_numbers(table, header, block)]
    if scored:
        raise Problem(
            f"“{file_name}” has two tables beside each other with different headings, in columns "
            f"{blocks[0].columns} and {scored[0].columns}.",
            "Put each table on a sheet of its own, save, then import again.",
        )
    return _stacked(table, header, alike, others)


def with_places(read: GradebookRead, parted: Parted) -> GradebookRead:
    """The same with columns and row of the sheet in each message about a cell of the right."""
    warnings = tuple(_told(one, parted.origins.get(one.row - 1)) for one in read.warnings)
    return replace(read, warnings=(parted.warning, *warnings))


def _told(warning: CellWarning, origin: tuple[str, int] | None) -> CellWarning:
    if origin is None:
        return warning
    columns, row = origin
    return replace(warning, message=f"{warning.message} Columns {columns}, row {row + 1}.")


def _shape(block: _Block) -> tuple[str, ...]:
    return tuple(header_form(head) for head in block.headers)


def _blocks(table: Table, header: int) -> list[_Block]:
    """The tables of a heading row: each begins where names are headed again, behind an empty
    column or with the very heading that the first begins with."""
    heads = [clean_text(table.cell(header, place)) for place in range(table.width)]
    if sum(header_role(head) in NAME_ROLES for head in heads) < 2:
        return []
    first, *more = [place for place, head in enumerate(heads) if head]
    gaps = [p for p in more if not heads[p - 1] and _is_empty(table, header, p - 1)]
    again = [place for place in more if heads[place] == heads[first]]
    parted = _between(heads, [first, *gaps])
    return parted if len(parted) > 1 else _between(heads, [first, *again])


def _between(heads: Sequence[str], starts: Sequence[int]) -> list[_Block]:
    """The tables that begin there; one without names belongs to its neighbour."""
    blocks: list[_Block] = []
    for left, right in zip(starts, [*starts[1:], len(heads)], strict=True):
        block = _block(heads, left, right)
        if blocks and not (block.names and blocks[-1].names):
            block = _block(heads, blocks.pop().left, right)
        blocks.append(block)
    return blocks


def _block(heads: Sequence[str], left: int, right: int) -> _Block:
    end = max(place for place in range(left, right) if heads[place]) + 1
    return _Block(left, end, tuple(heads[left:end]))


def _is_empty(table: Table, header: int, place: int) -> bool:
    return not any(table.cell(row, place).strip() for row in range(header, len(table.rows)))


def _people(table: Table, header: int, block: _Block) -> set[str]:
    found = set()
    for row in range(header + 1, len(table.rows)):
        name = _name(table, row, block)
        if name and can_be_name(name) and row_kind(name) is None:
            found.add(name)
    return found


def _hold_other_people(table: Table, header: int, blocks: Sequence[_Block]) -> bool:
    """People in each table, at most one in ten of them in another one too."""
    people = [_people(table, header, block) for block in blocks]
    together = set[str]().union(*people)
    return all(people) and len(together) >= (1 - _ALIKE) * sum(map(len, people))


def _refuse_other_order(
    table: Table, header: int, blocks: Sequence[_Block], *, file_name: str
) -> None:
    """Raise a Problem where scores of the same people stand in the row of somebody else."""
    first = blocks[0]
    for block in blocks[1:]:
        names = [
            (_name(table, row, first), _name(table, row, block))
            for row in range(header + 1, len(table.rows))
        ]
        astray = any(left and right and left != right for left, right in names)
        if astray and _has_numbers(table, header, block):
            raise Problem(
                f"“{file_name}” lists its students twice beside each other, in columns "
                f"{first.columns} and {block.columns}, and not in the same order.",
                "Sort both lists by name, or put each on a sheet of its own, then import again.",
            )


def _name(table: Table, row: int, block: _Block) -> str:
    return name_form(" ".join(table.cell(row, place) for place in block.names))


def _has_numbers(table: Table, header: int, block: _Block) -> bool:
    """True when a column that may hold scores is mostly numbers."""
    rows = tuple(range(header + 1, len(table.rows)))
    for place, head in enumerate(block.headers, start=block.left):
        if header_role(head) is None and not other_reason(head):
            cells = [cell.strip() for cell in table.column(place, rows=rows) if cell.strip()]
            numbers = sum(read_number(cell, decimal_comma=True) is not None for cell in cells)
            if cells and 2 * numbers >= len(cells):
                return True
    return False


def _stacked(
    table: Table, header: int, blocks: Sequence[_Block], others: Sequence[_Block]
) -> Parted:
    """The left table whole, then the people of the others under it, in their class if titled."""
    titles = _titles(table, header, blocks)
    rows: list[tuple[str, ...]] = []
    dates: set[tuple[int, int]] = set()
    origins: dict[int, tuple[str, int]] = {}
    for number, block in enumerate(blocks):
        for row in range(header + 1 if number else 0, len(table.rows)):
            cells = tuple(table.cell(row, place) for place in range(block.left, block.right))
            if number and (not any(cells) or _is_label(cells)):
                continue
            if number:
                origins[len(rows)] = (block.columns, row)
            at = range(block.left, block.right)
            dates |= {(len(rows), p - block.left) for p in at if (row, p) in table.dates}
            heading = "Section" if row == header else ""
            section = titles[number] if row > header and any(cells) else heading
            rows.append((*cells, section) if any(titles) else cells)
    formulas = frozenset(p - blocks[0].left for p in table.formulas if p < blocks[0].right)
    stacked = Table(tuple(rows), table.name, frozenset(dates), formulas=formulas)
    return Parted(stacked, origins, _warning(header, blocks, others))


def _warning(header: int, blocks: Sequence[_Block], others: Sequence[_Block]) -> CellWarning:
    """What was done with the tables beside the first."""
    said = []
    if len(blocks) > 1:
        said.append(f"{len(blocks)} tables stand beside each other; the students of all are read.")
    if others:
        columns = " and ".join(block.columns for block in others)
        said.append(f"What stands apart in columns {columns} is not read.")
    where = (*blocks[1:], *others)[0].columns
    return CellWarning(header + 1, where, " ".join(said))


def _is_label(cells: Sequence[str]) -> bool:
    """A row of points, dates or averages, which the left table has too."""
    first = next(cell for cell in cells if cell)
    return row_kind(clean_text(first)) is not None


def _titles(table: Table, header: int, blocks: Sequence[_Block]) -> list[str]:
    """What stands above each table in its own columns (“Period 2”); blanks unless all have it."""
    heads = blocks[0].headers
    found = [_title(table, header, block) for block in blocks]
    is_told = any(header_role(head) is ColumnRole.SECTION for head in heads)
    tells = len(blocks) > 1 and all(found) and len(set(found)) == len(found)
    return found if tells and not is_told else [""] * len(blocks)


def _title(table: Table, header: int, block: _Block) -> str:
    """The one text in the nearest row above that has any."""
    for row in range(header - 1, max(-1, header - 1 - _ROWS_OF_A_TITLE), -1):
        said = [clean_text(table.cell(row, place)) for place in range(block.left, block.right)]
        filled = [text for text in said if text]
        if filled:
            return filled[0] if len(filled) == 1 else ""
    return ""
