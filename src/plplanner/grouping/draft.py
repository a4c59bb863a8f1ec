"""A grouping the teacher is still shaping: what was formed, and what she has moved since."""

from collections.abc import Mapping
from dataclasses import field, replace

from plplanner.gradebook.mastery import DEFAULT_SCALE, MasteryScale
from plplanner.grouping.locks import lock_of
from plplanner.grouping.moving import homes, with_moves, without_empty
from plplanner.grouping.piles import piles_of_proposal
from plplanner.grouping.rows import (
    GroupingBasis,
    GroupingProblem,
    GroupingProposal,
    Lock,
    Pile,
)
from plplanner.records import record
from plplanner.terms import GroupIdentity, GroupingStrategy


@record(frozen=True)
class SizeChoice:
    """How large groups may be, as (smallest, largest), or how many there are; or neither."""

    words: str
    size: tuple[int, int] | None = None
    groups: int | None = None


USUAL_CALM = 3
USUAL_SIZE = SizeChoice("About 6")
SIZE_CHOICES = (
    USUAL_SIZE,
    *(SizeChoice(f"{low}–{high}", size=(low, high)) for low, high in ((2, 3), (3, 4), (3, 6),
                                                                     (4, 6), (5, 8))),
    *(SizeChoice(f"{number} groups", groups=number) for number in range(2, 11)),
)  # fmt: skip


@record(frozen=True)
class Asked:
    """What the teacher asks of the engine; another answer to any of it forms groups anew.

    `calm` counts from 0 (anyone may move) to 4 (hardly anyone). `targets` are the standards of a
    skill profile, none meaning all; `topics` those of interest groups or of a jigsaw's experts.
    `anyway`: groups by need even of a class at one level.
    """

    basis: GroupingBasis | None = None
    size: SizeChoice = USUAL_SIZE
    scale: MasteryScale = DEFAULT_SCALE
    seed: int = 0
    locks: tuple[Lock, ...] = ()
    strategy: GroupingStrategy = GroupingStrategy.NEED
    calm: int = USUAL_CALM
    targets: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    anyway: bool = False


@record(frozen=True)
class Draft:
    """Groups as they were formed, and the moves since: student -> identity key."""

    problem: GroupingProblem
    formed: GroupingProposal
    moves: Mapping[int, str] = field(default_factory=dict)

    @property
    def proposal(self) -> GroupingProposal:
        """The groups as they stand now."""
        return with_moves(self.problem, self.formed, self.moves)

    def with_move(self, student_id: int, key: str) -> "Draft":
        """A student put into the group of this key; back at home she is not moved any more."""
        home = homes(self.formed).get(student_id)
        moves = {one: to for one, to in self.moves.items() if one != student_id}
        if home is not None and home != key:
            moves[student_id] = key
        return replace(self, moves=moves)

    def piles(self, locks: tuple[Lock, ...], focus: str) -> tuple[Pile, ...]:
        """What the table shows."""
        words = {group.identity.key: group.identity.word for group in self.formed.groups}
        home = homes(self.formed)
        return piles_of_proposal(
            self.proposal,
            self.problem.students,
            moved_from={one: words[home[one]] for one in self.moves},
            locks=locks,
            focus=focus,
        )

    def to_save(self) -> GroupingProposal:
        """The groups to accept: those that have students."""
        return without_empty(self.proposal)


def with_lock_toggled(
    locks: tuple[Lock, ...], student_id: int, identity: GroupIdentity
) -> tuple[Lock, ...]:
    """The locks with this student locked in this group, or let go if she was locked."""
    others = tuple(lock for lock in locks if lock.student_id != student_id)
    if lock_of(locks, student_id) is not None:
        return others
    return (*others, Lock(student_id, identity))


def with_lock_following(
    locks: tuple[Lock, ...], student_id: int, identity: GroupIdentity
) -> tuple[Lock, ...]:
    """The locks after a move: a locked student is now locked where she was put."""
    return tuple(
        Lock(student_id, identity) if lock.student_id == student_id else lock for lock in locks
    )
