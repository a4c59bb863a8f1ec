"""A list of names pasted by the teacher, one on each line."""

import re
from collections import Counter

from plplanner.importing.clean_text import MAX_NAME, clean_text, cut
from plplanner.importing.person_names import split_name
from plplanner.records import record
from plplanner.roster.names import compare_key
from plplanner.roster.rows import NewStudent

_NUMBERED = re.compile(r"^\s*(?:\d{1,3}\s*[.):]\s*|\d{1,3}\t+|[-*•–]\s+)")
_MAX_NAMES = 500


@record(frozen=True)
class PastedNames:
    """Who a pasted list names, in its order; `twice` are names that stand there more than once."""

    students: tuple[NewStudent, ...] = ()
    twice: tuple[str, ...] = ()
    too_many: bool = False


def parse_pasted_names(text: str) -> PastedNames:
    """One student per line with a letter in it: “García, Ana” or “Ana García”.

    Numbers and dashes before a name go, a tab parts last from first; at most 500 names are taken.
    """
    lines = [line for line in map(_name_in, text.splitlines()) if line]
    students = tuple(_student(line) for line in lines[:_MAX_NAMES])
    shown = [spoken_name(student) for student in students]
    counted = Counter(compare_key(name) for name in shown)
    firsts = {compare_key(name): name for name in reversed(shown)}
    twice = tuple(dict.fromkeys(firsts[key] for key in map(compare_key, shown) if counted[key] > 1))
    return PastedNames(students, twice, len(lines) > _MAX_NAMES)


def spoken_name(student: NewStudent) -> str:
    """First name first, as one would read it out."""
    return " ".join(part for part in (student.first, student.last, student.suffix) if part)


def _name_in(line: str) -> str:
    bare = _NUMBERED.sub("", line).strip("\t ")
    plain = cut(clean_text(re.sub(r"\t+", ", ", bare)), limit=MAX_NAME).strip(' ;,"')
    return plain if any(letter.isalpha() for letter in plain) else ""


def _student(line: str) -> NewStudent:
    name = split_name(line)
    return NewStudent(
        last=name.last or "",
        first=name.first or "",
        suffix=name.suffix or "",
        nickname=name.nickname or "",
    )
