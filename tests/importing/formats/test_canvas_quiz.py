import datetime

import pytest

from plplanner.importing.formats.canvas_quiz import read_canvas_quiz
from plplanner.problems import Problem
from plplanner.terms import ItemResult
from tests.importing.tables import a_table

RIGHT, WRONG = ItemResult.RIGHT, ItemResult.WRONG
HEADER = (
    "name,id,sis_id,section,section_id,submitted,attempt,88101: What is 2+2?,1.0,"
    "88102: Explain,4.0,n correct,n incorrect,score\n"
)
ANA = "Ana Roca,501,S1,P1,9,2025-11-03 14:01:00 UTC,1,4,1.0,because,3.0,1,1,4.0\n"
BO = "Bo Li,502,S2,P1,9,2025-11-03 14:02:00 UTC,1,5,0.0,dunno,4.0,1,1,4.0\n"


def _read(*lines):
    return read_canvas_quiz((a_table(HEADER + "".join(lines)),), file_name="q.csv")


def test_the_score_is_out_of_all_questions_and_each_of_them_is_an_item():
    read = _read(ANA, BO)
    (quiz,) = read.assessments
    assert (quiz.title, quiz.points_possible, quiz.date) == (None, 5, datetime.date(2025, 11, 3))
    assert [(row[0].points, row[0].items) for row in read.scores] == [
        (4, (RIGHT, None)),
        (4, (WRONG, RIGHT)),
    ]
    student = read.students[0]
    assert (student.last, student.first, student.section) == ("Roca", "Ana", "P1")
    assert student.ids == {"canvas_id": "501", "sis_user_id": "S1"}
    assert read.source is not None


def test_the_latest_attempt_counts_and_all_are_kept():
    again = ANA.replace(":01:00 UTC,1,4,1.0", ":31:00 UTC,2,4,1.0").replace(
        "3.0,1,1,4.0", "4.0,2,0,5.0"
    )
    score = _read(again, ANA).scores[0][0]
    assert (score.points, score.attempts, score.items) == (5, (4, 5), (RIGHT, RIGHT))


def test_questions_that_do_not_come_to_the_score_are_no_items():
    assert _read(ANA.replace(",4.0\n", ",2.0\n")).scores[0][0].items == ()


def test_other_tables_are_not_mine_and_one_without_students_is_explained():
    assert read_canvas_quiz((a_table("name,id,score\nLi,1,4\n"),), file_name="q.csv") is None
    with pytest.raises(Problem, match="without students"):
        _read()
