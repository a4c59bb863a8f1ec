import pytest
from hypothesis import given
from hypothesis import strategies as st

from plplanner.printing.documents import slips_pdf
from plplanner.printing.fonts import Weight
from plplanner.printing.text import Align, Typesetter, draw_text, natural_align
from plplanner.terms import Paper
from tests.printing.reading_pdf import all_text
from tests.printing.sample_sheets import a_slip

LONG = "Alexandrina Wilhelmina Montgomery-Featherstonehaugh de la Cruz"


class Page:
    def __init__(self):
        self.code = []

    def addLiteral(self, code):  # noqa: N802 - reportlab's name
        self.code.append(code)


@pytest.mark.parametrize(
    "name",
    ["<b>Ann", "Ann</b>", "<Kid>", "a & b", "&lt;", "<img src='x.png'>", "Ann<br/>Bob", "%s {0}"],
)
def test_a_name_is_never_read_as_markup(name):
    assert name in all_text(slips_pdf([a_slip(name)], paper=Paper.LETTER))


@pytest.mark.parametrize(
    "name", ["Ana", "Nguyễn Thị Ánh", "Олександр", "王小明", "김민준", "שלום כהן", "محمد الأحمد"]
)
def test_a_name_can_be_found_in_the_pdf(name):
    assert name in all_text(slips_pdf([a_slip(name)], paper=Paper.LETTER))


def test_hindi_can_be_found_too():
    assert "प्रिया शर्मा" in all_text(slips_pdf([a_slip("प्रिया शर्मा")], paper=Paper.LETTER))


def test_a_short_name_keeps_its_size():
    block = Typesetter().fit("Ana", 24, 200, least=15)
    assert block.size == 24
    assert block.lines == ("Ana",)


def test_a_longer_name_shrinks_before_it_wraps():
    block = Typesetter().fit("Alexandrina Featherstone", 24, 230, least=15)
    assert len(block.lines) == 1
    assert 15 <= block.size < 24
    assert Typesetter().width(block.lines[0], block.size) <= 230


def test_a_very_long_name_wraps_at_the_least_size():
    block = Typesetter().fit(LONG, 24, 330, least=15, weight=Weight.BOLD)
    assert block.size == 15
    assert len(block.lines) == 2
    assert " ".join(block.lines).replace("- ", "-") == LONG


def test_an_ellipsis_is_the_last_resort():
    lines = Typesetter().wrap(LONG * 3, 20, 200, max_lines=2)
    assert len(lines) == 2
    assert lines[-1].endswith("…")


def test_a_word_longer_than_the_line_is_broken_not_clipped():
    lines = Typesetter().wrap("Donaudampfschifffahrt", 20, 90)
    assert "".join(lines) == "Donaudampfschifffahrt"
    assert all(Typesetter().width(line, 20) <= 90 for line in lines)


def test_chinese_wraps_without_spaces_and_keeps_its_commas():
    lines = Typesetter().wrap("我能说出单位分数的名称，并且能够比较它们的大小。", 18, 200)
    assert len(lines) > 1
    assert not any(line.startswith(("，", "。")) for line in lines)


@given(st.text(max_size=60), st.floats(60, 300))
def test_no_line_is_ever_wider_than_its_room(text, width):
    typesetter = Typesetter()
    lines = typesetter.wrap(text, 15, width)
    assert all(typesetter.width(line, 15) <= width for line in lines if len(line) > 1)


def test_text_is_drawn_from_the_side_it_is_asked_to():
    page, typesetter = Page(), Typesetter()
    wide = draw_text(page, typesetter, "Ana", x=100, y=0, size=10, align=Align.RIGHT)
    assert f"{100 - wide:.2f} 0.00 Tm" in page.code[0]
    draw_text(page, typesetter, "Ana", x=100, y=0, size=10, align=Align.CENTRE)
    assert f"{100 - wide / 2:.2f} 0.00 Tm" in page.code[1]


def test_text_longer_than_its_room_is_shortened():
    page, typesetter = Page(), Typesetter()
    assert draw_text(page, typesetter, LONG, x=0, y=0, size=10, max_width=80) <= 80


def test_nothing_is_drawn_for_nothing():
    page = Page()
    assert draw_text(page, Typesetter(), " ", x=0, y=0, size=10) == 0
    assert page.code == []


def test_a_paragraph_begins_where_its_language_does():
    assert natural_align("أستطيع") is Align.RIGHT
    assert natural_align("Puedo") is Align.LEFT
