"""What the title of an assessment tells: points possible, date, standards, percent."""

import re
from datetime import date

from plplanner.importing.numbers_read import read_number

_UNIT = (
    r"(?:points?(?:\s+possible)?|pts?|poäng|p|puntos|pontos|punkte|marks?|possible|"
    r"分|点|點|점|баллов)"
)
_WIDE = str.maketrans("（）［］／", "()[]/")
_NUMBER = r"(\d{1,5}(?:[.,]\d{1,2})?)"
_POINTS = (
    re.compile(rf"[(\[]\s*{_NUMBER}\s*{_UNIT}\.?\s*[)\]]", re.IGNORECASE),
    re.compile(rf"\[\s*{_NUMBER}\s*\]\s*$"),
    re.compile(rf"\b(?:out\s+of|max\.?|maximum|of\s+max)\s*:?\s*{_NUMBER}\b", re.IGNORECASE),
    re.compile(
        rf"\b(?:max(?:imum|\.)?\s*(?:points?|pts\.?|score)|points?\s+possible|possible\s+points?)"
        rf"\s*[:=]?\s*{_NUMBER}\b",
        re.IGNORECASE,
    ),
    re.compile(rf"(?:[^\d\s/]|[\s(\[])/\s*{_NUMBER}\s*[)\]]?\s*$"),
    re.compile(rf"[\s,–-]{_NUMBER}\s*{_UNIT}\.?\s*$", re.IGNORECASE),
)
_PERCENT = re.compile(
    r"[(\[ ](?:%|percent|percentage|pct|(?:%|percent)\s(?:correct|score))[)\]]?\s*$"
    r"|\(\s*0\s*[-–]\s*100\s*\)\s*$",
    re.IGNORECASE,
)
_SCALE = re.compile(r"(.*\S)\s*[(\[]\s*scaled?[ -]scores?\s*[)\]]", re.IGNORECASE)
_OF_A_SCALE = re.compile(r"[^(\[].*\b(?i:scaled?[ -]?scores?)\b|.*\bRIT\b|(?i:scaled?[ -]?score)\b")
_BARE_POINTS = re.compile(
    r"(?:\S\s*\(\s*|\d{1,2}/\d{1,2}(?:/\d{2,4})?\s)(\d{1,3}(?:\.\d{1,2})?)\s*\)?\s*$"
)
_STANDARDS = re.compile(
    r"""(?<![\w.])(?:
      CCSS\.(?:MATH|ELA(?:-LITERACY)?)\.(?:CONTENT\.|PRACTICE\.)?[A-Z0-9]+(?:[.-][A-Z0-9]+)+
    | (?:K|[1-8])\.(?:CC|OA|NBT|NF|MD|G|RP|NS|EE|SP|F)(?:\.[A-D])?\.\d{1,2}[a-d]?
    | (?:K|[1-8])\.(?:CC|OA|NBT|NF|MD|G|RP|NS|EE|SP|F)\.[A-D]
    | (?:HS)?[ANFGS]-?(?:RN|Q|CN|VM|SSE|APR|CED|REI|IF|BF|LE|TF|CO|SRT|C|GPE|GMD|MG|ID|IC|CP|MD)
      (?:\.[A-D])?\.\d{1,2}[a-d]?
    | (?:RL|RI|RF|W|SL|L|RH|RST|WHST)\.(?:K|\d{1,2}|9-10|11-12)\.\d{1,2}[a-e]?
    | (?:K|[1-5]|MS|HS|K-2|3-5)-(?:PS|LS|ESS|ETS)\d-\d{1,2}
    | (?:TEKS\s)?(?:\d{3}\.\d{1,3}\.[a-z]\.\d{1,2}\.[A-Z]|(?:K|[1-8])\.\d{1,2}(?:\([A-L]\)|[A-L]))
    )(?![\w])""",
    re.VERBOSE,
)
_ISO = re.compile(r"\b(20\d\d)([-/.])(\d{1,2})\2(\d{1,2})(?!\d)")
_SIGNED = re.compile(r"(20\d\d) ?[年년] ?(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日일]")
_SLASHED = re.compile(r"(?<![\d/.])(\d{1,2})([/.-])(\d{1,2})\2(20\d\d|\d\d)(?![\d/.])")
_MONTHS = {
    name: month
    for month, names in enumerate(
        (
            "jan january januari enero janvier janv januar jänner jän janeiro gennaio gen sty "
            "stycznia",
            "feb february februari febrero février févr fév februar fevereiro fev febbraio lut "
            "lutego",
            "mar march mars marzo märz mär março maart mrt marca",
            "apr april abril abr avril avr aprile kwi kwietnia",
            "may maj mayo mai maio mag maggio mei maja",
            "jun june juni junio juin junho giugno giu cze czerwca",
            "jul july juli julio juillet juil julho luglio lug lip lipca",
            "aug august augusti agosto ago août augustus sie sierpnia",
            "sep sept september septiembre septembre setembro set settembre wrz września",
            "oct october oktober okt octubre octobre outubro out ottobre ott paź października",
            "nov november noviembre novembre novembro lis listopada",
            "dec december diciembre dic décembre déc dezember dez dezembro dicembre gru grudnia",
        ),
        start=1,
    )
    for name in names.split()
}
_WORDED = re.compile(
    r"\b(?:(\d{1,2})(?:st|nd|rd|th|er)?[ .-]+(?:de )?([^\W\d]{3,12})"
    r"|([^\W\d]{3,12})[ .-]+(\d{1,2})(?:st|nd|rd|th)?)"
    r"[ .,-]+(?:de )?(20\d\d)\b"
)


def points_in_title(title: str) -> float | None:
    """Points possible from “(20 points)”, “[10]”, “out of 10”, “Quiz /10”; None when not said.

    “Exit 9/10” stays a date: a bare number before the slash says nothing of points.
    """
    plain = title.translate(_WIDE)
    for pattern in _POINTS:
        found = pattern.search(plain)
        if found:
            return read_number(found.group(1), decimal_comma=False)
    return None


def bare_points_in_title(title: str) -> float | None:
    """12 from “Unit 1 Quiz (12)” and “Warm Up 9/8/2025 12”: points possible only where the scores
    below agree."""
    found = _BARE_POINTS.search(title)
    return float(found.group(1)) if found else None


def is_percent_title(title: str) -> bool:
    """True for “Quiz 1 (%)”, “% Correct”, “Total (0 - 100)”: its bare numbers are percents."""
    return bool(_PERCENT.search(f" {title}"))


def scale_title(title: str) -> str | None:
    """“MAP Fall” from “MAP Fall (scale score)”, “Overall Scale Score” and “Math RIT” as they are:
    their numbers are no points; None for every other title.

    Tables that this program writes carry the mark in brackets.
    """
    plain = title.strip()
    found = _SCALE.fullmatch(plain)
    if found:
        return found.group(1)
    return plain if _OF_A_SCALE.match(plain) else None


def standards_in_title(title: str) -> tuple[str, ...]:
    """Codes of standards as written, each once, in order."""
    found = (match.group().removeprefix("TEKS ") for match in _STANDARDS.finditer(title))
    return tuple(dict.fromkeys(found))


def is_month_first(texts: tuple[str, ...]) -> bool | None:
    """Month before day in slashed dates, as far as these texts prove it; None when they do not.

    A number above 12 is a day. Several dates that have one number alike are of one month, unless
    that number is 1: what comes on the first of each month has it too.
    """
    pairs = {
        (int(found.group(1)), int(found.group(3)))
        for text in texts
        for found in _SLASHED.finditer(text)
    }
    first_big, second_big = (any(pair[at] > 12 for pair in pairs) for at in (0, 1))
    if first_big != second_big:
        return second_big
    firsts, seconds = ({pair[at] for pair in pairs} for at in (0, 1))
    alike = (len(firsts) == 1 and firsts != {1}, len(seconds) == 1 and seconds != {1})
    return None if len(pairs) < 2 or first_big or alike[0] == alike[1] else alike[0]


def date_in(text: str, *, month_first: bool | None = None) -> date | None:
    """The one date a text names beyond doubt. “9/4/2026” needs `month_first`; no year, no date."""
    iso = _ISO.search(text) or _SIGNED.search(text)
    if iso:
        return _date(*(int(part) for part in iso.groups()[:1] + iso.groups()[-2:]))
    slashed = _SLASHED.search(text)
    if slashed:
        return _slashed_date(slashed, month_first)
    for worded in _WORDED.finditer(text):
        day, word = worded.group(1, 2) if worded.group(1) else worded.group(4, 3)
        month = _MONTHS.get(word.casefold())
        if month:
            return _date(int(worded.group(5)), month, int(day))
    return None


def _slashed_date(found: re.Match[str], month_first: bool | None) -> date | None:
    """A slashed date, when a number above 12 or the rest of the row settles its order."""
    first, second = int(found.group(1)), int(found.group(3))
    year = int(found.group(4)) if len(found.group(4)) == 4 else 2000 + int(found.group(4))
    settled = is_month_first((found.group(),))
    order = month_first if settled is None else settled
    if first == second:
        order = True
    if order is None:
        return None
    return _date(year, first, second) if order else _date(year, second, first)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
