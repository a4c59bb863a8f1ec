from plplanner.importing.formats.sakai import read_sakai
from plplanner.importing.read_csv import read_csv
from plplanner.terms import ScoreStatus as Status


def _read(text):
    return read_sakai((read_csv(text.encode(), file_name="a.csv"),), file_name="a.csv")


def test_items_have_points_and_comments_are_left_out():
    read = _read(
        "Student ID,Student Name,Quiz 6.RP.A.1 [10],* Quiz 6.RP.A.1,Project [12.5],* Project\n"
        'ali,"Li, Ann",7.5,good,,\n'
    )
    assert [(a.title, a.points_possible) for a in read.assessments] == [
        ("Quiz 6.RP.A.1", 10),
        ("Project", 12.5),
    ]
    assert [(c.points, c.status) for c in read.scores[0]] == [
        (7.5, Status.SCORED),
        (None, Status.NONE),
    ]
    assert (read.students[0].last, read.students[0].ids) == ("Li", {"student_id": "ali"})
    assert [c.header for c in read.ignored_columns] == ["* Quiz 6.RP.A.1", "* Project"]


def test_a_custom_export_has_columns_that_are_not_read_again():
    read = _read(
        "Student ID,Student Name,Section,Quiz [10],# Total Points,# Course Grade,# Last Log Date\n"
        'ali,"Li, Ann",P2,7,7,A (95%),2026-09-01\n'
    )
    assert [a.title for a in read.assessments] == ["Quiz"]
    assert read.students[0].section == "P2"
    assert len(read.ignored_columns) == 3


def test_semicolons_and_decimal_commas():
    read = _read("Student ID;Student Name;Quiz [12,5]\nali;Li, Ann;6,25\n")
    assert (read.assessments[0].points_possible, read.scores[0][0].percent) == (12.5, 50)


def test_a_title_may_hold_brackets():
    read = _read('Student ID,Student Name,Lab [b] [10],* Lab [b]\nali,"Li, Ann",6,\n')
    assert [a.title for a in read.assessments] == ["Lab [b]"]


def test_another_table_is_none_of_sakai():
    assert _read('Student ID,Student Name,Quiz [10],Total\nali,"Li, Ann",6,6\n') is None
    assert _read('Name,Quiz [10]\n"Li, Ann",6\n') is None


def test_totals_of_a_custom_export_are_left_out_beside_comments():
    read = _read(
        "Student ID,Student Name,Quiz [10],* Quiz,Total Points,Course Grade,Calculated Grade\n"
        'ali,"Li, Ann",7,,7,C,70\n'
    )
    assert [a.title for a in read.assessments] == ["Quiz"]


def test_a_teachers_own_columns_behind_the_items_are_left_out():
    read = _read(
        'Student ID,Student Name,Quiz [10],* Quiz,My notes,Period\nali,"Li, Ann",7.5,,call,2\n'
    )
    assert [a.title for a in read.assessments] == ["Quiz"]
    assert read.ignored_columns[-1].why == "About the class or the school, not a score."
