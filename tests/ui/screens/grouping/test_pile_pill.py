import pytest

from plplanner.ui.screens.grouping.pile_pill import has_room_for_words, pill_of


@pytest.mark.parametrize(
    ("marks", "word"),
    [
        ({}, None),
        ({"is_borderline": True}, "borderline"),
        ({"is_borderline": True, "is_moved": True}, "moved"),
        ({"is_moved": True, "moves": True}, "moves"),
        ({"moves": True, "is_absent": True}, "absent"),
    ],
)
def test_the_most_pressing_is_said(a_pile, marks, word):
    (one,) = a_pile(0, "Ana", **marks).students
    pill = pill_of(one, is_read_only=False, has_scores=True)
    assert (pill and pill.word) == word


def test_on_another_day_who_moves_was_elsewhere(a_pile):
    (one,) = a_pile(0, "Ana", moves=True).students
    assert pill_of(one, is_read_only=True, has_scores=True).word == "elsewhere"


@pytest.mark.parametrize(("room", "has_words"), [(16, True), (15, False)])
def test_one_name_too_long_turns_all_words_to_signs(a_pile, room, has_words):
    pile = a_pile(0, "Ana", "Fatima", is_borderline=True)
    rows = [(one.name, pill_of(one, is_read_only=False, has_scores=True)) for one in pile.students]
    fits = has_room_for_words(rows, room=room, wide=len, wide_of_pill=len)
    assert fits is has_words


def test_a_long_name_without_a_pill_asks_for_nothing():
    assert has_room_for_words([("Bartholomew", None)], room=4, wide=len, wide_of_pill=len)
