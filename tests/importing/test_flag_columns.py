import pytest

from plplanner.importing.flag_columns import flag_columns, flagged, with_flags
from tests.importing.tables import a_table


def test_flags_belong_to_the_score_to_their_left():
    assert flag_columns(("Student", "Exit", "Flags", "Quiz", "Flags")) == {2: 1, 4: 3}


def test_flags_belong_to_the_score_they_name():
    headers = ("Student", "Exit Score", "Quiz Score", "Exit Flags", "Quiz Flags")
    assert flag_columns(headers) == {3: 1, 4: 2}


def test_flags_beside_a_name_or_of_no_column_are_left_alone():
    assert flag_columns(("Student", "Flags", "Flags", "Essay Flags")) == {}


@pytest.mark.parametrize(
    ("cell", "flag", "said"),
    [
        ("4", "", "4"),
        ("4", "Late", "4 late"),
        ("4", "L", "4 late"),
        ("", "Late", "Turned in late"),
        ("", "M", "Missing"),
        ("0", "Missing", "Missing"),
        ("4", "Missing", "4"),
        ("4", "Late, Missing", "4 late"),
        ("3", "Excused", "Excused"),
        ("", "Ex", "Excused"),
        ("", "Inc", "Incomplete"),
        ("3", "T", "3"),
        ("", "Turned in", ""),
        ("", "Cheated", "Cheated"),
        ("3", "Cheated", "3"),
    ],
)
def test_a_flag_is_written_as_by_hand(cell, flag, said):
    assert flagged(cell, flag) == said


def test_only_student_rows_are_changed_and_short_rows_filled():
    table = a_table("Student,Exit,Flags\nAnn Li,4,Late\nBo Ek\nAverage,4,Late\n")
    rows = with_flags(table, (1, 2), {2: 1}).rows
    assert [row[1] if len(row) > 1 else None for row in rows] == ["Exit", "4 late", "", "4"]
    assert with_flags(table, (1, 2), {}) is table
