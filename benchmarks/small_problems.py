"""Random small grouping problems, and their truth by trying every grouping there is."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import product
from random import Random

from plplanner.grouping.engine.check import judged
from plplanner.grouping.engine.rows import (
    Assignment,
    Demand,
    EngineProblem,
    GroupToFill,
    HardRule,
    Jigsaw,
    Learner,
    Measure,
    Partners,
    Week,
    Wishes,
)


def random_problem(rng: Random) -> EngineProblem:
    """Any mix of wishes and rules on 4–6 students in 2–3 groups; may be impossible."""
    count, slots = rng.randrange(4, 7), rng.randrange(2, 4)
    students = tuple(_random_learner(rng, f"s{n}", slots) for n in range(count))
    low = rng.choice((0, 1, 1, 2))
    even = -(-count // slots)
    topics = rng.random() < 0.3
    made = tuple(
        GroupToFill(
            f"g{n}",
            low,
            rng.choice((even, even, even + 1)),
            target=rng.choice((None, even)),
            pair_weight=rng.choice((1, 1, 2)),
            teacher_table=n == 0 and rng.random() < 0.4,
            topic=n,
        )
        for n in range(slots)
    )
    ids = [one.id for one in students]
    problem = EngineProblem(
        students=students,
        groups=made,
        rules=tuple(_random_rule(rng, ids, slots) for _ in range(rng.randrange(4))),
        wishes=_random_wishes(rng),
        standard_weights=(1, 2),
        cuts=rng.choice(((), (3, 6))),
        balanced_tags=("A",),
        weeks=(Week((tuple(rng.sample(ids, 3)),), rng.randrange(1, 4)),),
        partners=(_random_partners(rng, ids),),
        ranks_count=topics,
    )
    return with_shares(problem, rng) if rng.random() < 0.4 else problem


def random_jigsaw(rng: Random) -> EngineProblem:
    """As `random_problem`, with two expert topics in two home groups of 4–5 students."""
    made = random_problem(rng)
    while len(made.students) > 5 or len(made.groups) != 2:
        made = random_problem(rng)
    experts = [HardRule(Demand.EXPERT, ("s0",), count=1, name="s0 expert of 1")]
    rules = (*made.rules, *(experts if rng.random() < 0.3 else ()))
    low = rng.randrange(1, 3)
    return replace(made, ranks_count=False, jigsaw=Jigsaw(2, low, low + 2), rules=rules)


def with_shares(problem: EngineProblem, rng: Random) -> EngineProblem:
    """The same problem, its distances shared out; who has no first score has no evidence."""
    return replace(
        problem,
        measure=Measure.SHARED,
        wishes=replace(problem.wishes, uneven=rng.choice((0, 3))),
        groups=tuple(replace(one, middle=rng.choice((None, 5))) for one in problem.groups),
        students=tuple(
            replace(one, scores=(None, None)) if one.scores[0] is None else one
            for one in problem.students
        ),
    )


def brute_force(problem: EngineProblem) -> int | None:
    """The least cost of a legal grouping, None when there is none. Every grouping is judged."""
    verdicts = (judged(problem, one) for one in all_groupings(problem))
    return min((one.objective for one in verdicts if not one.broken), default=None)


def all_groupings(problem: EngineProblem) -> Iterator[Assignment]:
    """Every assignment of the students present whose groups have sizes within their limits."""
    ids = [one.id for one in problem.here]
    names = [group.id for group in problem.groups]
    for places in product(names, repeat=len(ids)):
        sizes = [places.count(name) for name in names]
        fits = zip(sizes, problem.groups, strict=True)
        if all(group.smallest <= size <= group.largest for size, group in fits):
            seats = dict(zip(ids, places, strict=True))
            for experts in _all_experts(problem, ids):
                yield Assignment(seats, experts)


def _all_experts(problem: EngineProblem, ids: Sequence[str]) -> Iterator[dict[str, int] | None]:
    if problem.jigsaw is None:
        yield None
        return
    for topics in product(range(problem.jigsaw.topics), repeat=len(ids)):
        yield dict(zip(ids, topics, strict=True))


def _random_learner(rng: Random, name: str, slots: int) -> Learner:
    return Learner(
        name,
        (rng.choice((None, *range(10))), rng.randrange(10)),
        tags=tuple(tag for tag in "AB" if rng.random() < 0.4),
        ranks=tuple(rng.sample(range(slots), slots)),
        before=rng.choice((None, "g0", "g1")),
    )


def _random_partners(rng: Random, ids: Sequence[str]) -> Partners:
    one, other = rng.sample(ids, 2)
    return Partners(one, other, rng.randrange(-9, 9))


def _random_wishes(rng: Random) -> Wishes:
    def some(most: int) -> int:
        return rng.choice((0, rng.randrange(1, most)))

    return Wishes(
        pair=some(3), cut=some(9), repeat=some(9), balance=some(3), tag_balance=some(5),
        choice=some(30), teacher_table=some(9), size=some(9), stay=some(9),
    )  # fmt: skip


def _random_rule(rng: Random, ids: Sequence[str], slots: int) -> HardRule:
    demand = rng.choice(list(Demand)[:-1])
    return _MADE.get(demand, _on_tag)(demand, rng, ids, slots)


def _on_two(demand: Demand, rng: Random, ids: Sequence[str], _slots: int) -> HardRule:
    one, other = rng.sample(ids, 2)
    return HardRule(demand, (one, other), name=f"{demand} {one} {other}")


def _on_group(demand: Demand, rng: Random, ids: Sequence[str], slots: int) -> HardRule:
    one, group = rng.choice(ids), f"g{rng.randrange(slots)}"
    return HardRule(demand, (one,), group=group, name=f"{demand} {one} {group}")


def _alone(demand: Demand, rng: Random, _ids: Sequence[str], _slots: int) -> HardRule:
    tag = rng.choice("AB")
    return HardRule(demand, tag=tag, name=f"{demand} {tag}")


def _on_tag(demand: Demand, rng: Random, _ids: Sequence[str], _slots: int) -> HardRule:
    tag, count = rng.choice("AB"), rng.randrange(1, 3)
    return HardRule(demand, tag=tag, count=count, name=f"{demand} {tag} {count}")


_MADE: dict[Demand, Callable[[Demand, Random, Sequence[str], int], HardRule]] = {
    Demand.TOGETHER: _on_two,
    Demand.APART: _on_two,
    Demand.LOCKED: _on_group,
    Demand.FORBIDDEN: _on_group,
    Demand.NO_LONE: _alone,
}
