from plplanner.importing.header_words import ColumnRole
from plplanner.importing.rows import ColumnRead
from plplanner.importing.student_row import (
    id_warnings,
    is_damaged_id,
    student_of_row,
    students_of_rows,
)
from plplanner.importing.table import Table

COLUMNS = (
    ColumnRead("Last", ColumnRole.LAST),
    ColumnRead("First", ColumnRole.FIRST),
    ColumnRead("Called", ColumnRole.NICKNAME),
    ColumnRead("ID", ColumnRole.ID, "student_id"),
    ColumnRead("Login", ColumnRole.ID, "login"),
    ColumnRead("Email", ColumnRole.EMAIL),
    ColumnRead("Period", ColumnRole.SECTION),
    ColumnRead("Grade", ColumnRole.GRADE),
)
TABLE = Table(
    (
        ("Li", "Wei", "Will", "0042", "wli", "w@x.org", "P2", "06"),
        ("Ek", "Bo", "Bo", "1.23E+05", "12e5", "", "", ""),
    )
)


def test_ids_stay_as_written_with_their_leading_zeros():
    student = student_of_row(TABLE, 0, COLUMNS)
    assert student.ids == {"student_id": "0042", "login": "wli", "email": "w@x.org"}
    assert (student.last, student.first, student.nickname) == ("Li", "Wei", "Will")
    assert (student.section, student.grade, student.display) == ("P2", "6", "Li, Wei")


def test_an_id_that_a_spreadsheet_shortened_is_left_out_and_flagged():
    student = student_of_row(TABLE, 1, COLUMNS)
    assert student.ids == {"login": "12e5"}
    assert student.nickname is None
    warnings = list(id_warnings(TABLE, (0, 1), COLUMNS))
    assert [(w.row, w.column) for w in warnings] == [(2, "ID")]
    assert warnings[0].message == "“1.23E+05” is a long number that a spreadsheet shortened."


def test_letters_and_figures_together_are_no_shortened_number():
    assert not is_damaged_id("123E45")
    assert not is_damaged_id("12E+05")
    assert is_damaged_id("1,23457E+11")


def test_a_formula_without_its_result_is_no_id():
    assert is_damaged_id("=VLOOKUP(A2,B:C,2,0)")
    assert is_damaged_id("#REF!")
    assert not is_damaged_id("#4711")


def test_a_middle_name_is_said_only_where_it_tells_two_apart():
    headers = (("Last", ColumnRole.LAST), ("First", ColumnRole.FIRST), ("MI", ColumnRole.MIDDLE))
    columns = tuple(ColumnRead(header, role) for header, role in headers)
    table = Table((("Li", "Ann", "M."), ("Li", "Ann", "Rose"), ("Ek", "Bo", "J.")))
    students = students_of_rows(table, (0, 1, 2), columns)
    assert [one.first for one in students] == ["Ann M.", "Ann Rose", "Bo"]


def test_two_last_names_are_one_name():
    headers = ("Apellido paterno", "Apellido materno")
    columns = (*(ColumnRead(h, ColumnRole.LAST) for h in headers), COLUMNS[1])
    table = Table((("García", "López", "Ana"), ("Pérez", "", "Juan")))
    students = students_of_rows(table, (0, 1), columns)
    assert [(one.last, one.display) for one in students] == [
        ("García López", "García López, Ana"), ("Pérez", "Pérez, Juan"),
    ]  # fmt: skip


def test_the_sign_of_text_is_no_part_of_an_id_nor_a_number_of_a_name():
    columns = (ColumnRead("Name", ColumnRole.NAME), ColumnRead("ID", ColumnRole.ID, "student_id"))
    student = student_of_row(Table((("1. Ana Roca", "'0012"),)), 0, columns)
    assert (student.last, student.display, student.ids) == (
        "Roca", "Ana Roca", {"student_id": "0012"},
    )  # fmt: skip
