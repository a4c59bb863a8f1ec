"""Small groups as problems, proposals, reasons and saved sets. For teachers' eyes only."""

from dataclasses import dataclass
from datetime import date

from plplanner.gradebook.rows import Evidence
from plplanner.terms import GroupIdentity, MasteryLevel, RuleKind


@dataclass(frozen=True)
class StudentToGroup:
    """One student as the engine sees her.

    `key` orders students and breaks ties: built from the name and ids in the teacher's own
    records, so the answer does not hang on row order or on ids of this planner file.
    """

    student_id: int
    key: str
    name: str
    evidence: Evidence


@dataclass(frozen=True)
class RuleToKeep:
    """Keep these students apart, or together. `name` is how the teacher reads it aloud."""

    kind: RuleKind
    student_ids: tuple[int, ...]
    name: str
    id: int | None = None


@dataclass(frozen=True)
class Lock:
    """The teacher keeps this student in the group of this identity, whatever else changes."""

    student_id: int
    identity: GroupIdentity


@dataclass(frozen=True)
class GroupingBasis:
    """What groups rest on: one assessment, or all scores on some standards.

    `words` says it for the teacher; `standard_id` is the standard the groups will work on.
    """

    words: str
    assessment_id: int | None = None
    codes: tuple[str, ...] = ()
    standard_id: int | None = None


@dataclass(frozen=True)
class GroupingProblem:
    """Everything the engine needs; nothing else decides the answer.

    `smallest` and `largest` bound every group (students); `groups` fixes how many, or None to
    let the engine choose. `seed` deals names and their order, and moves nobody. `locks` are kept
    like rules, and their groups keep their identity whatever the seed.
    """

    students: tuple[StudentToGroup, ...]
    rules: tuple[RuleToKeep, ...] = ()
    smallest: int = 3
    largest: int = 8
    groups: int | None = None
    seed: int = 0
    locks: tuple[Lock, ...] = ()


@dataclass(frozen=True)
class Reason:
    """Why a student is in this group, as one sentence for the teacher."""

    student_id: int
    text: str


@dataclass(frozen=True)
class GroupProposal:
    """One proposed small group. `level` is the level most of its members share."""

    identity: GroupIdentity
    student_ids: tuple[int, ...]
    level: MasteryLevel


@dataclass(frozen=True)
class GroupingProposal:
    """Proposed groups with a reason per student. Shown, edited, then accepted.

    `objective` is the sum the engine made small (integer, see `form_groups`); `bound` is a
    proven lower bound or None; `status` is `optimal` only when bound == objective, else
    `feasible`. `notes` say what the teacher should know, e.g. that everyone is secure.
    """

    groups: tuple[GroupProposal, ...]
    reasons: tuple[Reason, ...]
    objective: int
    bound: int | None
    status: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class ImpossibleGrouping:
    """No grouping keeps all rules; `rules` names a smallest set that cannot hold together."""

    rules: tuple[str, ...]
    explanation: str


@dataclass(frozen=True)
class MemberRow:
    """A student in a saved small group, with the reason given then."""

    student_id: int
    name: str
    reason: str
    locked: bool = False
    moved: bool = False


@dataclass(frozen=True)
class SmallGroupRow:
    """A saved small group as screens show it."""

    id: int
    identity: GroupIdentity
    level: MasteryLevel
    members: tuple[MemberRow, ...]


@dataclass(frozen=True)
class GroupSetRow:
    """The groups of a date."""

    id: int
    class_id: int
    created_on: date
    basis: str
    standard_id: int | None
    groups: tuple[SmallGroupRow, ...]
    assessment_id: int | None = None


@dataclass(frozen=True)
class StudentOnPile:
    """A student as her pile shows her. `score` is raw (“2/5”), `short` a few words, `why` a
    sentence; `home` is the word of the group the teacher moved her out of, where it is known.
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


@dataclass(frozen=True)
class Pile:
    """A small group on the teacher's table; `todo` is what its level calls for."""

    identity: GroupIdentity
    level: MasteryLevel
    todo: str
    students: tuple[StudentOnPile, ...]
    small_group_id: int | None = None
