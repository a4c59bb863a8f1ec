import pytest

from plplanner.importing.item_results import (
    is_key,
    is_left_open,
    result_by_key,
    result_in_words,
    result_of_points,
    right_in,
    where_counts_agree,
)
from plplanner.terms import ItemResult

RIGHT, WRONG, OPEN = ItemResult.RIGHT, ItemResult.WRONG, ItemResult.NOT_ANSWERED


@pytest.mark.parametrize(
    ("answer", "key", "result"),
    [("A", "a", RIGHT), ("B", "A, B", RIGHT), ("C", "A", WRONG), ("-", "A", OPEN), ("B", "", None)],
)
def test_an_answer_is_held_against_its_key(answer, key, result):
    assert result_by_key(answer, key) is result


def test_a_key_is_letters_or_nothing():
    assert [is_key(text) for text in ("A", "a;b", "", "-", "Warm-up", "https")] == [
        True, True, True, True, False, False,
    ]  # fmt: skip
    assert is_left_open(" – ")


def test_part_of_the_points_is_neither_right_nor_wrong():
    given = [(2, 2), (0, 2), (1, 2), (None, 2), (3, 0), (1, None)]
    assert [result_of_points(*one) for one in given] == [RIGHT, WRONG, None, None, None, None]


def test_items_stay_where_the_files_own_result_agrees():
    items = dict.fromkeys(range(10), (RIGHT, WRONG)) | {10: (None, None)}
    said = {**dict.fromkeys(range(10), 1.0), 9: 2.0}
    added = {row: float(right_in(found)) for row, found in items.items()}
    assert list(where_counts_agree(items, said=said, added=added)) == list(range(9))


def test_a_key_that_was_not_understood_says_nothing_at_all():
    items = {0: (RIGHT,), 1: (RIGHT,)}
    assert where_counts_agree(items, said={0: 1.0, 1: 0.0}, added={0: 1.0, 1: 1.0}) == {}


def test_rounding_may_put_points_and_their_sum_apart():
    items = {0: (RIGHT,) * 3}
    told = {"said": {0: 10.0}, "added": {0: 9.99}}
    assert where_counts_agree(items, **told) == {}
    assert where_counts_agree(items, **told, within=0.02) == items


def test_right_and_wrong_are_told_in_words_and_signs():
    said = [" Correct", "✓", "1", "falsch", "✗", "0", "", "Unattempted", "Paris", "12"]
    assert [result_in_words(text) for text in said] == [
        RIGHT, RIGHT, RIGHT, WRONG, WRONG, WRONG, OPEN, OPEN, None, None,
    ]  # fmt: skip
