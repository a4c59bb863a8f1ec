from datetime import datetime

from plplanner.ui.kit.moments import moment_words


def test_a_moment_is_said_with_its_day_of_the_week():
    assert moment_words(datetime(2026, 11, 8, 7, 5)) == "Sun 8 Nov 2026, 07:05"
