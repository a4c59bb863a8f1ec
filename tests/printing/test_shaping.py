import pytest

from plplanner.printing.fonts import FontBook, Weight
from plplanner.printing.shaping import operators, shape_line


def shaped(text, weight=Weight.REGULAR):
    return shape_line(text, fonts=FontBook(), weight=weight)


def numbers(text):
    return [glyph.number for run in shaped(text).runs for glyph in run.glyphs]


def test_digits_have_one_width_so_that_times_line_up():
    assert shaped("9:11").width == shaped("9:40").width


def test_arabic_letters_join():
    assert numbers("محمد") != [number for letter in "محمد" for number in numbers(letter)][::-1]


def test_arabic_runs_from_right_to_left():
    text = "".join(run.text for run in reversed(shaped("سلام").runs))
    assert text == "سلام"
    assert shaped("ab سلام").runs[0].text.startswith("ab")


def test_devanagari_is_reordered_and_keeps_its_text():
    line = shaped("प्रिया")
    assert len(line.runs) == 1
    assert line.runs[0].text == "प्रिया"
    assert not line.runs[0].spelled


def test_latin_needs_no_text_beside_it():
    drawn = " ".join(operators(shaped("Ana G."), x=0, y=0, size=10))
    assert "ActualText" not in drawn
    assert "ActualText" in " ".join(operators(shaped("प्रिया"), x=0, y=0, size=10))


def test_bold_chinese_is_outlined_and_the_outline_ends_with_it():
    drawn = " ".join(operators(shaped("王", Weight.BOLD), x=0, y=0, size=10))
    assert "2 Tr" in drawn
    assert drawn.index("2 Tr") < drawn.index("0 Tr")


def test_width_grows_with_every_letter():
    assert 0 == shaped("").width < shaped("a").width < shaped("ab").width


@pytest.mark.parametrize("text", ["AV To", "9:10", "<b>&", "Nguyễn"])
def test_kerning_in_the_page_adds_up_to_the_measured_width(text):
    line = shaped(text)
    total = sum(glyph.advance for run in line.runs for glyph in run.glyphs)
    assert line.width == pytest.approx(total / 1000)
