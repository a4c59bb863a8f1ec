"""Each way to group as the engine sees it: what students bring, and how much each wish weighs.

Calm goes from 0 (fresh) to 4. It leaves students where they were, and lets go of the wish for new
partners, which says the opposite. The weights stand in the units of the way's own leading cost: a
student in the wrong group by one level costs about 20,000 where distances are shared out. Each step
of calm was set so that about a quarter of those who move when all is fresh stay more than at the
step before (`benchmarks.grouping_figures --only calm`), and at the last as few move as can be.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from plplanner.grouping.engine import strategies
from plplanner.grouping.engine.rows import EngineProblem, GroupToFill, HardRule, Learner
from plplanner.grouping.engine.strategies import Circumstances, Shape
from plplanner.grouping.rows import GroupingProblem, StudentFurther, StudentToGroup
from plplanner.grouping.slots import Slot, most_at_table
from plplanner.grouping.student_values import rank_of, value_of
from plplanner.records import record
from plplanner.terms import GroupingStrategy

SHARED_WAYS = frozenset({GroupingStrategy.NEED, GroupingStrategy.PROFILE, GroupingStrategy.MAKE_UP})
FLUENT = "fluent"


@record(frozen=True)
class _Weights:
    """By calm: what a student out of her old group costs, and a pair that meets again."""

    stay: tuple[int, int, int, int, int]
    repeat: tuple[int, int, int, int, int]


_SHARED = _Weights((0, 3_000, 10_000, 18_000, 1_000_000), (150, 80, 40, 10, 0))
_PROFILE = _Weights((0, 3_000, 5_000, 10_000, 1_000_000), (150, 80, 40, 10, 0))
_SPREAD = _Weights((0, 50, 80, 200, 100_000), (6, 3, 1, 0, 0))
_CHOSEN = _Weights((0, 20, 60, 120, 100_000), (6, 3, 1, 0, 0))
_LOTS = _Weights((0, 100, 150, 200, 100_000), (6, 1, 1, 1, 0))
_PAIRED = _Weights((0, 5, 10, 17, 10_000), (6, 3, 1, 1, 0))
_AS_THEY_WERE = _Weights((1_000,) * 5, (0,) * 5)
_WEIGHTS = {
    GroupingStrategy.NEED: _SHARED,
    GroupingStrategy.PROFILE: _PROFILE,
    GroupingStrategy.MAKE_UP: _SHARED,
    GroupingStrategy.MIXED: _SPREAD,
    GroupingStrategy.PROJECT: _SPREAD,
    GroupingStrategy.JIGSAW: _SPREAD,
    GroupingStrategy.INTEREST: _CHOSEN,
    GroupingStrategy.RANDOM: _LOTS,
    GroupingStrategy.LANGUAGE_PAIRS: _PAIRED,
    GroupingStrategy.BY_HAND: _AS_THEY_WERE,
}


@record(frozen=True)
class Brought:
    """What goes into the engine besides the way: who, in which slots, under which rules.

    `students` in their lasting order have the engine ids `ids`; `before` are slot ids.
    """

    problem: GroupingProblem
    students: tuple[StudentToGroup, ...]
    ids: tuple[str, ...]
    before: tuple[str | None, ...]
    tags: tuple[tuple[str, ...], ...]
    slots: tuple[Slot, ...]
    rules: tuple[HardRule, ...]
    weeks: tuple[tuple[tuple[str, ...], ...], ...]


def engine_problem(brought: Brought) -> EngineProblem:
    """The engine's problem for the way asked for, with the groups the slots name."""
    problem = brought.problem
    weights = _WEIGHTS[problem.strategy]
    calm = min(max(problem.calm, 0), 4)
    around = Circumstances(
        brought.rules, brought.weeks, calm=weights.stay[calm], repeat=weights.repeat[calm]
    )
    shape = Shape(
        len(brought.slots),
        max(problem.smallest, 1),
        problem.largest,
        table=most_at_table(problem),
    )
    made = _made(brought, shape, around)
    return replace(made, groups=_groups(made, brought.slots, shape))


def further_of(
    problem: GroupingProblem, students: Sequence[StudentToGroup]
) -> tuple[StudentFurther, ...]:
    """What else is known of each student, in the order of `students`."""
    known = {one.student_id: one for one in problem.further.students}
    return tuple(known.get(one.student_id, StudentFurther(one.student_id)) for one in students)


def ranks_of(problem: GroupingProblem, further: StudentFurther) -> tuple[int, ...]:
    """The place of each topic in her list, 0 the best; topics she did not name share the last."""
    place = {topic: rank for rank, topic in enumerate(further.choices)}
    last = min(len(further.choices), max(0, len(problem.further.topics) - 1))
    return tuple(place.get(topic, last) for topic in problem.further.topics)


def is_learning(problem: GroupingProblem, further: StudentFurther) -> bool:
    """Whether she reads another language at home and is not tagged as fluent in the class's."""
    other = further.home_language not in ("", problem.further.class_language)
    return other and FLUENT not in further.tags


def _made(brought: Brought, shape: Shape, around: Circumstances) -> EngineProblem:
    return _MADE[brought.problem.strategy](brought, shape, around)


def _by_need(brought: Brought, shape: Shape, around: Circumstances) -> EngineProblem:
    return strategies.same_need(_learners(brought, _need_scores), shape, around)


def _by_profile(brought: Brought, shape: Shape, around: Circumstances) -> EngineProblem:
    return strategies.skill_profile(_profiles(brought), shape, around)


def _mixed(brought: Brought, shape: Shape, around: Circumstances) -> EngineProblem:
    spread = _tags_to_spread(brought)
    learners = _learners(brought, _percent)
    return strategies.mixed_readiness(learners, shape, around, spread_tags=spread)


def _project(brought: Brought, shape: Shape, around: Circumstances) -> EngineProblem:
    spread = _tags_to_spread(brought)
    return strategies.project(_learners(brought, _percent), shape, around, spread_tags=spread)


def _jigsaw(brought: Brought, shape: Shape, around: Circumstances) -> EngineProblem:
    return strategies.jigsaw(
        _with_ranks(_learners(brought, _percent), brought),
        shape,
        around,
        topics=len(brought.problem.further.topics),
        spread_tags=_tags_to_spread(brought),
    )


def _make_up(brought: Brought, shape: Shape, around: Circumstances) -> EngineProblem:
    known = zip(brought.ids, further_of(brought.problem, brought.students), strict=True)
    missing = {one: frozenset(more.missing) for one, more in known}
    return strategies.make_up(_bare(brought), shape, around, missing=missing)


def _random(brought: Brought, shape: Shape, around: Circumstances) -> EngineProblem:
    return strategies.at_random(_bare(brought), shape, around, seed=brought.problem.seed)


def _by_hand(brought: Brought, shape: Shape, around: Circumstances) -> EngineProblem:
    return strategies.mixed_readiness(_bare(brought), shape, around)


def _groups(made: EngineProblem, slots: Sequence[Slot], shape: Shape) -> tuple[GroupToFill, ...]:
    """The way's groups under the ids of the slots, the table where the slots have it."""
    plain = replace(shape, table=None)
    usual = strategies.groups_of(plain, len(made.here))
    groups = []
    for slot, group, own in zip(slots, usual, made.groups, strict=True):
        made_slot = replace(group, id=slot.id, topic=own.topic)
        if own.target is None:
            made_slot = replace(made_slot, target=None)
        if slot.is_teacher_table and shape.table is not None:
            most = min(group.largest, max(shape.table, 0))
            made_slot = replace(
                made_slot,
                smallest=min(group.smallest, most),
                largest=most,
                target=None if own.target is None else min(group.target or 0, most),
                teacher_table=True,
            )
        groups.append(made_slot)
    return tuple(groups)


def _need_scores(student: StudentToGroup) -> tuple[int | None, ...]:
    value = value_of(student.evidence)
    return (value, None if value is None else rank_of(student.evidence))


def _percent(student: StudentToGroup) -> tuple[int | None, ...]:
    return (value_of(student.evidence),)


def _nothing(_student: StudentToGroup) -> tuple[int | None, ...]:
    return ()


def _learners(
    brought: Brought, scores: Callable[[StudentToGroup], tuple[int | None, ...]]
) -> tuple[Learner, ...]:
    return tuple(
        Learner(one, scores(student), tags=tags, before=before)
        for one, student, tags, before in zip(
            brought.ids, brought.students, brought.tags, brought.before, strict=True
        )
    )


def _bare(brought: Brought) -> tuple[Learner, ...]:
    return _learners(brought, _nothing)


def _profiles(brought: Brought) -> tuple[Learner, ...]:
    further = further_of(brought.problem, brought.students)
    count = len(brought.problem.further.targets)
    return tuple(
        replace(one, scores=more.profile or (None,) * count)
        for one, more in zip(_bare(brought), further, strict=True)
    )


def _with_ranks(learners: Sequence[Learner], brought: Brought) -> tuple[Learner, ...]:
    further = further_of(brought.problem, brought.students)
    return tuple(
        replace(one, ranks=ranks_of(brought.problem, more))
        for one, more in zip(learners, further, strict=True)
    )


def _by_interest(brought: Brought, shape: Shape, around: Circumstances) -> EngineProblem:
    """One topic per slot; `strategies` wants the topics in order, the slots may have any."""
    topics = brought.problem.further.topics
    ranked = _with_ranks(_bare(brought), brought)
    counts = [sum(slot.topic == topic for slot in brought.slots) for topic in topics]
    made = strategies.by_interest(ranked, shape, around, groups_per_topic=counts)
    groups = tuple(
        replace(group, topic=topics.index(slot.topic))
        for group, slot in zip(made.groups, brought.slots, strict=True)
    )
    return replace(made, groups=groups)


def _language_pairs(brought: Brought, shape: Shape, around: Circumstances) -> EngineProblem:
    further = further_of(brought.problem, brought.students)
    known = list(zip(brought.ids, further, strict=True))
    return strategies.language_pairs(
        _bare(brought),
        shape,
        around,
        language={one: more.home_language for one, more in known},
        learning=frozenset(one for one, more in known if is_learning(brought.problem, more)),
    )


def _tags_to_spread(brought: Brought) -> tuple[str, ...]:
    """Every tag that at least two students have, the teacher's own only."""
    count = [tag for tags in brought.tags for tag in tags if not tag.startswith(PRIVATE)]
    return tuple(sorted({tag for tag in count if count.count(tag) > 1}))


# Marks the students a rule names where it speaks of “at most n of these”.
PRIVATE = "\x00rule "

_MADE: dict[GroupingStrategy, Callable[[Brought, Shape, Circumstances], EngineProblem]] = {
    GroupingStrategy.NEED: _by_need,
    GroupingStrategy.PROFILE: _by_profile,
    GroupingStrategy.MIXED: _mixed,
    GroupingStrategy.PROJECT: _project,
    GroupingStrategy.INTEREST: _by_interest,
    GroupingStrategy.JIGSAW: _jigsaw,
    GroupingStrategy.MAKE_UP: _make_up,
    GroupingStrategy.LANGUAGE_PAIRS: _language_pairs,
    GroupingStrategy.RANDOM: _random,
    GroupingStrategy.BY_HAND: _by_hand,
}
