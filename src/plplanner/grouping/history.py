"""Groups of earlier days: what each is called, how it lay on the table, and what changed since."""

from collections.abc import Mapping, Sequence
from datetime import date

from plplanner.grouping.changes import GroupChanges, Move
from plplanner.grouping.names_kept import names_that_go_on, past_as_earlier
from plplanner.grouping.piles import score_short, todo
from plplanner.grouping.rows import Pile, StudentOnPile, StudentToGroup
from plplanner.grouping.saved.rows import PastGroup, PastGroups
from plplanner.records import record
from plplanner.terms import LEVEL_WORDS, GroupIdentity, GroupSetState


@record(frozen=True)
class HistoryEntry:
    """Groups of a day as the row at the foot names them: “Thu 12 Nov”, or “Thu 12 Nov, 2nd”."""

    id: int
    says: str


def day_words(day: date) -> str:
    """“Mon 23 Nov”."""
    return f"{day:%a} {day.day} {day:%b}"


def in_use(history: Sequence[PastGroups]) -> tuple[PastGroups, ...]:
    """The groups the class worked in; drafts put aside are not history."""
    return tuple(one for one in history if one.state is GroupSetState.IN_USE)


def entries_of(history: Sequence[PastGroups]) -> tuple[HistoryEntry, ...]:
    """The history as chips, newest first; several of one day are numbered as they were made.

    A draft for a later week is “From Mon 30 Nov”.
    """
    days = [None if _is_ahead(one) else one.created_on for one in history]
    found = []
    for place, one in enumerate(history):
        says = day_words(one.created_on)
        if days.count(one.created_on) > 1:
            says = f"{says}, {_ordinal(days[place:].count(one.created_on))}"
        if one.starts_on is not None and _is_ahead(one):
            says = f"From {day_words(one.starts_on)}"
        elif one.state is GroupSetState.DRAFT:
            says = f"Draft of {says}"
        found.append(HistoryEntry(one.id, says))
    return tuple(found)


def _is_ahead(one: PastGroups) -> bool:
    """A draft for a day of its own is called by that day."""
    return one.state is GroupSetState.DRAFT and one.starts_on is not None


def piles_then(
    past: PastGroups, newest: PastGroups, students: Sequence[StudentToGroup]
) -> tuple[Pile, ...]:
    """The groups of an earlier day, each student with where she is now.

    Marks and scores are today's. Who has left the class since is on no pile.
    """
    known = {one.student_id: one for one in students}
    now = _seats(newest)
    elsewhere = {move.student_id for move in changes_since(past, newest, known).moves}
    return tuple(
        Pile(
            identity=group.identity,
            level=group.level,
            todo=todo(group.level, ""),
            students=tuple(
                _then(known[one], group.identity, now.get(one), moves=one in elsewhere)
                for one, _ in group.members
                if one in known
            ),
        )
        for group in past.groups
    )


def changes_since(
    past: PastGroups, newest: PastGroups, students: Mapping[int, StudentToGroup]
) -> GroupChanges:
    """Who sits elsewhere now: not in the group that goes on from hers."""
    members = [{one for one, _ in group.members} for group in newest.groups]
    names = names_that_go_on(members, past_as_earlier(past))
    goes_on = {old.key: newest.groups[place].identity for place, old in names.items()}
    now = {one: group for group in newest.groups for one, _ in group.members if one in students}
    seats = [(one, group) for group in past.groups for one, _ in group.members if one in now]
    return GroupChanges(
        tuple(
            Move(
                one,
                students[one].name,
                before=group.identity,
                after=now[one].identity,
                why=_then_and_now(group, now[one]),
            )
            for one, group in seats
            if goes_on.get(group.identity.key) != now[one].identity
        ),
        len(seats),
    )


def _then_and_now(then: PastGroup, now: PastGroup) -> str:
    if then.identity == now.identity:
        return f"{now.identity.word} has other students now."
    if then.level is now.level:
        return f"{LEVEL_WORDS[then.level]} both times."
    return f"{LEVEL_WORDS[then.level]} then, {LEVEL_WORDS[now.level].lower()} now."


def _then(
    student: StudentToGroup, then: GroupIdentity, now: GroupIdentity | None, *, moves: bool
) -> StudentOnPile:
    if now is None:
        short = "in no group now"
    elif not moves:
        short = "together still"
    else:
        short = f"another {now.word} now" if now == then else f"now in {now.word}"
    return StudentOnPile(
        student_id=student.student_id,
        name=student.name,
        level=student.evidence.level,
        score=score_short(student.evidence),
        short=short,
        why=f"{student.name} is {short}.",
        moves=moves,
    )


def _seats(groups: PastGroups) -> dict[int, GroupIdentity]:
    return {one: group.identity for group in groups.groups for one, _ in group.members}


def _ordinal(number: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{'th' if 10 < number % 100 < 14 else ending}"
