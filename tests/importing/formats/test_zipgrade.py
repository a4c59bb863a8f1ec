import datetime

import pytest

from plplanner.importing.formats.zipgrade import read_zipgrade
from plplanner.problems import Problem
from plplanner.terms import ItemResult
from plplanner.terms import ScoreStatus as Status
from tests.importing.tables import a_table, shown, table_of_rows


def row(number="7", *, earned="9", possible="12", quiz="Unit 1 Quiz", **more):
    return {
        "QuizName": quiz,
        "QuizClass": "P2",
        "FirstName": "Ann",
        "LastName": f"Last{number}",
        "StudentID": number,
        "CustomID": f"00{number}",
        "Earned Points": earned,
        "Possible Points": possible,
        "PercentCorrect": "75",
        "QuizCreated": "9/18/2026 0:00",
        "DataExported": "9/20/2026 15:23",
        "Key Version": "2",
        **more,
    }


def _read(*rows):
    return read_zipgrade((table_of_rows(*rows),), file_name="quiz.csv")


def test_points_percent_ids_class_and_day():
    read = _read(row())
    score, student, quiz = read.scores[0][0], read.students[0], read.assessments[0]
    assert (score.points, score.possible, score.percent) == (9, 12, 75)
    assert student.ids == {"zipgrade_id": "7", "custom_id": "007"}
    assert (student.section, quiz.points_possible) == ("P2", 12)
    assert (quiz.title, quiz.date) == ("Unit 1 Quiz", datetime.date(2026, 9, 18))


def test_columns_of_single_questions_are_left_out_with_a_reason():
    items = {"Stu1": "C", "PriKey1": "B", "Points1": "0", "Mark1": "X", "Points12": "1"}
    read = _read(row(**items))
    assert len(read.assessments) == 1
    left = {column.header: column.why for column in read.ignored_columns}
    assert left["Points12"] == "One question of the quiz."
    assert left["Key Version"].startswith("Which key was used")


def test_newer_headings_are_read_too():
    table = a_table(
        "Quiz Name,Class Name,First Name,Last Name,ZipGrade ID,External Id,Num Correct,"
        "Num Questions,Percent Correct\nExit 6.RP.A.1,P2,Ann,Li,7,0042,4,5,80\n"
    )
    read = read_zipgrade((table,), file_name="quiz.csv")
    assert read.students[0].ids == {"zipgrade_id": "7", "custom_id": "0042"}
    assert read.assessments[0].standards == ("6.RP.A.1",)
    assert read.scores[0][0].percent == 80


def test_several_quizzes_of_one_file_are_several_assessments():
    read = _read(row(), row(quiz="Unit 2 Quiz", earned="5", possible="10"), row("8"))
    assert [(a.title, a.points_possible) for a in read.assessments] == [
        ("Unit 1 Quiz", 12),
        ("Unit 2 Quiz", 10),
    ]
    assert shown(read.scores, "percent") == [[75, 50], [75, None]]


def test_a_second_paper_counts_and_the_first_is_kept():
    score = _read(row(earned="4"), row(earned="9")).scores[0][0]
    assert (score.points, score.attempts) == (9, (4, 9))


def test_key_versions_may_have_other_points_possible():
    read = _read(row(), row("8"), row("9", earned="5", possible="10"))
    assert read.assessments[0].points_possible == 12
    assert (read.scores[2][0].possible, read.scores[2][0].percent) == (10, 50)


def test_a_blank_is_no_score_and_a_percent_alone_stays_one():
    blank = row("8", earned="") | {"PercentCorrect": ""}
    read = _read(row(), blank, row("9", earned="", possible=""))
    assert read.scores[1][0].status is Status.NONE
    assert (read.scores[2][0].percent, read.scores[2][0].points) == (75, None)


def test_decimal_commas_extra_points_and_damage():
    read = _read(row(earned="9,5"), row("8", earned="13"), row("9", earned="9-Mar"))
    assert shown(read.scores, "points") == [[9.5], [13], [None]]
    assert [(w.row, w.column) for w in read.warnings] == [
        (3, "Earned Points"),
        (4, "Earned Points"),
    ]
    assert read.unread == {(2, 0)}


def test_a_paper_nobody_claimed_is_left_out_and_told():
    nobody = row("0") | {"FirstName": "", "LastName": "", "CustomID": ""}
    read = _read(nobody, row())
    assert len(read.students) == 1
    assert read.warnings[0].row == 2


def test_other_tables_are_not_mine_and_one_without_students_is_explained():
    assert read_zipgrade((a_table("Name,Quiz\nLi,4\n"),), file_name="a.csv") is None
    header = "QuizName,LastName,StudentID,Earned Points,Possible Points\n"
    with pytest.raises(Problem, match="without students"):
        read_zipgrade((a_table(header),), file_name="a.csv")


def marked(number, marks, version="1", earned=None):
    """A paper with these marks, C or X, one point each; “-” was left open."""
    items = {}
    for place, mark in enumerate(marks, start=1):
        items |= {
            f"Stu{place}": "" if mark == "-" else "A",
            f"PriKey{place}": "A",
            f"Points{place}": str(int(mark == "C")),
            f"Mark{place}": "X" if mark == "-" else mark,
        }
    points = str(marks.count("C")) if earned is None else earned
    return row(number, earned=points, possible="3", **{"Key Version": version}, **items)


def test_marks_tell_which_items_were_right():
    read = _read(marked("7", "CXC"), marked("8", "C-P"))
    right, wrong = ItemResult.RIGHT, ItemResult.WRONG
    assert [line[0].items for line in read.scores] == [
        (right, wrong, right),
        (right, ItemResult.NOT_ANSWERED, None),
    ]


def test_items_of_the_key_that_most_papers_have_are_read_and_those_of_others_told():
    others = [marked("8", "CCX", version="2"), marked("9", "XCX", version="2")]
    read = _read(others[0], *(marked(n, "CXC") for n in "4567"), others[1])
    assert [line[0].items != () for line in read.scores] == [False, True, True, True, True, False]
    assert [line[0].points for line in read.scores] == [2, 2, 2, 2, 2, 1]
    (told,) = read.warnings
    assert (told.row, told.column) == (2, "Key Version")
    assert told.message.startswith("2 papers were marked with key “2”.")


def test_every_quiz_has_its_own_key():
    papers = [marked(n, "CXC") for n in "78"]
    other = [marked(n, "CXC", version="2") | {"QuizName": "Unit 2 Quiz"} for n in "78"]
    read = _read(*papers, *other)
    assert all(score.items for line in read.scores for score in line)
    assert read.warnings == ()


def test_without_a_version_the_letters_of_the_key_tell_it():
    lines = "".join(
        f"Unit 1,{number},1,{letters},2\n"
        for number, letters in (("7", "C,C,B,C"), ("8", "C,C,C,C"), ("9", "A,A,B,A"))
    )
    header = "QuizName,StudentID,Earned Points,Stu1,PriKey1,Stu2,PriKey2,Possible Points\n"
    read = read_zipgrade((a_table(header + lines.replace("8,1,", "8,2,")),), file_name="quiz.csv")
    assert [bool(line[0].items) for line in read.scores] == [True, True, False]
    assert "1 paper was marked with a key of other letters." in read.warnings[0].message


def test_items_that_do_not_come_to_the_points_are_not_read():
    assert _read(marked("7", "CXC", earned="9")).scores[0][0].items == ()


def test_without_marks_the_answers_are_held_against_the_key_of_the_paper():
    lines = "7,1,C,C,B,A\n8,1,B,C,A,A\n"
    header = "QuizName,StudentID,Earned Points,Stu1,PriKey1,Stu2,PriKey2,Possible Points\n"
    table = a_table(header + "".join(f"Unit 1,{line},2\n" for line in lines.split()))
    read = read_zipgrade((table,), file_name="quiz.csv")
    right, wrong = ItemResult.RIGHT, ItemResult.WRONG
    assert [line[0].items for line in read.scores] == [(right, wrong), (wrong, right)]
    assert read.source is not None
