"""Small problems for the engine's tests: say only what matters. Random ones are in benchmarks."""

from plplanner.grouping.engine.rows import (
    Demand,
    EngineProblem,
    GroupToFill,
    HardRule,
    Learner,
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
