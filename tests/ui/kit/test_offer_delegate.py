import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from plplanner.ui.kit.offer_delegate import GREY, GREY_LINE, OfferDelegate


@pytest.fixture
def drawn(application, qtbot):
    """A list of one line, drawn with these grey words."""
    made = QListWidget()
    qtbot.addWidget(made)
    made.setItemDelegate(OfferDelegate(made))
    made.resize(240, 80)

    def draw(words, grey):
        made.clear()
        line = QListWidgetItem(words)
        line.setSizeHint(QSize(0, 27 + GREY_LINE))
        line.setData(GREY, grey)
        made.addItem(line)
        rect = made.visualItemRect(line)
        picture = made.viewport().grab(rect).toImage()
        half = rect.height() // 2 + 2
        return picture.copy(0, 0, 240, half), picture.copy(0, half, 240, rect.height() - half)

    return draw


def test_grey_words_stand_below_and_the_first_ones_above(drawn):
    above, below = drawn("Fraction Lab", "13 min · pair")
    nothing, empty = drawn("", " ")
    assert above != nothing
    assert below != empty
    assert drawn("Fraction Lab", "alone") != (above, below)
    assert drawn("Fraction Lab", "alone")[0] == above
    assert drawn("Number Line", "13 min · pair")[1] == below


def test_words_too_long_for_a_line_end_in_dots(drawn):
    long = "Fraction Lab with strips and shares " * 4
    assert drawn(long, "alone")[0] == drawn(f"{long} and more", "alone")[0]
