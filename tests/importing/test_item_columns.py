from dataclasses import replace

from plplanner.importing.item_columns import with_item_columns, with_items_of
from plplanner.importing.rows import ScoreRead
from plplanner.terms import ItemResult
from tests.importing.files import read_text

RIGHT, WRONG = ItemResult.RIGHT, ItemResult.WRONG


def items(text):
    return [row[0].items for row in read_text(text).scores]


def test_columns_of_zeros_and_ones_are_items():
    text = "Student,Score,Q2,Q1\nAnn Li,1,1,0\nBo Ek,2,1,1\nCy Oz,0,0,0\n"
    assert items(text) == [(WRONG, RIGHT), (RIGHT, RIGHT), (WRONG, WRONG)]


def test_a_points_row_says_what_an_item_is_worth_and_a_blank_says_nothing():
    text = "Student,Item 1,Item 2,Total\nPoints possible,1,2,3\nAnn Li,1,2,3\nBo Ek,0,1,1\n"
    text += "Cy Oz,1,,1\n"
    assert items(text) == [(RIGHT, RIGHT), (WRONG, None), (RIGHT, None)]


def test_without_points_nothing_is_said_of_larger_numbers():
    assert items("Student,Score,Q1,Q2\nAnn Li,3,2,1\nBo Ek,1,1,0\n") == [
        (None, RIGHT), (None, WRONG),
    ]  # fmt: skip


def test_a_file_of_several_tests_or_one_item_is_left_as_it_is():
    for text in ("Name,Quiz /5,Exit /4\nAnn,4,1\n", "Name,Quiz /5\nAnn,4\n"):
        read = read_text(text)
        assert with_item_columns(read, [1]) is read
    bare = replace(read_text("Name,Quiz /5\nAnn,4\n"), source=None)
    assert with_item_columns(bare, [0, 1]) is bare


def test_items_outlive_a_correction_that_leaves_the_result_alone():
    first = ScoreRead(points=1, items=(RIGHT, WRONG))
    again = ((ScoreRead(points=1, possible=2),), (ScoreRead(points=2),))
    kept = with_items_of(again, [{0: first}, {0: first}])
    assert [row[0].items for row in kept] == [(RIGHT, WRONG), ()]
    assert with_items_of(again, []) == again
