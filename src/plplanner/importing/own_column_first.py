"""A system's export before whose columns the teacher put one of her own: the class."""

from collections.abc import Sequence
from dataclasses import replace

from plplanner.importing.header_words import ColumnRole, header_role
from plplanner.importing.table import Table

_ROWS = 4


def with_own_column_last(tables: Sequence[Table]) -> tuple[Table, ...]:
    """The tables with a first column of classes moved behind all others; () where none has one."""
    moved = tuple(_moved(table) if _begins_with_class(table) else table for table in tables)
    return moved if any(one is not other for one, other in zip(moved, tables, strict=True)) else ()


def _begins_with_class(table: Table) -> bool:
    heads = (table.cell(row, 0)[:60] for row in range(min(_ROWS, len(table.rows))))
    return any(header_role(head) is ColumnRole.SECTION for head in heads if head.strip())


def _moved(table: Table) -> Table:
    last = table.width - 1
    filled = ((*row, *[""] * (last + 1 - len(row))) for row in table.rows)
    rows = tuple((*row[1:], row[0]) for row in filled)
    dates = frozenset((row, place - 1 if place else last) for row, place in table.dates)
    return replace(table, rows=rows, dates=dates)
