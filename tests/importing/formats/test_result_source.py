from plplanner.importing.corrections import Corrections, corrected
from plplanner.importing.formats.zipgrade import read_zipgrade
from plplanner.importing.header_words import ColumnRole
from tests.importing.tables import a_table

HEADER = "QuizName,FirstName,LastName,StudentID,Earned Points,Possible Points,PercentCorrect\n"


def _read(*lines):
    table = a_table(HEADER + "\n".join(lines))
    return read_zipgrade((table,), file_name="quiz.csv")


def test_a_score_per_cell_can_be_corrected_in_place():
    read = _read("Quiz,Ann,Li,7,4,5,80", "Quiz,Bo,Ek,8,4-Mar,5,60")
    assert read.scores[1][0].points is None
    again = corrected(read, Corrections(cells={(2, 4): "3"}))
    assert [row[0].percent for row in again.scores] == [80, 60]
    assert again.students == read.students


def test_every_column_says_what_it_was_taken_for():
    columns = _read("Quiz,Ann,Li,7,4,5,80").source.columns
    assert [column.role for column in columns] == [
        ColumnRole.LEFT_OUT,
        ColumnRole.FIRST,
        ColumnRole.LAST,
        ColumnRole.ID,
        ColumnRole.SCORE,
        ColumnRole.LEFT_OUT,
        ColumnRole.LEFT_OUT,
    ]
    assert columns[3].id_kind == "zipgrade_id"
    assert columns[6].why == "Said already by the points."


def test_two_quizzes_retakes_or_other_points_possible_have_no_table_of_their_own():
    assert _read("Quiz,Ann,Li,7,4,5,80", "Other,Ann,Li,7,4,5,80").source is None
    assert _read("Quiz,Ann,Li,7,4,5,80", "Quiz,Ann,Li,7,5,5,100").source is None
    assert _read("Quiz,Ann,Li,7,4,5,80", "Quiz,Bo,Ek,8,4,6,67").source is None
