"""“Flags” columns beside scores: late, missing, excused … said of the score to their left."""

import re
from collections.abc import Mapping
from dataclasses import replace

from plplanner.importing.clean_text import MAX_TITLE, clean_text
from plplanner.importing.header_words import header_form, header_role
from plplanner.importing.numbers_read import read_number
from plplanner.importing.score_words import is_late_word, status_of_word
from plplanner.importing.table import Table
from plplanner.terms import ScoreStatus

_FLAGS = re.compile(r"(.*?)\s?(?:score )?flags?")
_SCORE_END = re.compile(r"\s?\b(?:score|points|pts)$")
_SAID = {
    ScoreStatus.MISSING: "Missing",
    ScoreStatus.EXCUSED: "Excused",
    ScoreStatus.ABSENT: "Absent",
    ScoreStatus.INCOMPLETE: "Incomplete",
}


def flag_columns(headers: tuple[str, ...]) -> Mapping[int, int]:
    """The columns of flags, each with the column of the scores it speaks of."""
    forms = [header_form(header[:MAX_TITLE]) for header in headers]
    found: dict[int, int] = {}
    for place, form in enumerate(forms):
        flags = _FLAGS.fullmatch(form)
        target = _target(flags.group(1), forms, headers, place) if flags else None
        if target is not None:
            found[place] = target
    return found


def _target(base: str, forms: list[str], headers: tuple[str, ...], place: int) -> int | None:
    """The column of that name, else the one to the left unless it names a person."""
    if base:
        named = (at for at, form in enumerate(forms) if _SCORE_END.sub("", form) == base)
        return next((at for at in named if at != place), None)
    left = place - 1
    if (
        left < 0
        or header_role(headers[left][:MAX_TITLE]) is not None
        or _FLAGS.fullmatch(forms[left])
    ):
        return None
    return left


def with_flags(table: Table, rows: tuple[int, ...], flags: Mapping[int, int]) -> Table:
    """The table with each flag written into its score, as a teacher would write it by hand."""
    if not flags:
        return table
    wanted = frozenset(rows)
    width = max(flags.values()) + 1
    changed = []
    for number, cells in enumerate(table.rows):
        row = [*cells, *("" for _ in range(width - len(cells)))]
        for place, target in flags.items():
            row[target] = flagged(row[target], table.cell(number, place))
        changed.append(tuple(row) if number in wanted else cells)
    return replace(table, rows=tuple(changed))


def flagged(cell: str, flag: str) -> str:
    """The score with its flag: “4” late is “4 late”, a blank one missing “Missing”.

    An excused score does not count; a score above zero outweighs missing and incomplete. A flag
    that is not known here stands in the place of a blank score, so that it is asked about.
    """
    words = [word for part in re.split(r"[,;/|]", flag) if (word := clean_text(part))]
    said = {status for word in words if (status := status_of_word(word)) in _SAID}
    late = any(is_late_word(word) for word in words)
    number = read_number(clean_text(cell), decimal_comma=False)
    if ScoreStatus.EXCUSED in said:
        return "Excused"
    if said and (not cell.strip() or number == 0):
        return next(word for status, word in _SAID.items() if status in said)
    if late:
        return f"{cell.strip()} late" if cell.strip() else "Turned in late"
    unknown = [word for word in words if status_of_word(word) is None and word.casefold() != "t"]
    return cell if cell.strip() or not unknown else unknown[0]
