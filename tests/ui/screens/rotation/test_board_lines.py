from datetime import date

import pytest
from PySide6.QtGui import QColor

from plplanner.printing.rows import BoardCell, BoardLine, ClassBoard
from plplanner.terms import GROUP_IDENTITIES, StationKind
from plplanner.ui.screens.rotation.board_lines import BoardLines
from plplanner.ui.screens.rotation.board_measures import measures
from plplanner.ui.screens.rotation.board_rows import ShownBoard

CELL = BoardCell(StationKind.DIGITAL, "Digital", "Strips and shares", "Cart")


def a_board(groups):
    lines = tuple(BoardLine(one, (CELL, None)) for one in GROUP_IDENTITIES[:groups])
    sheet = ClassBoard("Math", date(2026, 11, 23), None, (), lines, "Read.", "Math")
    return ShownBoard(sheet, (("Ana <b>", "Theo"),) * groups)


@pytest.fixture
def lines(theme, qtbot):
    made = BoardLines(theme)
    qtbot.addWidget(made)
    made.resize(1280, 560)
    return made


@pytest.mark.parametrize(("groups", "rounds"), [(4, (0, None)), (4, (1, None)), (10, (0, 1))])
def test_every_card_is_painted_with_its_band(lines, theme, groups, rounds):
    size = measures(width=1280, height=720, groups=groups, has_foot=True)
    lines.show_board(a_board(groups), rounds, size)
    picture = lines.grab().toImage()
    canvas, sheet = QColor(theme.palette["canvas"]).rgb(), QColor(theme.palette["sheet"]).rgb()
    for place in range(groups):
        rect = lines._place(place, size)
        assert lines.rect().contains(rect)
        assert picture.pixel(rect.right() - 20, rect.center().y()) in (sheet, canvas)
        assert picture.pixel(rect.left() + size.band + 6, rect.center().y()) == sheet


def test_the_names_of_a_card_can_be_left_out(lines):
    size = measures(width=1280, height=720, groups=4, has_foot=True)
    lines.show_board(a_board(4), (0, None), size)
    named = lines.grab().toImage()
    lines.shows_names = False
    assert lines.grab().toImage() != named
