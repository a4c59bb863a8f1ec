from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtGui import QColor

from plplanner.printing.rows import BoardCell, BoardLine, ClassBoard
from plplanner.terms import GROUP_IDENTITIES, StationKind, own_identity
from plplanner.ui.screens.rotation.board.fit import fit_board
from plplanner.ui.screens.rotation.board.lines import BoardLines, ShownRounds
from plplanner.ui.screens.rotation.board.rows import ShownBoard

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


def shown(lines, groups, rounds):
    fit = fit_board(a_board(groups), width=1280, height=720)
    lines.show_board(a_board(groups), rounds, fit)
    return fit


@pytest.mark.parametrize(
    ("groups", "rounds"),
    [
        (4, ShownRounds(0)),
        (4, ShownRounds(1)),
        (10, ShownRounds(0, 1)),
        (6, ShownRounds(0, 1, True)),
    ],
)
def test_every_card_is_painted_with_its_band(lines, theme, groups, rounds):
    size = shown(lines, groups, rounds).size
    picture = lines.grab().toImage()
    canvas, sheet = QColor(theme.palette["canvas"]).rgb(), QColor(theme.palette["sheet"]).rgb()
    for place in range(groups):
        rect = lines._place(place, size)
        assert lines.rect().contains(rect)
        assert picture.pixel(rect.right() - 2, rect.center().y()) in (sheet, canvas)
        assert picture.pixel(rect.left() + size.band + 6, rect.center().y()) == sheet


def test_before_the_first_round_every_card_says_that_this_one_is_first(lines):
    for groups in (4, 6):
        shown(lines, groups, ShownRounds(0, 1))
        during = lines.grab().toImage()
        shown(lines, groups, ShownRounds(0, 1, is_ahead=True))
        assert lines.grab().toImage() != during


def test_the_names_of_a_card_can_be_left_out(lines):
    shown(lines, 4, ShownRounds(0))
    named = lines.grab().toImage()
    lines.shows_names = False
    assert lines.grab().toImage() != named


def test_where_students_go_their_own_way_a_card_is_a_station_with_who_is_there(lines):
    cells = tuple(BoardCell(StationKind.DIGITAL, "", "", "Cart", (name,)) for name in ("Bo", "Cy"))
    sheet = replace(
        a_board(1).sheet, lines=(BoardLine(own_identity("Digital"), cells, StationKind.DIGITAL),)
    )
    board = ShownBoard(sheet, (("Bo",),))
    fit = fit_board(board, width=1280, height=720)
    for place, name in enumerate(("Bo", "Cy")):
        lines.show_board(board, ShownRounds(place), fit)
        assert lines.accessibleName() == f"Digital: {name}."
        assert not lines.grab().isNull()


def test_after_the_last_round_nobody_is_sent_to_a_station(lines):
    shown(lines, 4, ShownRounds(0, 1))
    during = lines.grab().toImage()
    shown(lines, 4, ShownRounds(0, None, is_over=True))
    assert lines.accessibleName() == "Back to your seats"
    assert lines.grab().toImage() != during
    lines.shows_names = False
    shown(lines, 4, ShownRounds(1, None, is_over=True))
    assert lines.grab().toImage() == over_with_names(lines)


def over_with_names(lines):
    """Names are no question then: the same picture with and without."""
    lines.shows_names = True
    shown(lines, 4, ShownRounds(0, None, is_over=True))
    return lines.grab().toImage()
