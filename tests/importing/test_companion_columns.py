import pytest

from plplanner.importing.companion_columns import is_total, numbers_of, without_companions
from plplanner.importing.guess_columns import guess_columns
from plplanner.importing.header_words import ColumnRole
from tests.importing.tables import a_table


def settled(text):
    table = a_table(text)
    rows = tuple(range(1, len(table.rows)))
    guessed = guess_columns(table, headers=table.rows[0], rows=rows, points=(), names=None)
    return {column.header: column for column in without_companions(guessed, table, rows)}


def scores_in(text):
    return [head for head, column in settled(text).items() if column.role is ColumnRole.SCORE]


def test_equal_maxima_are_the_points_of_the_score_beside_them():
    columns = settled("Student,Score,Max Score\nAnn Li,4,5\nBo Ek,3,5\n")
    assert columns["Score"].points == 5
    assert columns["Max Score"].why == "The points possible of “Score”."


def test_a_maximum_goes_with_the_score_of_its_name():
    columns = settled("Student,Quiz 1,Quiz 2,Quiz 1 Points Possible\nAnn Li,4,9,5\nBo Ek,3,7,5\n")
    assert (columns["Quiz 1"].points, columns["Quiz 2"].points) == (5, None)


@pytest.mark.parametrize("maxima", [("5", "10"), ("2", "2")])
def test_maxima_that_differ_or_are_too_low_give_no_points(maxima):
    columns = settled(f"Student,Score,Out of\nAnn Li,4,{maxima[0]}\nBo Ek,3,{maxima[1]}\n")
    assert columns["Score"].points is None
    assert columns["Out of"].role is ColumnRole.LEFT_OUT


def test_a_maximum_with_nothing_beside_it_stays():
    assert scores_in("Student,Max\nAnn Li,4\nBo Ek,3\n") == ["Max"]


@pytest.mark.parametrize(
    ("points", "percent"),
    [
        ("Unit 1 Quiz (12)", "Unit 1 Quiz %"),
        ("Unit 1 Quiz Score", "Unit 1 Quiz (Percent)"),
        ("Unit 1 Quiz", "Unit 1 Quiz % Correct"),
    ],
)
def test_percents_beside_their_points_count_once(points, percent):
    assert scores_in(f"Student,{points},{percent}\nAnn Li,9,75\nBo Ek,6,50\n") == [points]


def test_percents_of_something_else_stay():
    titles = ["Unit 1 Quiz", "Unit 2 Quiz %"]
    assert scores_in(f"Student,{','.join(titles)}\nAnn Li,9,75\nBo Ek,6,50\n") == titles


def test_counts_of_questions_stay_only_without_a_score():
    table = "Student,{}Number correct\nAnn Li,{}4\nBo Ek,{}3\n"
    assert scores_in(table.format("Total Score,", "80,", "60,")) == ["Total Score"]
    assert scores_in(table.format("", "", "")) == ["Number correct"]


def test_a_total_names_no_test():
    assert is_total("Total Score (0 - 100)")
    assert not is_total("Quiz score")


def test_numbers_of_a_column_are_none_elsewhere():
    assert numbers_of(a_table("a,4\nb,x\nc\n"), (0, 1, 2), 1) == [4, None, None]


def test_a_total_alone_is_the_score_and_beside_scores_worked_out():
    assert scores_in("Student,Total Score,Max Score\nAnn Li,4,5\nBo Ek,3,5\n") == ["Total Score"]
    assert scores_in("Student,Total,Quiz\nAnn Li,4,5\nBo Ek,3,5\n") == ["Quiz"]


def test_a_letter_beside_its_score_says_nothing_new():
    columns = settled("Student,Quiz 1,Quiz 1 Letter\nAnn Li,19,A\nBo Ek,12,C\n")
    assert columns["Quiz 1 Letter"].why == "Said already by “Quiz 1”."


def test_points_beside_the_score_of_the_same_name_are_its_maximum():
    columns = settled("Student,Unit 1 - Score,Unit 1 - Points\nAnn Li,18,20\nBo Ek,12,20\n")
    assert columns["Unit 1 - Score"].points == 20
    assert columns["Unit 1 - Points"].role is ColumnRole.LEFT_OUT


def test_a_level_beside_the_score_says_nothing_new_and_alone_it_is_the_result():
    text = "Student,Quiz 1,Performance Level\nAnn Li,18,Proficient\nBo Ek,2,Below\n"
    assert scores_in(text) == ["Quiz 1"]
    assert scores_in("Student,Mastery Level\nAnn Li,Mastery\nBo Ek,Below\n") == ["Mastery Level"]


def test_bare_points_behind_each_score_are_its_maximum():
    columns = settled("Student,Essay,Points,Quiz,Points\nAnn Li,8,10,40,50\nBo Ek,9,10,31,50\n")
    assert (columns["Essay"].points, columns["Quiz"].points) == (10, 50)
    assert columns["Points"].role is ColumnRole.LEFT_OUT
    assert "Points" in scores_in("Student,Essay,Points\nAnn Li,8,10\nBo Ek,9,7\n")


@pytest.mark.parametrize("header", ["Average", "Overall"])
def test_an_average_of_nothing_else_is_the_result(header):
    assert scores_in(f"Student,{header}\nAnn Li,88\nBo Ek,71\n") == [header]
    assert scores_in(f"Student,Quiz,{header}\nAnn Li,8,88\nBo Ek,7,71\n") == ["Quiz"]
    assert scores_in(f"Student,{header}\nAnn Li,B\nBo Ek,\n") == []
