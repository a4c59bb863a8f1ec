import pytest

from plplanner.importing.header_words import (
    ColumnRole,
    header_form,
    header_role,
    id_kind,
    is_name_header,
    is_second_last,
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
    assert (id_kind("学号"), header_role("班级")) == ("student_number", ColumnRole.SECTION)


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


def test_what_a_form_asks_for_is_no_part_of_a_heading():
    assert header_form("First Name [Required]") == "first name"
    assert header_role("Email Address [Required]") is ColumnRole.EMAIL


def test_the_second_of_two_last_names_is_known():
    assert is_second_last("Apellido materno")
    assert not is_second_last("Apellido paterno")
    assert header_role("Segundo apellido") is ColumnRole.LAST
