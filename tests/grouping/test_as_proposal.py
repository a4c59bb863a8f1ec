from datetime import date

from plplanner.grouping.as_proposal import as_proposal
from plplanner.grouping.rows import GroupProposal, Reason
from plplanner.grouping.saved.rows import GroupSetRow, MemberRow, SmallGroupRow
from plplanner.terms import GROUP_IDENTITIES, MasteryLevel


def test_saved_groups_keep_their_identities_students_and_reasons():
    member = MemberRow(7, "Ana", "Ana has 5 of 5.")
    group = SmallGroupRow(1, GROUP_IDENTITIES[2], MasteryLevel.SECURE, (member,))
    proposal = as_proposal(GroupSetRow(1, 1, date(2026, 11, 20), "a quiz", None, (group,)))
    assert proposal.groups == (GroupProposal(GROUP_IDENTITIES[2], (7,), MasteryLevel.SECURE),)
    assert proposal.reasons == (Reason(7, "Ana has 5 of 5."),)
    assert (proposal.bound, proposal.status) == (None, "feasible")
