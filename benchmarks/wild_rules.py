"""Classes with rules thrown together at random: most of them cannot all hold."""

from collections.abc import Iterator
from dataclasses import replace
from random import Random

from benchmarks.ways_to_group import class_problem
from plplanner.grouping.rows import GroupingProblem, RuleToKeep
from plplanner.terms import GroupingStrategy, RuleKind

_KINDS = ("apart", "apart", "apart", "all apart", "together", "together", "fixed", "never", "tag")
_WAYS = (GroupingStrategy.NEED, GroupingStrategy.MIXED, GroupingStrategy.PROFILE)


def wild_class(seed: int) -> GroupingProblem:
    """28–36 students in 5–8 groups under 4–12 rules nobody has thought through."""
    dice = Random(seed)
    students, groups = dice.randint(28, 36), dice.randint(5, 8)
    rules = {rule.id: rule for rule in _rules(dice, students, groups)}
    return replace(
        class_problem(
            dice.choice(_WAYS),
            students=students,
            smallest=max(2, students // groups - dice.randint(0, 2)),
            largest=-(-students // groups) + dice.randint(0, 1),
            rules=tuple(rules.values()),
        ),
        groups=groups,
    )


def named_rule(
    kind: RuleKind, *students: int, tag: str = "", count: int = 0, key: str = ""
) -> RuleToKeep:
    """A rule with a name and a number that tell what it asks."""
    name = f"{kind} {students} {tag}{key} {count}"
    number = sum(student * 100**place for place, student in enumerate(students)) + 10**8 * count
    return RuleToKeep(kind, students, name, id=number, tag=tag, count=count, identity_key=key)


def _rules(dice: Random, students: int, groups: int) -> Iterator[RuleToKeep]:
    everyone = range(1, students + 1)
    for _ in range(dice.randint(4, 12)):
        match dice.choice(_KINDS):
            case "apart":
                some = dice.sample(everyone, dice.choice((2, 2, 3, 5)))
                yield named_rule(RuleKind.APART, *some)
            case "all apart":
                yield named_rule(
                    RuleKind.APART, *dice.sample(everyone, groups + dice.randint(0, 1))
                )
            case "together":
                some = dice.sample(everyone, dice.choice((2, 2, 3, 4)))
                yield named_rule(RuleKind.TOGETHER, *some)
            case "fixed":
                yield named_rule(RuleKind.FIXED, dice.choice(everyone), key="river")
            case "never":
                yield named_rule(RuleKind.NEVER_IN, dice.choice(everyone), key="river")
            case _:
                yield named_rule(RuleKind.AT_MOST_TAG, tag="leader", count=dice.choice((1, 2)))
                yield named_rule(RuleKind.NO_LONE_TAG, tag="leader", count=9)
