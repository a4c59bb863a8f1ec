"""A grouping problem as the engine sees it, and what the engine answers. Integers throughout."""

from collections.abc import Mapping
from enum import StrEnum

from plplanner.records import record
from plplanner.terms import AnswerStatus


class Demand(StrEnum):
    """What a hard rule asks."""

    TOGETHER = "together"
    APART = "apart"
    LOCKED = "locked"
    FORBIDDEN = "forbidden"
    NO_LONE = "no_lone"
    MAX_TAG = "max_tag"
    MIN_TAG = "min_tag"
    EXPERT = "expert_locked"


class Measure(StrEnum):
    """How the distances within a group are weighed; `check` defines both.

    `SUM`: squares of differences, summed over pairs. `SHARED`: plain differences, their sum over
    pairs shared out among the members with evidence, so that no size is rewarded.
    """

    SUM = "sum"
    SHARED = "shared"


Status = AnswerStatus


@record(frozen=True)
class Learner:
    """A student: one score per standard (None: no evidence), tags, and a rank per topic (0 best).

    `before` is the group she was in last, for the wish to move few; None when there was none.
    """

    id: str
    scores: tuple[int | None, ...] = ()
    tags: tuple[str, ...] = ()
    ranks: tuple[int, ...] = ()
    present: bool = True
    before: str | None = None


@record(frozen=True)
class GroupToFill:
    """A group that must be filled with `smallest`–`largest` students; `target` is the wished size.

    `pair_weight` multiplies the distances within; `topic` is what an interest group works on;
    `middle` is twice the size to which a group should be near, for the wish `uneven`.
    """

    id: str
    smallest: int
    largest: int
    target: int | None = None
    pair_weight: int = 1
    teacher_table: bool = False
    topic: int = 0
    middle: int | None = None


@record(frozen=True)
class HardRule:
    """A rule no answer may break. `name` is how the teacher reads it aloud.

    TOGETHER, APART: two students. LOCKED, FORBIDDEN: a student and a group. NO_LONE: a tag.
    MAX_TAG, MIN_TAG: a tag and a count per group. EXPERT: a student and a topic (in `count`).
    """

    demand: Demand
    students: tuple[str, ...] = ()
    group: str = ""
    tag: str = ""
    count: int = 0
    name: str = ""


@record(frozen=True)
class Wishes:
    """Weights of what is wished for, all 0 or more. The terms are defined in `check`.

    `pair`, `cut`: like with like; `repeat`: not last weeks' partners; `balance`, `tag_balance`:
    groups like the class; `choice`: ranks; `teacher_table`: low scores to the table; `size`:
    target sizes; `uneven`: sizes far from the middle, squared; `stay`: leave students in the group
    they had.
    """

    pair: int = 0
    cut: int = 0
    repeat: int = 0
    balance: int = 0
    tag_balance: int = 0
    choice: int = 0
    teacher_table: int = 0
    size: int = 0
    uneven: int = 0
    stay: int = 0


@record(frozen=True)
class Week:
    """The groups of an earlier week, and what each pair of partners from it costs."""

    groups: tuple[tuple[str, ...], ...]
    weight: int


@record(frozen=True)
class Partners:
    """What it costs when these two are in one group; below 0 when it is wished for."""

    one: str
    other: str
    cost: int


@record(frozen=True)
class Jigsaw:
    """Expert topics: each home group has one of every topic; topics hold `smallest`–`largest`."""

    topics: int
    smallest: int
    largest: int


@record(frozen=True)
class EngineProblem:
    """Everything that decides the answer. The order of students and rules does not.

    `cuts` are ascending lower ends of levels on `need_standard`; `ranks_count` says that groups
    have topics the students have ranked.
    """

    students: tuple[Learner, ...]
    groups: tuple[GroupToFill, ...]
    rules: tuple[HardRule, ...] = ()
    wishes: Wishes = Wishes()
    standard_weights: tuple[int, ...] = ()
    cuts: tuple[int, ...] = ()
    need_standard: int = 0
    table_standard: int = 0
    balanced_tags: tuple[str, ...] = ()
    weeks: tuple[Week, ...] = ()
    partners: tuple[Partners, ...] = ()
    ranks_count: bool = False
    jigsaw: Jigsaw | None = None
    measure: Measure = Measure.SUM
    name: str = ""

    @property
    def here(self) -> tuple[Learner, ...]:
        """The students to group, in order of id: the order of the file must not matter."""
        return tuple(sorted((s for s in self.students if s.present), key=lambda s: s.id))


@record(frozen=True)
class Assignment:
    """Who is in which group, and in a jigsaw who is expert of which topic. Keys are ids."""

    group: Mapping[str, str]
    expert: Mapping[str, int] | None = None


@record(frozen=True)
class Broken:
    """A hard rule an assignment breaks: which demand, and whom or what it names."""

    demand: str
    names: tuple[str, ...]


@record(frozen=True)
class Verdict:
    """What the independent checker says: broken rules, and every term of the objective."""

    broken: tuple[Broken, ...]
    terms: Mapping[str, int]

    @property
    def objective(self) -> int:
        """The sum the engine makes small."""
        return sum(self.terms.values())


@record(frozen=True)
class Answer:
    """What solving came to; `assignment` is the best so far, or None when none was found.

    `objective` and `bound` are integers of the checker's objective; `bound` is None when nothing
    is proven. `work` is in units fixed beforehand (about a microsecond each); `stopped` tells
    that the caller, not the work, ended it. `reasons` name the rules of an impossible problem.
    """

    status: Status
    assignment: Assignment | None = None
    objective: int | None = None
    bound: int | None = None
    work: int = 0
    stopped: bool = False
    reasons: tuple[str, ...] = ()

    @property
    def gap(self) -> float | None:
        """How far the best so far may be from the best there is, as a share of it."""
        if self.objective is None or self.bound is None:
            return None
        return (self.objective - self.bound) / max(1, abs(self.objective))
