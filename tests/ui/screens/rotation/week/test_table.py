from datetime import date

from PySide6.QtCore import Qt

from plplanner.terms import GROUP_IDENTITIES
from plplanner.ui.kit.plan_grid_paint import HEAD_ROLE
from plplanner.ui.screens.rotation.week.table import WeekTable
from plplanner.ui.screens.rotation.week.viewmodel import WeekCell, WeekDay, WeekLine

DAYS = (
    WeekDay(date(2026, 11, 23), "Draft · 3 rounds", False, True),
    WeekDay(date(2026, 11, 24), "No plan yet", False, False),
    WeekDay(date(2026, 11, 26), "Thanksgiving", True, False),
)
LINES = tuple(
    WeekLine(identity, (WeekCell("Round 1 · 9:10", "Fair shares", True), None, None))
    for identity in GROUP_IDENTITIES[:2]
)


def table(lines=LINES):
    made = WeekTable()
    made.show_week(DAYS, lines)
    return made


def test_heads_name_the_day_and_its_plan():
    head = table().headerData(1, Qt.Orientation.Horizontal, HEAD_ROLE)
    assert (head.title, head.time) == ("Mon 23 Nov", "Draft · 3 rounds")


def test_an_empty_day_offers_its_plan_once_and_a_day_off_never():
    made = table()
    offers = [[made.offers(made.index(row, column)) for column in range(4)] for row in range(2)]
    assert offers == [["", "", "Plan Tuesday", ""], ["", "", "", ""]]


def test_cells_read_aloud_say_group_day_and_round():
    made = table()
    said = [made.index(0, column).data() for column in range(4)]
    assert said == [
        "River",
        "River, Mon 23 Nov: Round 1 · 9:10, Fair shares",
        "River, Tue 24 Nov: Plan Tuesday",
        "River, Thu 26 Nov: Thanksgiving",
    ]


def test_a_week_without_any_plan_still_offers_its_days():
    made = table(())
    assert made.rowCount() == 1
    assert made.index(0, 0).data() == "No plan kept in this week"
    assert made.offers(made.index(0, 2)) == "Plan Tuesday"
