"""Which class a file probably means, so that the teacher need not type it."""

import re
from collections.abc import Sequence
from pathlib import PurePath

from plplanner.importing.rows import KnownClass

_STAMP = re.compile(r"\b20\d\d-?\d\d-?\d\d(?:[-T_ ]?\d{2}[-.:]?\d{2}(?:[-.:]?\d{2})?)?")
# Words that systems and teachers put around the name of the course.
_FILLER = re.compile(
    r"\b(?:grades?|gradebook|export(?:ed)?|gradesexport|scores?|scoresheet|results?|copy|download|"
    r"students?|roster|classlist|class list|final|new|gc|fullgc|org|outcomes|(?:grade )?report|"
    r"plickers|kahoot|oneroster\d*|bulk|diagnostic)\b",
    re.IGNORECASE,
)
# Words of a test: such a file is called like what was taken, not like who took it.
_TEST = re.compile(
    r"\b(?:quiz|exit ticket|warm.?up|homework|assessment|formative|summative|responses|test|"
    r"probe|logs|mclass|cdf|unit ?\d)",
    re.IGNORECASE,
)
_UNNAMED = "My class"


def suggested_class_name(
    *, sections: Sequence[str], classes: Sequence[KnownClass], chosen: str | None, file_name: str
) -> str:
    """The known class of a section, the section, the class chosen now, or words of the file name.

    “2026-10-14T0915_Grades-MATH6-P2.csv” suggests “MATH6-P2”, “gc_MATH6_fullgc_….xls” “MATH6”;
    a file called like a test names no class.
    """
    for section in sections:
        same = (row for row in classes if section.casefold() in _words_for(row))
        found = next(same, None)
        if found is not None:
            return found.name
    if sections:
        return sections[0]
    return chosen or _from_file(file_name)


def _words_for(row: KnownClass) -> set[str]:
    return {word.casefold() for word in (row.name, row.section) if word}


def _from_file(file_name: str) -> str:
    stem = PurePath(file_name).stem.replace("_", " ")
    if _TEST.search(stem):
        return _UNNAMED
    bare = re.sub(r"\(\d*\)", " ", _FILLER.sub(" ", _STAMP.sub(" ", stem)))
    return " ".join(bare.split()).strip(" -–.") or _UNNAMED
