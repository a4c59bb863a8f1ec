"""Ways to group, each a function that makes the problem: students and a shape in, a problem out.

Weights are chosen so that what the teacher asked for leads, and last weeks' partners decide among
groupings that are about as good. Scores are whole numbers; the caller scales percents.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from random import Random

from plplanner.grouping.engine.rows import (
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
from plplanner.records import record

# What a level between two students weighs beside a point of percent between them.
LEVEL_STEP = 20
# What (2 × size − smallest − largest)² weighs where distances are shared out.
UNEVEN = 500
# What a point of percent of someone at the teacher's table weighs.
_TABLE = 200
_MISSING_WORK = 30
_DECAY = (4, 2, 1)


@record(frozen=True)
class Shape:
    """How many groups of which size; `table` is the most at the teacher's table, None without."""

    groups: int
    smallest: int
    largest: int
    table: int | None = None


@record(frozen=True)
class Circumstances:
    """What holds whatever the way to group: rules, last weeks (newest first), and how calm to be.

    `calm` 0 is fresh; higher moves fewer students out of the group they had.
    """

    rules: tuple[HardRule, ...] = ()
    weeks: tuple[tuple[tuple[str, ...], ...], ...] = ()
    calm: int = 0
    repeat: int = 6


def numbers_of_groups(students: int, *, smallest: int, largest: int) -> range:
    """How many groups are possible at these sizes; empty when none is."""
    if smallest < 1 or largest < smallest:
        return range(0)
    return range(-(-students // largest), students // smallest + 1)


def groups_of(shape: Shape, students: int) -> tuple[GroupToFill, ...]:
    """The groups to fill, the first at the teacher's table when there is one."""
    even = students // max(1, shape.groups)
    groups = []
    for number in range(shape.groups):
        at_table = number == 0 and shape.table is not None
        most = min(shape.largest, shape.table or shape.largest) if at_table else shape.largest
        low = min(shape.smallest, most)
        target = min(max(even, low), most)
        middle = shape.smallest + shape.largest
        groups.append(
            GroupToFill(f"g{number}", low, most, target, teacher_table=at_table, middle=middle)
        )
    return tuple(groups)


def same_need(students: Sequence[Learner], shape: Shape, around: Circumstances) -> EngineProblem:
    """Students with the same need on one target together; low scores to the teacher's table.

    Each has two scores: the percent (0–100), and her level counted from 0; None without evidence.
    """
    table = _TABLE if shape.table is not None else 0
    wishes = Wishes(pair=1, repeat=around.repeat, uneven=UNEVEN, teacher_table=table)
    return _shared(students, shape, around, wishes, (1, LEVEL_STEP))


def skill_profile(
    students: Sequence[Learner], shape: Shape, around: Circumstances
) -> EngineProblem:
    """Students with like scores over several targets together."""
    targets = len(students[0].scores) if students else 0
    wishes = Wishes(pair=1, repeat=around.repeat, uneven=UNEVEN * max(1, targets))
    return _shared(students, shape, around, wishes, (1,) * targets)


def mixed_readiness(
    students: Sequence[Learner],
    shape: Shape,
    around: Circumstances,
    *,
    spread_tags: tuple[str, ...] = (),
) -> EngineProblem:
    """Each group like the class: averages and tags spread evenly."""
    wishes = Wishes(balance=1, tag_balance=8, repeat=2 * around.repeat, size=10)
    return replace(_problem(students, shape, around, wishes), balanced_tags=spread_tags)


def by_interest(
    students: Sequence[Learner],
    shape: Shape,
    around: Circumstances,
    *,
    groups_per_topic: Sequence[int],
) -> EngineProblem:
    """Everyone as near the top of her list as can be; `groups_per_topic[t]` groups work on topic t.

    `shape.groups` must be their sum (ValueError): each group has one topic.
    """
    topics = [topic for topic, count in enumerate(groups_per_topic) for _ in range(count)]
    if len(topics) != shape.groups:
        raise ValueError("each group needs one topic")
    made = _problem(students, shape, around, Wishes(choice=100, repeat=around.repeat // 2))
    groups = tuple(
        replace(group, topic=topic, target=None)
        for group, topic in zip(made.groups, topics, strict=True)
    )
    return replace(made, groups=groups, ranks_count=True)


def jigsaw(
    students: Sequence[Learner],
    shape: Shape,
    around: Circumstances,
    *,
    topics: int,
    spread_tags: tuple[str, ...] = (),
) -> EngineProblem:
    """Experts, then homes: every home group gets an expert of each topic, by what they like."""
    here = sum(one.present for one in students)
    wishes = Wishes(balance=1, tag_balance=8, repeat=around.repeat, choice=40)
    made = _problem(students, shape, around, wishes)
    even = here // max(1, topics)
    sizes = Jigsaw(topics, min(even, shape.groups), max(-(-here // max(1, topics)), even + 1))
    return replace(made, jigsaw=sizes, balanced_tags=spread_tags)


def project(
    students: Sequence[Learner],
    shape: Shape,
    around: Circumstances,
    *,
    liked: Sequence[tuple[str, str]] = (),
    spread_tags: tuple[str, ...] = (),
) -> EngineProblem:
    """Balanced teams for a project; `liked` pairs asked to work together, and may."""
    made = mixed_readiness(students, shape, around, spread_tags=spread_tags)
    pairs = tuple(Partners(one, other, -2 * around.repeat) for one, other in liked)
    return replace(made, partners=pairs)


def make_up(
    students: Sequence[Learner],
    shape: Shape,
    around: Circumstances,
    *,
    missing: Mapping[str, frozenset[str]],
) -> EngineProblem:
    """Students who miss the same work together; `missing` names each one's open work."""
    behind = [one for one in students if missing.get(one.id)]
    work = sorted({name for one in behind for name in missing[one.id]})
    marked = [
        replace(one, scores=tuple(int(name in missing[one.id]) for name in work)) for one in behind
    ]
    wishes = Wishes(pair=1, repeat=around.repeat, uneven=UNEVEN)
    return _shared(marked, shape, around, wishes, (_MISSING_WORK,) * len(work))


def language_pairs(
    students: Sequence[Learner],
    shape: Shape,
    around: Circumstances,
    *,
    language: Mapping[str, str],
    learning: frozenset[str],
) -> EngineProblem:
    """Each language learner with someone who shares her language, best one who is fluent.

    `language` is what is spoken at home; `learning` are those still learning the class's language.
    """
    made = _problem(students, shape, around, Wishes(repeat=around.repeat, size=10))
    ids = [one.id for one in made.here]
    pairs = [
        Partners(one, other, _language_cost(one, other, language, learning))
        for place, one in enumerate(ids)
        for other in ids[place + 1 :]
    ]
    return replace(made, partners=tuple(pair for pair in pairs if pair.cost))


def at_random(
    students: Sequence[Learner], shape: Shape, around: Circumstances, *, seed: int
) -> EngineProblem:
    """Fresh partners by lot: repeats cost, and lots that differ by seed decide the rest."""
    made = _problem(students, shape, around, Wishes(repeat=16 * around.repeat, size=10))
    rng = Random(seed)
    ids = [one.id for one in made.here]
    lots = [
        Partners(one, other, rng.randrange(10))
        for place, one in enumerate(ids)
        for other in ids[place + 1 :]
    ]
    return replace(made, partners=tuple(pair for pair in lots if pair.cost))


def _shared(
    students: Sequence[Learner],
    shape: Shape,
    around: Circumstances,
    wishes: Wishes,
    weights: tuple[int, ...],
) -> EngineProblem:
    made = _problem(students, shape, around, wishes, weights=weights)
    return replace(made, measure=Measure.SHARED)


def _language_cost(
    one: str, other: str, language: Mapping[str, str], learning: frozenset[str]
) -> int:
    learners = (one in learning) + (other in learning)
    if not learners:
        return 0
    shared = language.get(one, "") == language.get(other, "") != ""
    if shared:
        return -40 if learners == 1 else -20
    return 0 if learners == 1 else 20


def _problem(
    students: Sequence[Learner],
    shape: Shape,
    around: Circumstances,
    wishes: Wishes,
    *,
    weights: tuple[int, ...] | None = None,
) -> EngineProblem:
    here = sum(one.present for one in students)
    standards = len(students[0].scores) if students else 0
    return EngineProblem(
        students=tuple(students),
        groups=groups_of(shape, here),
        rules=around.rules,
        wishes=replace(wishes, stay=around.calm),
        standard_weights=(1,) * standards if weights is None else weights,
        weeks=tuple(
            Week(groups, weight) for groups, weight in zip(around.weeks, _DECAY, strict=False)
        ),
    )
