"""A student held over a group: what dropping her there would mean, in one short sentence."""

from collections.abc import Sequence
from dataclasses import replace

from plplanner.grouping.kept_rules import rule_states
from plplanner.grouping.rows import MoveCost, MoveJudged, Pile, RuleToKeep, StudentOnPile
from plplanner.terms import LEVEL_WORDS, MasteryLevel

_RANK = {MasteryLevel.NOT_YET: 0, MasteryLevel.NEARLY: 1, MasteryLevel.SECURE: 2}
_STEPS = {0: "the level of most", 1: "one level from most", 2: "two levels from most"}


def said_of_move(
    student_id: int,
    key: str,
    *,
    piles: Sequence[Pile],
    rules: Sequence[RuleToKeep],
    sizes: tuple[int, int],
    judged: MoveJudged | None = None,
    cost: MoveCost | None = None,
) -> tuple[str, bool]:
    """The sentence, and whether a rule or a size would be broken.

    A rule comes before a size, a size before what the engine says (`cost`), and without that the
    levels speak. Rules are those the engine has `judged`; without it the piles are looked at.
    `sizes` are (smallest, largest). Empty for a group she is in already.
    """
    one, target = _student(piles, student_id), _pile(piles, key)
    if one is None or target is None or one in target.students:
        return "", False
    breaks = judged.breaks if judged is not None else _newly_broken(one, key, piles, rules)
    named = {rule.name for rule in rules}
    broken = next((name for name in breaks if name in named), "")
    warning = f"Breaks “{broken}”." if broken else _size_said(one, target, piles, sizes)
    if warning or breaks:
        return warning or f"Breaks “{breaks[0]}”.", True
    if cost is not None and cost.sentence:
        return cost.sentence, bool(cost.breaks)
    is_better = judged is not None and judged.cost < 0
    better = " All groups together would fit better." if is_better else ""
    return f"{_level_said(one, target)}{better}", False


def _size_said(
    one: StudentOnPile, target: Pile, piles: Sequence[Pile], sizes: tuple[int, int]
) -> str:
    smallest, largest = sizes
    size = _here(target) + 1
    if size > largest:
        return f"{target.identity.word} would have {size}, at most {largest} asked for."
    home = next((pile for pile in piles if one in pile.students), None)
    if home is not None and not one.is_absent and _here(home) - 1 < smallest:
        left = _here(home) - 1
        return f"{home.identity.word} would have {left}, at least {smallest} asked for."
    return ""


def _here(pile: Pile) -> int:
    return sum(not one.is_absent for one in pile.students)


def _level_said(one: StudentOnPile, target: Pile) -> str:
    if one.level is MasteryLevel.NO_EVIDENCE:
        return f"{one.name} has no score yet, so any group is a guess."
    if target.level is MasteryLevel.NO_EVIDENCE:
        return f"Nobody in {target.identity.word} has a score yet."
    steps = abs(_RANK[one.level] - _RANK[target.level])
    level = LEVEL_WORDS[one.level]
    return f"{level}: {_STEPS[steps]} in {target.identity.word}."


def _newly_broken(
    one: StudentOnPile, key: str, piles: Sequence[Pile], rules: Sequence[RuleToKeep]
) -> tuple[str, ...]:
    before = rule_states(rules, piles)
    after = rule_states(rules, _moved(one, key, piles))
    pairs = zip(before, after, strict=True)
    return tuple(then.rule.name for now, then in pairs if then.broken and not now.broken)


def _moved(one: StudentOnPile, key: str, piles: Sequence[Pile]) -> tuple[Pile, ...]:
    def with_or_without(pile: Pile) -> tuple[StudentOnPile, ...]:
        others = tuple(other for other in pile.students if other != one)
        return (*others, one) if pile.identity.key == key else others

    return tuple(replace(pile, students=with_or_without(pile)) for pile in piles)


def _student(piles: Sequence[Pile], student_id: int) -> StudentOnPile | None:
    everyone = (one for pile in piles for one in pile.students)
    return next((one for one in everyone if one.student_id == student_id), None)


def _pile(piles: Sequence[Pile], key: str) -> Pile | None:
    return next((pile for pile in piles if pile.identity.key == key), None)
