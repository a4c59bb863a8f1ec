import pytest

from plplanner.ui.screens.grouping.pile_delegate import ROW_HEIGHT
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
        return image.copy(180 - 84, 0, 84, 24)

    assert right_part("Ana") == right_part("Bartholomew Featherstonehaugh-Cholmondeley")
