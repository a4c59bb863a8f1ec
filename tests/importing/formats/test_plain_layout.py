import pytest

from plplanner.importing.formats.plain_layout import plain_layout
from plplanner.importing.read_csv import read_csv
from plplanner.problems import Problem


def _layout(text):
    return plain_layout(read_csv(text.encode(), file_name="a.csv"), file_name="a.csv")


def test_students_points_dates_and_rows_of_nobody_are_told_apart():
    layout = _layout(
        "Math 6,,\nName,Quiz,Test\nDate,9/4/2026,9/14/2026\nOut of,5,10\nAnn Li,4,8\n"
        ",3,7\nBo Ek,5,9\nAverage,4,8\n"
    )
    assert (layout.header, layout.students, layout.nameless) == (1, (4, 6), (5,))
    assert (layout.points, layout.points_row) == (("Out of", "5", "10"), 3)
    assert layout.dates == ("Date", "9/4/2026", "9/14/2026")


@pytest.mark.parametrize("rows", range(8))
def test_the_heading_may_stand_in_any_of_the_first_eight_rows(rows):
    layout = _layout("Maplewood,,\n" * rows + "Name,Quiz,Test\nAnn Li,4,8\n")
    assert (layout.header, layout.students) == (rows, (rows + 1,))


def test_points_without_a_label_are_found_below_the_heading():
    layout = _layout("Name,Quiz,Test\n,5,10\nAnn Li,4,8\n")
    assert (layout.points, layout.points_row, layout.nameless) == (("", "5", "10"), None, ())


def test_a_column_of_last_and_first_names_needs_no_heading():
    layout = _layout('"Li, Ann",4\n"Ek, Bo",5\n"Oz, Cy",3\n')
    assert (layout.header, layout.unheaded, layout.headers) == (-1, 0, ("", ""))


def test_ids_are_enough_where_nobody_is_named():
    assert _layout("Student ID,Quiz\n1,4\nPoints,5\n2,3\n").students == (1, 3)


def test_neither_names_nor_ids_are_explained():
    with pytest.raises(Problem, match="no column with student names"):
        _layout("Quiz,Test\n1,2\n")
