"""Invented classes for every way to group, small and large, by a fixed seed."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from random import Random

from plplanner.gradebook.mastery import evidence_on_assessment, no_evidence
from plplanner.gradebook.rows import Evidence, ScoreRow
from plplanner.grouping.engine import strategies
from plplanner.grouping.engine.rows import Demand, EngineProblem, HardRule, Learner
from plplanner.grouping.engine.strategies import Circumstances, Shape
from plplanner.grouping.rows import (
    FurtherNeeds,
    GroupingProblem,
    RuleToKeep,
    StudentFurther,
    StudentToGroup,
)
from plplanner.terms import GroupingStrategy, RuleKind, ScoreStatus

TOPICS = ("rivers", "robots", "rockets", "reptiles")
_TARGETS = ("t1", "t2", "t3")
_TAGS = ("leader", "fluent", "iep")


def class_problem(
    strategy: GroupingStrategy,
    *,
    students: int = 28,
    smallest: int = 5,
    largest: int = 8,
    seed: int = 1,
    rules: Sequence[RuleToKeep] | None = None,
) -> GroupingProblem:
    """A class as the teacher's screen hands it over; two pairs apart unless `rules` say else."""
    dice = Random(seed)
    numbers = range(1, students + 1)
    kept = [_pair(3 * n + 1, 3 * n + 2) for n in range(2)] if rules is None else rules
    return GroupingProblem(
        students=tuple(_student(number, dice) for number in numbers),
        rules=tuple(kept),
        smallest=smallest,
        largest=largest,
        strategy=strategy,
        further=FurtherNeeds(
            tuple(_further(number, dice) for number in numbers), _TARGETS, TOPICS[:3]
        ),
    )


def crowd_problem(strategy: GroupingStrategy, students: int, *, seed: int = 1) -> EngineProblem:
    """A year group or a district in groups of about five, as the engine takes it."""
    dice = Random(seed)
    learners = [
        Learner(
            f"s{number:04}",
            tuple(dice.randrange(101) for _ in range(2)),
            tags=tuple(tag for tag in _TAGS if dice.random() < 0.2),
            ranks=tuple(dice.sample(range(4), 4)),
        )
        for number in range(students)
    ]
    ids = [one.id for one in learners]
    rules = tuple(_apart(dice.sample(ids, 2)) for _ in range(students // 20))
    shape, around = Shape(students // 5, 4, 6), Circumstances(rules, repeat=6)
    return _CROWDS[strategy](learners, shape, around, dice)


def _student(number: int, dice: Random) -> StudentToGroup:
    percent = None if dice.random() < 0.07 else min(100, max(0, round(dice.gauss(70, 20))))
    evidence = no_evidence(number) if percent is None else evidence_of(number, percent)
    return StudentToGroup(number, f"{number:03}", f"Student {number:02}", evidence)


def evidence_of(number: int, percent: int) -> Evidence:
    """What a student showed on one quiz of 100 points."""
    score = ScoreRow(number, 1, percent, 100, None, ScoreStatus.SCORED, None)
    return evidence_on_assessment([score])[0]


def _further(number: int, dice: Random) -> StudentFurther:
    return StudentFurther(
        number,
        profile=tuple(None if dice.random() < 0.1 else dice.randrange(101) for _ in _TARGETS),
        missing=tuple(work for work in ("essay", "lab", "quiz 4") if dice.random() < 0.6),
        home_language=dice.choice(("", "", "es", "es", "ar", "vi")),
        tags=tuple(tag for tag in _TAGS if dice.random() < 0.25),
        choices=tuple(dice.sample(TOPICS[:3], 2)),
    )


def _pair(one: int, other: int) -> RuleToKeep:
    return RuleToKeep(RuleKind.APART, (one, other), f"{one} and {other} apart", id=one)


def _apart(pair: Sequence[str]) -> HardRule:
    return HardRule(Demand.APART, tuple(pair), name=" and ".join(pair) + " apart")


_Crowd = Callable[[Sequence[Learner], Shape, Circumstances, Random], EngineProblem]


def _interest(
    learners: Sequence[Learner], shape: Shape, around: Circumstances, _dice: Random
) -> EngineProblem:
    each = [shape.groups // 4] * 4
    each[0] += shape.groups - sum(each)
    return strategies.by_interest(learners, shape, around, groups_per_topic=each)


def _language(
    learners: Sequence[Learner], shape: Shape, around: Circumstances, dice: Random
) -> EngineProblem:
    spoken = {one.id: dice.choice(("", "", "es", "ar")) for one in learners}
    learning = frozenset(one for one, language in spoken.items() if language)
    return strategies.language_pairs(learners, shape, around, language=spoken, learning=learning)


def _make_up(
    learners: Sequence[Learner], shape: Shape, around: Circumstances, dice: Random
) -> EngineProblem:
    work = {one.id: frozenset(dice.sample(("essay", "lab", "quiz 4"), 2)) for one in learners}
    return strategies.make_up(learners, shape, around, missing=work)


def _by_hand(
    learners: Sequence[Learner], shape: Shape, around: Circumstances, _dice: Random
) -> EngineProblem:
    bare = [replace(one, scores=()) for one in learners]
    return strategies.mixed_readiness(bare, shape, around)


def _two_topics(
    learners: Sequence[Learner], shape: Shape, around: Circumstances, _dice: Random
) -> EngineProblem:
    ranked = [replace(one, ranks=(one.ranks[0] % 2, 1 - one.ranks[0] % 2)) for one in learners]
    return strategies.jigsaw(ranked, shape, around, topics=2)


_CROWDS: dict[GroupingStrategy, _Crowd] = {
    GroupingStrategy.NEED: lambda s, shape, a, _: strategies.same_need(s, shape, a),
    GroupingStrategy.PROFILE: lambda s, shape, a, _: strategies.skill_profile(s, shape, a),
    GroupingStrategy.MIXED: lambda s, shape, a, _: strategies.mixed_readiness(
        s, shape, a, spread_tags=("leader",)
    ),
    GroupingStrategy.PROJECT: lambda s, shape, a, _: strategies.project(
        s, shape, a, spread_tags=("leader",)
    ),
    GroupingStrategy.INTEREST: _interest,
    GroupingStrategy.JIGSAW: _two_topics,
    GroupingStrategy.MAKE_UP: _make_up,
    GroupingStrategy.LANGUAGE_PAIRS: _language,
    GroupingStrategy.RANDOM: lambda s, shape, a, dice: strategies.at_random(
        s, shape, a, seed=dice.randrange(100)
    ),
    GroupingStrategy.BY_HAND: _by_hand,
}
