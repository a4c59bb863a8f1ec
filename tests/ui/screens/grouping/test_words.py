from datetime import date

from plplanner.ui.screens.grouping.words import FOR_YOU, day_words


def test_a_day_is_said_short():
    assert day_words(date(2026, 11, 3)) == "Tue 3 Nov"


def test_the_teacher_is_told_that_piles_are_hers_alone():
    assert "never" in FOR_YOU
