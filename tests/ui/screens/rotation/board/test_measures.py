import pytest

from plplanner.ui.screens.rotation.board.measures import (
    SMALLEST,
    line_height,
    measures,
    smallest_letters,
)

SCREENS = [(1920, 1080), (1366, 768), (1280, 720), (1024, 768), (3840, 2160)]


@pytest.mark.parametrize(("width", "height"), SCREENS)
@pytest.mark.parametrize("groups", range(1, 11))
def test_every_group_fits_and_no_letter_is_smaller_than_28_pixels(width, height, groups):
    size = measures(width=width, height=height, groups=groups, below=1)
    letters = (size.title, size.timer, size.word, size.station, size.task, size.small)
    assert min(letters) >= SMALLEST == 28
    rows = -(-groups // size.columns)
    assert size.head + rows * (size.card + size.gap) + size.foot <= height
    assert size.card >= 2 * line_height(SMALLEST) - 18


def test_a_projector_shows_four_groups_in_one_column_as_large_as_they_are_drawn():
    size = measures(width=1920, height=1080, groups=4, below=1)
    assert (size.columns, size.word, size.task, size.timer) == (1, 60, 44, 128)
    assert not size.is_narrow


def test_ten_groups_on_a_small_screen_stand_in_two_columns():
    assert measures(width=1280, height=720, groups=10, below=1).is_narrow
    assert measures(width=1920, height=1080, groups=2, below=1, columns=2).columns == 2


def test_names_are_never_smaller_than_28_pixels_are_on_a_projector():
    assert smallest_letters(1920, 1080) == smallest_letters(3840, 2160) == 28
    assert smallest_letters(1366, 768) == 20
    assert smallest_letters(800, 600) == 18


def test_each_line_below_the_cards_has_its_own_room():
    one, two = (measures(width=1920, height=1080, groups=4, below=below) for below in (1, 2))
    assert two.foot > one.foot
    assert two.card < one.card
