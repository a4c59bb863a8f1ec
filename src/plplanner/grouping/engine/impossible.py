"""Why no grouping keeps all rules: the fewest rules that conflict, by name, and what would help."""

from collections.abc import Iterator
from dataclasses import replace

from plplanner.grouping.engine.check import rules_kept
from plplanner.grouping.engine.hitting import Conflict, fewest_conflicting
from plplanner.grouping.engine.possible import some_grouping
from plplanner.grouping.engine.rows import Assignment, Demand, EngineProblem, HardRule, Wishes
from plplanner.grouping.engine.work import Stop, never
from plplanner.records import record

_MOST_STEPS = 4


@record(frozen=True)
class Relaxation:
    """One change after which some grouping keeps all rules. One click.

    `drop` are rules to drop (indices into the problem's rules). Or `rule` gets the count `to`; or
    all groups may have `smallest` or `largest` students.
    """

    drop: tuple[int, ...] = ()
    rule: int | None = None
    to: int | None = None
    smallest: int | None = None
    largest: int | None = None


@record(frozen=True)
class WhyImpossible:
    """`rules` are the conflicting ones (indices), `sizes` the sizes that take part, `names` all.

    `is_fewest`: no conflict has fewer; `relaxations` each mend the whole problem on their own.
    """

    rules: tuple[int, ...]
    sizes: tuple[str, ...]
    names: tuple[str, ...]
    is_fewest: bool
    relaxations: tuple[Relaxation, ...]


def why_impossible(problem: EngineProblem, *, stop: Stop = never) -> WhyImpossible | None:
    """The fewest conflicting rules and sizes; None when a grouping exists after all.

    The answer is checked by a second solve in another order; RuntimeError when they disagree.
    The number of groups is taken as given.
    """
    students = tuple(replace(one, scores=()) for one in problem.students)
    bare = replace(
        problem,
        students=students,
        standard_weights=(),
        cuts=(),
        wishes=Wishes(),
        weeks=(),
        partners=(),
    )
    parts: list[int | str] = [*range(len(problem.rules)), *_SIZES]

    def keeps(asked: frozenset[int]) -> frozenset[int] | None:
        found = some_grouping(_only(bare, parts, asked), stop=stop)
        return None if found is None else asked | _kept_by(bare, parts, found)

    conflict = fewest_conflicting(len(parts), keeps)
    if conflict is None:
        return None
    if some_grouping(_only(bare, parts, conflict.parts), again=True, stop=stop) is not None:
        raise RuntimeError("two solves disagree about a conflict")
    return _told(bare, parts, conflict, stop)


_SIZES = ("smallest", "largest")


def _only(problem: EngineProblem, parts: list[int | str], kept: frozenset[int]) -> EngineProblem:
    has = {parts[number] for number in kept}
    rules = tuple(rule for number, rule in enumerate(problem.rules) if number in has)
    everyone = len(problem.here)
    groups = tuple(
        replace(
            group,
            smallest=group.smallest if "smallest" in has else 0,
            largest=group.largest if "largest" in has else max(everyone, group.smallest),
        )
        for group in problem.groups
    )
    return replace(problem, rules=rules, groups=groups)


def _kept_by(problem: EngineProblem, parts: list[int | str], found: Assignment) -> frozenset[int]:
    """All parts this grouping keeps besides: saves asking for each of them."""
    sizes = [sum(g == group.id for g in found.group.values()) for group in problem.groups]
    spans = list(zip(problem.groups, sizes, strict=True))
    kept: set[int | str] = set(rules_kept(problem, found))
    if all(group.smallest <= size for group, size in spans):
        kept.add("smallest")
    if all(size <= group.largest for group, size in spans):
        kept.add("largest")
    return frozenset(number for number, part in enumerate(parts) if part in kept)


def _can_hold(problem: EngineProblem, stop: Stop) -> bool:
    return some_grouping(problem, stop=stop) is not None


def _told(
    problem: EngineProblem, parts: list[int | str], conflict: Conflict, stop: Stop
) -> WhyImpossible:
    chosen = [parts[number] for number in sorted(conflict.parts)]
    rules = tuple(one for one in chosen if isinstance(one, int))
    sizes = tuple(one for one in chosen if isinstance(one, str))
    names = (*(problem.rules[one].name for one in rules), *(_size_name(problem, s) for s in sizes))
    mends = [
        Relaxation(drop=tuple(sorted(mend)))
        for mend in sorted(conflict.mends, key=lambda mend: (len(mend), sorted(mend)))
        if all(number < len(problem.rules) for number in mend)
    ]
    least = [mend for mend in mends if len(mend.drop) == len(mends[0].drop)] if mends else []
    softer = tuple(_softer(problem, rules, sizes, stop))
    dropped = {one for mend in least for one in mend.drop}
    single = tuple(
        Relaxation(drop=(rule,))
        for rule in rules
        if rule not in dropped and _can_hold(_without(problem, rule), stop)
    )
    return WhyImpossible(rules, sizes, names, conflict.is_fewest, (*softer, *least, *single))


def _size_name(problem: EngineProblem, side: str) -> str:
    if side == "smallest":
        return f"at least {min(group.smallest for group in problem.groups)} in each group"
    return f"at most {max(group.largest for group in problem.groups)} in each group"


def _without(problem: EngineProblem, rule: int) -> EngineProblem:
    return replace(problem, rules=problem.rules[:rule] + problem.rules[rule + 1 :])


def _softer(
    problem: EngineProblem, rules: tuple[int, ...], sizes: tuple[str, ...], stop: Stop
) -> Iterator[Relaxation]:
    """The least change of a count or size that mends everything."""
    for number in rules:
        for changed in _softer_counts(problem.rules[number]):
            rows = (*problem.rules[:number], changed, *problem.rules[number + 1 :])
            # The conflict alone is a far smaller question, and most often the answer is no.
            alone = tuple(rows[one] for one in rules)
            if not _can_hold(replace(problem, rules=alone), stop):
                continue
            if _can_hold(replace(problem, rules=rows), stop):
                yield Relaxation(rule=number, to=changed.count)
                break
    for side in sizes:
        step = -1 if side == "smallest" else 1
        for more in range(1, _MOST_STEPS + 1):
            groups = tuple(
                replace(group, **{side: max(0, getattr(group, side) + step * more)})
                for group in problem.groups
            )
            if _can_hold(replace(problem, groups=groups), stop):
                limit = min(g.smallest for g in groups), max(g.largest for g in groups)
                yield (
                    Relaxation(smallest=limit[0])
                    if side == "smallest"
                    else Relaxation(largest=limit[1])
                )
                break


def _softer_counts(rule: HardRule) -> Iterator[HardRule]:
    if rule.demand is Demand.MAX_TAG:
        yield from (replace(rule, count=rule.count + more) for more in range(1, _MOST_STEPS + 1))
    if rule.demand is Demand.MIN_TAG:
        yield from (replace(rule, count=rule.count - less) for less in range(1, rule.count + 1))
