import pytest

from plplanner.importing.special_rows import RowKind, can_be_name, is_test_student, row_kind


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("    Points Possible", RowKind.POINTS),
        ("Out of", RowKind.POINTS),
        ("Maxpoäng", RowKind.POINTS),
        ("Date", RowKind.DATES),
        ("Class average", RowKind.ASIDE),
        ("Average:", RowKind.ASIDE),
        ("Answer key", RowKind.ASIDE),
        ("Student, Test", RowKind.ASIDE),
        ("Total students:", RowKind.ASIDE),
        ("Promedio de la clase", RowKind.ASIDE),
        ("Class Scoring", RowKind.ASIDE),
    ],
)
def test_labels_name_rows_that_are_no_students(label, kind):
    assert row_kind(label) is kind


@pytest.mark.parametrize(
    "name", ["Smith, Ann", "Key, Ellen", "Dates, Jo", "Total, Eve", "Max Mean", "Tess Student"]
)
def test_names_that_sound_like_labels_stay_students(name):
    assert row_kind(name) is None


@pytest.mark.parametrize("text", ["Printed: 08/20", "30", "https://x.org", "word " * 12])
def test_notes_cannot_be_names(text):
    assert not can_be_name(text)


def test_names_of_many_words_can():
    assert can_be_name("María del Carmen de la Cruz y Fernández")


@pytest.mark.parametrize(
    "name", ["Student, Test", "Test Student", "Demo Student", "Li_PreviewUser"]
)
def test_the_students_a_system_makes_for_teachers_are_nobody(name):
    assert is_test_student(name)
    assert not is_test_student("Tess Student")
