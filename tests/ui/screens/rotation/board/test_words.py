import pytest

from plplanner.ui.screens.rotation.board.fit import CardLayout, fit_board
from plplanner.ui.screens.rotation.board.words import card_words
from tests.ui.screens.rotation.long_names import CELLS, a_long_board

pytestmark = pytest.mark.usefixtures("theme")
WIDE = {"width": 1920, "height": 1080}


def texts(fit, cell, names=("Ana", "Theo"), *, is_ahead=False):
    return [line.text for line in card_words(fit, cell, names, is_ahead=is_ahead)]


def test_in_two_columns_station_and_place_come_first_then_the_task_then_the_names():
    fit = fit_board(a_long_board(6, ("Ana", "Theo")), **WIDE)
    assert texts(fit, CELLS[0]) == [
        "Teacher table · Back table", "Work with the teacher",
        "\u200e\u2068Ana\u2069, \u2068Theo\u2069",
    ]  # fmt: skip
    assert texts(fit, CELLS[0], is_ahead=True)[1] == "First: Work with the teacher"


def test_in_one_column_the_station_stands_beside_and_is_not_said_again():
    fit = fit_board(a_long_board(4, ("Ana", "Theo")), **WIDE)
    assert fit.layout is CardLayout.WITH_NEXT
    assert texts(fit, CELLS[0], is_ahead=True)[0] == "Work with the teacher"


def test_where_first_has_no_line_above_the_station_it_is_said_at_the_task():
    low = fit_board(a_long_board(5, ("Ana", "Theo")), width=1366, height=768)
    assert (low.size.is_narrow, low.has_first_line) == (False, False)
    assert texts(low, CELLS[0], is_ahead=True)[0] == "First: Work with the teacher"
    assert texts(low, CELLS[0])[0] == "Work with the teacher"


def test_a_group_without_a_station_is_named_all_the_same():
    fit = fit_board(a_long_board(6, ("Ana", "Theo")), **WIDE)
    assert texts(fit, None) == ["No station this round", "\u200e\u2068Ana\u2069, \u2068Theo\u2069"]


def test_without_names_the_task_takes_their_lines():
    fit = fit_board(a_long_board(6), **WIDE, shows_names=False)
    long = CELLS[0].__class__(CELLS[0].station_kind, "Digital", "Strips and shares " * 9, "Cart")
    assert len(texts(fit, long, ())) == 4
