import pytest

from plplanner.importing.guess_columns import guess_columns
from plplanner.importing.header_words import ColumnRole
from plplanner.importing.question_columns import (
    places_of_questions,
    without_answers,
    without_questions,
)
from tests.importing.tables import a_table


def scores_in(text):
    table = a_table(text)
    rows = tuple(range(1, len(table.rows)))
    guessed = guess_columns(table, headers=table.rows[0], rows=rows, points=(), names=None)
    columns = without_questions(without_answers(guessed, table, rows), table, rows)
    return [column.header for column in columns if column.role is ColumnRole.SCORE]


def test_questions_that_add_up_to_a_score_are_left_out():
    assert scores_in("Student,Score,Q1,Q2\nAnn Li,3,2,1\nBo Ek,1,1,0\n") == ["Score"]


def test_questions_in_step_with_a_percent_are_left_out():
    text = "Student,Score,Q1,Q2,Q3\nAnn Li,67,1,1,0\nBo Ek,33,1,0,0\nCy Oz,100,1,1,1\n"
    assert scores_in(text) == ["Score"]


def test_numbered_quizzes_stay_when_they_do_not_add_up():
    titles = ["Score", "Q1", "Q2"]
    assert scores_in(f"Student,{','.join(titles)}\nAnn Li,90,8,10\nBo Ek,70,9,4\n") == titles


def test_quizzes_with_a_total_beside_them_stay():
    assert scores_in("Student,Q1,Q2,Total\nAnn Li,3,4,7\nBo Ek,2,1,3\n") == ["Q1", "Q2"]


@pytest.mark.parametrize("word", ["Question ", "Item ", "#"])
def test_what_is_surely_a_question_is_left_out_beside_any_total(word):
    text = f"Student,{word}1,{word}2,Total\nAnn Li,3,4,8\nBo Ek,2,1,3\n"
    assert scores_in(text) == ["Total"]


def test_questions_alone_stay_for_want_of_a_result():
    assert len(scores_in("Student,Question 1,Question 2\nAnn Li,3,4\nBo Ek,2,1\n")) == 2


def test_numbers_that_do_not_follow_each_other_are_no_questions():
    text = "Student,Score,Question 2,Question 7\nAnn Li,5,3,4\nBo Ek,5,2,1\n"
    assert len(scores_in(text)) == 3


def test_answers_beside_a_result_are_no_grades_and_no_absences():
    text = "Student,Score,Which is 3:4?,2. Unit rate,Rate\nAnn Li,80,A,B,F\nBo Ek,60,E,true,A\n"
    assert scores_in(text) == ["Score"]


def test_letters_below_a_question_are_answers_without_any_result():
    assert scores_in("Student,Which is 3:4?\nAnn Li,A\nBo Ek,C\n") == []
    assert scores_in("Student,Essay\nAnn Li,A\nBo Ek,C\n") == ["Essay"]


def test_questions_are_found_again_by_their_number():
    table = a_table("Student,Score,Q2,Q1\nAnn Li,1,1,0\nBo Ek,2,1,1\n")
    guessed = guess_columns(table, headers=table.rows[0], rows=(1, 2), points=(), names=None)
    assert places_of_questions(guessed) == []
    assert places_of_questions(without_questions(guessed, table, (1, 2))) == [3, 2]
