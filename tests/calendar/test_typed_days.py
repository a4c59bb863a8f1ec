import pytest

from plplanner.calendar.typed_days import typed_weekday, without_days, written_days
from plplanner.terms import Weekday

MON, TUE, WED, THU, FRI = list(Weekday)[:5]


@pytest.mark.parametrize(
    ("text", "name", "days"),
    [
        ("Ms. R Mon, Wed", "Ms. R", {MON, WED}),
        ("Ms. R on Mon and Wed", "Ms. R", {MON, WED}),
        ("Ms. R (Tuesdays & Thursdays)", "Ms. R", {TUE, THU}),
        ("Ms. R Mon/Wed/Fri", "Ms. R", {MON, WED, FRI}),
        ("Ms. R Tue–Thu", "Ms. R", {TUE, WED, THU}),
        ("Ms. R Mon to Wed", "Ms. R", {MON, TUE, WED}),
        ("Ms. R", "Ms. R", set()),
        ("Ms. Mon", "Ms. Mon", set()),
        ("Mon", "Mon", set()),
        ("Mo Fried", "Mo Fried", set()),
        ("Ann and", "Ann and", set()),
        ("", "", set()),
    ],
)
def test_days_behind_a_name_are_read(text, name, days):
    assert without_days(text) == (name, frozenset(days))


def test_days_are_written_as_they_can_be_typed_again():
    assert written_days([WED, MON]) == "Mon, Wed"
    assert without_days(f"Ms. R {written_days(list(Weekday))}") == ("Ms. R", frozenset(Weekday))


def test_a_word_means_a_day_by_its_beginning():
    assert typed_weekday("thurs") is THU
    assert typed_weekday("Fridays") is FRI
    assert typed_weekday("Mond.") is MON
    assert typed_weekday("Moon") is None
