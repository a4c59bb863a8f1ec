from datetime import date

import pytest
from PySide6.QtCore import QDate

from plplanner.ui.screens.grouping.rule_dates import RuleDates

TODAY = date(2026, 11, 20)


@pytest.fixture
def dates(qtbot):
    made = RuleDates(TODAY)
    qtbot.addWidget(made)
    made.show()
    return made


def test_without_a_tick_a_rule_holds_always(dates):
    assert (dates.starts_on, dates.ends_on) == (None, None)
    assert not dates.until_day.isVisible()


def test_a_tick_shows_the_day_and_tells(dates, qtbot):
    with qtbot.waitSignal(dates.changed):
        dates.until_tick.click()
    assert dates.until_day.isVisible()
    with qtbot.waitSignal(dates.changed):
        dates.until_day.setDate(QDate(2026, 12, 18))
    assert (dates.starts_on, dates.ends_on) == (None, date(2026, 12, 18))
    dates.from_tick.click()
    assert dates.starts_on == TODAY


def test_the_days_a_rule_has_are_ticked(dates):
    dates.show_dates(None, date(2026, 12, 18))
    assert (dates.starts_on, dates.ends_on) == (None, date(2026, 12, 18))
    dates.show_dates(date(2026, 12, 1), None)
    assert (dates.starts_on, dates.ends_on) == (date(2026, 12, 1), None)
