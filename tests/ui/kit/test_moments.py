import re
from datetime import date, datetime, time
from pathlib import Path

import plplanner.ui
from plplanner.ui.kit.moments import (
    clock_words,
    day_of_year_words,
    day_words,
    moment_words,
    weekday,
)

FRIDAY = date(2026, 11, 20)
# The system's names of days and months, or a field with a format of its own.
SECOND_FORM = re.compile(r":%[aAbBdxcHI]|strftime\(|setDisplayFormat\(\"(?!H:)")


def test_a_day_is_said_in_one_way():
    assert day_words(FRIDAY) == "Fri 20 Nov"
    assert day_words(None) == ""
    assert day_of_year_words(FRIDAY) == "Fri 20 Nov 2026"
    assert weekday(FRIDAY) == "Friday"


def test_a_moment_is_said_with_its_day_of_the_week():
    assert moment_words(datetime(2026, 11, 8, 7, 5)) == "Sun 8 Nov 2026, 7:05"


def test_a_time_has_no_zero_before_the_hour():
    assert [clock_words(time(9, 5)), clock_words(time(14, 30))] == ["9:05", "14:30"]


def test_no_screen_writes_a_day_or_a_time_in_a_form_of_its_own():
    sources = sorted(Path(plplanner.ui.__file__).parent.rglob("*.py"))
    assert [path.name for path in sources if SECOND_FORM.search(path.read_text("utf-8"))] == []
