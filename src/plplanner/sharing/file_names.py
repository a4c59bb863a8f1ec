"""Names of files that leave the planner: what is inside, never a student."""

import re
from itertools import count
from pathlib import Path

_NO_FILE_NAME = re.compile(r'[\\/:*?"<>|\x00-\x20]+')
_LONGEST_PART = 60


def file_stem(*parts: str) -> str:
    """`Math 3, scores, 2026-11-20` from its parts, without what no file name may hold."""
    plain = [_NO_FILE_NAME.sub(" ", part)[:_LONGEST_PART].strip(" .") for part in parts]
    return ", ".join(part for part in plain if part) or "Table"


def free_name(target: Path) -> Path:
    """`target`, or the next name that is not taken: nothing is replaced unasked."""
    names = (target.with_name(f"{target.stem} {n}{target.suffix}") for n in count(2))
    return target if not target.exists() else next(name for name in names if not name.exists())
