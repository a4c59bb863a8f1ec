from datetime import date

import pytest

from plplanner.importing.formats.plain import read_plain
from plplanner.importing.read_csv import read_csv
from plplanner.problems import Problem
from plplanner.terms import ScoreStatus as Status


def _read(text):
    return read_plain(read_csv(text.encode(), file_name="a.csv"), file_name="a.csv")


def _points(read):
    return [[cell.points for cell in row] for row in read.scores]


def test_a_spanish_table_with_decimal_commas():
    read = _read(
        "Apellidos;Nombre;DNI;Prueba 1 (10 puntos);Tarea 2;Promedio\n"
        "García Márquez;Sofía;0012;8,5;Ausente;8,5\nLópez;Juan;0013;7;4,25;5,6\nPromedio;;;8;4;\n"
    )
    assert [(s.last, s.first, s.ids) for s in read.students] == [
        ("García Márquez", "Sofía", {"student_id": "0012"}),
        ("López", "Juan", {"student_id": "0013"}),
    ]
    assert _points(read) == [[8.5, None], [7, 4.25]]
    assert read.scores[0][1].status is Status.ABSENT


def test_title_rows_points_row_and_average():
    read = _read(
        "Mrs. Rivera - Math 6,,,\nPeriod 2,,,\nStudent Name,Exit Ticket 6.RP.A.1,Quiz,Total\n"
        "Out of,5,10,15\nAna Maria de la Cruz,4,9,13\nSukarno,5 L,X,5\nClass Average,4.5,9,\n"
    )
    assert [(s.last, s.first) for s in read.students] == [
        ("de la Cruz", "Ana Maria"),
        (None, "Sukarno"),
    ]
    assert [(a.points_possible, a.standards) for a in read.assessments] == [
        (5, ("6.RP.A.1",)),
        (10, ()),
    ]
    assert read.scores[1][0].late
    assert [column.header for column in read.ignored_columns] == ["Total"]


def test_a_points_row_may_stand_above_the_header():
    read = _read("Points,20,50\nName,Quiz,Test\nAnn Li,18,40\n")
    assert [a.points_possible for a in read.assessments] == [20, 50]


def test_dates_are_taken_from_a_row_whose_order_is_clear():
    read = _read("Name,Quiz A,Quiz B\nDate,9/4/2026,9/14/2026\nPoints,10,5\nAnn Li,8,5\n")
    assert [a.date for a in read.assessments] == [date(2026, 9, 4), date(2026, 9, 14)]


def test_unclear_dates_are_left_open():
    read = _read("Name,Quiz A\nDate,9/4/2026\nPoints,10\nAnn Li,8\n")
    assert read.assessments[0].date is None


def test_fractions_tell_the_points_of_their_column():
    read = _read("Name,Quiz\nAnn Li,3/4\nBo Ek,2\n")
    assert read.assessments[0].points_possible == 4
    assert read.scores[1][0].percent == 50


def test_percents_have_no_points():
    cell = _read("Name,Quiz\nAnn Li,85 %\nBo Ek,90%\n").scores[0][0]
    assert (cell.points, cell.percent) == (None, 85.0)


def test_two_students_of_one_name_stay_two():
    read = _read('Name,ID,Quiz\n"Garcia, Maria",1,4\n"Garcia, Maria",2,5\n')
    assert [s.ids["student_id"] for s in read.students] == ["1", "2"]


def test_rows_without_a_name_are_left_out_with_a_warning():
    read = _read("Name,Quiz\nAnn Li,4\n,5\nBo Ek,3\n")
    assert len(read.students) == 2
    assert [(w.row, w.message[:8]) for w in read.warnings] == [(3, "This row")]


def test_a_name_with_a_number_comes_in_and_a_note_is_told():
    read = _read("Name,Quiz /5\nStudent 1001,4\nAnn@home,5\nBo Ek,3\nPrinted: 11/20/2026\n")
    assert [s.display for s in read.students] == ["Student 1001", "Bo Ek"]
    assert [(w.row, w.message.split(" is ")[0]) for w in read.warnings] == [
        (3, "“Ann@home”"), (5, "“Printed: 11/20/2026”"),
    ]  # fmt: skip


def test_a_column_without_any_name_says_what_stands_there():
    with pytest.raises(Problem, match=r"no names that can be read: row 2 says “ann@x\.org”"):
        _read("Name,Quiz\nann@x.org,4\nbo@x.org,5\n")


def test_a_repeated_header_is_no_student():
    read = _read("Name,Quiz\nAnn Li,4\nName,Quiz\nBo Ek,3\n")
    assert [s.last for s in read.students] == ["Li", "Ek"]


def test_a_list_of_names_is_a_roster():
    read = _read(
        "#,Last,First,Preferred,Period,Email\n1,Li,Wei,Will,2,w@x.org\n2,Ek,Bo,,2,b@x.org\n"
    )
    assert read.format == "roster"
    assert (read.students[0].nickname, read.students[0].section) == ("Will", "2")
    assert read.students[0].ids == {"email": "w@x.org"}


def test_a_table_without_names_is_explained():
    with pytest.raises(Problem, match="no column with student names"):
        _read("Quiz,Test\n1,2\n")


def test_a_table_without_students_is_explained():
    with pytest.raises(Problem, match="no student below it"):
        _read("Name,Quiz\nAverage,2\n")


def test_titles_dates_and_points_may_stand_in_rows_of_their_own():
    read = _read(
        "Teacher: Rivera,,,Class: Math 6,\n,,,Exit 6.RP.A.1,Quiz\n,,,09/04/26,09/25/26\n"
        '#,Student Name,Grade,4,15\n1,"Li, Ann",92.5 A,3,12\n2,"Ek, Bo",81 B,4,9\n'
    )
    assert [(a.title, a.points_possible, a.date) for a in read.assessments] == [
        ("Exit 6.RP.A.1", 4, date(2026, 9, 4)),
        ("Quiz", 15, date(2026, 9, 25)),
    ]
    assert len(read.students) == 2


def test_points_and_dates_below_the_headings_need_no_label():
    read = _read("Name,Final Grade,Exit,Quiz\n,,4,15\n,,9/4/2026,9/14/2026\nAnn Li,A,3,12\n")
    assert [(a.points_possible, a.date) for a in read.assessments] == [
        (4, date(2026, 9, 4)),
        (15, date(2026, 9, 14)),
    ]
    assert read.warnings == ()


def test_words_of_a_scale_are_levels():
    read = _read("Name,6.RP.A.1\nAnn Li,Meets\nBo Ek,Absent\nCy Oz,\n")
    assert [(row[0].level, row[0].status) for row in read.scores] == [
        ("Meets", Status.SCORED),
        (None, Status.ABSENT),
        (None, Status.NONE),
    ]
    assert read.warnings == ()


def test_a_table_with_ids_only_is_read():
    read = _read("Unique User ID,Quiz\n0042,3\n0043,4\n")
    assert [(s.display, s.ids) for s in read.students] == [
        ("0042", {"student_id": "0042"}),
        ("0043", {"student_id": "0043"}),
    ]
    assert read.source is None


def test_a_shortened_id_is_flagged():
    read = _read("Name,ID,Quiz\nAnn Li,1.05E+05,3\nBo Ek,105236,4\n")
    assert [s.ids for s in read.students] == [{}, {"student_id": "105236"}]
    assert [(w.row, w.column) for w in read.warnings] == [(2, "ID")]


def test_a_quick_export_of_powerschool_is_a_class_list():
    read = _read(
        "Student_Number\tLast_Name\tFirst_Name\tGrade_Level\tHome_Room\tDOB\r"
        "0042\tLi\tAnn\t6\tA1\t1/2/2015\r43\tEk\tBo\t6\tA2\t3/4/2015\r"
    )
    assert read.format == "roster"
    assert [(s.last, s.grade, s.ids) for s in read.students] == [
        ("Li", "6", {"student_number": "0042"}),
        ("Ek", "6", {"student_number": "43"}),
    ]


def test_totals_and_footers_below_the_students_are_nobody():
    read = _read(
        "Student,Quiz\nAnn Li,4\nBo Ek,5\nTotal,9\nNumber of students: 2,\nPrinted 10/12/2026,\n"
    )
    assert [s.last for s in read.students] == ["Li", "Ek"]


def test_a_report_of_answers_has_one_score_and_no_absences():
    read = _read(
        "Ratios exit ticket,,,,\nMon Oct 12 2026,,,,\n"
        "Student Names,Total Score (0 - 100),Number of correct answers,What is 3:4?,Unit rate?\n"
        "Ann Li,80,4,A,C\nBo Ek,60,3,B,E\nClass Scoring,70%,3.5,50%,50%\n"
    )
    assert [s.last for s in read.students] == ["Li", "Ek"]
    assert [[cell.percent for cell in row] for row in read.scores] == [[80], [60]]
    assert len(read.ignored_columns) == 3


def test_a_heading_that_names_no_test_leaves_the_title_to_the_file():
    assert _read("Student,Score,Max Score\nAnn Li,4,5\nBo Ek,3,5\n").assessments[0].title is None
    assert _read("Student,Quiz score\nAnn Li,4\n").assessments[0].title == "Quiz score"


def test_flags_are_joined_to_their_scores():
    read = _read("Student,Exit,Flags,Quiz,Flags\nAnn Li,4,Late,,M\nBo Ek,,Ex,5,\n")
    assert [a.title for a in read.assessments] == ["Exit", "Quiz"]
    assert [[cell.status for cell in row] for row in read.scores] == [
        [Status.SCORED, Status.MISSING],
        [Status.EXCUSED, Status.SCORED],
    ]
    assert read.scores[0][0].late
    assert [c.why for c in read.ignored_columns] == ["Joined to “Exit”.", "Joined to “Quiz”."]


def test_a_bare_number_in_brackets_is_points_where_the_scores_agree():
    read = _read("Student,Unit 1 (12),Try (2),Set (50)\nAnn Li,9,8,4\nBo Ek,12,7,3\n")
    assert [a.points_possible for a in read.assessments] == [12, None, None]


def test_points_in_brackets_hold_where_every_score_carries_a_mark():
    read = _read("Name,HW 1 (10)\nLi,7L\nEk,8 late\nOz,exempt\n")
    assert read.assessments[0].points_possible == 10


def test_points_in_brackets_of_low_scores_hold_where_the_others_do():
    read = _read("Name,Quiz (10),Lab (20),Essay (100)\nLi,9,19,30\n")
    assert [a.points_possible for a in read.assessments] == [10, 20, 100]
    assert _read("Name,Unit (100)\nLi,9\n").assessments[0].points_possible is None


def test_a_round_number_behind_a_task_is_points_with_low_scores_and_extra_credit():
    read = _read("Name,Test A (100),HW (10)\nLi,31,12\nEk,12,0\nOz,44,9\n")
    assert [a.points_possible for a in read.assessments] == [100, 10]
    assert _read("Name,Quiz (3)\nLi,9\n").assessments[0].points_possible is None


def test_single_words_without_a_heading_are_taken_for_names_and_said_so():
    read = _read("Suharto\nMadhuri\nAna Roca\n")
    assert [one.first for one in read.students] == ["Suharto", "Madhuri", "Ana"]
    assert [warning.message for warning in read.warnings] == [
        "Nothing here says that these are names. Each line is taken for a student."
    ]
    assert _read("Ana Roca\nBo Li\nCy Ng\n").warnings == ()


def test_a_class_in_each_column_is_a_list_of_classes():
    read = _read("Period 1,Period 2\nAna Roca,Cy Ng\nBo Li,\n")
    assert [(one.last, one.section) for one in read.students] == [
        ("Roca", "Period 1"), ("Li", "Period 1"), ("Ng", "Period 2"),
    ]  # fmt: skip


def test_the_points_of_a_title_stand_over_those_of_a_column_beside_it():
    head = "Name,Total Points Earned,Total Points Possible,Lab 1 (2 pts),Lab 2 (3 pts)"
    read = _read(f"{head}\nLi,5,5,2,3\nEk,3,5,1,2\n")
    assert [a.points_possible for a in read.assessments] == [2, 3]
