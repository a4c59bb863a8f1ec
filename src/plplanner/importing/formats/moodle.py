"""The grade export of Moodle, as text or workbook, in any language of the site."""

import re
from collections.abc import Sequence

from plplanner.importing.clean_text import MAX_TITLE, clean_text
from plplanner.importing.header_words import ColumnRole, header_form, settle_name_roles, words_in
from plplanner.importing.laid_out_table import (
    COMPUTED,
    NOT_A_SCORE,
    NOTES,
    LaidOut,
    find_place,
    headers_of,
    left_out,
    person_columns,
    read_laid_out,
    scored,
    student_rows,
)
from plplanner.importing.numbers_read import read_number
from plplanner.importing.read_score import is_letter_grade
from plplanner.importing.rows import AssessmentRead, ColumnRead, GradebookRead
from plplanner.importing.table import Table
from plplanner.importing.titles import date_in, standards_in_title
from plplanner.records import record

_ID_NUMBER = words_in(
    """id number|idnumber|número de id|número de identificación|id-nummer|
identifikationsnummer|numéro d'identification|numéro id|número de identificação|
codice identificativo|numer identyfikacyjny|tunnistenumero|matrikelnummer|idnummer|
id nummer|numer id|id-numero|idnumero|идентификационный номер"""
)
_PLACE = words_in(
    """institution|institución|établissement|instituição|istituzione|istituto|instituto|instelling|
instytucja|department|departamento|département|abteilung|dipartimento|afdeling|
avdelning|dział|institutionen|lärosäte|suspended|suspendido|suspendu|gesperrt|
suspenso|avstängd"""
)
_LOADED = re.compile(
    r"download|descarga|téléchargement|heruntergeladen|geladen|hämtad|laddades|scaricat|gedownload|"
    r"baixad|transferência|pobran"
)
_SUFFIX = re.compile(r"(.*\S)\s*\(([^()]{2,30})\)")
_PERCENT = re.compile(
    r"percent|prozent|porcent|pourcent|procent|percentual|percentuale|porcentaje|prosent|%"
)
_LETTER = re.compile(
    r"letter|letra|lettre|buchstabe|notenstufe|bokstav|lettera|litera|letterwaarde|kirjain"
)
_FEEDBACK = re.compile(
    r"feedback|retroaliment|comentario|commentaire|kommentar|återkoppling|rückmeldung|terugkoppeling|"
    r"informacja zwrotna|palaute"
)
_TOTAL = re.compile(
    r"\b(total|totale|totaal|totalt|gesamt|summe|summa|samlet|suma|totalsumma|kurssumme|"
    r"kursustotal|kurstotal|kurstotalt|cursustotaal|loppuarvosana)\b"
)
_UNIX_TIME = re.compile(r"1\d{9}")
_OLD_FEEDBACK = re.compile(r"(feedback|comentarios|retroalimentación|kommentar)\s*:", re.IGNORECASE)
_LOOKED_AT = 40


@record(frozen=True)
class _Item:
    """One grade item by the columns that show it."""

    title: str
    real: int | None = None
    percent: int | None = None
    letter: int | None = None


def read_moodle(tables: tuple[Table, ...], *, file_name: str) -> GradebookRead | None:
    """Every activity of the course, or None for another file.

    Real points come first, then percent, then letters. The file names no maximum; where real
    points and percent stand side by side it follows from them.
    """
    found = find_place(tables, _is_header)
    if found is None:
        return None
    table, header = found
    headers = headers_of(table, header)
    people = person_columns(headers, ids=dict.fromkeys(_ID_NUMBER, "id_number"))
    items_from = next((p for p, text in enumerate(headers) if _is_item(text)), len(headers))
    start = max((place for place in people if place < items_from), default=-1) + 1
    rows, warnings = student_rows(table, header, people)
    about = {
        place
        for place, text in enumerate(headers)
        if (place < start and not _is_item(text))
        or _is_about(text)
        or _are_times(table, place, header)
    }
    if any(map(_is_shown, headers)):  # then every item says so, and fields of a profile do not
        about |= {p for p, text in enumerate(headers) if not _is_shown(text) and ":" not in text}
    items = _items(table, headers, [p for p in range(len(headers)) if p not in about], rows)
    told, levels = _told(table, headers, items, rows)
    laid = LaidOut(
        table=table,
        header=header,
        columns=tuple(
            people.get(place) or told.get(place) or _left(text, place in about)
            for place, text in enumerate(headers)
        ),
        students=rows,
        levels=levels,
    )
    kind = "moodle_xlsx" if _is_workbook(table) else "moodle_csv"
    return read_laid_out(laid, format_name=kind, file_name=file_name, warnings=warnings)


def _is_workbook(table: Table) -> bool:
    return bool(table.name) and not table.name.casefold().endswith((".csv", ".txt", ".tsv"))


def _is_header(table: Table, row: int) -> bool:
    """First and last name with an id number, an institution or a time of download."""
    cells = table.rows[row]
    roles = settle_name_roles(cells)
    if not {ColumnRole.LAST, ColumnRole.FIRST} <= set(roles):
        return False
    forms = [header_form(cell) for cell in cells]
    numbered = any(form in _ID_NUMBER for form in forms)
    placed = sum(form in _PLACE for form in forms)
    loaded = any(_LOADED.search(form) for form in forms[-2:]) or any(
        _are_times(table, place, row) for place in range(len(cells) - 1, len(cells) // 2, -1)
    )
    shown = any(_shows(cell) for cell in cells)
    typed = shown and any(":" in cell and _is_shown(clean_text(cell[:MAX_TITLE])) for cell in cells)
    return placed >= 2 or loaded or typed or (numbered and (placed > 0 or shown))


def _shows(header: str) -> bool:
    """A header that ends in “(Real)”, “(Percentage)” and their like."""
    found = _SUFFIX.fullmatch(clean_text(header[:MAX_TITLE]))
    return bool(found) and found is not None and header_form(found.group(2)) in _SHOWN


_SHOWN = frozenset({"real", "percentage", "letter"})


def _is_about(header: str) -> bool:
    form = header_form(header)
    return not form or form in _PLACE or bool(_LOADED.search(form))


def _are_times(table: Table, place: int, header: int) -> bool:
    """The moment of the download, as seconds since 1970, in every row."""
    below = range(header + 1, min(header + 4, len(table.rows)))
    filled = [table.cell(row, place).strip() for row in below if any(table.rows[row])]
    return bool(filled) and all(_UNIX_TIME.fullmatch(cell) for cell in filled)


def _left(header: str, about: bool) -> ColumnRead:
    if about:
        return left_out(header, NOT_A_SCORE)
    feedback = _kind(header, ()) == "feedback"
    why = COMPUTED if _is_total(header) else NOTES if feedback else "Shown by another column."
    return left_out(header, why)


def _items(
    table: Table, headers: tuple[str, ...], places: Sequence[int], rows: tuple[int, ...]
) -> list[_Item]:
    """Columns of one item together; totals of the course and of categories left out."""
    found: dict[str, dict[str, int]] = {}
    for place in places:
        cells = tuple(clean_text(table.cell(row, place)) for row in rows[:_LOOKED_AT])
        kind = _kind(headers[place], cells)
        if kind != "feedback" and not _is_total(headers[place]):
            found.setdefault(_title(headers[place]), {}).setdefault(kind, place)
    return [_Item(title, **kinds) for title, kinds in found.items()]


def _title(header: str) -> str:
    """The item without the way it is shown."""
    found = _SUFFIX.fullmatch(header)
    shown = bool(found) and found is not None and _is_display(found.group(2))
    return found.group(1) if shown and found is not None else header


def _is_shown(header: str) -> bool:
    """“(Real)”, “(Lettre)” and their like stand behind it."""
    return _title(header) != header


def _is_item(header: str) -> bool:
    """“Quiz: Ratios (Real)”, wherever it stands."""
    return _is_shown(header) and ":" in header


def _is_display(words: str) -> bool:
    form = header_form(words)
    known = (_PERCENT, _LETTER, _FEEDBACK)
    return any(pattern.search(form) for pattern in known) or form in _REAL


_REAL = words_in(
    """real|reell|réel|réelle|brut|brute|punkte|wert|poäng|reale|punteggio|reëel|echt|
valor|verklig|puntos|rzeczywista|wynik rzeczywisty|todellinen|reelle|points|valeur|reel|faktisk"""
)


def _kind(header: str, cells: tuple[str, ...]) -> str:
    """How a column shows its item: by the words in brackets, else by its cells."""
    if _OLD_FEEDBACK.match(header):
        return "feedback"
    found = _SUFFIX.fullmatch(header)
    form = header_form(found.group(2)) if found else ""
    for kind, pattern in (("feedback", _FEEDBACK), ("percent", _PERCENT), ("letter", _LETTER)):
        if pattern.search(form):
            return kind
    return "real" if form in _REAL else _kind_of_cells(cells)


def _kind_of_cells(cells: tuple[str, ...]) -> str:
    filled = [cell for cell in cells if cell and cell != "-"]
    if filled and all(cell.endswith("%") for cell in filled):
        return "percent"
    if filled and all(is_letter_grade(cell) for cell in filled):
        return "letter"
    numbers = sum(read_number(cell, decimal_comma=True) is not None for cell in filled)
    return "real" if not filled or numbers * 2 >= len(filled) or _is_scale(filled) else "feedback"


def _is_scale(filled: list[str]) -> bool:
    """A few short words that come again and again: the words of a scale."""
    words = set(filled)
    return len(words) <= min(6, max(1, len(filled) // 2)) and all(len(w) <= 40 for w in words)


def _is_total(header: str) -> bool:
    """Totals carry no kind of activity (“Quiz: …”) before them."""
    title = _title(header)
    return ":" not in title and bool(_TOTAL.search(header_form(title)))


def _told(
    table: Table, headers: tuple[str, ...], items: list[_Item], rows: tuple[int, ...]
) -> tuple[dict[int, ColumnRead], frozenset[int]]:
    """One column of scores for every item, and those whose cells are words."""
    told: dict[int, ColumnRead] = {}
    levels = set()
    for item in items:
        place = next(p for p in (item.real, item.percent, item.letter) if p is not None)
        cells = [clean_text(table.cell(row, place)) for row in rows]
        if place == item.letter or (place == item.real and _is_words(cells)):
            levels.add(place)
        assessment = AssessmentRead(
            title=item.title,
            points_possible=_maximum(table, item, rows),
            date=date_in(item.title),
            standards=standards_in_title(item.title),
        )
        told[place] = scored(headers[place], assessment)
    return told, frozenset(levels)


def _is_words(cells: list[str]) -> bool:
    """A scale such as “Competent”, where points would be numbers."""
    filled = [cell for cell in cells if cell and cell != "-"]
    return bool(filled) and not any(cell[:1].isdigit() for cell in filled)


def _maximum(table: Table, item: _Item, rows: tuple[int, ...]) -> float | None:
    """The one maximum with which all real points and their percents agree, else None."""
    if item.real is None or item.percent is None:
        return None
    pairs = []
    for row in rows:
        real = read_number(table.cell(row, item.real).strip(), decimal_comma=True)
        shown = table.cell(row, item.percent).strip().rstrip("%").strip()
        percent = read_number(shown, decimal_comma=True)
        if real is not None and percent:
            pairs.append((real, percent))
    if not pairs:
        return None
    likely = max(pairs, key=lambda pair: pair[1])
    for digits in (0, 1, 2):
        top = round(100 * likely[0] / likely[1], digits)
        if top > 0 and all(
            abs(100 * real / top - percent) <= 0.6 / top + 0.006 for real, percent in pairs
        ):
            return top
    return None
