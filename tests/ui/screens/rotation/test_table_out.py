from plplanner.terms import GROUP_IDENTITIES
from plplanner.ui.kit.plan_grid_rows import GridCell, GridGroup, GridRound, PlanGridRows
from plplanner.ui.screens.rotation.table_out import plan_out

RIVER = GROUP_IDENTITIES[0]


def test_a_plan_leaves_with_its_groups_and_rounds():
    rows = PlanGridRows(
        launch=GridRound("Launch", "9:00"),
        rounds=(GridRound("Round 1", "9:05–9:18 · 13 min"), GridRound("Round 2", "9:20")),
        groups=(GridGroup(RIVER, ("=cmd()", "Ann")),),
        cells=((GridCell("book", "Reading", "Page 3", "rug"), None),),
    )
    table = plan_out(rows)
    assert table.headings == ("Group", "Students", "Round 1, 9:05–9:18 · 13 min", "Round 2, 9:20")
    assert table.rows == (("River", "=cmd(), Ann", "Reading, Page 3, rug", None),)
