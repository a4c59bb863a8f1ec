import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetrics, QPainter, QPixmap

from plplanner.ui.kit.theme import body_font
from plplanner.ui.kit.written_lines import lines_of, write_lines


@pytest.fixture
def font(theme):
    return body_font(14)


def test_text_is_broken_at_words_and_the_last_line_is_cut_short(font):
    text = "Fractions on a number line with strips"
    assert lines_of(text, font, 1000, most=2) == [text]
    first, second = lines_of(text, font, 90, most=2)
    assert text.startswith(first)
    assert second.endswith("…")
    assert QFontMetrics(font).horizontalAdvance(second) <= 90


def test_letters_that_qt_counts_twice_are_kept_whole(font):
    text = "𝛼𝛽𝛾𝛿 𝛼𝛽𝛾𝛿 𝛼𝛽𝛾𝛿"
    assert "".join(lines_of(text, font, 60, most=9)).replace(" ", "") == text.replace(" ", "")


def test_the_height_used_grows_with_the_lines(font):
    picture = QPixmap(200, 200)
    painter = QPainter(picture)
    one = write_lines(painter, QRect(0, 0, 190, 90), "Read", font, most=2)
    two = write_lines(painter, QRect(0, 0, 60, 90), "Read page three aloud", font, most=2)
    painter.end()
    assert two == 2 * one > 0
