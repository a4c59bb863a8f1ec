"""Small groups by same need: students near each other in evidence, every rule kept.

How: sort the class, cut it into the best runs (`contiguous`), then move and swap
(`improve`) until nothing helps, a fixed number of times. The cost made small is defined in
`costs`. Whether any grouping exists at all is decided exactly (`placement`, `conflicts`).
The seed deals identities and the order on the wall; it never changes who is with whom.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from plplanner.grouping.broken_rules import broken_rules
from plplanner.grouping.conflicts import demands_of, numbers_of_groups
from plplanner.grouping.contiguous import BROKEN_RULE, best_cuts
from plplanner.grouping.costs import Costs, costs_of
from plplanner.grouping.explain import reasons_for
from plplanner.grouping.identities import deal_identities
from plplanner.grouping.impossible import explain_conflict, nobody_to_group
from plplanner.grouping.improve import BlockCosts, Seating, block_costs, descend, shaken
from plplanner.grouping.locks import identities_kept, reasons_when_locked, with_lock_rules
from plplanner.grouping.notes import notes_on
from plplanner.grouping.placement import find_placement
from plplanner.grouping.rows import (
    GroupingProblem,
    GroupingProposal,
    GroupProposal,
    ImpossibleGrouping,
    StudentToGroup,
)
from plplanner.grouping.rules import (
    Blocks,
    PlacedRule,
    blocks_of,
    rules_in_order,
    students_in_order,
)
from plplanner.terms import MasteryLevel

_NUMBERS_OF_GROUPS_TRIED = 4
_NEED_FIRST = (MasteryLevel.NOT_YET, MasteryLevel.NEARLY, MasteryLevel.SECURE)


@dataclass(frozen=True)
class _Prepared:
    """The problem as the search sees it."""

    problem: GroupingProblem
    students: tuple[StudentToGroup, ...]
    rules: tuple[PlacedRule, ...]
    blocks: Blocks
    costs: Costs
    by_block: BlockCosts


def form_groups(problem: GroupingProblem) -> GroupingProposal | ImpossibleGrouping:
    """Propose small groups with a reason per student, or name the rules that stand in the way.

    Same problem, same groups, whatever the order of students and rules and whatever their ids.
    Status is “optimal” only when the cost equals a proven lower bound, else “feasible”.
    RuntimeError should the independent checker find a rule broken: a bug, never shown as groups.
    """
    if not problem.students:
        return nobody_to_group()
    prepared = _prepare(problem)
    found = _best_groups(prepared)
    if found is None:
        return explain_conflict(prepared.problem, prepared.rules)
    proposal = _proposal(prepared, *found)
    broken = broken_rules(problem, proposal)
    if broken:
        raise RuntimeError(" ".join(broken))
    return proposal


def _prepare(problem: GroupingProblem) -> _Prepared:
    problem = with_lock_rules(problem)
    students = students_in_order(problem)
    rules = rules_in_order(problem, students)
    blocks = blocks_of(len(students), rules)
    costs = costs_of(problem, students)
    by_block = block_costs(blocks, costs, smallest=problem.smallest, largest=problem.largest)
    return _Prepared(problem, students, rules, blocks, costs, by_block)


def _best_groups(prepared: _Prepared) -> tuple[int, list[list[int]]] | None:
    """The least cost found and its groups by place, or None when no grouping keeps all rules.

    Of the numbers of groups left open, the ones whose best runs are cheapest are tried, as many
    as `_NUMBERS_OF_GROUPS_TRIED` that can be done at all; the shakes go to the best of these.
    """
    problem = prepared.problem
    open_numbers = numbers_of_groups(demands_of(problem, prepared.rules))
    cuts = best_cuts(
        prepared.costs,
        prepared.blocks,
        smallest=problem.smallest,
        largest=problem.largest,
        most_groups=max(open_numbers, default=0),
    )
    tried: list[tuple[int, int, Seating]] = []
    for groups in sorted(open_numbers, key=lambda number: (cuts[number][0], number)):
        if len(tried) == _NUMBERS_OF_GROUPS_TRIED:
            break
        tried.extend(
            (descend(seating), groups, seating)
            for seating in _starts(prepared, groups, cuts[groups][1])
        )
    if not tried:
        return None
    _, groups, seating = min(tried, key=lambda one: one[:2])
    total, group_of = shaken(seating)
    return total, _members(prepared.blocks, group_of, groups)


def _starts(prepared: _Prepared, groups: int, runs: Sequence[Sequence[int]]) -> Iterator[Seating]:
    """At most one start that keeps all rules: the best runs, mended, else a found placement."""
    placement = find_placement(
        prepared.blocks,
        smallest=prepared.problem.smallest,
        largest=prepared.problem.largest,
        groups=groups,
    )
    if placement is None:
        return
    run_of = {place: number for number, run in enumerate(runs) for place in run}
    middle = [members[len(members) // 2] for members in prepared.blocks.members]
    mended = Seating(prepared.by_block, [run_of[place] for place in middle], groups)
    if descend(mended) < BROKEN_RULE:
        yield mended
    else:
        yield Seating(prepared.by_block, placement, groups)


def _members(blocks: Blocks, group_of: Sequence[int], groups: int) -> list[list[int]]:
    """Places by group, in order; the groups in order of their first student."""
    members: list[list[int]] = [[] for _ in range(groups)]
    for block, group in enumerate(group_of):
        members[group].extend(blocks.members[block])
    return sorted(sorted(group) for group in members)


def _proposal(
    prepared: _Prepared, objective: int, groups: Sequence[Sequence[int]]
) -> GroupingProposal:
    problem, students = prepared.problem, prepared.students
    kept = identities_kept(problem, students, groups)
    dealt = tuple(
        GroupProposal(
            identity=identity,
            student_ids=tuple(students[place].student_id for place in members),
            level=shared_level([students[place] for place in members]),
        )
        for identity, members in deal_identities(groups, seed=problem.seed, kept=kept)
    )
    proven = objective == _least_conceivable(prepared)
    proposal = GroupingProposal(
        groups=dealt,
        reasons=reasons_when_locked(
            problem, reasons_for(students, prepared.rules, prepared.costs, dealt)
        ),
        objective=objective,
        bound=objective if proven else None,
        status="optimal" if proven else "feasible",
    )
    return replace(proposal, notes=notes_on(problem, students, dealt))


def shared_level(members: Sequence[StudentToGroup]) -> MasteryLevel:
    """The level most members with evidence share; on a tie the one that needs more."""
    levels = [one.evidence.level for one in members]
    most = max(levels.count(level) for level in _NEED_FIRST)
    if most == 0:
        return MasteryLevel.NO_EVIDENCE
    return next(level for level in _NEED_FIRST if levels.count(level) == most)


def _least_conceivable(prepared: _Prepared) -> int:
    """A true lower bound: distances cost nothing less than 0, and even sizes cost the least.

    The size term is convex, so for each number of groups the most even split is its minimum.
    """
    of_size, count = prepared.costs.of_size, len(prepared.students)
    return min(
        (groups - count % groups) * of_size[count // groups]
        + (count % groups) * (of_size[count // groups + 1] if count % groups else 0)
        for groups in numbers_of_groups(demands_of(prepared.problem, prepared.rules))
    )
