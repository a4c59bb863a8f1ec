from dataclasses import fields, is_dataclass, replace
from datetime import date, time
from typing import get_args, get_type_hints

from plplanner.printing.rows import BoardCell, BoardLine, ClassBoard
from plplanner.terms import GROUP_IDENTITIES, StationKind
from plplanner.ui.screens.rotation.board.rows import (
    ShownBoard,
    below_words,
    spoken_board,
)
from plplanner.ui.screens.rotation.today.lesson_head import LessonHead

MONDAY = date(2026, 11, 23)


def leaf_types(kind):
    if is_dataclass(kind):
        hints = get_type_hints(kind, localns={"ClassBoard": ClassBoard})
        return {leaf for one in fields(kind) for leaf in leaf_types(hints[one.name])}
    inside = [one for one in get_args(kind) if one is not Ellipsis]
    return {leaf for one in inside for leaf in leaf_types(one)} if inside else {kind}


def test_nothing_on_the_board_can_hold_a_score_a_level_or_a_rank():
    assert leaf_types(ShownBoard) == {str, bool, date, time, type(None), StationKind}
    named = {one.name for kind in (ShownBoard, LessonHead, ClassBoard, BoardLine, BoardCell)
             for one in fields(kind)}  # fmt: skip
    assert not named & {"level", "score", "need", "rank", "position", "points", "band"}


def test_a_screen_reader_says_who_goes_where():
    cell = BoardCell(StationKind.DIGITAL, "Digital", "Strips", "Cart")
    sheet = ClassBoard("Math", MONDAY, None, (), (BoardLine(GROUP_IDENTITIES[0], (cell,)),), "", "")
    said = spoken_board(ShownBoard(sheet, (("Ana", "Theo"),)), 0)
    assert said == "River: Digital, Cart, Strips. Ana, Theo."


def test_below_the_cards_stands_who_is_called_and_what_comes_when_done():
    sheet = ClassBoard("Math", MONDAY, None, (), (), "Read.", "Math", called=("Ann", "Bo"))
    assert below_words(sheet) == (
        ("teacher", "Teacher table: Ann, Bo"), ("check", "When done: Read."),
    )  # fmt: skip
    goals = replace(sheet, i_can="I can add.", language_goal="Say why.", called=())
    assert below_words(goals, with_goals=True) == (
        ("goal", "I can add."), ("goal", "Language: Say why."), ("check", "When done: Read."),
    )  # fmt: skip
    assert below_words(replace(sheet, called=(), when_done="")) == ()
