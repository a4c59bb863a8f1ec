"""A table as every file comes to be: rows of plain text, before anyone knows what they mean."""

from dataclasses import field

from plplanner.records import record

MAX_SHOWN = 40


@record(frozen=True)
class Table:
    """Rows of text cells. `dates` holds (row, column), from 0, of cells the workbook calls dates.

    `name` is the sheet or the file inside a zip, "" for a plain text file. `names_from` is the row
    of the first name in a list of nothing but names in the first column; `formulas` are columns
    that the workbook works out from other cells of their row. `is_hidden`: the workbook does not
    show this sheet.
    """

    rows: tuple[tuple[str, ...], ...]
    name: str = ""
    dates: frozenset[tuple[int, int]] = frozenset()
    names_from: int | None = field(default=None, compare=False, repr=False)
    formulas: frozenset[int] = field(default=frozenset(), compare=False, repr=False)
    is_hidden: bool = field(default=False, compare=False, repr=False)

    def cell(self, row: int, column: int) -> str:
        """The text at (row, column), both from 0; "" beyond the edge."""
        cells = self.rows[row] if 0 <= row < len(self.rows) else ()
        return cells[column] if 0 <= column < len(cells) else ""

    def column(self, column: int, *, rows: tuple[int, ...]) -> tuple[str, ...]:
        """The cells of one column in the given rows."""
        below = (self.rows[row] for row in rows)
        return tuple([cells[column] if column < len(cells) else "" for cells in below])

    @property
    def width(self) -> int:
        """Columns of the widest row."""
        return max((len(row) for row in self.rows), default=0)


def column_letter(column: int) -> str:
    """A column as a spreadsheet names it: 0 is A, 26 is AA."""
    letters = ""
    number = column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def quoted(text: str) -> str:
    """A cell in quotes for a message, cut where it would flood the line."""
    shown = text if len(text) <= MAX_SHOWN else f"{text[: MAX_SHOWN - 1]}…"
    return f"“{shown}”"
