"""The pill on a student: a word, or a sign where the word would cut a name."""

from collections.abc import Callable, Iterable

from plplanner.grouping.rows import StudentOnPile
from plplanner.records import record
from plplanner.terms import MasteryLevel


@record(frozen=True)
class Pill:
    """`sign` is short: letters, or the name of an icon; `tone` is “news”, “warn” or neither."""

    word: str
    sign: str
    tone: str = ""
    is_icon: bool = True


_ABSENT = Pill("absent", "absent")
_ELSEWHERE = Pill("elsewhere", "arrow", "news")
_MOVES = Pill("moves", "arrow", "news")
_MOVED = Pill("moved", "swap", "news")
_QUICK_CHECK = Pill("quick check", "?", "warn", is_icon=False)
_BORDERLINE = Pill("borderline", "±1", is_icon=False)


def pill_of(one: StudentOnPile, *, is_read_only: bool, has_scores: bool) -> Pill | None:
    """What is said of a student beside her name; of several the most pressing."""
    if one.is_absent:
        return _ABSENT
    if one.moves:
        return _ELSEWHERE if is_read_only else _MOVES
    if one.is_moved:
        return _MOVED
    if one.level is MasteryLevel.NO_EVIDENCE and has_scores:
        return _QUICK_CHECK
    return _BORDERLINE if one.is_borderline else None


def has_room_for_words(
    rows: Iterable[tuple[str, Pill | None]],
    *,
    room: int,
    wide: Callable[[str], int],
    wide_of_pill: Callable[[str], int],
) -> bool:
    """Whether every name of a pile stands whole beside the word of its pill.

    All or none: words beside some names and signs beside others would read as a difference.
    """
    return all(pill is None or wide(name) + wide_of_pill(pill.word) <= room for name, pill in rows)
