"""Which numbers of groups are worth thinking about, likeliest first."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from plplanner.grouping.contiguous import best_cuts
from plplanner.grouping.costs import costs_of
from plplanner.grouping.demands import demands_of, numbers_with_table
from plplanner.grouping.engine.rows import Assignment
from plplanner.grouping.engine_case import EngineCase, case_of
from plplanner.grouping.locks import with_lock_rules
from plplanner.grouping.placement import find_placement
from plplanner.grouping.rows import GroupingProblem, StudentToGroup
from plplanner.grouping.rules import Blocks, blocks_of, rules_in_order, students_in_order
from plplanner.grouping.slots import Slot, most_at_table, slots_for
from plplanner.grouping.topics_dealt import topics_dealt
from plplanner.records import record
from plplanner.terms import GroupingStrategy, RuleKind

Runs = tuple[tuple[int, ...], ...]
_PLAIN = {RuleKind.APART, RuleKind.TOGETHER}


@record(frozen=True)
class Attempt:
    """A number of groups to think about.

    `runs` are the best runs of the class by need, empty for other ways. `keeping_rules` keeps
    everything asked for; None where that is not known beforehand.
    """

    case: EngineCase
    runs: Runs = ()
    keeping_rules: Assignment | None = None


def attempts_for(problem: GroupingProblem, *, with_avoided: bool = True) -> Iterator[list[Attempt]]:
    """For each number of groups that may be possible its attempts: several where topics differ.

    `with_avoided` as in `slots_for`.
    """
    students = students_in_order(problem)
    blocks = blocks_of(len(students), rules_in_order(with_lock_rules(problem), students))
    numbers = numbers_with_table(demands_of(problem, ()), problem)
    runs = _runs_by_need(problem, students, blocks, numbers)
    is_plain = all(rule.kind in _PLAIN for rule in problem.rules)
    for groups in _likeliest_first(problem, numbers, runs):
        slots = slots_for(problem, groups, with_avoided=with_avoided)
        placed = _placed(problem, blocks, groups)
        if slots is None or placed is None:
            continue
        yield [
            _attempt(case_of(problem, one), runs.get(groups), placed if is_plain else ())
            for one in topics_dealt(problem, students, slots)
        ]


def dealt(case: EngineCase, runs: Sequence[Sequence[int]]) -> Assignment:
    """Runs of students (by place) as groups, each in the slot most of them are locked in."""
    slot_of = _slots_of_runs(case, runs)
    return Assignment(
        {
            case.ids[place]: case.slots[slot_of[number]].id
            for number, run in enumerate(runs)
            for place in run
        }
    )


def _runs_by_need(
    problem: GroupingProblem, students: Sequence[StudentToGroup], blocks: Blocks, numbers: range
) -> Mapping[int, tuple[int, Runs]]:
    if problem.strategy is not GroupingStrategy.NEED:
        return {}
    return best_cuts(
        costs_of(problem, students),
        blocks,
        smallest=problem.smallest,
        largest=problem.largest,
        most_groups=max(numbers, default=0),
    )


def _likeliest_first(
    problem: GroupingProblem, numbers: range, runs: Mapping[int, tuple[int, Runs]]
) -> list[int]:
    middle, count = problem.smallest + problem.largest, len(problem.students)

    def unlikely(groups: int) -> tuple[bool, int, int]:
        if groups in runs:
            return False, runs[groups][0], groups
        return True, abs(2 * count - groups * middle), groups

    return sorted(numbers, key=unlikely)


def _placed(problem: GroupingProblem, blocks: Blocks, groups: int) -> Runs | None:
    """Runs that keep sizes, together and apart; None when there are none. Exact.

    Empty where a table of its own size makes that another question.
    """
    if most_at_table(problem) is not None:
        return ()
    placement = find_placement(
        blocks, smallest=problem.smallest, largest=problem.largest, groups=groups
    )
    if placement is None:
        return None
    members: list[list[int]] = [[] for _ in range(groups)]
    for block, group in enumerate(placement):
        members[group].extend(blocks.members[block])
    return tuple(map(tuple, members))


def _attempt(case: EngineCase, best: tuple[int, Runs] | None, placed: Runs) -> Attempt:
    attempt = Attempt(case, () if best is None else best[1])
    return replace(attempt, keeping_rules=dealt(case, placed)) if placed else attempt


def _slots_of_runs(case: EngineCase, runs: Sequence[Sequence[int]]) -> dict[int, int]:
    wanted = {lock.student_id: lock.identity.key for lock in case.problem.locks}
    keys = [_key(slot) for slot in case.slots]
    pulls = [
        [sum(wanted.get(case.students[place].student_id) == key for place in run) for key in keys]
        for run in runs
    ]
    pairs = [(run, slot) for run in range(len(runs)) for slot in range(len(keys))]
    slot_of: dict[int, int] = {}
    taken: set[int] = set()
    for run, slot in sorted(pairs, key=lambda pair: (-pulls[pair[0]][pair[1]], pair)):
        if run not in slot_of and slot not in taken:
            slot_of[run] = slot
            taken.add(slot)
    return slot_of


def _key(slot: Slot) -> str:
    """The key of a slot's identity; one without has a key no lock can name."""
    return "" if slot.identity is None else slot.identity.key
