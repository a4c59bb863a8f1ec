from plplanner.importing.formula_columns import WORKED_OUT, without_formulas
from plplanner.importing.guess_columns import GuessedColumn
from plplanner.importing.header_words import ColumnRole

NAME = GuessedColumn("Name", ColumnRole.NAME)
QUIZ = GuessedColumn("Quiz", ColumnRole.SCORE)
STANDING = GuessedColumn("Where they stand", ColumnRole.SCORE)


def test_a_column_the_workbook_works_out_is_no_assessment():
    *kept, left = without_formulas((NAME, QUIZ, STANDING), frozenset({2}))
    assert kept == [NAME, QUIZ]
    assert (left.role, left.why) == (ColumnRole.LEFT_OUT, WORKED_OUT)


def test_the_only_scores_of_a_file_stay():
    assert without_formulas((NAME, QUIZ), frozenset({1})) == (NAME, QUIZ)
    assert without_formulas((NAME, QUIZ), frozenset({0})) == (NAME, QUIZ)
