"""Columns a gradebook works out by itself: never taken as assessments, always with the reason."""

import re

from plplanner.importing.header_words import header_form

_COMPUTED = re.compile(
    r"""
    \b(current|final|unposted|override)\s(score|points|grade|status|mark|percent(age)?)s?\b
    | \bread\sonly\b | ^up\sto\s\d
    | ^(the\s)?((weighted|course|overall|grand|running|class|category|section|semester|quarter
      |term|year|unit|q\d|s\d|raw)\s)*
      (sub)?totals?(\s(score|points|grade|pts|percent(age)?|mark|%|earned|possible))*(\s(real
      |percentage|letter))?$
    | \bsubtotal\b | \btotal\s(score|points|grade)$ | ^(sum|summa|summe|soma|suma|somme)$
    | \b(average|avg|mean|median)\b
    | ^category:?\s.*\b(grade|score|average|percent(age)?)$ | ^calculated\sgrade$
    | ^(overall|running|cumulative|term|semester|quarter|year|q[1-4]|s[12]|t[123]|mp\s?\d
      |marking\speriod|report\scard|posted)
      (\s\d)?\s(grade|score|mark|percent(age)?|%)$
    | \bletter\sgrade\b | ^(overall|cumulative|gpa|rank|ranking|class\srank|percentile\srank
      |position)$
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


def computed_reason(header: str) -> str | None:
    """Why a column is worked out from the others, or None when it is not."""
    if not _COMPUTED.search(header_form(header)):
        return None
    return "Worked out from other columns, not an assessment."


def adds_up(column: list[float | None], others: list[list[float | None]]) -> bool:
    """True when a column is the sum or the mean of two or more others in every full row.

    Needs four rows that can be compared and that differ, so that chance does not decide.
    """
    is_sum, is_mean, seen, compared = True, True, set(), 0
    for value, *parts in zip(column, *others, strict=True):
        known = [part for part in parts if part is not None]
        if value is None or len(known) < 2:
            continue
        compared += 1
        seen.add(value)
        is_sum = is_sum and abs(sum(known) - value) < 0.006
        is_mean = is_mean and abs(sum(known) / len(known) - value) < 0.006
        if not (is_sum or is_mean):
            return False
    return compared >= 4 and len(seen) >= 2
