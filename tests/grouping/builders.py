"""Classes for the grouping tests: say only what matters."""

from random import Random

from plplanner.gradebook.mastery import evidence_on_assessment, no_evidence
from plplanner.gradebook.rows import ScoreRow
from plplanner.grouping.rows import GroupingProblem, RuleToKeep, StudentToGroup
from plplanner.terms import RuleKind, ScoreStatus

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
