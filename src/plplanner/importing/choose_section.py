"""Which class of a file the teacher means by the name she uses for it."""

import re
from collections.abc import Sequence

from plplanner.problems import Problem

_WORD = re.compile(r"[^\W\d_]+|\d+")


def section_meant(name: str, sections: Sequence[str]) -> str | None:
    """The section of a file that a class name stands for: “Math P2” means “Math 6 - P2”.

    None when the file names no sections at all, so that everyone in it is meant. Problem when
    the name fits none of them, or several equally well.
    """
    if not sections:
        return None
    overlaps = {section: _overlap(name, section) for section in sections}
    best = max(overlaps.values())
    fitting = [section for section, overlap in overlaps.items() if overlap == best]
    nothing_shared = best[1] == 0 and len(sections) > 1
    if nothing_shared or len(fitting) > 1:
        named = ", ".join(f"“{section}”" for section in sections)
        raise Problem(f"This file holds the classes {named}.", "Name one of them as the class.")
    return fitting[0]


def _overlap(name: str, section: str) -> tuple[bool, int, int]:
    wanted, offered = _words(name), _words(section)
    shared = len(wanted & offered)
    return name.strip().casefold() == section.strip().casefold(), shared, -len(offered - wanted)


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.casefold()))
