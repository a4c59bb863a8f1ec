"""Columns a gradebook works out by itself: never taken as assessments, always with the reason."""

import re

from plplanner.importing.header_words import header_form

_COMPUTED = re.compile(
    r"""
    \b(current|final|unposted|override)\s(score|points|grade|status|mark|percent(age)?)s?\b
    | ^up\sto\s\d
    | ^(the\s)?((weighted|course|overall|grand|running|class|category|section|semester|quarter
      |term|year|unit|q\d|s\d|raw)\s)*
      (sub)?totals?(\s(score|points|grade|pts|percent(age)?|mark|%|earned|possible))*(\s(real
      |percentage|letter))?$
    | \btotal\s(%|percent(age)?|grade)$ | ^средний\sбалл$ | ^平均分?$ | ^総合点?$ | ^평균$
    | ^ytd$ | ^perc$ | ^ø$
    | ^(final|current|course|overall)\s%$ | ^course\sgrade$ | ^overall\sgrade\b
    | ^(1st|2nd|3rd|4th)\s(quarter|semester|trimester|term|marking\speriod)(\s(grade|score|%|avg))?$
    | ^(hw|homework|tests|quizzes|classwork|projects|labs|exams|assignments)\s(%|percent|totals?)$
    | ^(mp|sem|semester|quarter|trimester|marking\speriod)\s?\d$
    | \bsubtotal\b | \btotal\s(score|points|grade)$ | ^(sum|summa|summe|soma|suma|somme)$
    | \b(average|avg|mean|median)\b
    | ^category:?\s.*\b(grade|score|average|percent(age)?)$ | ^calculated\sgrade$
    | ^(overall|running|cumulative|term|semester|quarter|year|q[1-4]|s[12]|t[123]|mp\s?\d
      |marking\speriod|report\scard|posted)
      (\s\d)?\s(grade|score|mark|percent(age)?|%)$
    | \bletter\sgrade\b | ^(overall|cumulative|gpa|rank|ranking|class\srank|position)$
    | ^(term|quarter|semester)\s(q|s|t|mp|qtr|sem|tri)\s?\d\s(in[\s-]?progress|posted|final|percent
      |grade|score|mark|avg|%)(\s(grade|score|mark|percent|%))?$
    | ^((q|s|t|mp|qtr|sem|tri)\s?\d\s)?in[\s-]progress(\s(grade|score|mark|percent|%))?$
    | ^((in-?progress|current|semester|quarter|term|progress)\s)(grade|mark|percent|score|avg)$
    | ^(grading|marking)\speriod\b | \boverall$ | \bcategory\stotal$ | ^avg\b
    | ^(%|percent|percentage|pct|%\sgrade|grade\s%|score\s%|total\s%|percent(age)?\sscore
      |score\spercent(age)?|percent\scorrect|%\scorrect|%\sscore)$
    | \b(numerator|denominator)\b | \bend-of-line\b | \bweighted\s(score|grade)\b
    | ^(totalt|totalpoäng|summa\spoäng|medel|medelvärde|snitt|genomsnitt|slutbetyg|slutresultat
      |betyg)$
    | ^(promedio|media|nota\sfinal|calificación\sfinal|nota\smedia|suma|puntuación\stotal
      |total\sdel\scurso)$
    | \b(promedio|medelvärde|genomsnitt|moyenne|durchschnitt|mittelwert|gemiddelde|média|średnia)\b
    | ^(note\sfinale|note\sglobale|rang)$ | ^(gesamt|gesamtpunkte|gesamtnote|endnote|schnitt)$
    | ^(totaal|eindcijfer|totale|voto\sfinale|razem|suma\spunktów|soma|rang|rango|puesto)$
    | \b(puntuación|calificación|nota|puntaje)\s(actual|final)\b | \b(nuvarande
      |slutligt?)\s(poäng|betyg|resultat)\b
    """,
    re.VERBOSE,
)

_OF_A_PERIOD = re.compile(
    r"\((?:mp|q|s|t|qtr|quarter|sem|semester|tri|trimester|term)\s?\d\)\s[^()\[\]]*$"
    r"|\([^()]{2,40}\)\s(?:mp|q|s|t)\s?\d$",
    re.IGNORECASE,
)

_NEAR = 0.006
_READ_ONLY = re.compile(r"\bread[\s_-]?only\b", re.IGNORECASE)


def computed_reason(header: str) -> str | None:
    """Why a column is worked out from the others, or None when it is not.

    “(MP1) Quizzes” is what a marking period makes of a category.
    """
    is_computed = _COMPUTED.search(header_form(header)) or _OF_A_PERIOD.match(header)
    if not is_computed and not _READ_ONLY.search(header):
        return None
    return "Worked out from other columns, not an assessment."


def adds_up(column: list[float | None], others: list[list[float | None]]) -> bool:
    """True when a column is the sum or the mean of two or more others in every full row.

    Needs four rows that can be compared and that differ, so that chance does not decide. Where all
    others are alike, a mean says nothing: homework is often 5 of 5 for everybody.
    """
    is_sum, is_mean, seen, compared = True, True, set(), 0
    for value, *parts in zip(column, *others, strict=True):
        known = [part for part in parts if part is not None]
        if value is None or len(known) < 2:
            continue
        compared += len(set(known)) > 1 or abs(sum(known) - value) < _NEAR
        seen.add(value)
        is_sum = is_sum and abs(sum(known) - value) < _NEAR
        is_mean = is_mean and abs(sum(known) / len(known) - value) < _NEAR
        if not (is_sum or is_mean):
            return False
    return compared >= 4 and len(seen) >= 2
