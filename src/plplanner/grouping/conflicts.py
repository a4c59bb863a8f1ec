"""Which rules cannot hold together: the fewest, found exactly, and checked a second time."""

from dataclasses import replace

from plplanner.grouping.demands import (
    Demands,
    numbers_of_groups,
    numbers_with_table,
    only,
)
from plplanner.grouping.engine import hitting
from plplanner.grouping.engine.check import rules_kept
from plplanner.grouping.engine.possible import some_grouping
from plplanner.grouping.engine.rows import Assignment
from plplanner.grouping.engine_case import case_of
from plplanner.grouping.placement import find_placement
from plplanner.grouping.rows import GroupingProblem
from plplanner.grouping.rules import blocks_of
from plplanner.grouping.slots import Slot, keys_avoided, most_at_table, slots_for
from plplanner.records import record
from plplanner.terms import GroupingStrategy, RuleKind

_PLAIN = {RuleKind.APART, RuleKind.TOGETHER}
_MOST_ASKED = 2_000
_MANY_NUMBERS = 4
_CHANGES = RuleKind.SPREAD_TAG


@record(frozen=True)
class _Held:
    """A grouping that keeps what was asked: the slots, and who is in them."""

    slots: tuple[Slot, ...]
    assignment: Assignment


def can_hold(demands: Demands, *, fixed_order: bool = False) -> bool:
    """Whether some grouping meets all demands. Exact; `fixed_order` asks in another order."""
    if demands.seated is not None and not _is_plain(demands):
        return _held(demands, demands.seated, again=fixed_order) is not None
    blocks = blocks_of(demands.students, [one for one in demands.rules if one.places])
    return any(
        find_placement(
            blocks,
            smallest=demands.smallest or 1,
            largest=demands.students if demands.largest is None else demands.largest,
            groups=groups,
            fixed_order=fixed_order,
        )
        is not None
        for groups in numbers_of_groups(demands)
    )


def _is_plain(demands: Demands) -> bool:
    return all(one.rule.kind in _PLAIN for one in demands.rules if one.places)


def _bare(demands: Demands, seated: GroupingProblem) -> GroupingProblem:
    """The students under these demands, with nothing wished for."""
    return replace(
        seated,
        rules=tuple(one.rule for one in demands.rules if one.places),
        smallest=demands.smallest or 1,
        largest=demands.students if demands.largest is None else demands.largest,
        groups=demands.groups,
        strategy=GroupingStrategy.BY_HAND,
        calm=0,
        earlier=(),
    )


def _held(demands: Demands, seated: GroupingProblem, *, again: bool = False) -> _Held | None:
    """By the engine's integer model, for each number of groups the sizes leave open."""
    bare = _bare(demands, seated)
    numbers = numbers_with_table(demands, bare)
    # Without the groups somebody must never be in, more can hold: they need no place but on paper.
    # One of them may be the teacher's table, though, which has a size of its own.
    ways = (True, False) if most_at_table(bare) is not None and keys_avoided(bare) else (False,)
    for place, groups in enumerate(numbers):
        if place == 1 and not _may_hold(bare, numbers, again=again):
            return None
        for with_avoided in ways:
            slots = slots_for(bare, groups, with_avoided=with_avoided) if groups > 0 else None
            if slots is not None:
                found = some_grouping(case_of(bare, slots).engine, again=again)
                if found is not None:
                    return _Held(slots, found)
    return None


def _may_hold(bare: GroupingProblem, numbers: range, *, again: bool) -> bool:
    """Whether the most groups would do if some stayed empty; if not, no number of groups does.

    Asked once where the first of many numbers failed: most often what conflicts has nothing to do
    with the number. What changes with the number is left out: how a tag is spread; and a table for
    the teacher may be another group each time, so then nothing is asked here.
    """
    steady = replace(bare, rules=tuple(one for one in bare.rules if one.kind is not _CHANGES))
    slots = slots_for(steady, numbers[-1])
    if len(numbers) < _MANY_NUMBERS or slots is None or most_at_table(bare) is not None:
        return True
    engine = case_of(steady, slots).engine
    loose = replace(engine, groups=tuple(replace(g, smallest=0) for g in engine.groups))
    return some_grouping(loose, again=again) is not None


def _kept_by(demands: Demands, seated: GroupingProblem, held: _Held) -> frozenset[int]:
    """Parts this grouping is sure to keep besides: saves asking for each of them."""
    case = case_of(_bare(replace(demands, groups=None), seated), held.slots)
    kept = rules_kept(case.engine, held.assignment)
    broken = {case.rule_of[n] for n in range(len(case.engine.rules)) if n not in kept}
    asked = [n for n, one in enumerate(demands.rules) if one.places]
    sizes = [list(held.assignment.group.values()).count(slot.id) for slot in held.slots]
    rules = {
        n
        for place, n in enumerate(asked)
        if place not in broken and demands.rules[n].rule.kind is not RuleKind.TABLE_AT_MOST
    }
    count = len(demands.rules)
    rules |= {n for n in range(count) if not demands.rules[n].places}
    if demands.smallest is None or min(sizes) >= demands.smallest:
        rules.add(count)
    if demands.largest is None or max(sizes) <= demands.largest:
        rules.add(count + 1)
    if demands.groups in (None, len(sizes)):
        rules.add(count + 2)
    return frozenset(rules)


def fewest_conflicting(demands: Demands) -> Demands:
    """The fewest demands that cannot hold together; everything else dropped.

    The answer is checked by a search in another order, and each demand in it is shown needed.
    RuntimeError when the demands can hold after all: then we are wrong, not the teacher.
    """
    return conflict_and_mends(demands)[0]


def conflict_and_mends(demands: Demands) -> tuple[Demands, tuple[frozenset[int], ...]]:
    """The fewest conflicting demands, and sets of parts whose removal lets everything else hold.

    Parts are numbered: the rules, then smallest, largest and number of groups.
    """
    parts = frozenset(range(len(demands.rules) + 3))

    def keeps(asked: frozenset[int]) -> frozenset[int] | None:
        part = only(demands, asked)
        if demands.seated is None or _is_plain(part):
            return asked if can_hold(part) else None
        held = _held(part, demands.seated)
        return None if held is None else asked | _kept_by(demands, demands.seated, held)

    found = hitting.fewest_conflicting(len(parts), keeps, most_asked=_MOST_ASKED)
    if found is None:
        raise RuntimeError("the demands can hold together")
    conflict = only(demands, found.parts)
    _check_again(conflict, found.parts)
    return conflict, found.mends


def _check_again(conflict: Demands, chosen: frozenset[int]) -> None:
    if can_hold(conflict, fixed_order=True):
        raise RuntimeError("two searches disagree about a conflict")
    if not all(can_hold(only(conflict, chosen - {part}), fixed_order=True) for part in chosen):
        raise RuntimeError("a conflict holds a demand it does not need")
