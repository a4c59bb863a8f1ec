"""Random small problems, and every grouping of them, for tests that compare with brute force."""

from dataclasses import replace
from itertools import product

from plplanner.grouping.engine.check import judged
from plplanner.grouping.engine.rows import (
    Assignment,
    Demand,
    EngineProblem,
    GroupToFill,
    HardRule,
    Learner,
    Measure,
    Partners,
    Week,
    Wishes,
)


def learners(*scores, **more):
    """Students s0, s1, … with one score each."""
    return tuple(Learner(f"s{n}", (score,), **more) for n, score in enumerate(scores))


def groups(count, smallest, largest, **more):
    """Groups g0, g1, … alike."""
    return tuple(GroupToFill(f"g{n}", smallest, largest, **more) for n in range(count))


def rule(demand, *students, **more):
    """A rule named after what it asks."""
    name = " ".join([demand, *students, *(str(one) for one in more.values())])
    return HardRule(Demand(demand), students, name=name, **more)


def like_with_like(*scores, count=2, smallest=1, largest=9, rules=()):
    """A problem that wants near scores together."""
    return EngineProblem(
        students=learners(*scores),
        groups=groups(count, smallest, largest),
        rules=tuple(rules),
        wishes=Wishes(pair=1),
        standard_weights=(1,),
    )


def random_problem(rng):
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
        partners=(Partners(*rng.sample(ids, 2), rng.randrange(-9, 9)),),
        ranks_count=topics,
    )
    return with_shares(problem, rng) if rng.random() < 0.4 else problem


def with_shares(problem, rng):
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


def all_groupings(problem):
    """Every assignment of the students present."""
    ids = [one.id for one in problem.here]
    for places in product([group.id for group in problem.groups], repeat=len(ids)):
        yield Assignment(dict(zip(ids, places, strict=True)))


def brute_force(problem):
    """The least cost of a legal grouping, None when there is none."""
    verdicts = (judged(problem, one) for one in all_groupings(problem))
    return min((one.objective for one in verdicts if not one.broken), default=None)


def _random_learner(rng, name, slots):
    return Learner(
        name,
        (rng.choice((None, *range(10))), rng.randrange(10)),
        tags=tuple(tag for tag in "AB" if rng.random() < 0.4),
        ranks=tuple(rng.sample(range(slots), slots)),
        before=rng.choice((None, "g0", "g1")),
    )


def _random_wishes(rng):
    def some(most):
        return rng.choice((0, rng.randrange(1, most)))

    return Wishes(
        pair=some(3), cut=some(9), repeat=some(9), balance=some(3), tag_balance=some(5),
        choice=some(30), teacher_table=some(9), size=some(9), stay=some(9),
    )  # fmt: skip


def _random_rule(rng, ids, slots):
    demand = rng.choice(list(Demand)[:-1])
    if demand in (Demand.TOGETHER, Demand.APART):
        return rule(demand, *rng.sample(ids, 2))
    if demand in (Demand.LOCKED, Demand.FORBIDDEN):
        return rule(demand, rng.choice(ids), group=f"g{rng.randrange(slots)}")
    if demand is Demand.NO_LONE:
        return rule(demand, tag=rng.choice("AB"))
    return rule(demand, tag=rng.choice("AB"), count=rng.randrange(1, 3))
