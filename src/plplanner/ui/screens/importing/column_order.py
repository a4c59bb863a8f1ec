"""In which order the columns of a file are shown, so that names and scores are seen at once."""

from collections.abc import Sequence

from plplanner.importing.header_words import NAME_ROLES
from plplanner.importing.rows import ColumnRead

_SCORES_SEEN = 2


def order_shown(columns: Sequence[ColumnRead], widths: Sequence[int], room: int) -> list[int]:
    """The places of the columns from left to right; `widths` and `room` in pixels.

    As the file has them, while its first scores are in sight. Behind a row of ids and of columns
    that are left out nobody would see them: then names come first, and scores next.
    """
    places = list(range(len(columns)))
    scores = [place for place in places if columns[place].assessment is not None]
    last = scores[:_SCORES_SEEN][-1:]
    if not last or sum(widths[: last[0] + 1]) <= room:
        return places
    names = [place for place in places if columns[place].role in NAME_ROLES]
    first = [*names, *scores]
    return [*first, *(place for place in places if place not in set(first))]
