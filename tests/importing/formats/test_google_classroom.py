from datetime import date

import pytest

from plplanner.importing.formats.google_classroom import read_google_classroom
from plplanner.importing.read_csv import read_csv
from plplanner.importing.table import Table
from plplanner.terms import ScoreStatus as Status

WHO = "Last Name,First Name,Email Address"


def _read(text):
    return read_google_classroom((read_csv(text.encode(), file_name="a.csv"),), file_name="a.csv")


def _cells(read):
    return [[(c.points, c.status, c.late) for c in row] for row in read.scores]


@pytest.mark.parametrize("start", ["Points,,", ",Points,", ",,Points"])
def test_the_word_points_may_stand_in_any_of_the_first_three_columns(start):
    read = _read(f"{WHO},Quiz A,Quiz B\n{start},4,20\nLi,Ann,a@x.org,3,\nEk,Bo,b@x.org,,18\n")
    assert read.format == "google_classroom_all"
    assert [(a.title, a.points_possible) for a in read.assessments] == [
        ("Quiz A", 4),
        ("Quiz B", 20),
    ]
    assert _cells(read) == [
        [(3, Status.SCORED, False), (None, Status.NONE, False)],
        [(None, Status.NONE, False), (18, Status.SCORED, False)],
    ]


def test_dates_averages_and_overall_grades_are_neither_students_nor_assessments():
    read = _read(
        f"{WHO},Overall Grade,Exit 6.RP.A.1\n,,Date,,2026-09-04\n,,Points,,4\n"
        "Class Average,,,81,3\nLi,Ann,a@x.org,75,3\n,,Class Average,80,3\n"
    )
    assert [s.last for s in read.students] == ["Li"]
    assert [(a.title, a.date, a.standards) for a in read.assessments] == [
        ("Exit 6.RP.A.1", date(2026, 9, 4), ("6.RP.A.1",))
    ]
    assert [c.header for c in read.ignored_columns] == ["Overall Grade"]


def test_a_workbook_of_another_language_is_read_too():
    rows = (
        ("Apellidos", "Nombre", "Dirección de correo electrónico", "Prueba 1"),
        ("", "Fecha", "", "2026-09-14"),
        ("", "Puntos", "", "10"),
        ("Ruiz", "Ana", "ana@x.org", "8,5"),
    )
    read = read_google_classroom((Table(rows, name="Notas"),), file_name="a.xlsx")
    assert [(a.points_possible, a.date) for a in read.assessments] == [(10, date(2026, 9, 14))]
    assert read.scores[0][0].percent == 85


def test_two_people_of_one_name_stay_two():
    read = _read(f"{WHO},Quiz\n,,Points,4\nLi,Ann,a@x.org,3\nLi,Ann,b@x.org,4\n\n")
    assert [s.ids["email"] for s in read.students] == ["a@x.org", "b@x.org"]


def test_one_assignment_with_its_states():
    read = _read(
        f"{WHO},Grade,Assignment State,Comments\nLi,Ann,a@x.org,3,Returned,well done\n"
        "Ek,Bo,b@x.org,2.5,Turned in late,\nOz,Cy,c@x.org,,Missing,\nDi,Di,d@x.org,0,Missing,\n"
        "Fu,Fe,f@x.org,,Assigned,\nGo,Gi,g@x.org,,Excused,\nHo,Hi,h@x.org,,Turned in late,\n"
    )
    assert read.format == "google_classroom_single"
    assert [row[0] for row in _cells(read)] == [
        (3, Status.SCORED, False),
        (2.5, Status.SCORED, True),
        (None, Status.MISSING, False),
        (None, Status.MISSING, False),
        (None, Status.NONE, False),
        (None, Status.EXCUSED, False),
        (None, Status.NONE, False),
    ]
    assert [(a.title, a.points_possible) for a in read.assessments] == [(None, None)]
    assert [c.header for c in read.ignored_columns] == ["Assignment State", "Comments"]


def test_the_points_may_stand_in_the_heading_or_in_the_cell():
    read = _read(f"{WHO},Grade (out of 5),Assignment State\nLi,Ann,a@x.org,4,Returned\n")
    assert read.scores[0][0].percent == 80
    read = _read(f"{WHO},Grade,Assignment State\nLi,Ann,a@x.org,4/5,Returned\n")
    assert read.scores[0][0].percent == 80


def test_a_damaged_grade_is_flagged_by_its_heading():
    read = _read(f"{WHO},Grade,Assignment State\nLi,Ann,a@x.org,4-Mar,Returned\n")
    assert [(w.row, w.column) for w in read.warnings] == [(2, "Grade")]


def test_a_class_list_with_school_years_is_none_of_classroom():
    assert _read(f"{WHO},Grade,Status\nLi,Ann,a@x.org,6,Active\n") is None
    assert _read(f"{WHO},Quiz\nLi,Ann,a@x.org,6\n") is None
    assert _read("Name,Quiz\nAnn Li,6\n") is None


def test_a_teachers_own_column_of_notes_is_no_assignment():
    read = _read(f"{WHO},Quiz A,Missing count,Group\nPoints,,,4,,10\nLi,Ann,a@x.org,3,2,8\n")
    assert [a.title for a in read.assessments] == ["Quiz A", "Group"]


@pytest.mark.parametrize(
    "heading",
    ["Last Name,First Name,Email Address,Period", "Last,First,Email", "ID,Last Name,First Name"],
)
def test_a_teachers_own_table_with_a_row_of_points_is_not_from_classroom(heading):
    blank = "," * heading.count(",")
    assert _read(f"{heading},Quiz A\nPoints{blank},4\nLi,Ann,a@x.org{blank[2:]},3\n") is None


def test_a_blank_column_before_the_names_changes_nothing():
    read = _read(f",{WHO},Quiz A\n,Points,,,4\n,Li,Ann,a@x.org,3\n")
    assert (read.format, [a.title for a in read.assessments]) == (
        "google_classroom_all",
        ["Quiz A"],
    )


def test_one_assignment_with_its_columns_in_another_order():
    read = _read(
        "Last Name,Email Address,Grade,Comments,Assignment State,First Name\n"
        "Li,a@x.org,3,,Returned,Ann\n"
    )
    assert (read.format, read.scores[0][0].points) == ("google_classroom_single", 3)
