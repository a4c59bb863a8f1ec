from datetime import time

import pytest

from plplanner.calendar.bells.typed_bells import TypedBells, ends_at, typed_bells, written_bells
from plplanner.calendar.rows import NewPeriod


def only(line):
    (period,) = typed_bells(line).periods
    return period.name, period.starts_at, period.minutes


@pytest.mark.parametrize(
    ("line", "period"),
    [
        ("Period 1 8:00–8:50", ("Period 1", time(8), 50)),
        ("Period 1: 8:00 AM to 8:50 AM", ("Period 1", time(8), 50)),
        ("2nd 8:55 9:45", ("Period 2", time(8, 55), 50)),
        ("2nd Hour 8:55 - 9:45", ("2nd Hour", time(8, 55), 50)),
        ("3  9:50 - 10:40", ("Period 3", time(9, 50), 50)),
        ("P4: 10.45 until 11.35", ("Period 4", time(10, 45), 50)),
        ("Lunch 11:35-12:05 (30 min)", ("Lunch", time(11, 35), 30)),
        ("Advisory 12:05 (25 minutes)", ("Advisory", time(12, 5), 25)),
        ("5\t12:35\t1:25", ("Period 5", time(12, 35), 50)),
        ("1:30–2:20 pm Period 6", ("Period 6", time(13, 30), 50)),
        ("| 7 | 2:25 | 3:15 |", ("Period 7", time(14, 25), 50)),
        ("Block A 1 8:00-9:30", ("Block A 1", time(8), 90)),
        ("Late lunch (11:30–12:00 pm)", ("Late lunch", time(11, 30), 30)),
        ("1st 8-8:50", ("Period 1", time(8), 50)),
        ("8:00 - 8:50", ("Period 1", time(8), 50)),
    ],
)
def test_a_line_is_a_period(line, period):
    assert only(line) == period


@pytest.mark.parametrize(
    "line",
    ["Bell schedule", "Homeroom 8:00", "Period 1 8:50–8:00", "Period 1", "Day 8:00–15:00", "1 2"],
)
def test_other_lines_are_told(line):
    assert typed_bells(line) == TypedBells((), (line,))


def test_lines_stand_in_the_order_of_the_day_and_what_is_written_can_be_typed_again():
    found = typed_bells("Period 2 8:55–9:45\n\nOur bells\nPeriod 1 8:00–8:50\n12:30–1:15\n")
    assert [one.name for one in found.periods] == ["Period 1", "Period 2", "Period 3"]
    assert found.unread == ("Our bells",)
    assert written_bells(found.periods) == (
        "Period 1  8:00–8:50\nPeriod 2  8:55–9:45\nPeriod 3  12:30–13:15"
    )
    assert typed_bells(written_bells(found.periods)).periods == found.periods


def test_the_end_of_a_period():
    assert ends_at(NewPeriod("Period 1", time(9, 50), 45)) == time(10, 35)
