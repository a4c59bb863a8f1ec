"""A sheet with a class in each column: its name on top, nothing but names below."""

import re
from dataclasses import replace

from plplanner.importing.clean_text import clean_text
from plplanner.importing.guess_columns import find_header, is_written_name
from plplanner.importing.header_words import header_role
from plplanner.importing.list_marks import without_list_mark
from plplanner.importing.table import Table

_FEWEST = 3
_MOST_CLASSES = 20
_OF_A_CLASS = re.compile(
    r"\d|\b(?:period|per|class|hour|block|section|room|homeroom|team|clase|grupo|klass|klasse|classe|"
    r"turma|math|science|english|reading|history|algebra|geometry|biology|chemistry|art|music)\b",
    re.IGNORECASE,
)


def with_class_column(table: Table) -> Table:
    """The names one below the other with their class beside them; other tables as they are."""
    if table.names_from is not None or find_header(table) is not None:
        return table
    rows = [row for row in range(len(table.rows)) if any(c.strip() for c in table.rows[row])]
    if len(rows) < 2 or not 1 < table.width <= _MOST_CLASSES:
        return table
    top = rows[0]
    classes = {place: text for place in range(table.width) if (text := _text(table, top, place))}
    if len(set(classes.values())) < max(2, len(classes)) or not all(
        map(_is_class, classes.values())
    ):
        return table
    people = [
        (name, classes.get(place, ""))
        for place in range(table.width)
        for row in rows[1:]
        if (name := _text(table, row, place))
    ]
    if len(people) < _FEWEST or not all(said and is_written_name(name) for name, said in people):
        return table
    return replace(table, rows=(("Student", "Section"), *people), dates=frozenset())


def _is_class(text: str) -> bool:
    return bool(_OF_A_CLASS.search(text[:100])) and header_role(text) is None


def _text(table: Table, row: int, place: int) -> str:
    return without_list_mark(clean_text(table.cell(row, place)[:200]))
