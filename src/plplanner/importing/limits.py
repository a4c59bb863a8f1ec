"""How large a file may be, so that no file can hang or fill this computer."""

from collections.abc import Collection

from plplanner.problems import Problem

MAX_FILE_BYTES = 50_000_000
MAX_INFLATED_BYTES = 200_000_000
MAX_INFLATION = 100
SMALL_ENOUGH_BYTES = 5_000_000
MAX_MEMBERS = 2_000
MAX_ROWS = 300_000
MAX_COLUMNS = 2_000
MAX_CELLS = 3_000_000
MAX_CELL_BYTES = 100_000
# Pages and XML are read letter by letter; beyond this they take longer than a teacher waits.
MAX_MARKUP_BYTES = 20_000_000

_SMALLER = "Export one class or one term at a time, then import again."
_FEWER = "Put the files of your classes alone into a folder, then import that."


def refuse_large_file(content: bytes, *, file_name: str) -> None:
    """Raise a Problem for an empty file or one beyond 50 MB."""
    if not content:
        raise Problem(f"“{file_name}” is empty.", "Export the gradebook again, then import it.")
    if len(content) > MAX_FILE_BYTES:
        megabytes = len(content) // 1_000_000
        raise Problem(f"“{file_name}” has {megabytes} MB; the limit is 50 MB.", _SMALLER)


def refuse_large_folder(sizes: Collection[int], *, name: str) -> None:
    """Raise a Problem for more than 2,000 files, or more than 50 MB in all. Sizes in bytes."""
    if len(sizes) > MAX_MEMBERS:
        raise Problem(f"“{name}” holds more than {MAX_MEMBERS:,} files.", _FEWER)
    if sum(sizes) > MAX_FILE_BYTES:
        megabytes = sum(sizes) // 1_000_000
        raise Problem(f"The files in “{name}” have {megabytes} MB; the limit is 50 MB.", _FEWER)


def refuse_long_markup(content: bytes, *, file_name: str) -> None:
    """Raise a Problem for a web page or XML beyond 20 MB."""
    if len(content) > MAX_MARKUP_BYTES:
        megabytes = len(content) // 1_000_000
        raise Problem(
            f"“{file_name}” is a web page or XML of {megabytes} MB; the limit is 20 MB.",
            "Open it in a spreadsheet, save it as XLSX, then import that.",
        )


def refuse_large_shape(*, rows: int, columns: int, cells: int, file_name: str) -> None:
    """Raise a Problem for a table beyond 300,000 rows, 2,000 columns or 3 million cells."""
    if rows > MAX_ROWS:
        raise Problem(f"“{file_name}” has more than {MAX_ROWS:,} rows.", _SMALLER)
    if columns > MAX_COLUMNS:
        raise Problem(f"“{file_name}” has more than {MAX_COLUMNS:,} columns.", _SMALLER)
    if cells > MAX_CELLS:
        raise Problem(f"“{file_name}” has more than {MAX_CELLS:,} cells.", _SMALLER)


def refuse_long_cell(text: str, *, row: int, file_name: str) -> None:
    """Raise a Problem for a cell beyond 100 kB; `row` counts from 1."""
    short = len(text) * 4 <= MAX_CELL_BYTES
    if not short and len(text.encode("utf-8", "replace")) > MAX_CELL_BYTES:
        raise long_cell(row=row, file_name=file_name)


def long_cell(*, row: int, file_name: str) -> Problem:
    """The Problem for a cell beyond 100 kB, often a quotation mark that is never closed."""
    return Problem(
        f"A cell in row {row} of “{file_name}” is longer than 100 kB.",
        "A quotation mark may be missing. Export the gradebook again, then import it.",
    )
