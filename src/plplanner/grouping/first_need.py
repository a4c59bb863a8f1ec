"""A first answer by need, in a blink: the best runs of the sorted class, moved and swapped.

Only for rules that keep students apart or together, with nothing remembered of earlier groups; it
counts the same cost as the engine, which goes on from here.
"""

from collections.abc import Iterator, Sequence

from plplanner.grouping.attempts import Runs
from plplanner.grouping.contiguous import BROKEN_RULE, best_cuts
from plplanner.grouping.costs import costs_of
from plplanner.grouping.demands import demands_of, numbers_of_groups
from plplanner.grouping.improve import BlockCosts, Seating, block_costs, descend, shaken
from plplanner.grouping.locks import with_lock_rules
from plplanner.grouping.placement import find_placement
from plplanner.grouping.rows import GroupingProblem
from plplanner.grouping.rules import Blocks, blocks_of, rules_in_order, students_in_order
from plplanner.terms import GroupingStrategy, RuleKind

_NUMBERS_TRIED = 4
_PLAIN = {RuleKind.APART, RuleKind.TOGETHER}


def is_plain_need(problem: GroupingProblem) -> bool:
    """Whether `first_by_need` answers this problem."""
    is_plain = all(rule.kind in _PLAIN for rule in problem.rules)
    return problem.strategy is GroupingStrategy.NEED and is_plain and not problem.earlier


def first_by_need(problem: GroupingProblem) -> Runs | None:
    """Groups of places that keep all rules, or None when none exist: that is exact.

    Of the numbers of groups left open, the ones whose best runs are cheapest are tried, as many
    as `_NUMBERS_TRIED` that can be done at all; the shakes go to the best of these.
    """
    students = students_in_order(problem)
    rules = rules_in_order(with_lock_rules(problem), students)
    blocks = blocks_of(len(students), rules)
    costs = costs_of(problem, students)
    by_block = block_costs(blocks, costs, smallest=problem.smallest, largest=problem.largest)
    numbers = numbers_of_groups(demands_of(problem, rules))
    cuts = best_cuts(
        costs,
        blocks,
        smallest=problem.smallest,
        largest=problem.largest,
        most_groups=max(numbers, default=0),
    )
    tried: list[tuple[int, int, Seating]] = []
    for groups in sorted(numbers, key=lambda number: (cuts[number][0], number)):
        if len(tried) == _NUMBERS_TRIED:
            break
        starts = _starts(problem, blocks, by_block, groups, cuts[groups][1])
        tried.extend((descend(seating), groups, seating) for seating in starts)
    if not tried:
        return None
    _, groups, seating = min(tried, key=lambda one: one[:2])
    _, group_of = shaken(seating)
    return _members(blocks, group_of, groups)


def _starts(
    problem: GroupingProblem,
    blocks: Blocks,
    by_block: BlockCosts,
    groups: int,
    runs: Sequence[Sequence[int]],
) -> Iterator[Seating]:
    """At most one start that keeps all rules: the best runs, mended, else a found placement."""
    placement = find_placement(
        blocks, smallest=problem.smallest, largest=problem.largest, groups=groups
    )
    if placement is None:
        return
    run_of = {place: number for number, run in enumerate(runs) for place in run}
    middle = [members[len(members) // 2] for members in blocks.members]
    mended = Seating(by_block, [run_of[place] for place in middle], groups)
    if descend(mended) < BROKEN_RULE:
        yield mended
    else:
        yield Seating(by_block, placement, groups)


def _members(blocks: Blocks, group_of: Sequence[int], groups: int) -> Runs:
    members: list[list[int]] = [[] for _ in range(groups)]
    for block, group in enumerate(group_of):
        members[group].extend(blocks.members[block])
    return tuple(sorted(tuple(sorted(group)) for group in members))
