import pytest

from plplanner.importing.header_words import (
    ColumnRole,
    header_form,
    header_role,
    id_kind,
    is_name_header,
    settle_name_roles,
)


def test_headers_compare_without_marks():
    assert header_form("Student (Last, First):") == "student last first"


@pytest.mark.parametrize(
    "header", ["Student", "Student Name", "Elev", "Alumno/a", "Nachname", "姓名"]
)
def test_name_headers_are_known_in_several_languages(header):
    assert is_name_header(header)


@pytest.mark.parametrize("header", ["Name of teacher", "Quiz 1", "", "Name;Score"])
def test_other_cells_are_no_name_headers(header):
    assert not is_name_header(header)


def test_ids_keep_the_name_of_their_kind():
    assert header_role("Student Num") is ColumnRole.ID
    assert (id_kind("Student Num"), id_kind("ID"), id_kind("Username")) == (
        "student_number",
        "student_id",
        "login",
    )


def test_nombre_is_the_first_name_beside_apellidos_and_the_whole_name_alone():
    beside = settle_name_roles(("Apellidos", "Nombre"))
    alone = settle_name_roles(("Nombre", "Quiz"))
    assert beside == (ColumnRole.LAST, ColumnRole.FIRST)
    assert alone == (ColumnRole.NAME, None)


def test_nom_beside_prenom_is_the_last_name():
    assert settle_name_roles(("Nom", "Prénom")) == (ColumnRole.LAST, ColumnRole.FIRST)


def test_a_word_for_people_with_a_number_sign_heads_their_numbers():
    assert header_role("Student #") is header_role("Stu#") is ColumnRole.ID
    assert id_kind("Student #") == "student_number"
    assert header_role("Student") is ColumnRole.NAME
