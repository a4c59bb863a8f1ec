from datetime import date, time

from plplanner.assets import asset
from plplanner.printing.wording import (
    RESOURCE_ICONS,
    STATION_ICONS,
    clock,
    long_day,
    month_day,
    short_day,
    span_of_days,
)
from plplanner.terms import ResourceKind, StationKind

MONDAY = date(2026, 11, 23)


def test_days_are_said_as_on_the_wall():
    assert long_day(MONDAY) == "Monday, November 23"
    assert short_day(MONDAY) == "Mon Nov 23"
    assert month_day(date(2027, 5, 1)) == "May 1"


def test_a_span_of_one_day_is_that_day():
    assert span_of_days(MONDAY, MONDAY) == "Nov 23"
    assert span_of_days(MONDAY, date(2026, 11, 27)) == "Nov 23 to Nov 27"


def test_the_clock_has_twelve_hours():
    assert [clock(time(9, 5)), clock(time(13, 0)), clock(time(0, 30))] == ["9:05", "1:00", "12:30"]


def test_every_kind_has_an_icon_that_exists():
    assert set(STATION_ICONS) == set(StationKind)
    assert set(RESOURCE_ICONS) == set(ResourceKind)
    for name in (*STATION_ICONS.values(), *RESOURCE_ICONS.values()):
        assert asset("icons", f"{name}.svg").is_file()
