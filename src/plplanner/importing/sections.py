"""The classes a file puts a student in, told from one cell that may name several."""

import re
from collections.abc import Collection, Iterable, Mapping

from plplanner.importing.clean_text import clean_text

_AND = re.compile(r",?\s+(?:and|och|y|et|und|e|en)\s+")
_JOINED = re.compile(r",? and |, ")


def sections_of_cells(
    cells: Iterable[str | None], *, listed: Iterable[str] = ()
) -> Mapping[str, tuple[str, ...]]:
    """For each text of a section column, the classes it names.

    “A and B” is two classes when one of them stands alone for somebody else, for a class may
    itself be called “Reading and Writing”. `listed` are classes the file names elsewhere. One
    class written in upper and in lower case is one, as it is written first.
    """
    texts = dict.fromkeys(clean_text(cell) for cell in cells if cell and clean_text(cell))
    known = tuple(listed)
    named = {text: _listed_in(text, {*known}) or _named(text, texts.keys()) for text in texts}
    first: dict[str, str] = {}
    for name in (*known, *(name for names in named.values() for name in names)):
        first.setdefault(name.casefold(), name)
    return {
        text: tuple(dict.fromkeys(first[name.casefold()] for name in names))
        for text, names in named.items()
    }


def _listed_in(text: str, listed: set[str]) -> tuple[str, ...]:
    """The listed classes that a cell is made of, longest names first; () when it is not."""
    if not listed or text in listed:
        return (text,) if listed else ()
    ends = [found.span() for found in _JOINED.finditer(text)]
    for stop, start in reversed(ends):
        if text[:stop] in listed:
            rest = _listed_in(text[start:], listed)
            if rest:
                return (text[:stop], *rest)
    return ()


def _named(text: str, texts: Collection[str]) -> tuple[str, ...]:
    """The parts of one cell, when the rest of the file knows any of them."""
    for parts in (_AND.split(text), re.split(r",\s+", _AND.sub(", ", text))):
        if len(parts) > 1 and any(part in texts for part in parts):
            if len(parts) == 2 and ", " in parts[0] and parts[0] not in texts:
                continue
            return tuple(parts)
    return (text,)
