"""What sort of check an assessment is, told from its title."""

import re

from plplanner.terms import AssessmentKind

_KINDS = (
    (
        AssessmentKind.EXIT_TICKET,
        r"exit(\s?-?(tickets?|slips?|cards?|quiz))?|ticket out|tickets? to leave|et\s?\d+|"
        r"utgångsbiljett|boleto de salida|ticket de salida|billet de sortie",
    ),
    (
        AssessmentKind.HOMEWORK,
        r"home\s?work|hw\s?\d*|practice( set| sheet)?|worksheet|läxa|hemuppgift|tareas?|deberes|"
        r"devoirs?|"
        r"hausaufgaben?|ixl|classwork|cw\s?\d*",
    ),
    (
        AssessmentKind.BENCHMARK,
        r"benchmark|diagnostic|interim|mid-?term|screener|i-?ready|nwea|map( growth)?|star (math|"
        r"reading)|"
        r"dibels|staar|sbac|final exam|pre-?test|post-?test|fördiagnos|diagnos|nationellt prov|"
        r"diagnóstico",
    ),
    (
        AssessmentKind.QUICK_CHECK,
        r"quick checks?|check-?\s?ins?|check-?\s?ups?|warm-?\s?ups?|do now|bell\s?(ringer|work)|"
        r"formative|"
        r"check for understanding|cfu|entry ticket|entrance ticket|snabbkoll|plickers",
    ),
    (AssessmentKind.QUIZ, r"quiz(zes)?|qz?\s?\d+|cuestionario|prueba corta|läxförhör|förhör"),
    (
        AssessmentKind.UNIT_TEST,
        r"tests?|unit (tests?|assessments?)|chapter (tests?|assessments?)|exams?|assessment|prov|"
        r"kapitelprov|"
        r"examen|exámenes|prueba|control|contrôle|klassenarbeit|prova|toets",
    ),
)
_PATTERNS = tuple(
    (kind, re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)) for kind, words in _KINDS
)


def guess_kind(title: str | None) -> AssessmentKind:
    """The first kind whose words stand in the title; OTHER when none does."""
    for kind, pattern in _PATTERNS:
        if pattern.search(title or ""):
            return kind
    return AssessmentKind.OTHER
