import pytest


@pytest.mark.long
def test_every_part_is_the_screen_s_own(screen_on, sample_planner):
    screen = screen_on(sample_planner)
    parts = screen.popovers._parts
    assert (parts.window, parts.model, parts.board) == (screen, screen.model, screen.board)
    assert (parts.banner, parts.side, parts.rules_row) == (
        screen.banner,
        screen.side,
        screen.rules_row,
    )
