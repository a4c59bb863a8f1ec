from datetime import date

import pytest

from plplanner.gradebook.rows import Evidence
from plplanner.grouping.changes import (
    changes_of,
    with_moves_marked,
    with_stay,
    with_stays_explained,
)
from plplanner.grouping.draft import Draft
from plplanner.grouping.rows import (
    EarlierGroup,
    EarlierGroups,
    GroupingProposal,
    GroupProposal,
    Reason,
)
from plplanner.terms import GROUP_IDENTITIES, MasteryLevel
from tests.grouping.builders import a_problem

RIVER, COMET, MAPLE = GROUP_IDENTITIES[:3]
BEFORE = EarlierGroups(
    date(2026, 11, 12), (EarlierGroup(RIVER, (0, 1, 2)), EarlierGroup(COMET, (3, 4, 5)))
)


def a_draft(*groups, points=(1, 1, 5, 5, 5, 5)):
    """Groups as (identity, numbers), formed of students with these points of 5."""
    formed = GroupingProposal(
        groups=tuple(GroupProposal(one, ids, MasteryLevel.SECURE) for one, ids in groups),
        reasons=tuple(Reason(one, "A reason.") for _, ids in groups for one in ids),
        objective=0,
        bound=0,
        status="optimal",
    )
    return Draft(a_problem(*points), formed)


@pytest.fixture
def draft():
    return a_draft((COMET, (2, 3, 4, 5)), (RIVER, (0, 1)))


def test_who_is_not_in_the_group_that_goes_on_moves(draft):
    changes = changes_of(draft, BEFORE)
    (cy,) = changes.moves
    assert (cy.name, cy.before, cy.after) == ("Cy", RIVER, COMET)
    assert (changes.count, changes.students) == (1, 6)


def test_the_reason_says_the_scores_then_and_now(draft):
    was = Evidence(2, MasteryLevel.NOT_YET, 40.0, 2.0, 5.0)
    assert changes_of(draft, BEFORE).moves[0].why == "5/5, secure."
    assert changes_of(draft, BEFORE, {2: was}).moves[0].why == "2/5, then 5/5."
    same = Evidence(2, MasteryLevel.SECURE, 80.0, 4.0, 5.0)
    assert changes_of(draft, BEFORE, {2: same}).moves[0].why == "4/5, then 5/5. Two checks agree."


def test_a_borderline_score_and_a_missing_one_are_said():
    draft = a_draft((COMET, (2, 1, 3, 4, 5)), (RIVER, (0,)), points=(1, None, 4, 5, 5, 5))
    whys = [move.why for move in changes_of(draft, BEFORE).moves]
    assert whys == ["4/5, secure. Borderline.", "No score yet."]


def test_who_is_left_where_she_was_stays_and_can_move_after_all(draft):
    left = with_stay(draft, BEFORE, 2, stays=True)
    changes = changes_of(left, BEFORE)
    assert (changes.moves[0].stays, changes.count) == (True, 0)
    assert 2 in left.proposal.groups[1].student_ids
    assert with_stay(left, BEFORE, 2, stays=False) == draft


def test_a_move_by_hand_out_of_the_old_group_is_a_change_of_hers(draft):
    changes = changes_of(draft.with_move(0, COMET.key), BEFORE)
    assert [(move.name, move.why) for move in changes.moves][1:] == [("Ana", "Moved by you.")]


def test_nobody_can_stay_in_a_group_that_does_not_go_on():
    draft = a_draft((COMET, (0, 1, 2, 3, 4, 5)))
    (ana, *_), count = changes_of(draft, BEFORE).moves, changes_of(draft, BEFORE).count
    assert (ana.can_stay, ana.stays, count) == (False, False, 3)
    assert with_stay(draft, BEFORE, 0, stays=True) == draft


def test_other_names_move_nobody():
    shuffled = a_draft((MAPLE, (3, 4, 5)), (COMET, (0, 1, 2)))
    assert changes_of(shuffled, BEFORE).moves == ()


def test_under_other_names_both_groups_are_called_as_they_lie_on_the_table():
    shuffled = a_draft((MAPLE, (2, 3, 4, 5)), (COMET, (0, 1)))
    (cy,) = changes_of(shuffled, BEFORE).moves
    assert (cy.before, cy.after) == (COMET, MAPLE)


def test_a_new_student_is_not_a_move():
    draft = a_draft((COMET, (3, 4, 5)), (RIVER, (0, 1, 2, 6)), points=(1, 1, 1, 5, 5, 5, 2))
    assert changes_of(draft, BEFORE).moves == ()
    assert with_stay(draft, BEFORE, 6, stays=True) == draft


def test_piles_mark_who_moves_and_not_who_stays_as_moved_by_hand(draft):
    def marks(one):
        piles = with_moves_marked(one.piles((), ""), changes_of(one, BEFORE))
        cy = next(s for pile in piles for s in pile.students if s.name == "Cy")
        return cy.moves, cy.is_moved

    assert marks(draft) == (True, False)
    assert marks(with_stay(draft, BEFORE, 2, stays=True)) == (False, False)


def test_the_reason_saved_says_who_was_left_where_she_was(draft):
    left = with_stay(draft, BEFORE, 2, stays=True)
    saved = with_stays_explained(left.to_save(), left.problem.students, changes_of(left, BEFORE))
    assert {one.student_id: one.text for one in saved.reasons}[2] == (
        "Cy has 5 of 5, secure; left in River by you."
    )
