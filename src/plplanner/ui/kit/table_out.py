"""A table of rows as it leaves the program: all its rows, in the order and filter shown."""

from typing import Any

from plplanner.sharing.table_files import Cell, TableToShare
from plplanner.ui.kit.row_table import Column, RowTable


def table_out(table: RowTable) -> TableToShare:
    """Every column, those too for which the window is too narrow; numbers as numbers."""
    return TableToShare(
        tuple(column.heading_out or column.heading for column in table.columns),
        tuple(
            tuple(_cell(column, row) for column in table.columns) for row in table.rows_in_order()
        ),
    )


def _cell(column: Column[Any], row: object) -> Cell:
    if column.out is not None:
        return column.out(row)
    text = column.text(row)
    return _number(text) if column.is_number else text


def _number(text: str) -> Cell:
    """The number the words are; the words when they are more than a number."""
    try:
        return float(text)
    except ValueError:
        return text or None
