from dataclasses import replace

from plplanner.terms import GROUP_IDENTITIES, own_identity
from plplanner.ui.kit.plan_grid_rows import GridCell, GridGroup, GridRound, PlanGridRows, spoken

ROWS = PlanGridRows(
    GridRound("Launch", ""),
    (GridRound("Round 1", ""), GridRound("Round 2", "")),
    (GridGroup(GROUP_IDENTITIES[0], ("<b>Ann", "Theo")),),
    ((GridCell("laptop", "Digital", "", "Chromebooks", note="Theo out until 9:25"), None),),
)


def test_a_cell_says_group_round_station_task_and_who_is_out():
    said = "River, Round 1: Digital, no task, Chromebooks, Theo out until 9:25"
    assert spoken(ROWS, 0, 1) == said
    assert spoken(ROWS, 0, 2) == "River, Round 2: no station"


def test_a_group_says_its_members_literally():
    assert spoken(ROWS, 0, 0) == "River, 2 students: <b>Ann, Theo"


def test_who_is_absent_is_named_and_not_counted():
    group = GridGroup(GROUP_IDENTITIES[0], ("Maya (absent)", "Theo"), absent=1)
    assert spoken(replace(ROWS, groups=(group,)), 0, 0) == "River, 1 student: Maya (absent), Theo"


def test_a_student_is_called_by_her_name_and_her_lines_are_low():
    ann = GridGroup(own_identity("Ann"), ("Ann (absent)",), absent=1, is_student=True)
    rows = replace(ROWS, groups=(ann,))
    assert (spoken(rows, 0, 0), rows.is_low) == ("Ann (absent)", True)
    assert spoken(rows, 0, 2) == "Ann, Round 2: no station"
    assert not ROWS.is_low
