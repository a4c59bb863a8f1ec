"""First and last names in two columns without a heading: told apart by the given names known."""

import re
from collections.abc import Sequence
from dataclasses import replace

from plplanner.importing.clean_text import clean_text, without_accents
from plplanner.importing.guess_columns import find_header
from plplanner.importing.header_words import header_role
from plplanner.importing.list_marks import without_list_mark
from plplanner.importing.nicknames import names_behind
from plplanner.importing.table import Table
from plplanner.problems import Problem

_PART = re.compile(r"[^\W\d_][^\W\d_'’.-]*(?:[ '’.-]+[^\W\d_]+){0,3}\.?")
_FEWEST = 3
_COMMON = """
aaliyah aaron adam adrian ahmed aiden aisha alan alberto alejandra alicia aliyah amir ana anna
aria ariana arjun asher ashley aubrey ava avery bella brandon brayden brianna brooklyn caleb
camila carlos carter chloe clara cole connor daisy dario darius dashawn declan deshawn destiny
diego diana dylan elena eli elijah elias ella emilia emma enrique eric erik esteban ethan eva
ezra fatima faith felix fiona finn grace gavin gianna giselle hailey hannah harper hazel hector
hugo hunter ian imani irene isaiah ivan ivy jack jada jaden jamal javier jayden jorge jose juan
julia kai kaitlyn karen karim keisha kevin kiara kyle layla leah leila liam lila logan lola
lucas lucia lucy luke luna luz maria mariana mario marcus mark marta mason mateo maya mei mia
mila mohamed naomi nadia naya nina noah noor nora omar oscar pablo paige paula pedro penelope
priya quinn ravi riley rosa ruby ryan salma sara scarlett selena sean sergio skylar sofia
stella tara tariq tomas trinity tyrone valeria violet wei xavier yusuf yasmin zainab zara zoe
zoey
"""
_GIVEN = frozenset(_COMMON.split())


def with_joined_parts(table: Table, *, file_name: str) -> Table:
    """The table with the names of its first two columns as “Last, First” in the first.

    Every other table stays as it is. Problem where nothing tells which of the two is the last.
    """
    if table.names_from is not None or find_header(table) is not None:
        return table
    rows = [row for row in range(len(table.rows)) if any(c.strip() for c in table.rows[row])]
    if len(rows) < _FEWEST or not _holds_two_parts(table, rows):
        return table
    known = [_given_names(table, rows, place) for place in (0, 1)]
    given = 0 if known[0] > known[1] else 1
    if known[given] < 2 or known[given] < 3 * known[1 - given] or known[given] * 5 < len(rows):
        raise Problem(
            f"“{file_name}” has names in two columns, but no heading says which is the last name.",
            "Put “First name” and “Last name” above them, save, then import again.",
        )
    wanted = frozenset(rows)
    joined = tuple(
        (f"{_text(cells, 1 - given)}, {_text(cells, given)}", "", *cells[2:])
        if row in wanted
        else cells
        for row, cells in enumerate(table.rows)
    )
    return replace(table, rows=joined, names_from=rows[0])


def _holds_two_parts(table: Table, rows: Sequence[int]) -> bool:
    """Capitalised words in both columns of every row, no headings, and no words beyond them."""
    for row in rows:
        parts = [_text(table.rows[row], place) for place in (0, 1)]
        if not all(_PART.fullmatch(part) and not part[0].islower() for part in parts):
            return False
        if any(header_role(part) is not None for part in parts):
            return False
        if any(
            letter.isalpha() for cell in table.rows[row][2:] for letter in cell if "@" not in cell
        ):
            return False
    return True


def _given_names(table: Table, rows: Sequence[int], place: int) -> int:
    """How many cells of a column begin with a given name that is known."""
    firsts = (without_accents(_text(table.rows[row], place)).split()[:1] for row in rows)
    return sum(bool(word and (word[0] in _GIVEN or names_behind(word[0]))) for word in firsts)


def _text(cells: Sequence[str], place: int) -> str:
    return without_list_mark(clean_text(cells[place][:200])) if place < len(cells) else ""
