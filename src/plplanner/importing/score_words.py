"""What words in a score cell mean: excused, missing, absent, incomplete, not graded yet."""

from plplanner.importing.clean_text import word_form
from plplanner.terms import ScoreStatus

_EXCUSED = """ex|exc|excused|exempt|exempted|x|e|excluded|drop|dropped|no count|befriad|undantagen|
giltig frånvaro|exento|exenta|
excusado|excusada|justificado|justificada|eximido|dispensé|dispensée|excusé|befreit|entschuldigt|
vrijgesteld|dispensado|esonerato"""
_MISSING = """m|missing|mi|msg|mis|not submitted|not turned in|not handed in|not done|no submission|
nti|nhi|z|ej inlämnad|ej inlämnat|saknas|inte inlämnad|no entregado|no entregada|
sin entregar|falta entregar|no entregó|np|manquant|non rendu|nr|nicht abgegeben|fehlt|ontbreekt|
não entregue"""
_ABSENT = """abs|a|absent|ab|absence|frånvarande|frånv|från|ausente|aus|falta|faltó|abwesend|
afwezig|assente|ausência|nieobecny"""
_INCOMPLETE = """i|inc|incomplete|incompl|in progress|ofullständig|ofullst|incompleto|incompleta|
incomplet|unvollständig"""
_NO_GRADE = """-|--|---|n/a|na|n.a|#n/a|not attempted|not available|needs grading|assigned|
turned in|
submitted|handed in|not graded|ungraded|not yet graded|no grade|pending|tbd|to grade|
ej bedömd|inlämnad|pendiente|por calificar|sin calificar|sin nota|entregado|asignado|non noté|
à noter|
nicht bewertet|ausstehend|none|null|nan|#div/0!"""
_LATE_UNGRADED = """turned in late|submitted late|handed in late|done late|completed late|
late submission|inlämnad sent|entregado tarde|entregada con retraso|entregado con retraso|
rendu en retard|verspätet abgegeben"""
_LATE = f"late|l|tarde|sen|försenad|sent|en retard|retard|verspätet|te laat|tardy|{_LATE_UNGRADED}"
# One letter has two meanings from gradebook to gradebook; the teacher is asked once.
UNCLEAR_WORDS = frozenset({"x", "m", "z", "e", "a", "i", "l", "np", "nr", "mi"})


def _entries(text: str, status: ScoreStatus) -> dict[str, ScoreStatus]:
    return {word_form(word) or word: status for word in text.replace("\n", "").split("|")}


_STATUS_BY_WORD = {
    **_entries(_NO_GRADE, ScoreStatus.NONE),
    **_entries(_INCOMPLETE, ScoreStatus.INCOMPLETE),
    **_entries(_ABSENT, ScoreStatus.ABSENT),
    **_entries(_MISSING, ScoreStatus.MISSING),
    **_entries(_EXCUSED, ScoreStatus.EXCUSED),
}
LATE_WORDS = tuple(_LATE.replace("\n", "").split("|"))
_LATE_FORMS = frozenset(LATE_WORDS)
_UNGRADED_FORMS = frozenset(_LATE_UNGRADED.replace("\n", "").split("|"))


def status_of_word(text: str) -> ScoreStatus | None:
    """The status a cell without a number names; None for a word that is not known here."""
    return _STATUS_BY_WORD.get(word_form(text.strip("()[]")) or text)


def is_late_word(text: str) -> bool:
    """True for “late”, “L” and their like, standing alone."""
    return word_form(text.strip("()[]")) in _LATE_FORMS


def is_late_ungraded(text: str) -> bool:
    """True for “Turned in late”: handed in, not graded yet, so that no score is amiss."""
    return word_form(text.strip("()[]")) in _UNGRADED_FORMS


def is_unclear_word(text: str) -> bool:
    """True for short marks that mean different things in different gradebooks."""
    return word_form(text) in UNCLEAR_WORDS
