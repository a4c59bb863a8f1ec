"""The number, bullet or dash that stands before a name in a list."""

import re

_MARK = re.compile(
    r"\s*(?:\(?\d{1,3}\s?[.)]\)?[-–]?\s*|\d{1,3}\s?[-–]\s+|[•●○◦▪▫■□‣⁃∙·*✓✔☐☑-]\s*|[–—]\s*)"
    r"(?=[^\W\d_]|[\"“(<])"
)
_COUNTED = re.compile(r"\s*\d{1,3}\s+(?=[^\W\d_])")


def has_list_mark(text: str) -> bool:
    """True for “1. Ana Roca”, “11) Roca, Ana”, “• Ana Roca”, “- Ana Roca”, “3 Ana Roca”."""
    return bool(_MARK.match(text) or _COUNTED.match(text))


def without_list_mark(text: str) -> str:
    """The name alone; every other text as it is."""
    found = _MARK.match(text) or _COUNTED.match(text)
    return text[found.end() :] if found else text
