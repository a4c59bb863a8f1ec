"""A gradebook file as the teacher dropped it: what it is, and everything it says."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from plplanner.importing.formats.canvas import read_canvas
from plplanner.importing.formats.plain import read_plain
from plplanner.importing.limits import refuse_large_file
from plplanner.importing.read_csv import read_csv
from plplanner.importing.read_zip import damaged, locked, read_zip
from plplanner.importing.rows import CellWarning, GradebookRead
from plplanner.importing.table import Table
from plplanner.problems import Problem

Reader = Callable[..., GradebookRead | None]

# One reader per system, asked in this order: `reader(tables, file_name=…)` answers None for a
# file of another kind. The plain reader comes last and takes any table with names.
READERS: tuple[Reader, ...] = (read_canvas,)

_MAX_NAME_SHOWN = 80
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
_AS_TABLE = "Export the gradebook as CSV or XLSX, then import that."
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\x00", b"MM\x00*", b"RIFF")
_OTHER_ZIPS = (
    ("Index/", "a Numbers document", "In Numbers choose File, Export To, CSV, then import that."),
    (
        "Index.zip",
        "a Numbers document",
        "In Numbers choose File, Export To, CSV, then import that.",
    ),
    ("word/", "a Word document", "Copy the table into a spreadsheet, save it, then import that."),
    ("ppt/", "a presentation", _AS_TABLE),
    ("xl/workbook.bin", "a binary workbook", "Save it as XLSX, then import that."),
)


def read_gradebook(*, file_name: str, content: bytes) -> GradebookRead:
    """Everything the file says about students and scores; touches nothing, asks nothing.

    Raises Problem, and nothing else, for a file that cannot be read.
    """
    shown = file_name[-_MAX_NAME_SHOWN:] or "The file"
    refuse_large_file(content, file_name=shown)
    tables = _tables(content, file_name=shown)
    filled = tuple(table for table in tables if any(any(row) for row in table.rows))
    if not filled:
        raise Problem(f"“{shown}” holds no cells.", "Export the gradebook again, then import it.")
    for reader in READERS:
        read = reader(filled, file_name=shown)
        if read is not None:
            return read
    return _fullest(filled, file_name=shown)


def _tables(content: bytes, *, file_name: str) -> tuple[Table, ...]:
    """The tables of a file, told by its first bytes and never by its name."""
    _refuse_foreign(content, file_name=file_name)
    if content.startswith(b"PK"):
        return _zipped_tables(content, file_name=file_name)
    if content.startswith(_OLD_OFFICE):
        if _ENCRYPTED_STREAM in content:
            raise locked(file_name)
        return _workbook_tables(content, members={}, file_name=file_name)
    return (read_csv(content, file_name=file_name),)


def _refuse_foreign(content: bytes, *, file_name: str) -> None:
    """Raise a Problem for kinds of file that hold no table this program reads."""
    head = content[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith(b"%pdf"):
        raise Problem(f"“{file_name}” is a PDF, which holds no table of cells.", _AS_TABLE)
    if content.startswith(_PICTURES[:4]) or content[:4] in _PICTURES[4:]:
        raise Problem(f"“{file_name}” is a picture.", _AS_TABLE)
    if head.startswith((b"<!doctype", b"<html", b"<?xml", b"<table", b"<meta")):
        raise Problem(
            f"“{file_name}” is a web page under another name.",
            "Open it in a spreadsheet, save it as XLSX, then import that.",
        )
    if head.startswith((b"{\\rtf", b"{", b"[{")):
        raise Problem(f"“{file_name}” is not a table.", _AS_TABLE)


def _zipped_tables(content: bytes, *, file_name: str) -> tuple[Table, ...]:
    """The sheets of an XLSX or ODS workbook."""
    members = read_zip(content, file_name=file_name)
    for start, what, next_step in _OTHER_ZIPS:
        if any(name.startswith(start) for name in members):
            raise Problem(f"“{file_name}” is {what}.", next_step)
    if "xl/workbook.xml" in members or "content.xml" in members:
        if b"manifest:encryption-data" in members.get("META-INF/manifest.xml", b""):
            raise locked(file_name)
        return _workbook_tables(content, members=members, file_name=file_name)
    if not members:
        raise damaged(file_name)
    raise Problem(
        f"“{file_name}” is a zip file without a gradebook this program knows.",
        "Unzip it, then import the CSV or XLSX file inside.",
    )


def _workbook_tables(
    content: bytes, *, members: Mapping[str, bytes], file_name: str
) -> tuple[Table, ...]:
    # The workbook library costs 20 ms to load, which a CSV file must not pay.
    from plplanner.importing.read_xlsx import read_xlsx  # noqa: PLC0415

    return read_xlsx(content, members=members, file_name=file_name)


def _fullest(tables: tuple[Table, ...], *, file_name: str) -> GradebookRead:
    """The sheet with most students and scores; names other sheets that hold students too.

    When no sheet has students, the Problem of the largest sheet tells why.
    """
    found: list[tuple[int, str, GradebookRead]] = []
    refused: list[tuple[int, Problem]] = []
    for table in tables:
        try:
            read = read_plain(table, file_name=file_name)
        except Problem as problem:
            refused.append((len(table.rows) * table.width, problem))
        else:
            weight = len(read.students) * (1 + len(read.assessments))
            found.append((weight, table.name, read))
    if not found:
        raise max(refused, key=lambda pair: pair[0])[1]
    _, name, best = max(found, key=lambda triple: triple[0])
    others = [other for _, other, read in found if read is not best]
    return _with_warnings(best, _other_sheets(name, others))


def _other_sheets(name: str, others: list[str]) -> tuple[CellWarning, ...]:
    """One warning for each sheet with students that is not read."""
    message = (
        "Students stand on this sheet too. Only “{}” is read; save this sheet as its own file."
    )
    return tuple(CellWarning(1, other, message.format(name)) for other in others)


def _with_warnings(read: GradebookRead, more: tuple[CellWarning, ...]) -> GradebookRead:
    return replace(read, warnings=more + read.warnings)
