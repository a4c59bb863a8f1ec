"""Who comes to the teacher's table for the same need, beside groups that stay mixed for weeks.

A layer of its own: rotation groups stand, and a few students are called out of them by the newest
evidence. The level with the most urgent need that enough students share is taken, lowest first
within it, so that those called work on one thing.
"""

from collections.abc import Mapping, Sequence

from plplanner.grouping.rows import StudentToGroup
from plplanner.grouping.student_values import value_of
from plplanner.records import record
from plplanner.terms import MasteryLevel

_URGENT_FIRST = (MasteryLevel.NOT_YET, MasteryLevel.NEARLY)


@record(frozen=True)
class PullList:
    """`student_ids` to call, lowest first; `waiting` share the need and come another day.

    `level` is None, and nobody is called, where fewer than asked share a need. `words` say who is
    called and why, or why nobody is. `from_groups` counts those called out of each group.
    """

    student_ids: tuple[int, ...]
    waiting: tuple[int, ...]
    level: MasteryLevel | None
    words: str
    from_groups: Mapping[str, int]


def pull_list(
    students: Sequence[StudentToGroup],
    groups: Mapping[str, Sequence[int]],
    *,
    fewest: int = 3,
    most: int = 6,
    absent: frozenset[int] = frozenset(),
) -> PullList:
    """The students to call to the teacher's table, `fewest`–`most` of one level.

    `groups` are the rotation groups by word, as ids of students. Among equal scores the order of
    the students' keys decides. Where fewer than `fewest` are not yet there, those nearly there
    are called; the secure and those without evidence never are.
    """
    here = [one for one in students if one.student_id not in absent]
    for level in _URGENT_FIRST:
        alike = sorted((one for one in here if one.evidence.level is level), key=_lowest_first)
        if len(alike) >= max(1, fewest):
            return _called(alike, groups, level, most)
    return PullList((), (), None, _nobody(here, fewest), {})


def _called(
    alike: Sequence[StudentToGroup],
    groups: Mapping[str, Sequence[int]],
    level: MasteryLevel,
    most: int,
) -> PullList:
    called = tuple(one.student_id for one in alike[:most])
    waiting = tuple(one.student_id for one in alike[most:])
    counts = {word: len(set(called) & set(ids)) for word, ids in groups.items()}
    need = "are not yet there" if level is MasteryLevel.NOT_YET else "are nearly there"
    words = f"{len(called)} students {need} and come to the table together."
    if waiting:
        others = "1 more comes" if len(waiting) == 1 else f"{len(waiting)} more come"
        words += f" {others} another day."
    return PullList(called, waiting, level, words, {w: n for w, n in counts.items() if n})


def _nobody(here: Sequence[StudentToGroup], fewest: int) -> str:
    if not any(one.evidence.level is not MasteryLevel.NO_EVIDENCE for one in here):
        return "Nobody here has a score on this yet. Give a quick check first."
    return f"Fewer than {fewest} students share a need. Confer with them where they work."


def _lowest_first(one: StudentToGroup) -> tuple[int, str]:
    return (value_of(one.evidence) or 0, one.key)
