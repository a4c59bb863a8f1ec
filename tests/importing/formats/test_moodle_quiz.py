import datetime

import pytest

from plplanner.importing.formats.moodle_quiz import read_moodle_quiz
from plplanner.terms import ItemResult
from tests.importing.tables import a_table

RIGHT, WRONG, OPEN = ItemResult.RIGHT, ItemResult.WRONG, ItemResult.NOT_ANSWERED
ABOUT = (
    "Surname,First name,Institution,Department,Email address,State,Started on,Completed,Time taken"
)
TOOK = "Finished,12 February 2026  1:03 PM,12 February 2026  1:33 PM,30 mins"
GRADES = f"{ABOUT},Grade/9.00,Q. 1 /1.00,Q. 2 /4.00,Q. 3 /4.00\n"
ANN = f"Li,Ann,,,a@x.org,{TOOK},5.00,1.00,4.00,0.00\n"
AGAIN = ANN.replace("12 Feb", "13 Feb").replace("5.00,1.00,4.00,0.00", "7.00,1.00,4.00,2.00")
CY = f"Oz,Cy,,,c@x.org,{TOOK},0.00,0.00,0.00,-\n"
AVERAGE = "Overall average,,,,,,,,,4.00,0.67,2.67,1.00\n"


def _read(text):
    return read_moodle_quiz((a_table(text),), file_name="q-grades.csv")


def test_the_grade_is_the_score_and_the_questions_are_items():
    read = _read(GRADES + ANN + CY + AVERAGE)
    assert [student.last for student in read.students] == ["Li", "Oz"]
    (quiz,) = read.assessments
    assert (quiz.title, quiz.points_possible, quiz.date) == (None, 9, datetime.date(2026, 2, 12))
    assert [row[0].points for row in read.scores] == [5, 0]
    assert [row[0].items for row in read.scores] == [(RIGHT, RIGHT, WRONG), (WRONG, WRONG, OPEN)]
    assert read.source is not None


def test_the_latest_try_counts_and_all_are_kept():
    score = _read(GRADES + AGAIN + ANN).scores[0][0]
    assert (score.points, score.attempts, score.items) == (7, (5, 7), (RIGHT, RIGHT, None))


def test_a_try_that_goes_on_has_no_score_and_takes_none_away():
    going = f"Li,Ann,,,a@x.org,In progress,14 February 2026  1:03 PM,-,-{',-' * 4}\n"
    assert _read(GRADES + going).scores[0][0].points is None
    assert _read(GRADES + ANN + going).scores[0][0].points == 5


def test_a_report_in_another_language_and_with_rounded_thirds():
    heading = (
        "Nachname;Vorname;E-Mail-Adresse;Status;Begonnen;Bewertung/10,00;F. 1 /3,33;F. 2 /3,33"
    )
    text = (
        f"{heading};F. 3 /3,33\n"
        "Groß;Änne;a@s.de;Beendet;3. Februar 2026, 10:05;10,00;3,33;3,33;3,33\n"
        "Paul;Uwe;u@s.de;Beendet;3. Februar 2026, 10:06;3,33;0,00;3,33;0,00\n"
        "Gesamtdurchschnitt;;;;;6,67;1,67;3,33;1,67\n"
    )
    read = _read(text)
    assert [row[0].items for row in read.scores] == [(RIGHT,) * 3, (WRONG, RIGHT, WRONG)]


RESPONSES = (
    "Last name,First name,Email address,Status,Started,Completed,Duration,Grade/3.00,"
    "Question 1,Response 1,Right answer 1,Question 2,Response 2,Right answer 2,"
    "Question 3,Response 3,Right answer 3\n"
    f"Li,Ann,a@x.org,{TOOK},2.00,2+2?,4,4,1/2?,½,½,5?,-,5\n"
    f"Oz,Cy,c@x.org,{TOOK},1.00,2+2?,5,4,1/2?,½,½,5?,6,5\n"
)


def test_responses_are_held_against_the_right_answers():
    read = _read(RESPONSES)
    assert [row[0].items for row in read.scores] == [(RIGHT, RIGHT, OPEN), (WRONG, RIGHT, WRONG)]
    assert {column.why for column in read.ignored_columns} == {
        "About the try, not a score.",
        "One question of the quiz.",
    }


def test_responses_alone_tell_nothing_of_single_questions():
    bare = f"{ABOUT},Grade/3.00,Response 1,Response 2\nLi,Ann,,,a@x.org,{TOOK},2.00,4,½\n"
    assert _read(bare).scores[0][0].items == ()


@pytest.mark.parametrize(
    "text",
    [
        "Surname,First name,Quiz/10,Q1/5,Q2/5\nLi,Ann,7,5,2\n",  # nobody says when
        GRADES.replace("Grade/9.00", "Essay/5,Grade/9.00") + ANN,
        GRADES.replace("Q. 3 /4.00", "Effort") + ANN,
        GRADES.replace("Surname", "Class") + ANN,
    ],
)
def test_a_teachers_own_table_is_not_mine(text):
    assert _read(text) is None
