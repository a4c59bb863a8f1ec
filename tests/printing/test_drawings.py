import pytest

from plplanner.printing.documents import board_pdf, cards_pdf
from plplanner.printing.drawings import half_strength
from plplanner.printing.page import new_sheets
from plplanner.terms import GROUP_IDENTITIES, Paper
from tests.printing.reading_pdf import picture
from tests.printing.sample_sheets import a_board, a_card


def sheets():
    return new_sheets(paper=Paper.LETTER, title="x")


def test_the_same_drawing_is_kept_once():
    drawings = sheets().drawings
    assert drawings.icon("laptop") == drawings.icon("laptop")
    assert drawings.icon("laptop") != drawings.icon("laptop", stroke=1.3)


def test_all_cards_with_one_link_share_one_symbol():
    one = len(cards_pdf([a_card("A")], paper=Paper.LETTER))
    many = len(cards_pdf([a_card("A")] * 4, paper=Paper.LETTER))
    assert many - one < 4_000


def test_colours_are_halved_on_paper_and_ink_only_groups_stay_white():
    assert half_strength("#009E73") == "#80CEB9"
    assert half_strength(None) == "#FFFFFF"


@pytest.mark.parametrize("group", GROUP_IDENTITIES, ids=lambda group: group.key)
def test_every_group_has_its_own_symbol_and_band(group):
    page = sheets()
    page.start_page()
    page.stamp(page.drawings.symbol(group), 100, 100, 4, height=96)
    band = page.drawings.band(group, width=30, height=200, scale=1.75)
    page.stamp(band, 300, 100, 1, height=200)
    pixels = picture(page.pdf(), grey=True)
    assert 0.03 < (pixels[100:196, 100:196] < 100).mean() < 0.85
    assert 0.05 < (pixels[100:300, 300:330] < 100).mean() < 0.6
    assert (pixels[100:300, 332:400] > 250).all()


def test_bands_can_be_told_apart_without_colour():
    tiles = []
    for group in GROUP_IDENTITIES[:10]:
        page = sheets()
        page.start_page()
        page.stamp(
            page.drawings.band(group, width=56, height=56, scale=1.75), 100, 100, 1, height=56
        )
        tiles.append(picture(page.pdf(), dpi=200, grey=True)[200:312, 200:312] < 90)
    for number, tile in enumerate(tiles):
        for other in tiles[number + 1 :]:
            assert (tile != other).mean() > 0.1


def test_the_second_set_is_outline():
    river, stone = GROUP_IDENTITIES[1], GROUP_IDENTITIES[11]
    inks = []
    for group in (river, stone):
        page = sheets()
        page.start_page()
        page.stamp(page.drawings.symbol(group), 100, 100, 4, height=96)
        inks.append((picture(page.pdf(), grey=True) < 100).mean())
    assert inks[1] < inks[0] * 0.7


def test_an_address_too_long_draws_no_symbol():
    assert sheets().drawings.qr("https://example.org/" + "x" * 1000) is None


def test_a_board_holds_no_raster():
    assert b"/Subtype /Image" not in board_pdf(a_board(), paper=Paper.LETTER)
