from plplanner.grouping.broken_rules import broken_rules
from plplanner.grouping.form_groups import form_groups
from plplanner.grouping.moving import homes, with_moves, without_empty
from plplanner.terms import MasteryLevel
from tests.grouping.builders import a_problem

PROBLEM = a_problem(*[0] * 3, *[5] * 3, groups=2, smallest=1, largest=6)
FORMED = form_groups(PROBLEM)


def key_without(student_id):
    return next(g.identity.key for g in FORMED.groups if student_id not in g.student_ids)


def test_a_move_puts_the_student_there_and_the_proposal_stays_sound():
    moved = with_moves(PROBLEM, FORMED, {0: key_without(0)})
    assert homes(moved)[0] == key_without(0)
    assert broken_rules(PROBLEM, moved) == ()
    assert (moved.status, moved.bound) == ("feasible", None)
    assert moved.objective > FORMED.objective


def test_the_reason_says_who_moved_her():
    moved = with_moves(PROBLEM, FORMED, {0: key_without(0)})
    word = next(g.identity.word for g in FORMED.groups if g.identity.key == key_without(0))
    reasons = {one.student_id: one.text for one in moved.reasons}
    assert reasons[0] == f"Ana has 0 of 5, not yet; moved to {word} by you."
    assert reasons[1] == {one.student_id: one.text for one in FORMED.reasons}[1]


def test_a_move_home_and_a_move_of_a_stranger_change_nothing():
    assert with_moves(PROBLEM, FORMED, {0: homes(FORMED)[0], 99: key_without(0)}) == FORMED


def test_levels_follow_the_members_and_an_empty_group_is_not_saved():
    emptied = with_moves(PROBLEM, FORMED, {one: key_without(0) for one in (0, 1, 2)})
    assert [len(group.student_ids) for group in without_empty(emptied).groups] == [6]
    assert without_empty(emptied).groups[0].level is MasteryLevel.NOT_YET
    assert len(emptied.groups) == 2
