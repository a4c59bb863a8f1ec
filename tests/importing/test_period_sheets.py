from dataclasses import replace

from plplanner.importing.formats.plain import read_plain
from plplanner.importing.period_sheets import join_sheets, with_origins
from tests.importing.tables import a_table

HEADING = "Name,ID,Quiz 1 (10)\n"
P1 = a_table(HEADING + '"Li, Wei",1,9\n"Ek, Bo",2,8\n', name="Period 1")
P2 = a_table(HEADING + '"Fu, Cy",3,4-Mar\n', name="Period 2")
NOTES = a_table("Seating plan\n", name="Notes")


def _read(*tables):
    joined = join_sheets(tables)
    return with_origins(read_plain(joined.table, file_name="a.xlsx"), joined)


def test_a_sheet_for_each_class_is_one_gradebook_of_several_classes():
    read = _read(NOTES, P1, P2)
    assert [(one.last, one.section) for one in read.students] == [
        ("Li", "Period 1"), ("Ek", "Period 1"), ("Fu", "Period 2"),
    ]  # fmt: skip
    assert [row[0].points for row in read.scores] == [9, 8, None]
    assert join_sheets((NOTES, P1, P2)).sheets == {"Period 1", "Period 2"}


def test_a_cell_that_needs_a_look_is_told_with_its_sheet_and_row():
    (warning,) = _read(P1, P2).warnings
    assert (warning.row, warning.column) == (4, "Quiz 1 (10)")
    assert warning.message.endswith("Sheet “Period 2”, row 2.")


def test_a_class_named_in_a_column_stays_and_dates_stay_dates():
    heading = "Name,Class,Quiz 1 (10)\n"
    one = a_table(heading + '"Li, Wei",6A,9\n', name="Fall")
    other = replace(a_table(heading + '"Fu, Cy",6B,4\n', name="More"), dates=frozenset({(1, 2)}))
    joined = join_sheets((one, other))
    assert joined.table.dates == {(2, 2)}
    assert [one.section for one in _read(one, other).students] == ["6A", "6B"]


def test_sheets_that_do_not_belong_together_stay_apart():
    same_people = replace(P1, name="Unit 2")
    other_points = a_table("Name,ID,Quiz 1 (20)\n" + '"Fu, Cy",3,4\n', name="Period 2")
    unnamed = (replace(P1, name="Sheet1"), replace(P2, name="Sheet2"))
    for tables in ((P1, same_people), (P1, other_points), (P1, NOTES), (NOTES,), unnamed):
        assert join_sheets(tables) is None
    assert join_sheets((P1, replace(P2, name="Period 1"))) is None


def test_two_people_of_one_name_with_ids_of_their_own_are_in_two_classes():
    namesake = a_table(HEADING + '"Li, Wei",7,5\n', name="Period 2")
    assert len(_read(P1, namesake).students) == 3


def test_a_sheet_may_have_assessments_of_its_own_and_another_order():
    first = a_table("Name,Quiz (10),Lab (20)\nAnn Li,9,18\nBo Ek,8,\n", name="1st")
    other = a_table("Name,Essay (30),Quiz (10)\nCy Ng,27,7\n", name="3rd")
    read = _read(first, other)
    assert [one.title for one in read.assessments] == ["Quiz (10)", "Lab (20)", "Essay (30)"]
    assert [[cell.points for cell in row] for row in read.scores] == [
        [9, 18, None], [8, None, None], [7, None, 27],
    ]  # fmt: skip
    assert [one.section for one in read.students] == ["1st", "1st", "3rd"]


def test_points_in_a_row_follow_their_assessment():
    first = a_table("Name,Quiz,Lab\nPoints,10,20\nAnn Li,9,18\n", name="1st")
    other = a_table("Name,Quiz,Essay\nPoints,10,30\nCy Ng,7,27\n", name="3rd")
    assert [one.points_possible for one in _read(first, other).assessments] == [10, 20, 30]
    for text in ("Name,Quiz,Essay\nCy Ng,7,27\n", "Name,Essay\nPoints,30\nCy Ng,27\n"):
        assert join_sheets((first, a_table(text, name="3rd"))) is None
