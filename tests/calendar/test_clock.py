from datetime import time

import pytest

from plplanner.calendar.clock import clock_at, minute_of


@pytest.mark.parametrize(("clock", "minute"), [(time(0), 0), (time(9, 5), 545)])
def test_a_time_and_its_minute(clock, minute):
    assert (minute_of(clock), clock_at(minute)) == (minute, clock)


def test_what_lies_beyond_the_day_is_its_end():
    assert clock_at(24 * 60 + 5) == time(23, 59)
    assert clock_at(-1) == time(0)
