"""Which of the teacher's rules the piles on her table keep, and the one move that would mend."""

from collections.abc import Mapping, Sequence

from plplanner.grouping.notes import names_listed
from plplanner.grouping.rows import Pile, RuleToKeep
from plplanner.records import record
from plplanner.terms import RuleKind


@record(frozen=True)
class RuleState:
    """A rule as it stands. `broken` says how it is broken; empty when it is kept.

    `mend` is (student, key of the group) of one move after which fewer rules are broken.
    """

    rule: RuleToKeep
    broken: str = ""
    mend: tuple[int, str] | None = None


def rule_states(rules: Sequence[RuleToKeep], piles: Sequence[Pile]) -> tuple[RuleState, ...]:
    """Every rule with whether the piles keep it, in the order of the rules."""
    seats = _seats(piles)
    words = {pile.identity.key: pile.identity.word for pile in piles}
    names = {one.student_id: one.name for pile in piles for one in pile.students}
    states = []
    for rule in rules:
        broken = _how_broken(rule, seats, names, words)
        mend = _mending_move(rule, rules, piles) if broken else None
        states.append(RuleState(rule, broken, mend))
    return tuple(states)


def size_warnings(piles: Sequence[Pile], *, smallest: int, largest: int) -> tuple[str, ...]:
    """Groups that moves have made too small or too large, as sentences."""
    found = []
    for pile in piles:
        size, word = len(pile.students), pile.identity.word
        if size == 0:
            found.append(f"{word} has no students")
        elif size < smallest:
            found.append(f"{word} has {size}, at least {smallest} asked for")
        elif size > largest:
            found.append(f"{word} has {size}, at most {largest} asked for")
    return tuple(found)


def _seats(piles: Sequence[Pile]) -> dict[int, str]:
    return {one.student_id: pile.identity.key for pile in piles for one in pile.students}


def _how_broken(
    rule: RuleToKeep,
    seats: Mapping[int, str],
    names: Mapping[int, str],
    words: Mapping[str, str],
) -> str:
    by_group: dict[str, list[int]] = {}
    for one in rule.student_ids:
        if one in seats:
            by_group.setdefault(seats[one], []).append(one)
    if rule.kind is RuleKind.APART:
        shared = next(((key, ids) for key, ids in by_group.items() if len(ids) > 1), None)
        if shared is None:
            return ""
        return f"{names_listed([names[one] for one in shared[1]])} share {words[shared[0]]}"
    if len(by_group) < 2:
        return ""
    everyone = names_listed([names[one] for ids in by_group.values() for one in ids])
    return f"{everyone} are in {len(by_group)} groups"


def _count_broken(rules: Sequence[RuleToKeep], seats: Mapping[int, str]) -> int:
    count = 0
    for rule in rules:
        met = [seats[one] for one in rule.student_ids if one in seats]
        groups = len(set(met))
        is_kept = groups == len(met) if rule.kind is RuleKind.APART else groups < 2
        count += not is_kept
    return count


def _mending_move(
    rule: RuleToKeep, rules: Sequence[RuleToKeep], piles: Sequence[Pile]
) -> tuple[int, str] | None:
    """The move that leaves the fewest rules broken: first to the student's own level, then to
    the smallest group; the last named moves first. None when no single move helps.
    """
    seats = _seats(piles)
    now = _count_broken(rules, seats)
    on_pile = {one.student_id: one for pile in piles for one in pile.students}
    options = []
    for order, student_id in enumerate(reversed(rule.student_ids)):
        if student_id not in seats or on_pile[student_id].is_locked:
            continue
        for place, pile in enumerate(piles):
            key = pile.identity.key
            broken = _count_broken(rules, {**seats, student_id: key})
            if broken < now:
                other_level = pile.level is not on_pile[student_id].level
                rank = (broken, other_level, order, len(pile.students), place)
                options.append((rank, student_id, key))
    return min(options)[1:] if options else None
