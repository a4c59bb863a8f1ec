"""Columns that hold neither names nor scores: notes, groups, family, support; never taken in."""

import re

from plplanner.importing.header_words import header_form

_KINDS = (
    (
        r"notes?|comments?|remarks?|feedback|teacher comments?|anteckning(ar)?|kommentar(er|e)?|"
        r"notas del profesor|comentarios?|observaciones|remarques?|bemerkung(en)?|opmerkingen|"
        r"appréciations?",
        "Notes, not scores.",
    ),
    (
        r"grp|group|groups|small group|table|seat|seating|team|color|colour|row|grupp|grupo|groupe|"
        r"gruppe|mesa|bord|tisch|station|rotation",
        "Groups and seats are planned here.",
    ),
    (
        r"iep|504|el|ell|esl|eb|lep|sped|special ed(ucation)?|gt|gifted|mtss|rti|tier|support|"
        r".*birth ?date|.*date ?of ?birth|.*gender|.*ethnic.*|disability|accommodations?|frl|"
        r"lunch|ethnicity|race|gender|sex|kön|género|sexo|sexe|"
        r"geschlecht|pronouns?|home language|language|birth ?date|birthday|date of birth|dob|"
        r"age|edad|âge|alter|"
        r"födelsedatum|fecha de nacimiento|health|allerg(y|ies)",
        "Personal details this program does not need.",
    ),
    (
        r"zip( code)?|postal code|postcode|"
        r"phone|telephone|cell|mobile|parent.*|guardian.*|address|emergency.*|contact.*|"
        r"telefon|teléfono|madre|padre|tutor",
        "Family details this program does not need.",
    ),
    (
        r"|no|nr|num|number|nbr|row|n|lp|roll|roll no|roll number|index|n°|nº|id row",
        "A row number.",
    ),
    (
        r"(.* )?(percentile|percentile rank|nce|stanine|grade equivalent|lexile®?|quantile®?|"
        r"std\.? err(or)?|standard error|instructional reading level|reading zone)"
        r"( rank| measure| range| level| score)?( \d+)?",
        "A rank or a measure beside a score, neither points nor percent.",
    ),
    (
        r"(school|campus|district|building|teacher|section|course|term|dcid)( (id|number|code|no))|"
        r"(org unit|ou) path|password( hash function)?|(recovery|home|work|mobile) (email|phone)|"
        r"last sign in|email usage|drive usage|2sv .*|licenses|"
        r"homeroom|hr|teacher|advisor|adviser|counselor|school|campus|district|building|"
        r"root account|"
        r"institution|department|term|room|lärare|skola|profesor|escuela|lehrer|schule|"
        r"organization|"
        r"availability|last access|suspended|status|enrollment status|start date|entry date|"
        r"active|locker|bus|credits|house|"
        r"teacher id|staff id|questions (answered|attempted)|quizzes (taken|passed)|watched %|"
        r"timestamp|date|datum|fecha|"
        r"last downloaded from this course|"
        r".* date|.*timestamp|duration.*|time (spent|taken).*|attempts?|attempt|card number|"
        r"posts|posted items|"
        r"attendance|absences|absent|tardy|tardies|days absent|days present|närvaro|frånvaro|"
        r"asistencia|faltas|inasistencias|fehlzeiten|fehltage|absents?|"
        r"(number )?missing( count| assignments| work)?",
        "About the class or the school, not a score.",
    ),
)
_PATTERNS = tuple((re.compile(f"(?:{words})"), why) for words, why in _KINDS)


def other_reason(header: str) -> str | None:
    """Why a column that is neither name nor score is left out, or None when its header is open.

    A blank header is open too; “#” alone counts rows.
    """
    form = header_form(header)
    if not form and "#" not in header:
        return None
    for pattern, why in _PATTERNS:
        if pattern.fullmatch(form):
            return why
    return None
