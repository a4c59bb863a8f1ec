from datetime import date

from plplanner.terms import GROUP_IDENTITIES
from plplanner.ui.kit.plan_grid_rows import GridCell, GridGroup, GridRound, PlanGridRows
from plplanner.ui.screens.rotation.tables_out import plan_out, week_out
from plplanner.ui.screens.rotation.week_viewmodel import WeekCell, WeekDay, WeekLine

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


def test_a_week_leaves_with_its_days_and_how_far_they_are():
    days = (
        WeekDay(date(2026, 11, 23), "Ready", is_off=False, has_plan=True),
        WeekDay(date(2026, 11, 24), "No plan yet", is_off=False, has_plan=False),
    )
    line = WeekLine(RIVER, (WeekCell("Round 1", "", meets=True), None))
    table = week_out(days, (line,))
    assert table.headings == ("Group", "Mon 23 Nov 2026, Ready", "Tue 24 Nov 2026, No plan yet")
    assert table.rows == (("River", "Round 1", None),)
