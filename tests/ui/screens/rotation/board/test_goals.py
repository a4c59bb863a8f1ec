from dataclasses import replace
from datetime import date

import pytest

from plplanner.printing.rows import ClassBoard
from plplanner.ui.screens.rotation.board.fit import fit_board
from plplanner.ui.screens.rotation.board.goals import goal_above, lines_below
from tests.ui.screens.rotation.board.test_lines import a_board

SHEET = ClassBoard("Math", date(2026, 11, 23), "I can add.", (), (), "Read.", "Math")
LONG = replace(SHEET, i_can="I can compare two fractions with the same numerator and say why.")


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)])
def test_goals_stand_below_the_title_or_whole_below_the_cards(qapp, size):
    asked = {"width": size[0], "height": size[1]}
    assert goal_above(SHEET, **asked) == "I can add."
    assert [icon for icon, _ in lines_below(SHEET, **asked)] == ["check"]
    both = replace(LONG, language_goal="I can use “because”.")
    assert goal_above(both, **asked) == ""
    assert [words for _, words in lines_below(both, **asked)] == [
        both.i_can, "Language: I can use “because”.", "When done: Read.",
    ]  # fmt: skip


def test_cards_make_room_for_goals_below_them(qapp):
    board = a_board(5)
    plain = fit_board(board, width=1280, height=720)
    goals = replace(board, sheet=replace(board.sheet, i_can=LONG.i_can))
    assert fit_board(goals, width=1280, height=720).size.foot > plain.size.foot
