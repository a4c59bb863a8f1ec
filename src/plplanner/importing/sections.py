"""The classes a file puts a student in, told from one cell that may name several."""

import re
from collections.abc import Iterable, Mapping

from plplanner.importing.clean_text import clean_text

_AND = re.compile(r",?\s+(?:and|och|y|et|und|e|en)\s+")


def sections_of_cells(cells: Iterable[str | None]) -> Mapping[str, tuple[str, ...]]:
    """For each text of a section column, the classes it names.

    “A and B” is two classes when one of them stands alone for somebody else, for a class may
    itself be called “Reading and Writing”.
    """
    texts = {clean_text(cell) for cell in cells if cell and clean_text(cell)}
    return {text: _named(text, texts) for text in texts}


def _named(text: str, texts: set[str]) -> tuple[str, ...]:
    """The parts of one cell, when the rest of the file knows any of them."""
    for parts in (_AND.split(text), re.split(r",\s+", _AND.sub(", ", text))):
        if len(parts) > 1 and any(part in texts for part in parts):
            if len(parts) == 2 and ", " in parts[0] and parts[0] not in texts:
                continue
            return tuple(parts)
    return (text,)
