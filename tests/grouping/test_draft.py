from plplanner.grouping.draft import (
    SIZE_CHOICES,
    USUAL_SIZE,
    Draft,
    with_lock_following,
    with_lock_toggled,
)
from plplanner.grouping.form_groups import form_groups
from plplanner.grouping.rows import Lock
from plplanner.terms import GROUP_IDENTITIES
from tests.grouping.builders import a_problem

RIVER, COMET = GROUP_IDENTITIES[:2]
PROBLEM = a_problem(*[0] * 3, *[5] * 3, groups=2, smallest=1, largest=6)
DRAFT = Draft(PROBLEM, form_groups(PROBLEM))
FIRST, SECOND = DRAFT.formed.groups


def test_a_moved_student_is_marked_with_the_group_she_was_formed_in():
    one = FIRST.student_ids[0]
    piles = DRAFT.with_move(one, SECOND.identity.key).piles((), "")
    found = next(o for o in piles[1].students if o.student_id == one)
    assert (found.is_moved, found.home) == (True, FIRST.identity.word)


def test_moved_back_she_is_not_moved_any_more():
    one = FIRST.student_ids[0]
    there = DRAFT.with_move(one, SECOND.identity.key)
    assert there.with_move(one, FIRST.identity.key) == DRAFT


def test_what_is_saved_has_no_empty_group():
    draft = DRAFT
    for one in FIRST.student_ids:
        draft = draft.with_move(one, SECOND.identity.key)
    assert [len(group.student_ids) for group in draft.to_save().groups] == [6]


def test_a_lock_comes_and_goes_and_follows_a_move():
    locks = with_lock_toggled((), 1, RIVER)
    assert locks == (Lock(1, RIVER),)
    assert with_lock_following(locks, 1, COMET) == (Lock(1, COMET),)
    assert with_lock_following(locks, 2, COMET) == locks
    assert with_lock_toggled(locks, 1, RIVER) == ()


def test_sizes_to_choose_from_begin_with_the_usual():
    assert SIZE_CHOICES[0] is USUAL_SIZE
    assert len({choice.words for choice in SIZE_CHOICES}) == len(SIZE_CHOICES)
