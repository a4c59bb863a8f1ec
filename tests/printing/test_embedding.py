import pypdfium2
from pypdfium2 import raw

from plplanner.printing.documents import slips_pdf
from plplanner.printing.embedding import to_unicode
from plplanner.printing.fonts import ATKINSON, DROID, FontBook, Weight
from plplanner.terms import Paper
from tests.printing.sample_sheets import a_slip


def test_a_font_knows_what_it_can_draw():
    font = FontBook().font(ATKINSON, Weight.REGULAR)
    assert font.has("a")
    assert not font.has("ш")


def test_widths_are_thousandths_whatever_the_font_counts_in():
    font = FontBook().font(DROID, Weight.REGULAR)
    glyph = font.shaper.get_nominal_glyph(ord("王"))
    assert font.units == 256
    assert font.advance(glyph) == 1000


def test_the_map_back_to_text_leaves_out_glyphs_without_text():
    table = to_unicode({5: "A", 6: "", 7: "王"}).decode("ascii")
    assert "2 beginbfchar" in table
    assert "<0005> <0041>" in table
    assert "<0007> <738B>" in table


def test_only_the_used_letters_travel():
    plain = slips_pdf([a_slip("Ana")], paper=Paper.LETTER)
    chinese = slips_pdf([a_slip("王小明")], paper=Paper.LETTER)
    assert len(plain) < 40_000
    assert len(chinese) < 45_000


def test_every_font_of_a_page_is_embedded():
    pdf = slips_pdf([a_slip("王小明 Шевченко محمد प्रिया שלום")], paper=Paper.LETTER)
    with pypdfium2.PdfDocument(pdf) as document:
        fonts = [
            raw.FPDFTextObj_GetFont(thing)
            for thing in document[0].get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT])
        ]
        assert fonts
        assert all(raw.FPDFFont_GetIsEmbedded(font) == 1 for font in fonts)
