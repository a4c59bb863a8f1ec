import pytest
from PySide6.QtCore import Qt

from plplanner.ui.screens.grouping.pile_board import PileBoard, fitting
from plplanner.ui.screens.grouping.pile_delegate import LOW_ROW, ROW_HEIGHT
from plplanner.ui.screens.grouping.pile_frame import Verdict
from tests.ui.layout_items import held_items


@pytest.fixture
def board(qtbot, theme, a_pile):
    made = PileBoard(theme)
    qtbot.addWidget(made)
    made.resize(640, 400)
    made.show()
    made.activateWindow()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    made.show_piles(piles(a_pile))
    return made


def piles(a_pile):
    return [
        a_pile(0, "Ana", "Ben", first_id=1),
        a_pile(1),
        a_pile(2, "Cy", "Dee", "Eli", first_id=10),
    ]


def current(board):
    on = next(frame for frame in board.frames if frame.list.hasFocus())
    return on.list.current_student().name


def test_the_keyboard_waits_for_the_piles_and_goes_to_the_first_student(board):
    assert current(board) == "Ana"


def test_left_and_right_go_round_the_piles_and_pass_over_empty_ones(board, qtbot):
    names = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        qtbot.keyClick(board.window().focusWidget(), key)
        names.append(current(board))
    assert names == ["Ben", "Dee", "Ben", "Dee"]


def test_the_keyboard_goes_with_a_student_who_is_moved(board, a_pile):
    board.choose(1)
    moved = [a_pile(0, "Ben", first_id=2), a_pile(1, "Ana", first_id=1), a_pile(2)]
    board.show_piles(moved)
    assert current(board) == "Ana"
    assert board.frames[1].list.hasFocus()


def test_a_drop_tells_student_and_group(board):
    told = []
    board.moved.connect(lambda student, key: told.append((student, key)))
    board.frames[1].list.dropped.emit(10)
    assert told == [(10, "comet")]


def test_what_a_drop_would_mean_is_asked_while_a_student_is_held_over_a_group(board):
    asked = []
    board.say_of = lambda student, key: asked.append((student, key)) or Verdict("Fine.")
    board.frames[1].list.held_over.emit(10)
    assert (asked, board.frames[1].verdict.text()) == ([(10, "comet")], "Fine.")


def test_groups_to_look_at_take_nothing(board, a_pile):
    board.show_piles(piles(a_pile), is_read_only=True)
    assert all(frame.list.is_read_only for frame in board.frames)


def test_piles_that_do_not_fit_side_by_side_go_below(board, a_pile):
    board.show_piles([a_pile(place, "Ana", first_id=place) for place in range(9)])
    board.layout().activate()
    tops = sorted({frame.y() for frame in board.frames})
    assert len(tops) == 3
    widths = {frame.width() for frame in board.frames}
    assert max(widths) - min(widths) <= 1


@pytest.mark.long
def test_no_layout_item_of_a_pile_is_left_in_python_when_the_pile_goes(board, a_pile):
    before = len(held_items())
    board.show_piles([a_pile(number) for number in range(7)])
    board.resize(300, 400)
    board.show_piles([a_pile(0)])
    assert len(held_items()) == before


def test_piles_above_each_other_have_single_lines_where_two_do_not_fit(board, a_pile):
    many = [a_pile(place, *"ABCDE", first_id=place * 5) for place in range(9)]
    board.show_piles(many)
    assert {frame.list.row_height for frame in board.frames} == {LOW_ROW}
    board.show_piles(many[:3])
    assert {frame.list.row_height for frame in board.frames} == {ROW_HEIGHT}


def test_all_piles_have_words_on_their_pills_or_none(board, a_pile):
    def picture_of_ana(*names):
        board.show_piles(
            [a_pile(n, name, first_id=n, is_borderline=True) for n, name in enumerate(names)]
        )
        return board.frames[0].list.viewport().grab().toImage()

    beside_short = picture_of_ana("Ana", "Ben")
    assert picture_of_ana("Ana", "Bartholomew Featherstonehaugh-Cholmondeley") != beside_short
    assert picture_of_ana("Ana", "Ben") == beside_short


@pytest.mark.parametrize(
    ("width", "piles_in_a_row", "well"), [(642, 5, 4), (772, 6, 5), (60, 1, 1)]
)
def test_piles_side_by_side_keep_their_word(width, piles_in_a_row, well):
    assert (fitting(width), fitting(width, well=True)) == (piles_in_a_row, well)


def test_only_one_student_is_chosen_on_the_whole_board(board, qtbot):
    qtbot.keyClick(board.window().focusWidget(), Qt.Key.Key_Right)
    chosen = [len(frame.list.selectedIndexes()) for frame in board.frames]
    assert chosen == [0, 0, 1]
