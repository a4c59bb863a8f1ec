import pytest

from plplanner.importing.special_rows import (
    RowKind,
    can_be_name,
    can_be_numbered_name,
    is_test_student,
    not_a_name,
    row_kind,
)


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("    Points Possible", RowKind.POINTS),
        ("Out of", RowKind.POINTS),
        ("words", RowKind.POINTS),
        ("Maxpoäng", RowKind.POINTS),
        ("Date", RowKind.DATES),
        ("Assigned", RowKind.DATES),
        ("Period 1", RowKind.ASIDE),
        ("1st hour", RowKind.ASIDE),
        ("Printed 11/03/2025", RowKind.ASIDE),
        ("Class average", RowKind.ASIDE),
        ("Average:", RowKind.ASIDE),
        ("Answer key", RowKind.ASIDE),
        ("Student, Test", RowKind.ASIDE),
        ("Total students:", RowKind.ASIDE),
        ("Promedio de la clase", RowKind.ASIDE),
        ("Class Scoring", RowKind.ASIDE),
        ("St. dev.", RowKind.ASIDE),
    ],
)
def test_labels_name_rows_that_are_no_students(label, kind):
    assert row_kind(label) is kind


@pytest.mark.parametrize(
    "name", ["Smith, Ann", "Key, Ellen", "Dates, Jo", "Total, Eve", "Max Mean", "Tess Student"]
)
def test_names_that_sound_like_labels_stay_students(name):
    assert row_kind(name) is None


@pytest.mark.parametrize(
    "text", ["Printed: 08/20", "30", "https://x.org", "word " * 12, "=A2&B2", "#REF! Li"]
)
def test_notes_cannot_be_names(text):
    assert not can_be_name(text)


def test_a_number_may_be_part_of_a_name_but_not_of_a_note():
    assert can_be_numbered_name("Student 1001")
    assert not can_be_name("Student 1001")
    for text in ("1001", "Printed: 2026", "ann@x.org", "9/4/2026 list"):
        assert not can_be_numbered_name(text)


def test_a_row_left_out_quotes_what_stands_there_and_says_what_to_do():
    warning = not_a_name(6, "Ann@home")
    assert (warning.row, warning.column) == (7, "Name")
    assert warning.message == (
        "“Ann@home” is taken for a note, so this row is left out. If it is a student, write the "
        "name plainly in the file, then import it again."
    )


def test_names_of_many_words_can():
    assert can_be_name("María del Carmen de la Cruz y Fernández")


@pytest.mark.parametrize(
    "name", ["Student, Test", "Test Student", "Demo Student", "Li_PreviewUser"]
)
def test_the_students_a_system_makes_for_teachers_are_nobody(name):
    assert is_test_student(name)
    assert not is_test_student("Tess Student")
