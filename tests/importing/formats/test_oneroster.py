import pytest

from plplanner.importing.class_plans import plan_classes, sections_in
from plplanner.importing.formats.oneroster import read_oneroster
from plplanner.importing.read_file import read_files, read_gradebook
from plplanner.importing.rows import KnownPlanner
from plplanner.importing.table import Table
from plplanner.problems import Problem
from tests.importing.packed import a_zip

USERS = "sourcedId,status,role,givenName,familyName,identifier,email,grades\n"
FILES = {
    "manifest.csv": "propertyName,value\noneroster.version,1.1\n",
    "users.csv": USERS
    + "t1,,teacher,Dana,Rivera,,,\np1,,parent,Rosa,Li,,,\n"
    + "s1,,student,Ann,Li,007,a@x.org,06\ns2,,student,Bo,Ek Jr.,,,06\n"
    + "s3,tobedeleted,student,Gone,Student,,,\ns4,,student,Cy\n",
    "classes.csv": "sourcedId,title,classCode,classType\nk1,Math and Art,A,scheduled\n"
    "k2,Reading,B,scheduled\n",
    "enrollments.csv": "classSourcedId,userSourcedId,role\nk1,t1,teacher\nk1,s1,student\n"
    "k2,s1,student\nk1,s2,student\nk2,s2,student\nk1,s3,student\n",
    "demographics.csv": 'sourcedId,birthDate\n"s1',
}


def _read(**changed):
    files = FILES | {f"{name}.csv": text for name, text in changed.items()}
    return read_gradebook(file_name="or.zip", content=a_zip(files))


def test_students_are_those_of_the_classes_and_never_teachers_or_parents():
    read = _read()
    assert [(s.last, s.first, s.suffix) for s in read.students] == [
        ("Li", "Ann", None),
        ("Ek", "Bo", "Jr."),
    ]
    assert read.students[0].ids == {"sourced_id": "s1", "identifier": "007", "email": "a@x.org"}
    assert read.students[0].grade == "06"
    assert ["1 student is in no class" in w.message for w in read.warnings] == [True]


def test_a_student_without_a_name_is_called_by_her_id_and_said():
    users = USERS + "s1,,student,,,007,a@x.org,06\ns2,,student,Bo,Ek,,,06\n"
    read = _read(users=users)
    assert [(s.last, s.first, s.display) for s in read.students] == [
        (None, None, "s1"), ("Ek", "Bo", None),
    ]  # fmt: skip
    (warning,) = read.warnings
    assert (warning.row, warning.message[:46]) == (
        2,
        "users.csv: this student has no name and is cal",
    )


def test_students_in_several_classes_are_in_each_of_them():
    read = _read()
    assert {student.section for student in read.students} == {"Math and Art and Reading"}
    assert sections_in(read) == ["Math and Art", "Reading"]
    plans = plan_classes(read, KnownPlanner(), class_name="Reading")
    assert [(plan.name, len(plan.students)) for plan in plans] == [
        ("Reading", 2),
        ("Math and Art", 2),
    ]


def test_two_classes_of_one_name_stay_two():
    classes = "sourcedId,title,classCode,classType\nk1,Math,A,x\nk2,Math,,x\n"
    assert sections_in(_read(classes=classes)) == ["Math (A)", "Math (k2)"]


def test_the_newer_version_keeps_roles_and_chosen_names_elsewhere():
    users = (
        "sourcedId,status,givenName,familyName,preferredFirstName\n"
        "s1,active,Annabel,Li,Ann\nt1,active,Dana,Rivera,\n"
    )
    roles = "userSourcedId,roleType,role,orgSourcedId\ns1,primary,student,o\nt1,primary,teacher,o\n"
    (student,) = _read(users=users, roles=roles).students
    assert (student.first, student.nickname) == ("Annabel", "Ann")


def test_a_list_of_users_alone_is_a_roster():
    table = tuple(tuple(line.split(",")) for line in FILES["users.csv"].splitlines())
    read = read_oneroster((Table(table),), file_name="users.csv")
    assert [student.first for student in read.students] == ["Ann", "Bo", "Cy"]
    assert read.students[0].section is None


def test_a_folder_and_a_sub_folder_read_like_the_zip():
    files = {f"export/{name}": text.encode() for name, text in FILES.items()}
    (named,) = read_files(name="Fall", files=files)
    assert (named.file_name, named.read) == ("export", _read())


def test_an_export_without_students_says_what_to_ask_for():
    with pytest.raises(Problem, match="without students in classes"):
        _read(enrollments="classSourcedId,userSourcedId,role\nk1,t1,teacher\n", users=USERS)
    assert read_oneroster((Table((("Student",),)),), file_name="a") is None
