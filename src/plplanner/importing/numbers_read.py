"""Numbers as gradebooks write them, and numbers a spreadsheet has damaged."""

import math
import re

from plplanner.importing.table import quoted

_WHOLE_OR_POINT = re.compile(r"[+-]?(?:\d{1,15}(?:\.\d{0,15})?|\.\d{1,15})")
_COMMA_ONE = re.compile(r"[+-]?\d{0,15},\d{1,15}")
_THOUSANDS = re.compile(r"[+-]?\d{1,3}([,.' \u00a0])\d{3}(?:\1\d{3})*(?:[.,]\d+)?")
_POWER = re.compile(r"[+-]?\d+(?:[.,]\d+)?e[+-]?\d+", re.IGNORECASE)
_MONTHS = (
    "jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec|maj|okt|ene|abr|ago|dic|mai|mär|dez|"
    "january|february|march|april|june|july|august|september|october|november|december"
)
_DATE_LIKE = re.compile(
    rf"(?:\d{{1,4}}[-./ ](?:{_MONTHS})\.?(?:[-./ ]\d{{2,4}})?"
    rf"|(?:{_MONTHS})\.?[-./ ]\d{{1,4}}(?:,?[-./ ]\d{{2,4}})?"
    r"|\d{4}-\d{1,2}-\d{1,2}(?:[T ].*)?|\d{1,2}([-./])\d{1,2}\1\d{2,4})",
    re.IGNORECASE,
)
_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 0.33, "⅔": 0.67}
_MIXED = re.compile(r"(\d{0,4})\s?(?:([½¼¾⅓⅔])|(?<=\d )([13])/([234]))(\s?/\s?\d{1,4})?")
_LONGEST_MIXED = 20
_TEXT_SIGNS = frozenset("'’‘`´")
_BROKEN_FORMULA = re.compile(r"#(?:ref|value|name|num|null)[!?]|err:\d{3}", re.IGNORECASE)
_MONTH_ORDER = ("jan", "feb", "mar", "apr", "ma", "jun", "jul", "aug", "sep", "o", "nov", "de")


def as_typed(text: str) -> str:
    """A number as one types it: “8½” and “8 1/2” are “8.5”, the apostrophe that makes a
    spreadsheet keep “'17” as text goes. Other text stays."""
    plain = text[1:] if text[:1] in _TEXT_SIGNS and text[1:2].isdigit() else text
    is_mixed = len(plain) < _LONGEST_MIXED and (" " in plain or not plain.isascii())
    found = _MIXED.fullmatch(plain) if is_mixed else None
    if not found:
        return plain
    whole, sign, above, below, rest = found.groups()
    part = _FRACTIONS[sign] if sign else round(int(above) / int(below), 2)
    return f"{int(whole or 0) + part:g}{rest or ''}"


def read_number(text: str, *, decimal_comma: bool) -> float | None:
    """The number a cell says, or None when it is none or could be read in two ways.

    A comma before one or two digits is a decimal comma in any file; before three digits only
    after a leading 0, or where the rest of the file uses decimal commas and it cannot be thousands.
    """
    plain = text.replace("−", "-")
    if _COMMA_ONE.fullmatch(plain) and not _is_two_ways(plain):
        plain = plain.replace(",", ".")
    elif not _WHOLE_OR_POINT.fullmatch(plain) or (decimal_comma and _is_two_ways(plain)):
        return None
    value = float(plain)
    return value if math.isfinite(value) else None


def _is_two_ways(text: str) -> bool:
    """“1,234” and “1.234” may mean thousands; “0,125” and “12,5” may not."""
    found = _THOUSANDS.fullmatch(text)
    return bool(found) and not text.lstrip("+-").startswith("0")


def is_broken(text: str) -> bool:
    """An error that says a formula can no longer be worked out; “#N/A” and “#DIV/0!” say that
    there is nothing yet."""
    return _BROKEN_FORMULA.fullmatch(text) is not None


def damage(text: str) -> str | None:
    """What a spreadsheet seems to have done to a cell, as a sentence; None when nothing."""
    if is_broken(text):
        return f"“{text}” is a formula that lost what it worked with."
    if text.startswith("=") and len(text) > 1:
        return (
            f"{quoted(text)} is a formula without its result. Open the file in your spreadsheet "
            "program and save it there, then import it again."
        )
    if _POWER.fullmatch(text):
        return f"“{text}” is a long number that a spreadsheet shortened."
    if _DATE_LIKE.fullmatch(text):
        was = _fraction_behind(text)
        looks = f"looks like {was} that" if was else "looks like a score that"
        return f"“{text}” {looks} a spreadsheet turned into a date."
    if _THOUSANDS.fullmatch(text):
        return f"“{text}” can be read as thousands or as decimals."
    return None


def _fraction_behind(text: str) -> str | None:
    """“4-Mar” and “Mar-4” were 3/4; None when the text names no month."""
    found = re.fullmatch(r"(\d{1,2})[-. ]([^\W\d]+)\.?|([^\W\d]+)\.?[-. ](\d{1,2})", text)
    if not found:
        return None
    day, word = (found.group(1), found.group(2)) if found.group(1) else found.group(4, 3)
    month = next(
        (i for i, start in enumerate(_MONTH_ORDER, 1) if word.lower().startswith(start)), 0
    )
    return f"{month}/{int(day)}" if month else None


def uses_decimal_comma(cells: list[str]) -> bool:
    """True when cells such as “12,5” appear and none such as “12.5”."""
    commas = any(re.fullmatch(r"-?\d+,\d{1,2}", cell) for cell in cells)
    return commas and not any(re.fullmatch(r"-?\d+\.\d{1,2}", cell) for cell in cells)
