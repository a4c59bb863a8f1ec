from datetime import date, datetime

import pytest

from plplanner.importing.moments import in_order, moments, usual_day


@pytest.mark.parametrize(
    ("stamp", "moment"),
    [
        ("2026/09/27 3:00:00 PM GMT+3", datetime(2026, 9, 27, 15)),
        ("2026/09/27 12:05:09 AM GMT-4", datetime(2026, 9, 27, 0, 5, 9)),
        ("2026-09-27 15:00:00", datetime(2026, 9, 27, 15)),
        ("2026-09-27T15:00:00.123Z", datetime(2026, 9, 27, 15)),
        ("27/09/2026 9:30", datetime(2026, 9, 27, 9, 30)),
        ("27.09.2026 09:30:00", datetime(2026, 9, 27, 9, 30)),
        ("2026-09-27", datetime(2026, 9, 27)),
        ("2026-09-27 10:59:61", datetime(2026, 9, 27)),
        ("8/4/2026 10:00:00", None),
        ("yesterday", None),
    ],
)
def test_a_stamp_is_a_moment_unless_its_day_is_unclear(stamp, moment):
    assert moments([stamp]) == (moment,)


def test_one_clear_stamp_settles_the_order_of_month_and_day():
    assert moments(["8/4/2026 10:00", "8/14/2026 10:00"])[0] == datetime(2026, 8, 4, 10)


def test_stamps_are_put_in_order_unless_one_is_unclear():
    stamps = ["2026/09/18 10:00:00 AM", "2026/09/18 9:00:00 AM", "2026/09/17 1:00:00 PM"]
    assert in_order(stamps) == (2, 1, 0)
    assert in_order([*stamps, "later"]) == (0, 1, 2, 3)


def test_the_day_most_stamps_name_is_the_day_of_the_quiz():
    stamps = ["2026-09-20 10:00", "2026-09-18 10:00", "2026-09-18 11:00"]
    assert usual_day(stamps) == date(2026, 9, 18)
    assert usual_day(["soon"]) is None
