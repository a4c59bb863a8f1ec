"""Which files of a folder speak of people at all, and which of them are one export together."""

import re
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath

from plplanner.importing.table import Table

_NOT_WORTH_A_WORD = frozenset({"desktop.ini", "thumbs.db", "icon\r"})
_HEADER_ROWS = 3
_NOT_LETTERS = re.compile(r"[\W_]+")
# Never opened: nothing in it is needed, and much in it is private.
_PRIVATE = frozenset({"demographics.csv", "userprofiles.csv"})
# Headings (letters only); every file of the family has all of one set. Star files hold sourced
# ids of OneRoster too, so they are asked for first.
_MANIFEST = frozenset({"propertyname", "value"})
_FAMILIES = (
    ("nwea", frozenset({"termname", "studentid"})),
    ("nwea", frozenset({"termname", "classname"})),
    ("star", frozenset({"scaledscore", "percentilerank", "studentidentifier"})),
    ("star", frozenset({"standardname", "standardpercentmastery"})),
)


def is_worth_reading(name: str) -> bool:
    """False for hidden files, those that systems leave behind, and open documents' locks."""
    parts = PurePosixPath(name.replace("\\", "/")).parts
    if any(part.startswith((".", "__MACOSX")) for part in parts):
        return False
    last = parts[-1].casefold() if parts else ""
    return bool(last) and last not in _NOT_WORTH_A_WORD and not last.startswith("~$")


def without_private(names: Iterable[str]) -> tuple[str, ...]:
    """The names but for the OneRoster files that are never read: birth dates, origins, passwords.

    They are told by standing beside users.csv.
    """
    known = tuple(names)
    exports = {folder_of(name) for name in known if short_name(name).casefold() == "users.csv"}
    return tuple(
        name
        for name in known
        if short_name(name).casefold() not in _PRIVATE or folder_of(name) not in exports
    )


def short_name(name: str) -> str:
    """The file name without its folders."""
    return PurePosixPath(name.replace("\\", "/")).name


def folder_of(name: str) -> str:
    """The folders before the file name, "" at the top."""
    parent = str(PurePosixPath(name.replace("\\", "/")).parent)
    return "" if parent == "." else parent


def only_member(files: Mapping[str, bytes], member: str) -> Mapping[str, bytes]:
    """One file of a ZIP by its path, or the files of a folder in it; else all."""
    kept = {
        path: content
        for path, content in files.items()
        if path == member or (folder_of(path) and short_name(folder_of(path)) == member)
    }
    return kept or files


def family_of(table: Table) -> str | None:
    """The system whose files belong together, told by the headings; None for a file alone."""
    for row in table.rows[:_HEADER_ROWS]:
        headings = {_NOT_LETTERS.sub("", cell.casefold()) for cell in row}
        family = next((system for system, signs in _FAMILIES if signs <= headings), None)
        if family:
            return family
        if headings >= _MANIFEST or any(one.endswith("sourcedid") for one in headings):
            return "oneroster"
    return None
