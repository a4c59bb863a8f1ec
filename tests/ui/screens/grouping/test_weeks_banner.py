from datetime import date

import pytest
from PySide6.QtCore import Qt

from plplanner.ui.screens.grouping.weeks_banner import WeeksBanner

DAYS = (date(2026, 11, 23), date(2026, 11, 30), date(2026, 12, 7))


@pytest.fixture
def banner(qtbot, theme):
    made = WeeksBanner(theme)
    qtbot.addWidget(made)
    made.show_weeks(DAYS, count=3, at=0, says="Nobody meets twice.", is_ready=True)
    return made


def test_the_weeks_stand_side_by_side_and_a_click_looks_at_one(banner, qtbot):
    assert [one.text() for one in banner.segments.buttons.values()] == ["23 Nov", "30 Nov", "7 Dec"]
    assert banner.segments.buttons["0"].isChecked()
    with qtbot.waitSignal(banner.chosen) as told:
        qtbot.mouseClick(banner.segments.buttons["2"], Qt.MouseButton.LeftButton)
    assert told.args == [2]


def test_they_are_kept_by_enter_and_another_number_is_asked_for(banner, qtbot):
    assert banner.keep.text() == "Keep 3 weeks"
    with qtbot.waitSignal(banner.keep_wanted):
        qtbot.keyClick(banner.keep, Qt.Key.Key_Return)
    with qtbot.waitSignal(banner.count_chosen) as told:
        banner.count.activated.emit(3)
    assert told.args == [5]


def test_while_they_are_planned_there_is_nothing_to_keep(banner):
    banner.show_weeks(DAYS[:2], count=2, at=-1, says="Planning 2 weeks of groups.", is_ready=False)
    assert not banner.keep.isVisible()
    assert not banner.segments.isVisible()
    assert banner.accessibleName() == "Planning 2 weeks of groups."
