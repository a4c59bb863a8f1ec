"""Words that say how well, as standards-based gradebooks write them instead of numbers."""

from collections import Counter
from collections.abc import Sequence

from plplanner.importing.clean_text import clean_text, word_form
from plplanner.importing.header_words import words_in
from plplanner.importing.score_words import status_of_word

_LEVELS = words_in(
    """advanced|proficient|partially proficient|minimally proficient|highly proficient|basic|
below basic|far below basic|nearly proficient|not proficient|meets|meets standard|
meets expectations|meeting|meeting standard|met|met standard|not met|standard met|standard not met|
standard nearly met|standard exceeded|nearly met|did not meet|does not meet|doesn't meet|
partially meets|partially met|exceeds|exceeds standard|exceeds expectations|exceeding|exceeded|
approaching|approaches|approaching standard|approaching expectations|below|below standard|
below expectations|well below|far below|above|above standard|on track|at risk|on grade level|
above grade level|below grade level|on level|above level|below level|at standard|mastered|mastery|
near mastery|non-mastery|not mastered|masters|remediation|developing|developed|beginning|
beginner|emerging|emergent|expanding|extending|exemplary|distinguished|novice|apprentice|
satisfactory|unsatisfactory|outstanding|excellent|very good|good|fair|needs improvement|
needs support|progressing|progress|consistently|sometimes|rarely|usually|secure|secured|nearly|
not yet|got it|almost|working towards|expected|greater depth|star|stars|pass|fail|passed|failed|
complete|completed|godkänd|icke godkänd|väl godkänd|logrado|en proceso|en inicio|
sobresaliente|notable|aprobado|reprobado|suficiente|insuficiente|bien|muy bien|destacado|
satisfactorio|no satisfactorio|básico|avanzado|acquis|en cours d'acquisition|non acquis|sehr gut|
gut|befriedigend|ausreichend|mangelhaft|ungenügend"""
)


# Mastery, near mastery, remediation: “M” alone means missing.
_MASTERY_LETTERS = frozenset(["M", "NM", "R"])


def is_level_word(text: str) -> bool:
    """True for “Meets”, “Not yet”, “4 - Advanced” and their like."""
    form = word_form(text)
    return form in _LEVELS or form.lstrip("0123456789 -:=.").strip() in _LEVELS


def are_levels(cells: Sequence[str]) -> bool:
    """True for a column whose cells are mostly level words, marks such as “Absent” aside."""
    distinct = Counter(cell[:80] for cell in cells)
    filled = [(text, times) for cell, times in distinct.items() if (text := clean_text(cell))]
    if {text for text, _ in filled} <= _MASTERY_LETTERS and "NM" in dict(filled):
        return True
    said = [(text, times) for text, times in filled if status_of_word(text) is None]
    levels = sum(times for text, times in said if is_level_word(text))
    return levels > 0 and levels >= 0.6 * sum(times for _, times in said)
