from plplanner.grouping.kept_rules import rule_states, size_warnings
from plplanner.grouping.rows import Pile, StudentOnPile
from plplanner.terms import GROUP_IDENTITIES, MasteryLevel
from tests.grouping.builders import apart, name_of, together

NEARLY, SECURE = MasteryLevel.NEARLY, MasteryLevel.SECURE


def a_pile(place, *students, level=NEARLY, locked=()):
    on_pile = tuple(
        StudentOnPile(n, name_of(n), NEARLY, "3/5", "", "", is_locked=n in locked) for n in students
    )
    return Pile(GROUP_IDENTITIES[place], level, "", on_pile)


def test_a_kept_rule_says_nothing():
    (state,) = rule_states([apart(0, 1)], [a_pile(0, 0), a_pile(1, 1)])
    assert (state.broken, state.mend) == ("", None)


def test_students_to_be_apart_who_share_a_group_are_named_with_the_move_that_helps():
    piles = [a_pile(0, 0, 1, 2), a_pile(1, 3, level=SECURE), a_pile(2, 4, 5)]
    (state,) = rule_states([apart(0, 1)], piles)
    assert state.broken == "Ana and Ben share River"
    assert state.mend == (1, "maple")  # the group of Ben's own level, though it is larger


def test_students_to_be_together_who_are_not_are_brought_together():
    (state,) = rule_states([together(0, 1, 2)], [a_pile(0, 0, 1), a_pile(1, 2, 3)])
    assert state.broken == "Ana, Ben and Cy are in 2 groups"
    assert state.mend == (2, "river")


def test_the_move_offered_breaks_no_other_rule_and_moves_nobody_who_is_locked():
    piles = [a_pile(0, 0, 1, locked=(1,)), a_pile(1, 2), a_pile(2, 3)]
    first, _ = rule_states([apart(0, 1), apart(0, 2)], piles)
    assert first.mend == (0, "maple")


def test_where_no_single_move_helps_none_is_offered():
    piles = [a_pile(0, 0, 1, locked=(0, 1)), a_pile(1, 2)]
    (state,) = rule_states([apart(0, 1)], piles)
    assert (state.broken, state.mend) == ("Ana and Ben share River", None)


def test_sizes_other_than_asked_for_are_said():
    piles = [a_pile(0), a_pile(1, 0), a_pile(2, 1, 2, 3, 4), a_pile(3, 5, 6)]
    assert size_warnings(piles, smallest=2, largest=3) == (
        "River has no students",
        "Comet has 1, at least 2 asked for",
        "Maple has 4, at most 3 asked for",
    )
