from datetime import date

from plplanner.terms import GROUP_IDENTITIES
from plplanner.ui.screens.rotation.week.table_out import week_out
from plplanner.ui.screens.rotation.week.viewmodel import WeekCell, WeekDay, WeekLine

RIVER = GROUP_IDENTITIES[0]


def test_a_week_leaves_with_its_days_and_how_far_they_are():
    days = (
        WeekDay(date(2026, 11, 23), "Ready", is_off=False, has_plan=True),
        WeekDay(date(2026, 11, 24), "No plan yet", is_off=False, has_plan=False),
    )
    line = WeekLine(RIVER, (WeekCell("Round 1", "", meets=True), None))
    table = week_out(days, (line,))
    assert table.headings == ("Group", "Mon 23 Nov 2026, Ready", "Tue 24 Nov 2026, No plan yet")
    assert table.rows == (("River", "Round 1", None),)
