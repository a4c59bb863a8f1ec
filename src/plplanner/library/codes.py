"""Standard codes come in many spellings; these fold them for comparing, never for showing."""

import re

_PREFIX = re.compile(r"^(CCSS\.)?(MATH\.|ELA-LITERACY\.)?(CONTENT\.|PRACTICE\.)?", re.IGNORECASE)
_SEPARATORS = re.compile(r"[\s.\-()]+")


def search_code(code: str) -> str:
    """One spelling for all: `CCSS.MATH.CONTENT.6.RP.A.1`, `6.RP.A.1` and `6-RP-A-1` read alike."""
    return _SEPARATORS.sub(".", _PREFIX.sub("", code.strip())).strip(".").upper()


def is_same_standard(one: str, other: str) -> bool:
    """Whether two codes name one standard, with or without its cluster letter.

    `6.RP.1` and `6.RP.A.1` are the same; `6.RP.A.1` and `6.RP.B.1` are not.
    """
    left, right = search_code(one).split("."), search_code(other).split(".")
    if len(left) == len(right):
        return left == right
    short, long = sorted((left, right), key=len)
    return len(long) == len(short) + 1 and any(
        len(long[i]) == 1 and long[i].isalpha() and long[:i] + long[i + 1 :] == short
        for i in range(len(long))
    )
