"""Tables for tests of readers: written as CSV, with the name of their sheet or file."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from plplanner.importing.read_csv import read_csv
from plplanner.importing.table import Table


def a_table(text: str, *, name: str = "") -> Table:
    """The table of a CSV text."""
    return replace(read_csv(text.encode(), file_name="table.csv"), name=name)


def table_of_rows(*rows: Mapping[str, str], name: str = "") -> Table:
    """A table with the headings of all rows together; what a row does not say is blank."""
    headers = tuple(dict.fromkeys(header for row in rows for header in row))
    cells = [tuple(row.get(header, "") for header in headers) for row in rows]
    return Table((headers, *cells), name=name)


def shown(scores: Sequence[Sequence[object]], field: str) -> list[list[object]]:
    """One kind of number of every score."""
    return [[getattr(score, field) for score in row] for row in scores]
