"""Rows below the header that are no students: points possible, dates, averages, keys, totals."""

import re
from enum import Enum

from plplanner.importing.header_words import header_form
from plplanner.importing.rows import CellWarning
from plplanner.importing.table import quoted


class RowKind(Enum):
    """What a row is by its label."""

    POINTS = "points"
    DATES = "dates"
    ASIDE = "aside"


_POINTS = re.compile(
    r"(total )?(points? possible|possible points?|points? available|possible|out of|"
    r"max(imum)?( points?| score)?|"
    r"points?( max)?|pts( possible)?|worth|full (marks|points|score)|maxpoäng|max poäng|"
    r"möjliga poäng|poäng|"
    r"puntos( posibles)?|puntuación (máxima|posible)|máximo|max\.? puntos|puntaje (máximo|total)|"
    r"valor|"
    r"points? possibles?|barème|sur|note maximale|punkte|maximalpunktzahl|mögliche punkte|"
    r"max punkte|"
    r"((# |number )of )?(words|items|questions|problems)|"
    r"pontos( possíveis)?|punti|maximum te behalen|punten|maxpoints|total possible)"
)
_DATES = re.compile(
    r"(due |assigned |test |taken )?(dates?|due|day)( due| assigned| taken| given)?|datum|"
    r"assigned( on)?|assign(ment)? date|given( on)?|"
    r"inlämningsdatum|fechas?|"
    r"fecha de entrega|échéance|data|fällig"
)
_ASIDE = re.compile(
    r"((class|group|overall|section|grade|course|period|school|test|whole class)( \S+)? )?"
    r"(averages?|avg|mean|median|mode|std?\.? ?dev(iation)?\.?|standard deviation|stdev|range|"
    r"high(est)?( score)?|"
    r"low(est)?( score)?|minimum|quartile.*|percent correct)( score)?( %)?|"
    r"(class|group|question) (scoring|scores?|percent(age)?)|"
    r"(grand |class |sub)?totals?( (of |de |del |number of )?(students?|points?|scores?|possible|"
    r"count|curso|alumnos|puntos|elever).*)?|sums?|counts?|n|number of students.*|students? count|"
    r"# of students|"
    r"(answer )?keys?|answers?|answer key.*|correct answers?|standards?|weight(s|ing)?|categor(y|"
    r"ies)|type|urls?|"
    r"links?|manual posting.*|muted|comments?|notes?|assignments?|title|teacher|class|"
    r"students?[ ,]+tests?|tests?[ ,]+students?|test student \d*|demo student|student[ ,]+demo|"
    r"sample student|"
    r"\(?read only\)?|medel(värde)?|klassens medel(värde)?|snitt|genomsnitt|summa|totalt|facit|"
    r"median|(period|hour|block|section|class|klass|grupo|group)s? (\d{1,2}|[a-h])|"
    r"\d(st|nd|rd|th) (period|hour|block|class)|(printed|exported|generated) .*\d+ \d+.*|"
    r"promedio.*|media( de la clase)?|clave( de respuestas)?|moyenne.*|médiane|durchschnitt.*|"
    r"klassenschnitt|"
    r"mittelwert|summe|gesamt|gemiddelde.*|média.*|testelev|elev[ ,]+test|estudiante[ ,]+prueba|"
    r"prueba[ ,]+estudiante|estudiante de prueba"
)
_BARE_STATISTIC = frozenset({"max", "min", "mode", "n", "high", "low", "range", "sum", "key"})
MAX_LABEL = 200
_NOTE = re.compile(r"[:/@]|^=.*\b\$?[A-Z]{1,3}\$?\d|#\w+[!?]|https?")
_MANY_DIGITS = re.compile(r"\d{3,}")
_MOST_WORDS = 9


def row_kind(label: str) -> RowKind | None:
    """The kind a label names, or None for what may be a student."""
    form = header_form(label[:MAX_LABEL])
    if _POINTS.fullmatch(form):
        return RowKind.POINTS
    if _DATES.fullmatch(form):
        return RowKind.DATES
    if _ASIDE.fullmatch(form) or form in _BARE_STATISTIC:
        return RowKind.ASIDE
    return None


def can_be_name(text: str) -> bool:
    """False for cells without a letter, notes with a colon, dates, addresses, sentences, formulas
    without their result."""
    return can_be_numbered_name(text) and not _MANY_DIGITS.search(text)


def can_be_numbered_name(text: str) -> bool:
    """The same, where a number may be part of it: “Student 1001”, as names are hidden by some."""
    if not any(letter.isalpha() for letter in text) or _NOTE.search(text):
        return False
    return len(text.replace("_", " ").split()) <= _MOST_WORDS


def not_a_name(row: int, text: str, column: str = "Name") -> CellWarning:
    """The warning for a row (from 0) that is left out because nobody can be called so."""
    said = (
        f"{quoted(text)} is taken for a note, so this row is left out. If it is a student, write "
        "the name plainly in the file, then import it again."
    )
    return CellWarning(row + 1, column, said)


def is_test_student(name: str) -> bool:
    """The person a system makes for teachers to try things: “Student, Test”, a preview user."""
    words = sorted(header_form(name[:MAX_LABEL]).replace("previewuser", " previewuser").split())
    return words in (["student", "test"], ["demo", "student"]) or "previewuser" in words
