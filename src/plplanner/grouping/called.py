"""Students called to the teacher's table, each with the evidence in words and her group."""

from collections.abc import Mapping, Sequence

from plplanner.gradebook.rows import Evidence
from plplanner.grouping.piles import close_words, score_short, short_reason
from plplanner.grouping.rows import StudentToGroup
from plplanner.grouping.student_values import value_of
from plplanner.records import record
from plplanner.terms import LEVEL_WORDS, GroupIdentity, MasteryLevel

_URGENT_FIRST = (
    MasteryLevel.NOT_YET,
    MasteryLevel.NEARLY,
    MasteryLevel.NO_EVIDENCE,
    MasteryLevel.SECURE,
)


@record(frozen=True)
class Called:
    """`words` are the evidence, “2/5, not yet, close to nearly”, `short` the first of them.

    `identity` is the group she comes out of.
    """

    student_id: int
    name: str
    level: MasteryLevel
    words: str
    short: str
    identity: GroupIdentity | None = None


def called_rows(
    students: Sequence[StudentToGroup], where: Mapping[int, GroupIdentity]
) -> tuple[Called, ...]:
    """The students as lines of a list, the most urgent first; `where` is each one's group."""
    return tuple(
        Called(
            one.student_id,
            one.name,
            one.evidence.level,
            evidence_words(one.evidence),
            _short(one.evidence),
            where.get(one.student_id),
        )
        for one in sorted(students, key=order_of_need)
    )


def order_of_need(one: StudentToGroup) -> tuple[int, int, str]:
    """Not yet first, then nearly; the lowest first in each, then the teacher's own order."""
    evidence = one.evidence
    return (_URGENT_FIRST.index(evidence.level), value_of(evidence) or 0, one.key)


def evidence_words(evidence: Evidence) -> str:
    """“2/5, not yet, close to nearly”; without evidence why there is none."""
    words = _short(evidence)
    if evidence.borderline and evidence.count == 1:
        return f"{words}, {close_words(evidence)}"
    return words


def _short(evidence: Evidence) -> str:
    if evidence.level is MasteryLevel.NO_EVIDENCE:
        return short_reason(evidence, evidence.level)
    return f"{score_short(evidence)}, {LEVEL_WORDS[evidence.level].lower()}"
