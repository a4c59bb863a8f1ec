"""The fewest parts that cannot hold together: implicit hitting sets over any yes-or-no question."""

from collections.abc import Callable, Sequence

from plplanner.records import record

# All parts that one answer keeps, when some answer keeps the parts asked for; else None.
Keeps = Callable[[frozenset[int]], frozenset[int] | None]


@record(frozen=True)
class Conflict:
    """`parts` cannot hold together. `mends` are least sets whose removal lets the rest hold.

    `is_fewest`: no conflict has fewer parts; else it is only such that none can be left out.
    """

    parts: frozenset[int]
    mends: tuple[frozenset[int], ...]
    is_fewest: bool


def fewest_conflicting(count: int, keeps: Keeps, *, most_asked: int = 400) -> Conflict | None:
    """A conflict with the fewest of `count` parts; None when all hold together.

    Every conflict meets every mending set; so a smallest set that hits all known mends either
    conflicts, and then none is smaller, or yields another mend (Ignatiev, Previti, Liffiton and
    Marques-Silva, CP 2015). After `most_asked` questions an irreducible conflict is returned.
    """
    everything = frozenset(range(count))
    if keeps(everything) is not None:
        return None
    mends: list[frozenset[int]] = []
    asked = 0
    while asked < most_asked:
        chosen = smallest_hitting(mends)
        kept = keeps(chosen)
        if kept is None:
            return Conflict(chosen, tuple(mends), is_fewest=True)
        for part in sorted(everything - kept):
            if part not in kept:
                asked += 1
                kept |= keeps(kept | {part}) or frozenset()
        mends.append(everything - kept)
    return Conflict(_irreducible(everything, keeps), tuple(mends), is_fewest=False)


def smallest_hitting(sets: Sequence[frozenset[int]]) -> frozenset[int]:
    """A smallest set that meets every one of `sets`; ties go to the first in order."""
    for size in range(len(sets) + 1):
        found = _hit_within(sets, frozenset(), size)
        if found is not None:
            return found
    raise ValueError("an empty set cannot be hit")


def _hit_within(
    sets: Sequence[frozenset[int]], chosen: frozenset[int], more: int
) -> frozenset[int] | None:
    missed = min((one for one in sets if not one & chosen), key=_by_size, default=None)
    if missed is None:
        return chosen
    if more == 0:
        return None
    tries = (_hit_within(sets, chosen | {part}, more - 1) for part in sorted(missed))
    return next((found for found in tries if found is not None), None)


def _irreducible(parts: frozenset[int], keeps: Keeps) -> frozenset[int]:
    for part in sorted(parts):
        if keeps(parts - {part}) is None:
            parts -= {part}
    return parts


def _by_size(one: frozenset[int]) -> tuple[int, tuple[int, ...]]:
    return len(one), tuple(sorted(one))
