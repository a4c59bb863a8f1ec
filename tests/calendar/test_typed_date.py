from datetime import date

import pytest

from plplanner.calendar.typed_date import typed_date

NOVEMBER = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("11/30", date(2026, 11, 30)),
        ("1/8", date(2027, 1, 8)),
        ("8/31", date(2026, 8, 31)),
        ("11/3", date(2026, 11, 3)),
        ("12/4/26", date(2026, 12, 4)),
        ("9/1/2027", date(2027, 9, 1)),
        ("30.11.", date(2026, 11, 30)),
        ("5-6", date(2027, 5, 6)),
        ("2/29", None),
        ("13/14", None),
        ("11/", None),
        ("11", None),
        ("", None),
    ],
)
def test_numbers_are_the_day_that_is_nearest(text, day):
    assert typed_date(text, near=NOVEMBER) == day
