"""Small groups as problems, proposals and reasons. For teachers' eyes only."""

from datetime import date

from plplanner.gradebook.rows import Evidence
from plplanner.records import record
from plplanner.terms import (
    GroupIdentity,
    GroupingStrategy,
    MasteryLevel,
    RuleKind,
)


@record(frozen=True)
class StudentToGroup:
    """One student as the engine sees her.

    `key` orders students and breaks ties: built from the name and ids in the teacher's own
    records, so the answer does not hang on row order or on ids of this planner file.
    """

    student_id: int
    key: str
    name: str
    evidence: Evidence


@record(frozen=True)
class RuleToKeep:
    """A rule to keep. `name` is how the teacher reads it aloud; `why` never prints.

    APART, TOGETHER: two or more students. FIXED, NEVER_IN: students, and `identity_key` names
    the group. AT_MOST_TAG (`count` per group), NO_LONE_TAG, SPREAD_TAG: `tag`. TABLE_AT_MOST:
    `count` students at the teacher's table. The rule holds from `starts_on` to `ends_on`, both
    included; None leaves that side open.
    """

    kind: RuleKind
    student_ids: tuple[int, ...]
    name: str
    id: int | None = None
    tag: str = ""
    count: int = 0
    identity_key: str = ""
    starts_on: date | None = None
    ends_on: date | None = None
    why: str = ""


@record(frozen=True)
class Lock:
    """The teacher keeps this student in the group of this identity, whatever else changes."""

    student_id: int
    identity: GroupIdentity


@record(frozen=True)
class GroupingBasis:
    """What groups rest on: one assessment, or all scores on some standards.

    `words` says it for the teacher; `standard_id` is the standard the groups will work on.
    """

    words: str
    assessment_id: int | None = None
    codes: tuple[str, ...] = ()
    standard_id: int | None = None


@record(frozen=True)
class EarlierGroup:
    """A group the class had."""

    identity: GroupIdentity
    student_ids: tuple[int, ...]


@record(frozen=True)
class EarlierGroups:
    """The groups the class had from a day on."""

    created_on: date
    groups: tuple[EarlierGroup, ...]


@record(frozen=True)
class StudentFurther:
    """What other ways to group need of one student.

    `profile`: whole percent per target of `FurtherNeeds.targets`, None without evidence.
    `missing`: titles of work she has not handed in. `home_language`: a code, or empty.
    `choices`: topics she would like, best first.
    """

    student_id: int
    profile: tuple[int | None, ...] = ()
    missing: tuple[str, ...] = ()
    home_language: str = ""
    tags: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()


@record(frozen=True)
class FurtherNeeds:
    """What ways to group other than by need rest on; empty where the way needs none of it.

    `targets`: codes of the standards of a profile. `topics`: of interest groups, or of a jigsaw's
    experts. `class_language`: the language the class works in.
    """

    students: tuple[StudentFurther, ...] = ()
    targets: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    class_language: str = "en"


@record(frozen=True)
class GroupingProblem:
    """Everything the engine needs; nothing else decides the answer.

    `smallest` and `largest` bound every group (students); `groups` fixes how many, or None to
    let the engine choose. `seed` deals names and their order, and moves nobody, except in random
    groups. `locks` are kept like rules, and their groups keep their identity whatever the seed.
    `calm` is 0 (fresh) to 4 (move as few as can be); `earlier` are the last groups, newest first,
    at most three. With calm, groups that go on keep their names, unless `keep_names` is False.
    `absent` are students not to be seated; everyone else is.
    """

    students: tuple[StudentToGroup, ...]
    rules: tuple[RuleToKeep, ...] = ()
    smallest: int = 3
    largest: int = 8
    groups: int | None = None
    seed: int = 0
    locks: tuple[Lock, ...] = ()
    strategy: GroupingStrategy = GroupingStrategy.NEED
    calm: int = 0
    earlier: tuple[EarlierGroups, ...] = ()
    absent: frozenset[int] = frozenset()
    further: FurtherNeeds = FurtherNeeds()
    keep_names: bool = True


@record(frozen=True)
class Reason:
    """Why a student is in this group, as one sentence for the teacher."""

    student_id: int
    text: str


@record(frozen=True)
class GroupProposal:
    """One proposed small group. `level` is the level most of its members share.

    `topic` is what an interest group works on, or the work a make-up group has to hand in.
    """

    identity: GroupIdentity
    student_ids: tuple[int, ...]
    level: MasteryLevel
    topic: str = ""
    is_teacher_table: bool = False


@record(frozen=True)
class ExpertTopic:
    """The topic a student becomes an expert of in a jigsaw."""

    student_id: int
    topic: str


@record(frozen=True)
class GroupingProposal:
    """Proposed groups with a reason per student. Shown, edited, then accepted.

    `objective` is the sum the engine made small (integer, see `form_groups`); `bound` is a
    proven lower bound or None; `status` is `optimal` only when bound == objective, else
    `feasible`. `notes` say what the teacher should know, e.g. that everyone is secure.
    `experts` are a jigsaw's; `left_out` are students no group was sought for: absent, or with
    nothing to make up.
    """

    groups: tuple[GroupProposal, ...]
    reasons: tuple[Reason, ...]
    objective: int
    bound: int | None
    status: str
    notes: tuple[str, ...] = ()
    experts: tuple[ExpertTopic, ...] = ()
    left_out: tuple[int, ...] = ()

    @property
    def gap(self) -> float | None:
        """How far from the best there is this may be, as a share of it; None when unknown."""
        if self.bound is None:
            return None
        return (self.objective - self.bound) / max(1, abs(self.objective))


@record(frozen=True)
class WayOut:
    """One change after which groups can be formed: one click. `words` say it to the teacher.

    `drop` and `soften` speak of rule ids (`soften`: rule id and its new count); `unlock` of
    student ids; `smallest`, `largest` and `groups` are new values where not None (`any_number`:
    let the engine choose how many).
    """

    words: str
    drop: tuple[int, ...] = ()
    soften: tuple[tuple[int, int], ...] = ()
    unlock: tuple[int, ...] = ()
    smallest: int | None = None
    largest: int | None = None
    groups: int | None = None
    any_number: bool = False


@record(frozen=True)
class ImpossibleGrouping:
    """No grouping keeps all rules; `rules` names a smallest set that cannot hold together.

    Each of `ways_out` mends the whole problem on its own, the least change first.
    """

    rules: tuple[str, ...]
    explanation: str
    ways_out: tuple[WayOut, ...] = ()


@record(frozen=True)
class MoveCost:
    """What it would mean to have a student in another group: one sentence, and the numbers.

    `breaks` are the names of rules it would break; `cost` is what the whole grouping would cost
    more (below 0: less); `partner_id` would come back in exchange, None when she moves alone.
    """

    identity_key: str
    sentence: str
    breaks: tuple[str, ...]
    cost: int
    partner_id: int | None = None


@record(frozen=True)
class WhyStudent:
    """Why a student is in her group (`here`), and every other group, the cheapest first."""

    student_id: int
    here: str
    moves: tuple[MoveCost, ...]


@record(frozen=True)
class MoveJudged:
    """What moving one student alone would cost (below 0: better), and the rules it breaks."""

    cost: int
    breaks: tuple[str, ...]


@record(frozen=True)
class GroupingChoice:
    """One of a few good groupings, and in a sentence what it trades."""

    proposal: GroupingProposal
    trades: str


@record(frozen=True)
class WeeksAhead:
    """Groups for several weeks, first week first. `repeats` counts meetings beyond the first."""

    weeks: tuple[GroupingProposal, ...]
    repeats: int
    note: str = ""


@record(frozen=True)
class StudentOnPile:
    """A student as her pile shows her. `score` is raw (“2/5”), `short` a few words, `why` a
    sentence; `home` is the word of the group the teacher moved her out of, where it is known.
    `moves` says that she leaves the group she had when the draft is used.
    """

    student_id: int
    name: str
    level: MasteryLevel
    score: str
    short: str
    why: str
    is_borderline: bool = False
    is_locked: bool = False
    is_moved: bool = False
    home: str = ""
    moves: bool = False
    is_absent: bool = False


@record(frozen=True)
class Pile:
    """A small group on the teacher's table; `todo` is what its level calls for.

    `topic` is what an interest group works on, or the work a make-up group has to hand in.
    """

    identity: GroupIdentity
    level: MasteryLevel
    todo: str
    students: tuple[StudentOnPile, ...]
    small_group_id: int | None = None
    topic: str = ""
