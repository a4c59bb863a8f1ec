"""Three good groupings that differ, and what each trades for the others."""

from collections.abc import Mapping
from dataclasses import replace
from itertools import combinations

from plplanner.grouping.engine.check import judged
from plplanner.grouping.engine.rows import Answer, Assignment, EngineProblem, Partners
from plplanner.grouping.engine.solve import solve
from plplanner.grouping.engine.work import Stop, never
from plplanner.records import record

_TRIES = 5


@record(frozen=True)
class Candidate:
    """A legal grouping: its cost by the teacher's own wishes, and each term against the first.

    `trades` holds only terms that differ; below 0 is better than the first. `regrouped` counts the
    students whose partners are not exactly those of the first.
    """

    assignment: Assignment
    objective: int
    terms: Mapping[str, int]
    trades: Mapping[str, int]
    regrouped: int


def candidates(
    problem: EngineProblem,
    first: Answer,
    *,
    count: int = 3,
    work: int,
    seed: int = 0,
    stop: Stop = never,
) -> tuple[Candidate, ...]:
    """`first` and up to `count` − 1 others, none the same partition. `work` is for all together.

    Each next one is the best grouping when partners of the earlier ones cost a little extra; the
    extra grows until the partition differs.
    """
    if first.assignment is None:
        return ()
    found = [first.assignment]
    share = work // max(1, (count - 1) * _TRIES)
    for number in range(1, count):
        other = _another(problem, first, found, share=share, seed=seed + number, stop=stop)
        if other is None:
            break
        found.append(other)
    return tuple(_candidate(problem, one, found[0]) for one in found)


def partition_of(assignment: Assignment) -> frozenset[frozenset[str]]:
    """Who is with whom, whatever the groups are called."""
    groups: dict[str, set[str]] = {}
    for student, group in assignment.group.items():
        groups.setdefault(group, set()).add(student)
    return frozenset(frozenset(members) for members in groups.values())


def _another(
    problem: EngineProblem,
    first: Answer,
    found: list[Assignment],
    *,
    share: int,
    seed: int,
    stop: Stop,
) -> Assignment | None:
    known = {partition_of(one) for one in found}
    pairs = [
        pair
        for one in found
        for members in sorted(partition_of(one), key=sorted)
        for pair in combinations(sorted(members), 2)
    ]
    extra = max(1, (first.objective or 0) // (8 * max(1, len(pairs))))
    for _ in range(_TRIES):
        partners = tuple(Partners(one, other, extra) for one, other in pairs)
        varied = replace(problem, partners=problem.partners + partners)
        answer = solve(varied, work=share, seed=seed, stop=stop)
        if answer.assignment is not None and partition_of(answer.assignment) not in known:
            return answer.assignment
        extra *= 8
    return None


def _candidate(problem: EngineProblem, one: Assignment, first: Assignment) -> Candidate:
    verdict, start = judged(problem, one), judged(problem, first)
    trades = {
        name: value - start.terms[name]
        for name, value in verdict.terms.items()
        if value != start.terms[name]
    }
    together = partition_of(first)
    changed = [members for members in partition_of(one) if members not in together]
    return Candidate(
        one, verdict.objective, verdict.terms, trades, sum(len(members) for members in changed)
    )
