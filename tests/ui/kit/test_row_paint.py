import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter

from plplanner.ui.kit.row_paint import paint_ground, write_cell
from tests.ui.kit.list_of_words import Animal, Animals

CELL = QRect(0, 0, 120, 36)


@pytest.fixture
def drawn(theme):
    """`drawn(act)`: the picture after `act(painter)` on white."""

    def draw(act):
        picture = QImage(CELL.size(), QImage.Format.Format_RGB32)
        picture.fill(QColor("white"))
        painter = QPainter(picture)
        act(painter)
        painter.end()
        return picture

    return draw


def ink_between(picture, left, right):
    white = QColor("white").rgb()
    return any(picture.pixel(x, y) != white for x in range(left, right) for y in range(36))


@pytest.mark.parametrize(("is_current", "token"), [(True, "tint"), (False, "sheet")])
def test_the_ground_has_a_hairline_and_a_bar_where_one_stands(drawn, theme, is_current, token):
    picture = drawn(
        lambda painter: paint_ground(
            painter, CELL, theme.palette, is_current=is_current, has_bar=is_current
        )
    )
    shown = {name: picture.pixelColor(*at).name() for name, at in
             {"ground": (60, 10), "line": (60, 35), "bar": (1, 10)}.items()}  # fmt: skip
    assert shown["ground"] == theme.palette[token].lower()
    assert shown["line"] == theme.palette["line"].lower()
    assert shown["bar"] == theme.palette["accent" if is_current else token].lower()


def test_numbers_stand_right_and_words_left(drawn, theme):
    name, kind, legs = Animals("Ant").columns()
    row = Animal(2, "Ox", 4)
    look = {"colours": theme.palette, "ratio": 1.0}
    words = drawn(lambda painter: write_cell(painter, CELL, name, row, **look))
    number = drawn(lambda painter: write_cell(painter, CELL, legs, row, **look))
    assert ink_between(words, 12, 40)
    assert not ink_between(words, 60, 120)
    assert ink_between(number, 95, 110)
    assert ink_between(number, 12, 26), "the mark of the level"
    assert not ink_between(number, 30, 90)
    assert ink_between(drawn(lambda p: write_cell(p, CELL, kind, row, **look)), 12, 30)


def test_long_words_stay_in_their_cell(drawn, theme):
    name = Animals("Ant").columns()[0]
    row = Animal(1, "A very long name that nobody could ever read in here", 4)
    picture = drawn(
        lambda painter: write_cell(painter, CELL, name, row, colours=theme.palette, ratio=1.0)
    )
    assert ink_between(picture, 12, 32), "the tile of the group"
    assert not ink_between(picture, 109, 120)
