import pytest

from plplanner.importing.header_words import ColumnRole
from plplanner.importing.laid_out_table import (
    LaidOut,
    find_header,
    find_place,
    headers_of,
    left_out,
    level_score,
    person_columns,
    read_laid_out,
    scored,
    student_rows,
    with_cells,
)
from plplanner.importing.rows import AssessmentRead
from plplanner.importing.table import Table
from plplanner.problems import Problem
from plplanner.terms import ScoreStatus as Status

HEAD = ("Last", "First", "ID", "Quiz", "Mark", "Note")
ROWS = (
    HEAD,
    ("", "", "Points", "5", "", ""),
    ("Li", "Ann", "1", "4", "A", "x"),
    ("Ek", "Bo", "2", "", "Missing"),
    ("", "", "", "3", "B"),
    ("Student", "Test", "9", "1", "B"),
    HEAD,
    ("Oz", "Cy", "3", "4-Mar", ""),
    ("Class Average", "", "", "4", ""),
    ("",),
)
TABLE = Table(ROWS)


def _laid(**more):
    people = person_columns(HEAD)
    columns = (
        *people.values(),
        scored("Quiz", AssessmentRead("Quiz", points_possible=5)),
        scored("Mark", AssessmentRead(None)),
        left_out("Note", "Notes."),
    )
    return LaidOut(TABLE, 0, columns, student_rows(TABLE, 0, people)[0], **more)


def test_only_people_are_students():
    rows, warnings = student_rows(TABLE, 0, person_columns(HEAD))
    assert rows == (2, 3, 7)
    assert [(w.row, w.message) for w in warnings] == [
        (5, "This row has no name, so it is left out.")
    ]


def test_odd_names_are_people_beside_an_id_or_a_score_and_told_when_they_stand_alone():
    table = Table(
        (("Name", "ID", "Quiz"), ("Ann@home", "7"), ("Student 1001", "", "4"), ("Bo/Cy", "", "4"),
         ("Printed 2026", ""))
    )  # fmt: skip
    rows, warnings = student_rows(table, 0, person_columns(table.rows[0]))
    assert rows == (1, 2)
    assert [(w.row, w.message.split(" is ")[0]) for w in warnings] == [
        (4, "“Bo/Cy”"), (5, "“Printed 2026”"),
    ]  # fmt: skip


def test_a_person_may_be_called_like_a_label_when_she_has_an_id():
    table = Table((("Name", "ID"), ("Key", "7"), ("Key", "")))
    assert student_rows(table, 0, person_columns(table.rows[0]))[0] == (1,)


def test_numbers_and_words_are_read_side_by_side():
    read = read_laid_out(_laid(levels=frozenset({4})), format_name="any", file_name="a.csv")
    assert [[(c.points, c.level, c.status) for c in row] for row in read.scores] == [
        [(4, None, Status.SCORED), (None, "A", Status.SCORED)],
        [(None, None, Status.NONE), (None, None, Status.MISSING)],
        [(None, None, Status.NONE), (None, None, Status.NONE)],
    ]
    assert [(w.row, w.column) for w in read.warnings] == [(8, "Quiz")]
    assert read.unread == {(2, 0)}
    assert [(c.header, c.why) for c in read.ignored_columns] == [("Note", "Notes.")]
    assert read.source is None


def test_a_table_of_numbers_can_be_corrected_as_it_is_written():
    source = read_laid_out(_laid(), format_name="any", file_name="a.csv").source
    assert source is not None
    assert (source.students, len(source.columns)) == ((2, 3, 7), 6)


def test_a_table_without_students_is_explained():
    laid = LaidOut(TABLE, 0, (), ())
    with pytest.raises(Problem, match="no student below"):
        read_laid_out(laid, format_name="any", file_name="a.csv")


def test_a_single_letter_is_a_grade_and_a_word_may_be_a_mark():
    assert level_score("E").level == "E"
    assert level_score("Not yet").level == "Not yet"
    assert level_score("Excused").status is Status.EXCUSED
    assert level_score("-").status is Status.NONE
    assert level_score("").status is Status.NONE


def test_a_system_may_name_its_ids():
    people = person_columns(("Username", "Student ID", "Name"), ids={"username": "edx"})
    assert [(c.role, c.id_kind) for c in people.values()] == [
        (ColumnRole.ID, "edx"),
        (ColumnRole.ID, "student_id"),
        (ColumnRole.NAME, ""),
    ]


def test_a_header_is_looked_for_on_every_sheet():
    empty, full = Table((("x",),)), Table((("x",), ("Name", "Quiz")))
    assert find_header((empty, full), lambda cells: cells[0] == "Name") == (full, 1)
    assert find_header((empty,), lambda cells: cells[0] == "Name") is None
    assert find_place((full,), lambda t, row: t.cell(row, 1) == "Quiz", rows=1) is None


def test_headers_are_plain_text_for_every_column():
    assert headers_of(Table((("\u200bName ",), ("a", "b"))), 0) == ("Name", "")


def test_cells_of_one_column_are_written_anew():
    table = Table((("a", "1"), ("b",), ("c", "3")))
    changed = with_cells(table, (1, 2), 1, change=lambda cell: f"{cell}%")
    assert changed.rows == (("a", "1"), ("b",), ("c", "3%"))
