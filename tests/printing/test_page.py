import pytest

from plplanner.printing.page import new_sheets
from plplanner.printing.text import Align
from plplanner.terms import Paper
from tests.printing.reading_pdf import picture, words_of


def sheets(paper=Paper.LETTER):
    page = new_sheets(paper=paper, title="plplanner")
    page.start_page()
    return page


@pytest.mark.parametrize(("paper", "shape"), [(Paper.LETTER, (1100, 850)), (Paper.A4, (1169, 827))])
def test_a_page_has_its_papers_size(paper, shape):
    pixels = picture(sheets(paper).pdf(), grey=True)
    assert pixels.shape[0] == pytest.approx(shape[0], abs=1)
    assert pixels.shape[1] == pytest.approx(shape[1], abs=1)


def test_a_page_can_lie_on_its_side():
    page = new_sheets(paper=Paper.LETTER, title="plplanner")
    page.start_page(landscape=True)
    assert (page.width, page.height) == (1100, 850)
    assert page.portrait == (850, 1100)


def test_text_stands_where_it_was_put():
    page = sheets()
    page.text("Ana", x=400, top=200, leading=30, size=24, align=Align.RIGHT)
    (words,) = words_of(page.pdf())
    assert words.right == pytest.approx(400, abs=2)
    assert 200 <= words.top < words.bottom <= 230
    assert words.points == pytest.approx(24 * 0.72, abs=0.01)


def test_rules_and_boxes_are_black_where_they_should_be():
    page = sheets()
    page.rule(100, 100, 300, 100, width=4)
    page.frame(100, 200, 100, 50, radius=6, line=4)
    page.tick_box(400, 400)
    pixels = picture(page.pdf(), grey=True)
    assert (pixels[99:101, 110:290] < 60).all()
    assert (pixels[201:203, 120:180] < 60).all()
    assert (pixels[210:240, 110:190] > 250).all()
    assert (pixels[405:413, 405:413] > 250).all()
    assert (pixels[400:418, 400:402] < 200).any()


def test_the_head_names_nobody_and_no_time():
    pdf = sheets().pdf()
    assert b"plplanner" in pdf
    for word in (b"/Author", b"/Creator", b"CreationDate", b"ModDate", b"/Producer"):
        assert word not in pdf


def test_a_document_without_pages_is_one_empty_page():
    assert new_sheets(paper=Paper.A4, title="x").pdf().startswith(b"%PDF")
