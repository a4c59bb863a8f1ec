import pytest

from plplanner.importing.formats.result_people import (
    PersonColumns,
    person_key,
    read_people,
    refuse_nobody,
)
from plplanner.importing.formats.result_table import find_tables
from plplanner.importing.rows import StudentRead
from plplanner.problems import Problem
from tests.importing.tables import a_table

COLUMNS = PersonColumns(
    ids={"student_id": ("studentid",), "state_id": ("stateid",)},
    section=("class",),
    grade=("grade",),
)


def _people(*texts):
    tables = (find_tables((a_table(text),), "studentid")[0] for text in texts)
    return read_people(*((table, COLUMNS) for table in tables))


def test_one_id_is_one_person_in_several_rows_and_tables():
    people = _people(
        "Student ID,Class\n7,P2\n7,P4\n7,P2\n",
        "Student ID,Last Name,First Name,Grade\n007,Li,Ann,06\n7,Ek,Bo,6\n",
    )
    assert list(people.students) == ["student_id 7", "student_id 007"]
    bo = people.students["student_id 7"]
    assert (bo.last, bo.first, bo.section, bo.grade) == ("Ek", "Bo", "P2, P4", "6")
    assert people.keys[1, 2] == "student_id 7"


def test_one_name_with_two_ids_is_two_people():
    people = _people("Student ID,Last Name,First Name\n7,Garcia,Maria\n8,Garcia,Maria\n")
    assert len(people.students) == 2


def test_an_id_that_repeats_another_and_a_zero_say_nothing():
    people = _people("Student ID,State ID,Last Name\n7,7,Li\n0,0,Ek\n")
    assert [student.ids for student in people.students.values()] == [{"student_id": "7"}, {}]


def test_without_a_name_the_id_is_shown():
    (student,) = _people("Student ID,Grade\n104200,K\n").students.values()
    assert (student.last, student.first, student.display) == (None, None, "104200")
    assert student.grade == "K"


def test_a_whole_name_is_taken_apart():
    columns = PersonColumns(ids={})
    (table,) = find_tables((a_table('Student,Score\n"Brown, Jaylen, III",4\n'),), "student")
    (student,) = read_people((table, columns)).students.values()
    assert (student.last, student.first, student.suffix) == ("Brown", "Jaylen", "III")


def test_a_row_that_names_nobody_is_told():
    people = _people(
        "Student ID,Last Name,First Name,Class,Grade\n,,,P2,6\n,Li,Ann,P2\n,,Ann,P2\n,,,\n"
    )
    assert len(people.students) == 2
    assert [(w.row, w.column) for w in people.warnings] == [(2, "Student")]


def test_two_people_never_become_one_by_a_damaged_id():
    people = _people("Student ID,Last Name,First Name\n1.05E+05,Li,Ann\n1.05E+05,Ek,Bo\n")
    assert len(people.students) == 2
    assert len(people.warnings) == 2


def test_a_file_that_names_nobody_is_refused_in_the_words_given():
    nobody = _people("Student ID,Class\n,P2\n")
    with pytest.raises(Problem, match=r"It names nobody\. Export it again\.") as refused:
        refuse_nobody(nobody, "It names nobody.", "Export it again.")
    assert (refused.value.what, refused.value.next_step) == ("It names nobody.", "Export it again.")
    assert refuse_nobody(_people("Student ID,Class\n7,P2\n"), "No.", "Go on.") is None


def test_the_key_of_nobody_is_none():
    assert person_key(StudentRead(None, None)) is None
