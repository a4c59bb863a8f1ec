from dataclasses import replace

import pytest

from plplanner.ui.screens.rotation.board.fit import CardLayout, fit_board, head_height, word_width
from plplanner.ui.screens.rotation.board.words import card_words
from tests.ui.screens.rotation.long_names import CELLS, NAMES, a_long_board

SCREENS = [(1366, 768), (1280, 720), (1920, 1080)]
pytestmark = pytest.mark.usefixtures("theme")


def written(board, fit):
    return [
        " ".join(line.text for line in card_words(fit, CELLS[0], names, is_ahead=True))
        for names in board.names
    ]


@pytest.mark.parametrize(("width", "height"), SCREENS)
@pytest.mark.parametrize("groups", [4, 5, 6, 8, 10])
def test_nobody_is_missing_in_a_class_of_36_with_long_names(width, height, groups):
    board = a_long_board(groups)
    fit = fit_board(board, width=width, height=height)
    for names, words in zip(board.names, written(board, fit), strict=True):
        assert all(f"\u2068{name}\u2069" in words for name in names)
        assert "more" not in words
        assert "Work with the teacher" in words


@pytest.mark.parametrize(("width", "height"), SCREENS)
def test_six_groups_are_named_in_letters_of_28_pixels_and_keep_their_task(width, height):
    fit = fit_board(a_long_board(6), width=width, height=height)
    assert fit.names >= 28
    assert all("Work with the teacher" in words for words in written(a_long_board(6), fit))


@pytest.mark.parametrize(("width", "height"), SCREENS)
@pytest.mark.parametrize("groups", [4, 6])
def test_all_words_of_a_long_task_are_there_before_names_are_large(width, height, groups):
    task = "Read pages 34–36, mark three words you do not know, and use one in a sentence."
    cell = replace(CELLS[0], task=task)
    board = a_long_board(groups, cells=(cell, cell))
    fit = fit_board(board, width=width, height=height)
    for names in board.names:
        words = " ".join(line.text for line in card_words(fit, cell, names, is_ahead=True))
        assert task in words
        assert all(f"\u2068{name}\u2069" in words for name in names)


def test_what_comes_next_makes_room_for_names_before_letters_get_smaller():
    four = NAMES[::9] * 2
    assert fit_board(a_long_board(4, four), width=1920, height=1080).layout is CardLayout.WITH_NEXT
    crowded = fit_board(a_long_board(4, NAMES + NAMES[:12]), width=1366, height=768)
    assert crowded.layout is not CardLayout.WITH_NEXT
    assert crowded.names == 28


def test_a_name_too_many_is_counted_only_when_nothing_else_helps():
    crowd = a_long_board(10, NAMES * 3)
    fit = fit_board(crowd, width=1280, height=720)
    assert (fit.layout, fit.names) == (CardLayout.TOP, 19)
    assert any("more" in words for words in written(crowd, fit))


def test_without_names_and_without_long_ones_the_board_is_as_it_was_drawn():
    fit = fit_board(a_long_board(6), width=1366, height=768, shows_names=False)
    assert (fit.layout, fit.names) == (CardLayout.SIDE, 28)
    assert fit == fit_board(a_long_board(6, ("Bo",) * 6), width=1366, height=768)


@pytest.mark.parametrize("groups", [1, 4, 6, 10])
def test_the_parts_of_a_card_stand_side_by_side(groups):
    board = a_long_board(groups)
    fit = fit_board(board, width=1366, height=768)
    size = fit.size
    card = (1366 - 2 * size.margin - (size.columns - 1) * size.gap) // size.columns
    assert fit.words + fit.words_wide <= card - size.gap
    assert size.band + size.tile + word_width(board, size) < card
    assert not fit.next or fit.words + fit.words_wide < fit.next < card
    assert head_height(size) <= size.card


def test_a_station_with_a_long_name_has_a_line_of_its_own():
    cells = tuple(
        replace(cell, station_name="Reading with a partner of your own") for cell in CELLS
    )
    fit = fit_board(a_long_board(6, cells=cells), width=1280, height=720)
    assert (fit.layout, fit.has_own_line) == (CardLayout.TOP, True)
