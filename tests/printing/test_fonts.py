import pytest

from plplanner.assets import asset
from plplanner.printing.fonts import ATKINSON, CHAIN, NOTO_SANS, FontBook, Weight, glyphs_missing


@pytest.mark.parametrize(
    "name",
    [
        "Ana G.",
        "Nguyễn Thị Ánh",
        "Łukasz Żółć",
        "Олександр Шевченко",
        "Ελένη",
        "محمد الأحمد",
        "گلناز پژمان",
        "שלום כהן",
        "प्रिया शर्मा",
        "王小明",
        "김민준",
        "さくら",
        "Ọlá ʻOkina",
        "‘may do’ “card” – … · 3⁄4 ½ ⅓ × ÷",
    ],
)
def test_names_of_many_languages_have_all_their_letters(name):
    assert glyphs_missing(name) == ()


def test_a_letter_no_font_has_is_named():
    assert glyphs_missing("Nok นก") == ("ก", "น")


def test_one_name_is_not_set_in_two_faces():
    book = FontBook()
    fonts = book.fonts_for("Nguyễn Ánh", Weight.BOLD)
    assert set(fonts) == {book.font(NOTO_SANS, Weight.BOLD)}


def test_english_stays_in_atkinson_beside_a_sign_it_lacks():
    book = FontBook()
    fonts = book.fonts_for("a ⅓ b", Weight.REGULAR)
    assert fonts[0] is fonts[-1] is book.font(ATKINSON, Weight.REGULAR)
    assert fonts[2] is book.font(NOTO_SANS, Weight.REGULAR)


def test_every_font_is_shipped_with_a_licence():
    files = {file for family in CHAIN for file in (family.regular, family.bold) if file}
    sizes = [asset("fonts", file).stat().st_size for file in sorted(files)]
    assert sum(sizes) < 8_000_000
    licences = [
        "OFL.txt",
        "OFL-NotoSans.txt",
        "OFL-NotoNaskhArabic.txt",
        "OFL-NotoSansHebrew.txt",
        "OFL-NotoSansDevanagari.txt",
        "LICENSE-DroidSansFallback.txt",
    ]
    assert all("icense" in asset("fonts", name).read_text("utf-8") for name in licences)


def test_a_book_lists_the_fonts_it_opened_in_order():
    book = FontBook()
    first = book.font(ATKINSON, Weight.BOLD)
    second = book.font(ATKINSON, Weight.REGULAR)
    assert book.used() == (first, second)
    assert book.font(ATKINSON, Weight.BOLD) is first
