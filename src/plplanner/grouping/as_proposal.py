"""Saved groups seen as a proposal, so that the engine can say what a move in them would cost."""

from plplanner.grouping.rows import GroupingProposal, GroupProposal, Reason
from plplanner.grouping.saved.rows import GroupSetRow


def as_proposal(saved: GroupSetRow) -> GroupingProposal:
    """The groups as they are now; nothing is known of their cost."""
    return GroupingProposal(
        groups=tuple(
            GroupProposal(
                group.identity, tuple(one.student_id for one in group.members), group.level
            )
            for group in saved.groups
        ),
        reasons=tuple(
            Reason(one.student_id, one.reason) for group in saved.groups for one in group.members
        ),
        objective=0,
        bound=None,
        status="feasible",
    )
