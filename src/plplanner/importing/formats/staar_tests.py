"""What the codes of STAAR files stand for: subjects, courses, test codes and administrations."""

import re
from datetime import date

SUBJECTS = {
    "readinglanguagearts": "Reading Language Arts",
    "reading": "Reading",
    "writing": "Writing",
    "mathematics": "Mathematics",
    "socialstudies": "Social Studies",
    "science": "Science",
}
"""Titles by the bare form in which headings write a subject."""

END_OF_COURSE = {
    "A1": "Algebra I",
    "E1": "English I",
    "E2": "English II",
    "BI": "Biology",
    "US": "U.S. History",
}
_LETTERS = {
    "R": "Reading",
    "D": "Reading",
    "W": "Writing",
    "M": "Mathematics",
    "C": "Science",
    "S": "Social Studies",
}
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August"),
    *("September", "October", "November", "December"),
)
_ENGLISH = re.compile(r"([IB])([3-8])([RDWMCS])")
_SPANISH = re.compile(r"([IB])([RDWMCS])([3-8])")
_COURSE = re.compile(r"([IB])(A1|E1|E2|BI|US)")
_KINDS = {"I": "STAAR Interim", "B": "STAAR Beginning of Year"}
_MONTH_AND_YEAR = re.compile(r"(0[1-9]|1[0-2])(\d{2})")


def interim_test(code: str, grade: str) -> str:
    """The title of a test: I5C is “STAAR Interim Science 5”, IR4 the Spanish reading test.

    A code that is not known here stays as it is.
    """
    plain = code.strip().upper()
    course = _COURSE.fullmatch(plain)
    if course:
        return f"{_KINDS[course.group(1)]} {END_OF_COURSE[course.group(2)]}"
    english, spanish = _ENGLISH.fullmatch(plain), _SPANISH.fullmatch(plain)
    if english:
        kind, tested, letter = english.groups()
        return f"{_KINDS[kind]} {_LETTERS[letter]} {tested}"
    if spanish:
        kind, letter, tested = spanish.groups()
        return f"{_KINDS[kind]} {_LETTERS[letter]} {tested}, Spanish"
    return f"STAAR {code} {grade}".strip()


def administration(text: str, day: date | None) -> str:
    """“0523” is May 2023; “Window 2” takes the school year of the day, so that years differ."""
    month = _MONTH_AND_YEAR.fullmatch(text)
    if month:
        return f"{_MONTHS[int(month.group(1)) - 1]} 20{month.group(2)}"
    if day is None or not text:
        return text
    start = day.year if day.month > 6 else day.year - 1
    return f"{text}, {start}–{start + 1}"


def grade_of(text: str) -> str:
    """“05” is grade 5."""
    return text.lstrip("0")
