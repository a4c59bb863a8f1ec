import pytest

from plplanner.printing.page import new_sheets
from plplanner.printing.parts import (
    Style,
    draw_parts,
    group_mark,
    height_of,
    name_head,
    paragraph,
    space,
    written_line,
)
from plplanner.terms import Paper, group_identity
from tests.printing.reading_pdf import words_of

LONG = "Alexandrina Wilhelmina Montgomery-Featherstonehaugh de la Cruz"


@pytest.fixture
def sheets():
    page = new_sheets(paper=Paper.LETTER, title="x")
    page.start_page()
    return page


def head_of(sheets, name, **more):
    group = group_identity("lantern_stone")
    return name_head(sheets, name, group, width=332, leading=30, symbol=28, word=20, **more)


def test_heights_add_up_and_parts_follow_each_other(sheets):
    text = paragraph(sheets, "one two three", Style(20, 25), 60)
    assert text.height == 75
    assert height_of([text, space(5)]) == 80
    assert draw_parts([text, space(5)], 100, 100) == 180


def test_a_short_name_stands_beside_its_group(sheets):
    part, beside = head_of(sheets, "Ana G.")
    assert beside
    assert part.height == 30


def test_a_name_of_sixty_letters_is_printed_whole_and_not_under_eleven_points(sheets):
    part, beside = head_of(sheets, LONG)
    assert not beside
    part.draw(100, 100)
    words = words_of(sheets.pdf())
    name = [piece for piece in words if piece.top < 140]
    assert _letters("".join(piece.text for piece in name)) == _letters(LONG)
    assert all(piece.points >= 10.99 and piece.right <= 432.5 for piece in name)


def test_the_day_moves_beside_the_group_under_a_long_name(sheets):
    part, _ = head_of(sheets, LONG, left_below="Mon Nov 23")
    part.draw(100, 100)
    words = {piece.text: piece for piece in words_of(sheets.pdf())}
    assert words["Mon Nov 23"].top == pytest.approx(words["Lantern Stone"].top, abs=8)


def test_a_card_number_follows_the_name(sheets):
    part, _ = head_of(sheets, "Ana", suffix=", card 1 of 2")
    part.draw(100, 100)
    words = {piece.text: piece for piece in words_of(sheets.pdf())}
    assert words["Ana"].right < words[", card 1 of 2"].left


def test_a_group_is_symbol_and_word(sheets):
    width, draw = group_mark(sheets, group_identity("river"), symbol=28, word=20)
    draw(400, 100, 30)
    (words,) = words_of(sheets.pdf())
    assert words.text == "River"
    assert words.right <= 400.5
    assert width > 28 + 8


def test_a_line_to_write_on_leaves_room_for_its_label(sheets):
    part = written_line(sheets, "because", Style(14.5, 19), 300)
    part.draw(100, 100)
    (words,) = words_of(sheets.pdf())
    assert words.text == "because"
    assert part.height == 19


def _letters(text):
    return "".join(character for character in text if character.isalpha())
