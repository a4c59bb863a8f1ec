from plplanner.importing.formats.plain import read_plain
from plplanner.importing.staff_rows import without_staff
from tests.importing.tables import a_table


def test_a_teacher_among_the_students_is_left_out_and_told():
    text = "Name,Role,Quiz (9)\nAnn Li,Student,9\nNgozi Okafor,Teacher,\nBo Ek,Student,8\n"
    read = read_plain(a_table(text), file_name="a.csv")
    assert [one.last for one in read.students] == ["Li", "Ek"]
    (warning,) = read.warnings
    assert (warning.row, warning.column) == (3, "Role")
    assert warning.message == "“Teacher” is no student, so this row is left out."


def test_other_tables_stay_as_they_are():
    for text in (
        "Name,Role,Quiz\nAnn Li,Leader,9\nBo Ek,Scribe,8\n",
        "Name,Role\nNgozi Okafor,Teacher\n",
        "Name,Quiz\nAnn Li,9\n",
        "Ann,9\n",
    ):
        table = a_table(text)
        assert without_staff(table) == (table, ())
