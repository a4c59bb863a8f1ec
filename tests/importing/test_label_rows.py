import pytest

from plplanner.importing.formats.plain import read_plain
from plplanner.importing.label_rows import is_class_label, with_labels_beside
from tests.importing.tables import a_table


def people(text):
    table = a_table(text)
    read = read_plain(table, file_name="a.csv")
    return [(one.last, one.section, len(read.assessments)) for one in read.students]


@pytest.mark.parametrize(
    "text", ["Period 1", "1st hour", "Block C", "P2", "Class 4A", "Period 2 – Math", "Grupo 3:"]
)
def test_labels_of_a_class_are_known(text):
    assert is_class_label(text)


@pytest.mark.parametrize("text", ["Ana Roca", "Hour", "Block, Ana", "Pia", "", "Section leader"])
def test_other_text_is_no_label_of_a_class(text):
    assert not is_class_label(text)


def test_a_class_named_above_its_students_is_theirs():
    text = "Name,Quiz (9)\nPeriod 1,\nAna Roca,9\n2nd hour,\nBo Li,8\nCy Ng,7\n"
    assert people(text) == [("Roca", "Period 1", 1), ("Li", "2nd hour", 1), ("Ng", "2nd hour", 1)]


def test_a_group_is_no_student_and_no_class():
    text = "#,Name,Quiz (9)\nBlue group,,\n1,Ana Roca,9\n,Group B,\n2,Bo Li,8\n"
    assert people(text) == [("Roca", None, 1), ("Li", None, 1)]


def test_a_column_of_classes_is_kept():
    text = "Name,Section,Quiz (9)\nPeriod 1,,\nAna Roca,6A,9\nBo Li,6B,8\n"
    assert people(text) == [("Roca", "6A", 1), ("Li", "6B", 1)]


def test_a_table_without_labels_stays_as_it_is():
    for text in ("Name,Quiz\nAna Roca,9\n", "Ana,9\n", "Name,Quiz\nPeriod 1,9\n"):
        table = a_table(text)
        assert with_labels_beside(table) is table
