"""The files of a OneRoster export by what they hold, told by headings in any order."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import field

from plplanner.importing.clean_text import clean_text
from plplanner.importing.table import Table
from plplanner.records import record

_NOT_LETTERS = re.compile(r"[\W_]+")
_EXTENSION = re.compile(r"^(?:metadata|ext)[._]", re.IGNORECASE)
_GONE = frozenset({"tobedeleted", "inactive", "deleted"})
# Headings that must all be there, and of which one must be; asked in this order.
_KINDS: tuple[tuple[str, frozenset[str], frozenset[str]], ...] = (
    ("users", frozenset({"sourcedid", "givenname", "familyname"}), frozenset()),
    ("results", frozenset({"lineitemsourcedid", "studentsourcedid"}), frozenset()),
    (
        "line_items",
        frozenset({"classsourcedid", "title"}),
        frozenset({"resultvaluemax", "categorysourcedid", "duedate"}),
    ),
    ("enrollments", frozenset({"classsourcedid", "usersourcedid"}), frozenset()),
    ("roles", frozenset({"usersourcedid", "role"}), frozenset({"roletype", "orgsourcedid"})),
    (
        "classes",
        frozenset({"sourcedid", "title"}),
        frozenset({"coursesourcedid", "classcode", "classtype"}),
    ),
    ("courses", frozenset({"sourcedid", "title"}), frozenset({"coursecode"})),
)


@record(frozen=True)
class RosterFile:
    """One file: its table, and the place of each heading (letters only, small)."""

    table: Table = field(default_factory=lambda: Table(()))
    places: Mapping[str, int] = field(default_factory=dict)

    def rows(self) -> Iterator[int]:
        """Rows (from 0) that hold something still in force."""
        status = self.places.get("status")
        for row, cells in enumerate(self.table.rows[1:], start=1):
            gone = status is not None and self.table.cell(row, status).strip().casefold() in _GONE
            if any(cells) and not gone:
                yield row

    def text(self, row: int, *headings: str) -> str:
        """The first of these cells that is not blank; "" beyond a short row."""
        for heading in headings:
            place = self.places.get(heading)
            cell = clean_text(self.table.cell(row, place)) if place is not None else ""
            if cell and cell.casefold() != "null":
                return cell
        return ""


@record(frozen=True)
class RosterFiles:
    """What an export holds; a file that is missing is empty."""

    users: RosterFile = field(default_factory=RosterFile)
    roles: RosterFile = field(default_factory=RosterFile)
    classes: RosterFile = field(default_factory=RosterFile)
    courses: RosterFile = field(default_factory=RosterFile)
    enrollments: RosterFile = field(default_factory=RosterFile)
    line_items: RosterFile = field(default_factory=RosterFile)
    results: RosterFile = field(default_factory=RosterFile)


def find_files(tables: tuple[Table, ...]) -> RosterFiles:
    """The first table of each kind."""
    found: dict[str, RosterFile] = {}
    for table in tables:
        places = _places(table)
        kind = _kind(places)
        if kind and kind not in found:
            found[kind] = RosterFile(table, places)
    return RosterFiles(**found)


def is_oneroster(tables: tuple[Table, ...]) -> bool:
    """True when one of the tables is a OneRoster list of users."""
    return any(_kind(_places(table)) == "users" for table in tables)


def _places(table: Table) -> Mapping[str, int]:
    """Where each heading stands; the own heading goes before an extension of the same name."""
    cells = table.rows[0] if table.rows else ()
    named = [(_NOT_LETTERS.sub("", cell.casefold()), place) for place, cell in enumerate(cells)]
    extended = [
        (_NOT_LETTERS.sub("", _EXTENSION.sub("", cell.strip()).casefold()), place)
        for place, cell in enumerate(cells)
        if _EXTENSION.match(cell.strip())
    ]
    places: dict[str, int] = {}
    for heading, place in (*named, *extended):
        places.setdefault(heading, place)
    return places


def _kind(places: Mapping[str, int]) -> str | None:
    headings = set(places)
    for kind, all_of, one_of in _KINDS:
        if all_of <= headings and (not one_of or one_of & headings):
            return kind
    return None
