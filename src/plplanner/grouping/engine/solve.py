"""Form small groups: exactly where that can be done, by search beyond, checked before anyone sees.

The work is fixed beforehand and decides the answer together with the problem and the seed; the
clock does not. Ask for `stop` to end early; the best so far is kept.
"""

from dataclasses import replace

import numpy as np

from plplanner.grouping.engine.blocks import Blocks, blocks_of
from plplanner.grouping.engine.check import judged
from plplanner.grouping.engine.compact import compact, is_fit
from plplanner.grouping.engine.crowd import CROWD_FROM, crowd_grouped
from plplanner.grouping.engine.exact import Found, bounded, chosen_from
from plplanner.grouping.engine.experts import experts_for
from plplanner.grouping.engine.growing import is_growable
from plplanner.grouping.engine.legal_groups import (
    MOST_BLOCKS,
    LegalGroups,
    legal_groups,
)
from plplanner.grouping.engine.listed_sets import how_many
from plplanner.grouping.engine.master import Bound
from plplanner.grouping.engine.neighbourhood import improved
from plplanner.grouping.engine.priced import Pool, sifted
from plplanner.grouping.engine.rows import Answer, Assignment, EngineProblem, Status
from plplanner.grouping.engine.tables import FORBIDDEN_TOPIC, Ints, Tables, tables_of
from plplanner.grouping.engine.tabu import tabu, with_legal_sizes
from plplanner.grouping.engine.work import Progress, Stop, Work, never, seconds
from plplanner.records import record

MOST_SETS = 3_000_000
# Beyond this prices find the groups worth having sooner than a list does, and in less memory.
_LISTED_ANYWAY = 2_000_000
_LISTED_IF_SHARED = 200_000
_SIFTED_UP_TO = 45
USUAL_WORK = seconds(5)


@record(frozen=True)
class _Case:
    problem: EngineProblem
    tables: Tables
    blocks: Blocks
    seed: int
    on_better: Progress | None
    start: Ints | None = None
    enough: int | None = None


def solve(
    problem: EngineProblem,
    *,
    work: int = USUAL_WORK,
    seed: int = 0,
    stop: Stop = never,
    on_better: Progress | None = None,
    start: Assignment | None = None,
    enough: int | None = None,
) -> Answer:
    """The best groups the work allows, with what is proven about them; search begins at `start`.

    With `enough`, a bound that reaches it ends the work: nobody asks for more.
    INFEASIBLE is said only when proven; `reasons` are left to `impossible`. RuntimeError when an
    answer fails the independent checker: then the engine is wrong, and nothing is shown.
    """
    budget = Work(limit=work, stop=stop)
    if not problem.here or not problem.groups:
        return _without_students(problem)
    if len(problem.here) > CROWD_FROM and problem.jigsaw is None:
        return _crowd_answer(problem, crowd_grouped(problem, budget, seed=seed), budget)
    tables = tables_of(problem)
    blocks = blocks_of(tables)
    if len(problem.here) > CROWD_FROM and budget.asked_to_stop():
        return Answer(Status.UNKNOWN, stopped=True)
    if blocks.contradicted or not _sizes_fit(tables):
        return Answer(Status.INFEASIBLE, work=budget.spent)
    places = _places(problem, tables, start)
    case = _Case(problem, tables, blocks, seed, on_better, places, enough)
    found = _found(case, budget)
    return _answer(case, found, budget)


def searched(
    problem: EngineProblem,
    *,
    work: int,
    patience: int,
    start: Assignment | None = None,
    stop: Stop = never,
) -> Answer:
    """What search alone makes of `start`, soon and without a proof. No jigsaw; someone to group.

    Ends after `patience` steps in vain, or when the work does. UNKNOWN where nothing was found
    that keeps all rules, which proves nothing.
    """
    budget = Work(limit=work, stop=stop)
    tables = tables_of(problem)
    case = _Case(problem, tables, blocks_of(tables), 0, None, _places(problem, tables, start))
    if not _sizes_fit(tables):
        return Answer(Status.UNKNOWN)
    found = tabu(tables, budget, start=case.start, patience=patience)
    return _answer(case, found, budget)


def is_provable(problem: EngineProblem, most: int = MOST_SETS) -> bool:
    """Whether a proof is worth trying: few legal groups, or such as prices can sift."""
    if len(problem.here) > _SIFTED_UP_TO:
        return False
    tables = tables_of(problem)
    blocks = blocks_of(tables)
    return is_growable(tables) or how_many(blocks, tables) <= most


def _places(problem: EngineProblem, tables: Tables, start: Assignment | None) -> Ints | None:
    if start is None:
        return None
    slot = {group.id: number for number, group in enumerate(problem.groups)}
    places = np.array([slot[start.group[one]] for one in tables.ids], dtype=np.int64)
    return with_legal_sizes(tables, places) if _sizes_fit(tables) else None


def _found(case: _Case, budget: Work) -> Found:
    tables = case.tables
    sets = how_many(case.blocks, tables) if case.blocks.count <= MOST_BLOCKS else MOST_SETS + 1
    listed_anyway = _LISTED_ANYWAY if tables.counted is None else _LISTED_IF_SHARED
    if sets > MOST_SETS or (sets > listed_anyway and is_growable(tables)):
        return _beyond(case, budget)
    # Where groups shall be like the class the bound is weak: search first, unless it costs little.
    is_weak = len(tables.features) > 0 and sets > budget.limit // 20
    # Choosing among very few sets is quicker than any search for a start.
    few = min(20_000 + 2 * sets, 2_000 + 20 * sets)
    units = budget.limit * 7 // 10 if is_weak else min(budget.limit // 10, few)
    first = _searched(case, budget, units, None)
    legal = legal_groups(tables, case.blocks, budget)
    if legal is None:
        return first
    bound, best = bounded(legal, first, budget)
    if bound is None:
        return best
    return _chosen(case, legal, bound, best, budget)


def _chosen(case: _Case, legal: LegalGroups, bound: Bound, first: Found, budget: Work) -> Found:
    """The best choice among the legal groups; where that cannot be proven, search goes on."""
    best = chosen_from(legal, bound, first, budget, on_better=case.on_better)
    if best.is_proven or case.tables.ranks is not None:
        return best
    again = _searched(case, budget, budget.left // 2, best)
    if again.cost != best.cost:
        again = chosen_from(legal, bound, again, budget, on_better=case.on_better)
    return improved(case.tables, again, budget, seed=case.seed, on_better=case.on_better)


def _sifted(case: _Case, first: Found, budget: Work) -> Found:
    """`first` or better, from the legal groups that prices leave worth having."""
    part = budget.part(budget.left * 3 // 4)
    found = sifted(case.tables, case.blocks, first, part)
    budget.spend(part.spent)
    if found.bound is not None and first.cost is not None:
        first = replace(first, bound=min(found.bound, first.cost))
    if found.legal is not None and not first.is_proven:
        bound, first = bounded(found.legal, first, budget)
        if bound is not None:
            return _chosen(case, found.legal, bound, first, budget)
    elif not first.is_proven:
        first = _from_pool(found.pool, first, budget)
    return improved(case.tables, first, budget, seed=case.seed, on_better=case.on_better)


def _from_pool(pool: Pool, first: Found, budget: Work) -> Found:
    """`first` or the best the pool can make, which proves nothing about groups outside it."""
    part = budget.part(budget.left // 2)
    best = chosen_from(pool.legal, pool.bound, replace(first, bound=None), part)
    budget.spend(part.spent)
    return replace(best, bound=first.bound)


def _beyond(case: _Case, budget: Work) -> Found:
    """Where legal groups are too many to list: the compact model where it fits, else search."""
    if case.tables.ranks is not None:
        # Homes first, topics after: search does not weigh topics, and nothing is proven.
        return tabu(case.tables, budget, seed=case.seed, on_better=case.on_better)
    is_class = len(case.tables.ids) <= _SIFTED_UP_TO and is_growable(case.tables)
    first = _searched(case, budget, budget.limit // (10 if is_class else 5), None)
    if is_fit(case.tables):
        return compact(case.tables, first, budget)
    if first.groups is None:
        first = _searched(case, budget, budget.left, first)
    if first.groups is not None and is_class:
        return _sifted(case, first, budget)
    return improved(case.tables, first, budget, seed=case.seed, on_better=case.on_better)


def _searched(case: _Case, budget: Work, units: int, start: Found | None) -> Found:
    """What tabu search makes of `start`; the bound is kept. A jigsaw's topics it cannot weigh."""
    before = start or Found(None, None, None, enough=case.enough)
    if case.tables.ranks is not None:
        return before
    part = budget.part(units)
    found = tabu(
        case.tables,
        part,
        seed=case.seed + (0 if before.groups is None else 1),
        start=case.start if before.groups is None else before.groups,
        stop_at=before.bound,
        on_better=case.on_better,
    )
    budget.spend(part.spent)
    if found.cost is None or (before.cost is not None and before.cost <= found.cost):
        return before
    return replace(found, bound=before.bound, enough=case.enough)


def _without_students(problem: EngineProblem) -> Answer:
    if problem.here or any(group.smallest > 0 for group in problem.groups):
        return Answer(Status.INFEASIBLE)
    empty = Assignment({}, {} if problem.jigsaw else None)
    cost = judged(problem, empty).objective
    return Answer(Status.OPTIMAL, empty, cost, cost)


def _crowd_answer(problem: EngineProblem, assignment: Assignment | None, budget: Work) -> Answer:
    if assignment is None:
        return Answer(Status.UNKNOWN, work=budget.spent, stopped=budget.stopped)
    verdict = judged(problem, assignment)
    if verdict.broken:
        raise RuntimeError(f"an answer breaks {verdict.broken[0]}")
    return Answer(
        Status.FEASIBLE, assignment, verdict.objective, None, budget.spent, budget.stopped
    )


def _sizes_fit(tables: Tables) -> bool:
    low, high = int(tables.smallest.sum()), int(tables.largest.sum())
    fits = bool((tables.smallest <= tables.largest).all())
    return fits and low <= tables.students <= high


def _answer(case: _Case, found: Found, budget: Work) -> Answer:
    if found.impossible:
        return Answer(Status.INFEASIBLE, work=budget.spent, stopped=budget.stopped)
    if found.groups is None:
        return Answer(Status.UNKNOWN, bound=found.bound, work=budget.spent, stopped=budget.stopped)
    assignment = _assignment(case, found.groups, budget)
    if assignment is None:
        return Answer(Status.UNKNOWN, bound=found.bound, work=budget.spent, stopped=budget.stopped)
    verdict = judged(case.problem, assignment)
    if verdict.broken:
        raise RuntimeError(f"an answer breaks {verdict.broken[0]}")
    bound, objective = found.bound, verdict.objective
    if case.tables.ranks is None and objective != found.cost:
        raise RuntimeError(f"an answer costs {objective}, the engine says {found.cost}")
    if bound is not None and bound > objective:
        raise RuntimeError(f"an answer costs {objective}, less than the bound {bound}")
    status = Status.OPTIMAL if bound == objective else Status.FEASIBLE
    return Answer(status, assignment, objective, bound, budget.spent, budget.stopped)


def _assignment(case: _Case, groups: Ints, budget: Work) -> Assignment | None:
    ids, slots = case.tables.ids, case.problem.groups
    placed = {one: slots[int(group)].id for one, group in zip(ids, groups, strict=True)}
    if case.tables.ranks is None:
        return Assignment(placed)
    experts = experts_for(case.tables, groups, Work(max(budget.left, USUAL_WORK), budget.stop))
    if experts is None:
        return None
    chosen = case.tables.ranks[np.arange(len(ids)), experts]
    if int(chosen.max(initial=0)) >= FORBIDDEN_TOPIC:
        return None
    return Assignment(placed, {one: int(t) for one, t in zip(ids, experts, strict=True)})
