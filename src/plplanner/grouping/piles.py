"""Small groups as piles on the teacher's table: proposed ones and saved ones look alike."""

from collections.abc import Mapping, Sequence

from plplanner.gradebook.mastery import number_words
from plplanner.gradebook.rows import Evidence
from plplanner.grouping.rows import GroupingProposal, Lock, Pile, StudentOnPile, StudentToGroup
from plplanner.grouping.saved.rows import GroupSetRow, MemberRow
from plplanner.terms import LEVEL_WORDS, MasteryLevel, ScoreStatus

_TODO = {
    MasteryLevel.NOT_YET: "Reteach",
    MasteryLevel.NEARLY: "Practice",
    MasteryLevel.SECURE: "Extend",
    MasteryLevel.NO_EVIDENCE: "Check",
}
_ITEMS_NAMED = 4
SAME_NEED = "same need"
_NOTHING_COUNTS = {
    ScoreStatus.MISSING: "not handed in",
    ScoreStatus.EXCUSED: "excused",
    ScoreStatus.ABSENT: "was absent",
    ScoreStatus.INCOMPLETE: "not finished",
    ScoreStatus.NOT_ASSIGNED: "not assigned",
}


def piles_of_proposal(
    proposal: GroupingProposal,
    students: Sequence[StudentToGroup],
    *,
    moved_from: Mapping[int, str],
    locks: Sequence[Lock],
    focus: str = "",
) -> tuple[Pile, ...]:
    """Proposed groups; `moved_from` gives the word of the group a moved student was formed in."""
    known = {student.student_id: student for student in students}
    reasons = {reason.student_id: reason.text for reason in proposal.reasons}
    locked = {lock.student_id for lock in locks}
    topics = {one.student_id: one.topic for one in proposal.experts}
    return tuple(
        Pile(
            identity=group.identity,
            level=group.level,
            todo=todo(group.level, focus),
            students=tuple(
                _on_pile(
                    known[one],
                    group.level,
                    is_mixed=_is_mixed(known, group.student_ids),
                    why=reasons.get(one, ""),
                    is_locked=one in locked,
                    is_moved=one in moved_from,
                    home=moved_from.get(one, ""),
                    topic=topics.get(one, ""),
                )
                for one in group.student_ids
                if one in known
            ),
            topic=group.topic,
        )
        for group in proposal.groups
    )


def piles_of_saved(
    saved: GroupSetRow, students: Sequence[StudentToGroup], *, focus: str = ""
) -> tuple[Pile, ...]:
    """Saved groups with the evidence of today; reasons are those given when they were formed."""
    known = {student.student_id: student for student in students}
    return tuple(
        Pile(
            identity=group.identity,
            level=group.level,
            todo=todo(group.level, focus),
            students=tuple(
                _on_pile(
                    known[member.student_id],
                    group.level,
                    is_mixed=_is_mixed(known, [one.student_id for one in group.members]),
                    why=_why_saved(member),
                    is_locked=member.locked,
                    is_moved=member.moved,
                    topic=member.expert_topic,
                )
                for member in group.members
                if member.student_id in known
            ),
            small_group_id=group.id,
            topic=group.topic,
        )
        for group in saved.groups
    )


def todo(level: MasteryLevel, focus: str) -> str:
    """What a level calls for: “Reteach 3.NF.A.2”. Never a name for a child or a group."""
    return f"{_TODO[level]} {focus}".strip()


def score_short(evidence: Evidence) -> str:
    """Raw points “2/5”, else the percent, else a dash."""
    if evidence.points is not None and evidence.possible is not None:
        return f"{number_words(evidence.points)}/{number_words(evidence.possible)}"
    if evidence.percent is not None:
        return f"{number_words(evidence.percent)} %"
    return "–"


def short_reason(evidence: Evidence, group_level: MasteryLevel) -> str:
    """Why, in the few words a chip has room for."""
    level = evidence.level
    if level is MasteryLevel.NO_EVIDENCE:
        return _NOTHING_COUNTS.get(evidence.status or ScoreStatus.NONE, "no score yet")
    if evidence.count > 1:
        return f"{LEVEL_WORDS[level].lower()} over {evidence.count}"
    if level is not group_level:
        return LEVEL_WORDS[level].lower()
    if evidence.points is not None and evidence.points == evidence.possible:
        return "all points"
    close = close_words(evidence) if evidence.borderline else ""
    return _missed_short(evidence) or close or SAME_NEED


def missed_words(evidence: Evidence) -> str:
    """“missed items 2, 4”, or how many where they are too many to name; "" when none is known."""
    missed = evidence.missed
    if len(missed) > _ITEMS_NAMED:
        return f"{_missed_short(evidence)} items"
    listed = ", ".join(map(str, missed))
    return f"missed item{'s' * (len(missed) > 1)} {listed}" if missed else ""


def _missed_short(evidence: Evidence) -> str:
    missed = evidence.missed
    if len(missed) > _ITEMS_NAMED:
        return f"missed {len(missed)} of {len(evidence.items)}"
    return f"missed {', '.join(map(str, missed))}" if missed else ""


def close_words(evidence: Evidence) -> str:
    """“close to nearly”: the level that one item would change it to."""
    words = [LEVEL_WORDS[level].lower() for level in evidence.close_to]
    if len(words) > 1:
        return "close to both cuts"
    return f"close to {words[0] if words else 'the cut'}"


def _why_saved(member: MemberRow) -> str:
    if member.moved and not member.reason.endswith("by you."):
        return f"Moved here by you. Before that: {member.reason}"
    return member.reason


def _is_mixed(known: Mapping[int, StudentToGroup], ids: Sequence[int]) -> bool:
    levels = {known[one].evidence.level for one in ids if one in known}
    return len(levels - {MasteryLevel.NO_EVIDENCE}) > 1


def _on_pile(
    student: StudentToGroup,
    group_level: MasteryLevel,
    *,
    is_mixed: bool,
    why: str,
    is_locked: bool,
    is_moved: bool,
    home: str = "",
    topic: str = "",
) -> StudentOnPile:
    """A jigsaw's expert is told apart by her topic, not by her need.

    Where a pile holds several levels its students do not share a need, so the level is said.
    """
    evidence = student.evidence
    short = short_reason(evidence, group_level)
    if is_mixed and short == SAME_NEED:
        short = LEVEL_WORDS[evidence.level].lower()
    return StudentOnPile(
        student_id=student.student_id,
        name=student.name,
        level=evidence.level,
        score=score_short(evidence),
        short=f"expert: {topic}" if topic else short,
        why=why,
        is_borderline=evidence.borderline,
        is_locked=is_locked,
        is_moved=is_moved,
        home=home,
    )
