"""Classes for the grouping tests: say only what matters."""

from dataclasses import replace
from datetime import date
from random import Random

from plplanner.gradebook.mastery import evidence_on_assessment, no_evidence
from plplanner.gradebook.rows import ScoreRow
from plplanner.grouping.rows import (
    EarlierGroup,
    EarlierGroups,
    FurtherNeeds,
    GroupingProblem,
    RuleToKeep,
    StudentFurther,
    StudentToGroup,
)
from plplanner.terms import GROUP_IDENTITIES, ItemResult, RuleKind, ScoreStatus

NAMES = ("Ana", "Ben", "Cy", "Dee", "Eli", "Flo", "Gus", "Hana", "Ivy", "Jun")


def name_of(number):
    return NAMES[number] if number < len(NAMES) else f"Kid {number:03}"


def a_student(number, points, *, possible=5):
    score = ScoreRow(number, 1, points, possible, None, ScoreStatus.SCORED, None)
    evidence = no_evidence(number) if points is None else evidence_on_assessment([score])[0]
    return StudentToGroup(number, f"{number:03}", name_of(number), evidence)


def a_rule(kind, *numbers):
    names = " and ".join(name_of(number) for number in numbers)
    return RuleToKeep(kind, numbers, f"{names} {kind}")


def apart(*numbers):
    return a_rule(RuleKind.APART, *numbers)


def together(*numbers):
    return a_rule(RuleKind.TOGETHER, *numbers)


def a_problem(*points, rules=(), possible=5, **sizes):
    students = tuple(a_student(n, score, possible=possible) for n, score in enumerate(points))
    return GroupingProblem(students, tuple(rules), **sizes)


def random_rules(dice, students, count):
    return tuple(
        dice.choice((apart, apart, together))(
            *dice.sample(range(students), min(students, dice.choice((2, 2, 3))))
        )
        for _ in range(count)
    )


def a_random_problem(seed, *, students=None, rules=None, **sizes):
    """A class as random as they come: some without a score, any rules, any sizes."""
    dice = Random(seed)
    count = dice.randint(6, 20) if students is None else students
    possible = dice.choice((5, 10))
    smallest = dice.randint(1, 4)
    sizes = {
        "smallest": smallest,
        "largest": smallest + dice.randint(1, 4),
        "groups": dice.choice((None, max(1, count // (smallest + 1)))),
        "seed": seed,
    } | sizes
    points = [None if dice.random() < 0.1 else dice.randint(0, possible) for _ in range(count)]
    how_many = dice.randint(0, 6) if rules is None else rules
    return a_problem(*points, rules=random_rules(dice, count, how_many), possible=possible, **sizes)


def a_rule_of(kind, *numbers, id=None, **more):
    """A rule of any kind, named by what it asks."""
    said = " ".join([kind, *(name_of(n) for n in numbers), *map(str, more.values())])
    return RuleToKeep(kind, numbers, said, id=id, **more)


def tagged(problem, **tags):
    """The same class with tags: tagged(problem, leader=(0, 3))."""
    return with_further(
        problem,
        {
            one.student_id: {"tags": tuple(t for t, who in tags.items() if one.student_id in who)}
            for one in problem.students
        },
    )


def with_further(problem, known, **more):
    """The same class with more known of some students, by number."""
    students = tuple(
        StudentFurther(one.student_id, **known.get(one.student_id, {})) for one in problem.students
    )
    return replace(problem, further=FurtherNeeds(students, **more))


def last_time(*groups, on=date(2026, 11, 13)):
    """Earlier groups of these students, called River, Comet, Maple …"""
    return EarlierGroups(
        on,
        tuple(
            EarlierGroup(identity, tuple(members))
            for identity, members in zip(GROUP_IDENTITIES, groups, strict=False)
        ),
    )


def a_rich_problem(seed, *, students=6):
    """A small class with rules of every kind at random; may be impossible."""
    dice = Random(seed)
    problem = a_random_problem(seed, students=students, rules=dice.randint(0, 2), groups=2)
    problem = tagged(problem, leader=dice.sample(range(students), dice.randint(1, 3)))
    return replace(problem, rules=(*problem.rules, *(_rich_rule(dice) for _ in range(2))))


def _rich_rule(dice):
    kind = dice.choice(
        (RuleKind.AT_MOST_TAG, RuleKind.NO_LONE_TAG, RuleKind.SPREAD_TAG, RuleKind.FIXED,
         RuleKind.NEVER_IN, RuleKind.TABLE_AT_MOST)
    )  # fmt: skip
    if kind in (RuleKind.FIXED, RuleKind.NEVER_IN):
        key = dice.choice(("river", "comet"))
        return a_rule_of(kind, dice.randrange(4), identity_key=key)
    if kind is RuleKind.TABLE_AT_MOST:
        return a_rule_of(kind, count=dice.randint(1, 3))
    if kind is RuleKind.AT_MOST_TAG:
        return a_rule_of(kind, tag="leader", count=dice.randint(1, 2))
    return a_rule_of(kind, tag="leader")


def with_items(student, marks):
    """The same student with how her items went: “R” right, “W” wrong, “-” open, “?” unknown."""
    results = {"R": ItemResult.RIGHT, "W": ItemResult.WRONG, "-": ItemResult.NOT_ANSWERED}
    items = tuple(results.get(mark) for mark in marks)
    return replace(student, evidence=replace(student.evidence, items=items))
