from dataclasses import replace

import pytest

from plplanner.ui.screens.grouping.pile_delegate import (
    LOW_ROW,
    ROW_HEIGHT,
    PileDelegate,
    row_height,
)
from plplanner.ui.screens.grouping.pile_list import PileList


@pytest.fixture
def picture_of(qtbot, theme):
    """`picture_of(pile)`: the list as it is painted."""

    def paint(pile):
        made = PileList(theme)
        qtbot.addWidget(made)
        made.resize(180, 120)
        made.table.show_students(pile.students)
        made.show()
        return made.viewport().grab().toImage()

    return paint


@pytest.mark.parametrize("mark", ["is_borderline", "is_locked", "is_moved", "moves", "is_absent"])
def test_every_mark_shows(picture_of, a_pile, mark):
    assert picture_of(a_pile(0, "Ana", **{mark: True})) != picture_of(a_pile(0, "Ana"))


def test_a_row_is_two_lines_high(qtbot, theme, a_pile):
    made = PileList(theme)
    qtbot.addWidget(made)
    made.table.show_students(a_pile(0, "Ana", "Ben").students)
    assert made.visualRect(made.table.index(1, 0)).top() == ROW_HEIGHT


def test_a_long_name_stays_clear_of_the_pills(picture_of, a_pile):
    def right_part(name):
        image = picture_of(a_pile(0, name, is_borderline=True))
        return image.copy(180 - 34, 0, 34, 24)

    long = "Bartholomew Featherstonehaugh-Cholmondeley"
    assert right_part(long) == right_part(f"Maximilian {long}")


def test_pills_are_signs_before_a_name_is_cut(theme, a_pile):
    delegate = PileDelegate(theme)
    short, long = a_pile(0, "Ana", is_borderline=True), a_pile(0, "Anastasia", is_borderline=True)
    assert delegate.fit(short.students, 140)
    assert not delegate.fit(long.students, 140)
    assert delegate.fit(long.students, 180)


def test_a_reason_that_has_no_room_is_shortened_not_cut(qtbot, theme, a_pile):
    def picture(width, short):
        (one,) = a_pile(0, "Ana").students
        made = PileList(theme)
        qtbot.addWidget(made)
        made.resize(width, 50)
        made.show_students([replace(one, short=short)])
        return made.viewport().grab().toImage()

    assert picture(110, "close to nearly") == picture(110, "near nearly")
    assert picture(100, "close to nearly") != picture(100, "close to secure")  # by the mark alone
    assert picture(90, "same need") == picture(90, "")


@pytest.mark.parametrize(
    ("room", "students", "is_alone", "high"),
    [
        (400, 6, True, ROW_HEIGHT),
        (340, 8, True, 42),  # closer, and everybody is seen
        (300, 9, True, 39),
        (138, 3, False, ROW_HEIGHT),
        (138, 4, False, LOW_ROW),
        (138, 5, False, 27),
        (138, 9, False, LOW_ROW),
        (0, 0, True, 39),
    ],
)
def test_rows_are_as_high_as_there_is_room_for(room, students, is_alone, high):
    assert row_height(room, students, is_alone=is_alone) == high


@pytest.mark.parametrize("mark", ["is_borderline", "is_locked", "is_absent"])
def test_a_single_line_shows_every_mark_too(qtbot, theme, a_pile, mark):
    pictures = []
    for pile in (a_pile(0, "Ana"), a_pile(0, "Ana", **{mark: True})):
        made = PileList(theme)
        qtbot.addWidget(made)
        made.resize(180, 60)
        made.be_tall(LOW_ROW)
        made.show_students(pile.students)
        pictures.append(made.viewport().grab().toImage())
    assert pictures[0] != pictures[1]
