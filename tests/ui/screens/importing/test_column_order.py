from plplanner.importing.header_words import ColumnRole
from plplanner.importing.rows import AssessmentRead, ColumnRead
from plplanner.ui.screens.importing.column_order import order_shown

SKIP = ColumnRead("Notes", ColumnRole.LEFT_OUT)
NAME = ColumnRead("Student", ColumnRole.NAME)
QUIZ = ColumnRead("Quiz", ColumnRole.SCORE, assessment=AssessmentRead("Quiz"))
FILE = [SKIP, NAME, SKIP, SKIP, QUIZ, SKIP, QUIZ, QUIZ]


def test_while_the_first_scores_are_in_sight_the_file_keeps_its_order():
    assert order_shown(FILE, [100] * 8, 700) == [0, 1, 2, 3, 4, 5, 6, 7]


def test_scores_out_of_sight_come_right_after_the_names():
    assert order_shown(FILE, [100] * 8, 699) == [1, 4, 6, 7, 0, 2, 3, 5]


def test_hidden_columns_take_no_room():
    assert order_shown(FILE, [100, 100, 0, 0, 100, 0, 100, 100], 400)[0] == 0


def test_a_file_of_names_alone_keeps_its_order():
    assert order_shown([SKIP, NAME], [100, 100], 50) == [0, 1]
