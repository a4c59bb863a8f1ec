"""What stays the same for too long: groups, the level of a group, partners; and who never met.

There is no exact number of weeks in the research, only that groups should change and not too
often (Siegal, Hall and Mesa 2024); the usual limits are those of practice.
"""

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from enum import StrEnum
from itertools import combinations

from plplanner.grouping.notes import names_listed
from plplanner.grouping.saved.rows import PastGroup, PastGroups
from plplanner.records import record
from plplanner.terms import GroupingStrategy, MasteryLevel

_BY_NEED = {GroupingStrategy.NEED, GroupingStrategy.PROFILE, GroupingStrategy.MAKE_UP}
_NAMES_SHOWN = 3
_DAYS = 7


class StabilityKind(StrEnum):
    """What has not changed."""

    SAME_LEVEL = "same_level"
    UNCHANGED = "unchanged"
    SAME_PARTNERS = "same_partners"
    NEVER_MET = "never_met"


@record(frozen=True)
class StabilityLimits:
    """After how many weeks the teacher is told; each is worth a look, none is a fault."""

    need_groups: int = 2
    rotation_groups: int = 4
    streak: int = 6


@record(frozen=True)
class StabilityNote:
    """One thing worth a look, as a sentence; `wants_mixed` when a mixed round would help."""

    kind: StabilityKind
    text: str
    wants_mixed: bool


@record(frozen=True)
class _Seen:
    """The history of a class as far as its present students go, newest first."""

    sets: tuple[PastGroups, ...]
    names: dict[int, str]
    today: date

    def weeks(self, since: date) -> int:
        return (self.today - since).days // _DAYS


def stability_notes(
    history: Sequence[PastGroups],
    *,
    names: dict[int, str],
    today: date,
    limits: StabilityLimits | None = None,
    together: Collection[frozenset[int]] = (),
) -> tuple[StabilityNote, ...]:
    """What to look at, the weightiest first. `history` is newest first, groups in use only.

    `names` are the students the class has now. Pairs in `together` are together by a rule, which
    is no news.
    """
    if not history:
        return ()
    asked = limits or StabilityLimits()
    seen = _Seen(tuple(history), names, today)
    return (
        *_same_level(seen, asked),
        *_unchanged(seen, asked),
        *_same_partners(seen, asked, frozenset(together)),
        *_never_met(seen, asked),
    )


def _same_level(seen: _Seen, limits: StabilityLimits) -> Iterator[StabilityNote]:
    """Students whose every group for so long was one to reteach: the label that sticks."""
    found: dict[int, int] = {}
    for one in seen.names:
        since = None
        for groups in seen.sets:
            seat = _group_of(groups, one)
            is_reteach = groups.strategy in _BY_NEED and seat is not None
            if seat is None or not is_reteach or seat.level is not MasteryLevel.NOT_YET:
                break
            since = groups.created_on
        if since is not None and seen.weeks(since) >= limits.streak:
            found[one] = seen.weeks(since)
    if found:
        have = "has" if len(found) == 1 else "have"
        where = "the same reteach group" if _are_together(seen, found) else "a reteach group"
        yield StabilityNote(
            StabilityKind.SAME_LEVEL,
            f"{_named(seen, found)} {have} been in {where} for {_for_weeks(found.values())}. "
            "A mixed round would help.",
            wants_mixed=True,
        )


def _unchanged(seen: _Seen, limits: StabilityLimits) -> Iterator[StabilityNote]:
    newest = seen.sets[0]
    since = newest.created_on
    for groups in seen.sets[1:]:
        if _partition(groups) != _partition(newest):
            break
        since = groups.created_on
    is_by_need = newest.strategy in _BY_NEED
    limit = limits.need_groups if is_by_need else limits.rotation_groups
    weeks = seen.weeks(since)
    if weeks >= limit:
        yield StabilityNote(
            StabilityKind.UNCHANGED,
            f"These groups have been the same for {_spoken(weeks)}. Newer checks may say more.",
            wants_mixed=False,
        )


def _same_partners(
    seen: _Seen, limits: StabilityLimits, by_rule: frozenset[frozenset[int]]
) -> Iterator[StabilityNote]:
    """Pairs in one group all the while, though the groups around them changed."""
    if len({_partition(groups) for groups in seen.sets}) == 1:
        return
    pairs = {}
    for pair, since in _streaks(seen).items():
        if seen.weeks(since) >= limits.streak and frozenset(pair) not in by_rule:
            pairs[pair] = seen.weeks(since)
    if not pairs:
        return
    long = _for_weeks(pairs.values())
    if len(pairs) == 1:
        (pair,) = pairs
        said = f"{names_listed([seen.names[one] for one in pair])} have"
    else:
        said = f"{len(pairs)} pairs have"
    text = f"{said} been in one group for {long}. A mixed round would help."
    yield StabilityNote(StabilityKind.SAME_PARTNERS, text, wants_mixed=True)


def _never_met(seen: _Seen, limits: StabilityLimits) -> Iterator[StabilityNote]:
    """Only once there has been time to meet, and only when most of the class is strange."""
    since = seen.sets[-1].created_on
    others = len(seen.names) - 1
    if seen.weeks(since) < limits.streak or others < 1:
        return
    met: dict[int, set[int]] = {one: set() for one in seen.names}
    for groups in seen.sets:
        for group in groups.groups:
            here = [one for one, _ in group.members if one in met]
            for one in here:
                met[one].update(set(here) - {one})
    few = {one: len(known) for one, known in met.items() if 2 * len(known) < others}
    if few:
        have = "has" if len(few) == 1 else "have"
        least = min(few.values())
        text = (
            f"In {_spoken(seen.weeks(since))} {_named(seen, few)} {have} been in a group with "
            f"fewer than half of the class, the fewest with {least}. A mixed round would help."
        )
        yield StabilityNote(StabilityKind.NEVER_MET, text, wants_mixed=True)


def _streaks(seen: _Seen) -> dict[tuple[int, int], date]:
    """Since when each pair has been in one group without a break."""
    going: dict[tuple[int, int], date] = {}
    for number, groups in enumerate(seen.sets):
        here = {
            pair
            for group in groups.groups
            for pair in combinations(sorted(o for o, _ in group.members if o in seen.names), 2)
        }
        for pair in here if number == 0 else here & going.keys():
            if number == 0 or going[pair] == seen.sets[number - 1].created_on:
                going[pair] = groups.created_on
    return going


def _group_of(groups: PastGroups, student_id: int) -> PastGroup | None:
    return next(
        (g for g in groups.groups if any(one == student_id for one, _ in g.members)),
        None,
    )


def _partition(groups: PastGroups) -> frozenset[frozenset[int]]:
    return frozenset(frozenset(one for one, _ in group.members) for group in groups.groups)


def _are_together(seen: _Seen, students: Collection[int]) -> bool:
    seats = [_group_of(seen.sets[0], one) for one in students]
    return len(students) > 1 and all(seat is seats[0] for seat in seats)


def _named(seen: _Seen, students: Collection[int]) -> str:
    names = [name for one, name in seen.names.items() if one in students]
    if len(names) <= _NAMES_SHOWN:
        return names_listed(names)
    rest = len(names) - _NAMES_SHOWN + 1
    return f"{', '.join(names[: _NAMES_SHOWN - 1])} and {rest} others"


def _for_weeks(weeks: Collection[int]) -> str:
    least = min(weeks)
    return _spoken(least) if max(weeks) == least else f"{least} weeks or more"


def _spoken(weeks: int) -> str:
    return "1 week" if weeks == 1 else f"{weeks} weeks"
