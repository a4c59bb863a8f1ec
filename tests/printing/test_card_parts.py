import pytest

from plplanner.printing.card_parts import (
    ROOMY,
    TIGHT,
    Numbering,
    feeling_parts,
    goal_part,
    head_part,
    may_parts,
    must_heading,
    must_part,
    show_part,
    stop_part,
)
from plplanner.printing.page import new_sheets
from plplanner.printing.parts import draw_parts, height_of
from plplanner.printing.rows import CardItem
from plplanner.terms import Paper, ResourceKind
from tests.printing.reading_pdf import words_of
from tests.printing.sample_sheets import SPANISH, a_card

WIDTH = 330


@pytest.fixture
def sheets():
    page = new_sheets(paper=Paper.LETTER, title="x")
    page.start_page()
    return page


def drawn(sheets, parts):
    end = draw_parts(parts, 100, 100)
    words = words_of(sheets.pdf())
    assert all(piece.left >= 100 and piece.right <= 100 + WIDTH + 1 for piece in words)
    assert all(piece.top >= 100 and piece.bottom <= end for piece in words)
    return [piece.text for piece in words]


def test_a_single_card_has_no_number(sheets):
    assert drawn(sheets, [head_part(sheets, a_card(), WIDTH, Numbering(1, 1))]) == [
        "Ana G.",
        "River",
    ]


def test_the_goal_stands_in_two_languages(sheets):
    words = drawn(sheets, [goal_part(sheets, a_card(i_can_at_home=SPANISH), WIDTH, ROOMY)])
    assert words[0] == "I can name a unit fraction."
    assert "Nov 23 to Nov 27" in words
    assert "FL3" in words


def test_a_family_language_that_reads_from_the_right_begins_there(sheets):
    card = a_card(i_can_at_home="أستطيع", link=None)
    goal_part(sheets, card, WIDTH, ROOMY).draw(100, 100)
    arabic = next(piece for piece in words_of(sheets.pdf()) if "أ" in piece.text)
    assert arabic.right == pytest.approx(100 + WIDTH, abs=3)


@pytest.mark.parametrize("air", [ROOMY, TIGHT])
def test_a_task_names_its_place_and_minutes(sheets, air):
    item = CardItem("Fraction strips", ResourceKind.MANIPULATIVE, "table 3", 10)
    words = drawn(
        sheets, [must_heading(sheets, WIDTH), must_part(sheets, item, WIDTH, kinds=True, air=air)]
    )
    assert words == ["Must do", "Fraction strips", "table 3", "10 min"]


def test_a_long_title_wraps_and_puts_its_place_below(sheets):
    item = CardItem("A title that is far too long for one line of a card", None, "the carpet", 5)
    part = must_part(sheets, item, WIDTH, kinds=False, air=ROOMY)
    assert part.height > ROOMY.row
    assert "the carpet" in drawn(sheets, [part])


def test_a_task_without_place_or_minutes_is_only_its_title(sheets):
    item = CardItem("Finish", None, "", None)
    assert drawn(sheets, [must_part(sheets, item, WIDTH, kinds=False, air=ROOMY)]) == ["Finish"]


def test_the_check_in_is_framed_text(sheets):
    assert drawn(sheets, [stop_part(sheets, "Show your teacher.", WIDTH, ROOMY)]) == [
        "Show your teacher."
    ]


def test_choices_wrap_to_new_rows(sheets):
    parts = may_parts(sheets, ("Match game", "Story problem", "Draw it", "Read it"), WIDTH, ROOMY)
    words = drawn(sheets, parts)
    assert words[:2] == ["May do", "choose one"]
    assert words[-1] == "My idea"
    assert len(parts) == 4


def test_a_long_check_stands_below_its_heading(sheets):
    short = show_part(sheets, "5 questions", WIDTH, ROOMY)
    long = show_part(sheets, "Explain in your own words how you know that", WIDTH, ROOMY)
    assert long.height > short.height
    assert drawn(sheets, [long])[0] == "Show what you know"


def test_the_last_lines_ask_how_it_was(sheets):
    words = drawn(sheets, feeling_parts(sheets, WIDTH))
    assert words == ["It was", "easy", "just right", "hard", "because"]


def test_tight_saves_room_and_no_letters(sheets):
    choices = ("Match game", "Story problem")
    assert height_of(may_parts(sheets, choices, WIDTH, TIGHT)) < height_of(
        may_parts(sheets, choices, WIDTH, ROOMY)
    )
