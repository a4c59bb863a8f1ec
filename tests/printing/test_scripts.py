import pytest

from plplanner.printing.scripts import (
    Script,
    breaks_anywhere,
    clean_text,
    direction_levels,
    reads_right_to_left,
    script_of,
    visual_order,
)


def test_a_name_that_turns_the_line_around_loses_only_its_controls():
    assert clean_text("Ann\u202e  Bob\x00\n") == "Ann Bob"


def test_letters_are_composed_and_joiners_stay():
    assert clean_text("e\u0301") == "é"
    assert clean_text("क\u200dष") == "क\u200dष"


@pytest.mark.parametrize(
    ("character", "script"),
    [
        ("a", Script.LATIN),
        ("ễ", Script.LATIN),
        ("ш", Script.CYRILLIC),
        ("ש", Script.HEBREW),
        ("م", Script.ARABIC),
        ("प", Script.DEVANAGARI),
        ("王", Script.EAST_ASIAN),
        ("김", Script.EAST_ASIAN),
        ("4", None),
        (" ", None),
    ],
)
def test_every_letter_belongs_to_a_writing_system(character, script):
    assert script_of(character) is script


def test_chinese_breaks_anywhere_and_korean_at_spaces():
    assert breaks_anywhere("王")
    assert not breaks_anywhere("김")
    assert not breaks_anywhere("a")


def test_plain_text_has_one_direction():
    assert direction_levels("Ana 3") == (0,) * 5


def test_an_arabic_name_in_an_english_line_stands_higher():
    levels = direction_levels("Ali محمد")
    assert levels == (0, 0, 0, 0, 1, 1, 1, 1)


def test_numbers_in_an_arabic_line_keep_their_own_direction():
    levels = direction_levels("محمد 12")
    assert levels[0] == 1
    assert levels[-1] == 2


def test_brackets_go_with_the_line_they_belong_to():
    text = "ליאור (Lior) 12"
    levels = direction_levels(text)
    assert levels[text.index("(")] == levels[text.index(")")] == 1


def test_joiners_keep_the_direction_of_the_letter_before():
    assert len(direction_levels("می\u200cخواهم")) == len("می\u200cخواهم")


def test_the_first_letter_decides_where_a_paragraph_begins():
    assert reads_right_to_left("12 محمد")
    assert not reads_right_to_left("Ali محمد")


def test_runs_are_reordered_as_unicode_says():
    assert visual_order([0, 1, 0]) == (0, 1, 2)
    assert visual_order([1, 2, 1]) == (2, 1, 0)
    assert visual_order([0, 1, 2, 1, 0]) == (0, 3, 2, 1, 4)
    assert visual_order([]) == ()


def test_a_letter_newer_than_this_python_stops_nothing():
    assert direction_levels("\U00010808\U00018cd6") == (1, 2)
