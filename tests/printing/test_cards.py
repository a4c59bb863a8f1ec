from dataclasses import replace

import cv2
import pytest

from plplanner.printing.cut_sheets import cells_of_page
from plplanner.printing.documents import cards_pdf
from plplanner.printing.rows import CardItem, CardLink
from plplanner.terms import Paper, ResourceKind
from tests.printing.papers import PAPERS
from tests.printing.reading_pdf import all_text, pages_of, picture, words_of
from tests.printing.sample_sheets import NAMES, SPANISH, a_card

SIZES = {Paper.LETTER: (850, 1100), Paper.A4: (826.77, 1169.29)}
LONG = "Alexandrina Wilhelmina Montgomery-Featherstonehaugh de la Cruz"


def items(count, title="Task {} with a rather long title that goes on"):
    return tuple(
        CardItem(title.format(number), ResourceKind.VIDEO, "the blue table by the window", 9)
        for number in range(1, count + 1)
    )


def inside_cells(pdf, paper):
    cells = cells_of_page(*SIZES[paper], columns=2, rows=2)
    return all(
        any(
            cell.left + 25 <= words.left
            and words.right <= cell.left + cell.width - 15
            and cell.top + 10 <= words.top
            and words.bottom <= cell.top + cell.height - 8
            for cell in cells
        )
        for words in words_of(pdf)
        if words.points >= 10
    )


@pytest.mark.parametrize("paper", PAPERS)
def test_thirty_six_cards_take_nine_sheets_and_nobody_is_missing(paper):
    names = [f"Student {number:02d}" for number in range(36)]
    pdf = cards_pdf([a_card(name) for name in names], paper=paper)
    assert len(pages_of(pdf)) == 9
    text = all_text(pdf)
    assert all(text.count(name) == 1 for name in names)


@pytest.mark.parametrize("paper", PAPERS)
def test_everything_stands_in_its_card_and_no_letter_is_under_ten_points(paper):
    pdf = cards_pdf([a_card(name, i_can_at_home=SPANISH) for name in NAMES[:4]], paper=paper)
    assert len(pages_of(pdf)) == 1
    assert inside_cells(pdf, paper)
    assert min(words.points for words in words_of(pdf) if words.points > 9) >= 10


@pytest.mark.parametrize("grey", [pytest.param(False, marks=pytest.mark.long), True])
@pytest.mark.parametrize("paper", PAPERS)
def test_the_qr_symbol_opens_the_link(grey, paper):
    pdf = cards_pdf([a_card(name) for name in NAMES[:4]], paper=paper)
    pixels = picture(pdf, dpi=200, grey=grey)
    for cell in cells_of_page(*SIZES[paper], columns=2, rows=2):
        rows = slice(int(cell.top * 2), int((cell.top + cell.height) * 2))
        columns = slice(int(cell.left * 2), int((cell.left + cell.width) * 2))
        found, _, _ = cv2.QRCodeDetector().detectAndDecode(pixels[rows, columns])
        assert found == "https://example.org/fl3"


def test_without_a_link_the_goal_uses_the_room():
    linked = words_of(cards_pdf([a_card(i_can="I can " + "count " * 9)], paper=Paper.LETTER))
    plain = words_of(
        cards_pdf([a_card(i_can="I can " + "count " * 9, link=None)], paper=Paper.LETTER)
    )
    assert "FL3" not in [words.text for words in plain]
    assert max(w.right for w in plain if w.top < 170) > max(
        w.right for w in linked if 95 < w.top < 130 and w.points > 12.5
    )


@pytest.mark.long
def test_an_address_too_long_leaves_its_short_code():
    link = CardLink("https://example.org/" + "x" * 1000, "VID9", ResourceKind.VIDEO)
    assert "VID9" in all_text(cards_pdf([a_card(link=link)], paper=Paper.LETTER))


@pytest.mark.parametrize(
    "count", [9, *(pytest.param(one, marks=pytest.mark.long) for one in (6, 20))]
)
@pytest.mark.parametrize("paper", PAPERS)
def test_too_many_tasks_flow_to_further_cards(count, paper):
    pdf = cards_pdf([a_card(must=items(count))], paper=paper)
    text = all_text(pdf).replace("\n", " ")
    assert "Ana G., card 1 of " in text
    assert all(f"Task {number} with" in text for number in range(1, count + 1))
    assert text.count("because") == 1
    assert inside_cells(pdf, paper)


def test_a_card_tightens_before_it_becomes_two():
    must = (*a_card().must, CardItem("Story problem", None, "desk", 5))
    card = a_card(must=must, check="Explain in your own words how you know")
    assert "card 1 of" not in all_text(cards_pdf([card], paper=Paper.LETTER))


def test_a_second_card_follows_the_first_in_the_pile():
    cards = [a_card("Ana", must=items(9)), a_card("Jun"), a_card("Maya"), a_card("Noor")]
    pages = pages_of(cards_pdf(cards, paper=Paper.LETTER))
    assert len(pages) == 2
    assert "Ana, card 1 of" in pages[0]
    assert "Ana, card 2 of" in pages[1]


def test_a_long_name_and_long_words_stay_in_the_card():
    card = a_card(
        LONG,
        group="lantern_stone",
        may=("Draw a very long picture story about sharing pizza with friends", "Read"),
        check="Explain in your own words how you know that one third is more than one fourth",
    )
    pdf = cards_pdf([card], paper=Paper.LETTER)
    assert LONG in all_text(pdf).replace("-\n", "-").replace("\n", " ")
    assert inside_cells(pdf, Paper.LETTER)


def test_a_bare_card_prints_without_empty_sections():
    bare = replace(a_card(), i_can=None, check_in=None, may=(), check=None, link=None, must=())
    text = all_text(cards_pdf([bare], paper=Paper.LETTER))
    for words in ("Must do", "Show what you know", "choose one"):
        assert words not in text
    assert "My idea" in text
