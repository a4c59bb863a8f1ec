"""A text of nothing but names, one on a line or all on one, as it is pasted out of a document."""

import re
from collections.abc import Sequence

from plplanner.importing.clean_text import clean_text
from plplanner.importing.header_words import header_role, is_name_header
from plplanner.importing.label_rows import is_class_label
from plplanner.importing.list_marks import has_list_mark, without_list_mark
from plplanner.importing.other_columns import other_reason
from plplanner.importing.person_names import suffix_of
from plplanner.importing.special_rows import is_test_student, row_kind
from plplanner.importing.table import Table
from plplanner.records import record

_MAX_LETTERS = 60_000
_MAX_LINES = 1_000
_MAX_LINE = 100
_MOST_TITLES = 3
_MOST_WORDS = 5
_ADDRESSED = re.compile(
    r"(.*?)[\s,;]*[<(\[]\s*(?:mailto:)?([^@\s<>()\[\]]+@[^@\s<>()\[\]]+)\s*[>)\]]"
)
_WORD = re.compile(r"[^\W\d_][^\W\d_'’`.·-]*(?:['’`.·-]+[^\W\d_]+)*\.?")
_NICKNAME = re.compile(r"\s*[(\[\"“]([^\W\d_][^()\[\]\"“”\d]*)[)\]\"”]")
_AFTER_ADDRESS = re.compile(r"(?<=[>)\]])\s*[,;]\s*")


@record(frozen=True)
class _Entry:
    """One person of a list: the name as written without its bullet, her e-mail, whether the name
    has two parts, and whether a bullet or number stood before it."""

    name: str
    email: str
    is_whole: bool
    marked: bool


def name_list(text: str) -> Table | None:
    """The names in the first column of a table, e-mails in the second; None for any other text.

    Each line keeps its row. Lines above the names are titles when the names alone are numbered or
    have bullets, when an empty line parts them, or when they can be no name.
    """
    if len(text) > _MAX_LETTERS:
        return None
    lines = text.splitlines()
    filled = [row for row, line in enumerate(lines) if line.strip()]
    if not filled or len(lines) > _MAX_LINES or max(map(len, lines)) > 40 * _MAX_LINE:
        return None
    if len(filled) < 3:
        lines = _of_one_line(lines, filled)
        filled = [row for row, line in enumerate(lines) if line.strip()]
    if any(_heads_columns(lines[row]) for row in filled[: _MOST_TITLES + 1]):
        return None
    entries = {row: _entry(lines[row]) for row in filled}
    first = _first_name(lines, filled, entries)
    names = [entry for row in filled if row >= first and (entry := entries[row]) is not None]
    labels = {row: lines[row] for row in filled if is_class_label(lines[row])}
    others = sum(row >= first and row not in labels for row in filled) - len(names)
    if not _are_people(names) or others > sum(name.marked for name in names) / 3:
        return None
    if len(labels) > 1:
        return _of_classes(lines, entries, labels)
    return _as_table(lines, entries, first)


def _as_table(lines: Sequence[str], entries: dict[int, _Entry | None], first: int) -> Table:
    has_email = any(entry and entry.email for entry in entries.values())
    rows: list[tuple[str, ...]] = []
    for row, line in enumerate(lines):
        entry = entries.get(row) if row >= first else None
        cells = (entry.name, entry.email) if entry else (clean_text(line), "")
        rows.append(cells if has_email else cells[:1])
    return Table(tuple(rows), names_from=first)


def _of_classes(
    lines: Sequence[str], entries: dict[int, _Entry | None], labels: dict[int, str]
) -> Table:
    """A heading, then everybody with the class that is named above her."""
    now, rows = "", [("Student", "Email", "Section")]
    for row in range(len(lines)):
        now = clean_text(labels.get(row, now)).rstrip(" :")
        entry = None if row in labels else entries.get(row)
        if entry is not None:
            rows.append((entry.name, entry.email, now))
    return Table(tuple(rows))


def _heads_columns(line: str) -> bool:
    """True for “First, Last”, which heads a table; “Name (Last, First)” heads a list."""
    cells = re.split(r"[,;\t|]", line[:_MAX_LINE])
    if len(cells) < 2 or ("(" in line and is_name_header(clean_text(line))):
        return False
    return any(header_role(cell) is not None for cell in cells)


def _of_one_line(lines: Sequence[str], filled: Sequence[int]) -> list[str]:
    """The last line taken apart where names stand one behind the other, the lines above it kept."""
    last = filled[-1]
    above, line = list(lines[:last]), lines[last]
    for parts in (_AFTER_ADDRESS.split(line), line.split(";"), line.split(",")):
        pieces = [piece for piece in parts if piece.strip()]
        read = [_entry(piece) for piece in pieces]
        if len(pieces) > 2 and all(entry and (entry.is_whole or entry.email) for entry in read):
            return [*above, *pieces]
    return list(lines)


def _first_name(
    lines: Sequence[str], filled: Sequence[int], entries: dict[int, _Entry | None]
) -> int:
    """The row of the first name, below what heads or titles the list."""
    marked = [row for row in filled if (entry := entries[row]) is not None and entry.marked]
    for place, row in enumerate(filled[: _MOST_TITLES + 1]):
        rest = filled[place:]
        is_title = entries[row] is None or is_name_header(clean_text(lines[row]))
        if len(marked) > 1 and row < marked[0]:
            is_title = True
        elif place == 0 and len(rest) > 2 and rest[1] > row + 1:
            is_title = is_title or _is_close(rest[1:])
        if not is_title:
            return row
    return filled[0]


def _is_close(rows: Sequence[int]) -> bool:
    """Lines without an empty one among them."""
    return rows[-1] - rows[0] == len(rows) - 1


def _are_people(names: Sequence[_Entry]) -> bool:
    """Three names at least, or two that a comma, a number or an address tells to be names."""
    sure = sum(entry.marked or bool(entry.email) or "," in entry.name for entry in names)
    return len(names) > 2 or (len(names) == 2 and sure == 2)


def _entry(line: str) -> _Entry | None:
    """One line as a person; None for whatever can be no name."""
    plain = clean_text(line)
    if len(plain) > _MAX_LINE or ("\t" in line.strip() and not has_list_mark(plain)):
        return None
    quoted = plain.startswith('"')
    marked = has_list_mark(plain)
    bare = without_list_mark(plain)
    addressed = _ADDRESSED.fullmatch(bare)
    name, email = addressed.groups() if addressed else (bare, "")
    if re.search(r",\S", name) and not quoted and not addressed:
        return None  # A comma without a space parts two cells of a table.
    name = name.strip(' ";,').strip()
    is_whole = _is_whole(name)
    if is_whole is None:
        return None
    return _Entry(name, email, is_whole, marked)


def _is_whole(name: str) -> bool | None:
    """True for a name in two parts, False for one word; None for what is no name."""
    bare = _NICKNAME.sub("", name).strip()
    parts = [part.strip() for part in bare.split(",")]
    if len(parts) > 1 and suffix_of(parts[-1]):
        parts = parts[:-1]
    words = [word for part in parts for word in part.split()]
    if not all(parts) or len(parts) > 2 or not 0 < len(words) <= _MOST_WORDS + len(parts):
        return None
    if not all(_WORD.fullmatch(word) for word in words) or not _opens_like_a_name(parts):
        return None
    if (
        is_class_label(bare)
        or row_kind(bare)
        or header_role(bare)
        or other_reason(bare)
        or is_test_student(bare)
    ):
        return None
    return len(words) > 1


def _opens_like_a_name(parts: Sequence[str]) -> bool:
    """A capital in each part, where the script has any: “de la Cruz, Ana”, but no sentence."""
    for part in parts:
        words = part.split()
        small = sum(word[0].islower() for word in words)
        if small == len(words) or small > 3 or words[-1][0].islower():
            return False
    return len(parts) > 1 or not parts[0][0].islower()
