from dataclasses import replace
from datetime import time

import pytest

from plplanner.rotation.rows import StationToVisit
from plplanner.rotation.stations.which_stations import Part, named, trouble_with
from plplanner.terms import StationKind

LED, DIGITAL = StationKind.TEACHER_LED, StationKind.DIGITAL


def a_station(name, kind=DIGITAL):
    return StationToVisit(sum(map(ord, name)), name, kind, "")


TABLE, SCREENS = a_station("Teacher table", LED), a_station("Screens")


@pytest.mark.parametrize(
    ("names", "place", "says"),
    [
        (("Carpet", " "), 1, "This station has no name."),
        (("Carpet", "Makers", " carpet"), 2, "Two stations are called “carpet”."),
        (("own  SEAT", "Carpet"), 0, "“Own seat” is where a student works by herself."),
    ],
)
def test_each_station_has_a_name_of_its_own(names, place, says):
    trouble = trouble_with([a_station(name) for name in names], groups=2)
    assert (trouble.place, trouble.text) == (place, says)
    assert trouble.next_step


def test_the_last_station_led_by_a_teacher_stays():
    trouble = trouble_with([SCREENS], had=[TABLE], groups=1)
    assert trouble.text == "“Teacher table” is the only station led by a teacher."
    carpet = a_station("Carpet", LED)
    assert (trouble.part, trouble.place) == (Part.REMOVAL, -1)
    assert trouble_with([SCREENS, carpet], had=[TABLE], groups=1) is None
    assert trouble_with([SCREENS], groups=1) is None  # the class never had one


def test_a_teacher_leads_one_station_and_another_is_led_by_somebody_with_a_name():
    carpet = a_station("Carpet", LED)
    trouble = trouble_with([TABLE, SCREENS, carpet], groups=3)
    assert trouble.text == "You lead “Teacher table” and cannot be at “Carpet” too."
    assert (trouble.place, trouble.part) == (2, Part.ADULT)
    helped = replace(carpet, adult="Ms. R")
    assert trouble_with([TABLE, SCREENS, helped], groups=3) is None


def test_there_are_as_many_stations_as_groups():
    trouble = trouble_with([TABLE], had=[SCREENS], groups=2)
    assert trouble.text == "2 groups need 2 stations, and 1 is left without “Screens”."
    assert trouble.next_step == "Keep it, or add another."
    assert trouble_with([TABLE, a_station("Makers")], had=[SCREENS], groups=2) is None
    assert trouble_with([TABLE], groups=2) is None  # the draft adds what is missing


def test_a_name_is_kept_without_spare_blanks():
    assert named("  Back \t table ") == "Back table"


def test_a_station_that_needs_an_adult_names_one():
    makers = replace(a_station("Makers"), needs_adult=True)
    trouble = trouble_with([TABLE, makers], groups=2)
    assert trouble.text == "“Makers” runs only with an adult, and nobody is named."
    assert (trouble.place, trouble.part) == (1, Part.ADULT)
    assert trouble_with([TABLE, replace(makers, adult="Ms. R")], groups=2) is None


def test_nobody_leads_two_stations_at_once_but_may_help_at_several():
    carpet = replace(a_station("Carpet", LED), adult="Ms. R")
    makers = replace(a_station("Makers"), needs_adult=True, adult=" ms. r")
    trouble = trouble_with([TABLE, carpet, makers], groups=3)
    assert trouble.text == "ms. r cannot be at “Carpet” and at “Makers” at once."
    assert (trouble.place, trouble.part) == (2, Part.ADULT)
    first, then = replace(carpet, adult_until=time(9, 30)), replace(makers, adult_from=time(9, 30))
    assert trouble_with([TABLE, first, then], groups=3) is None
    assert trouble_with([TABLE, carpet, replace(makers, needs_adult=False)], groups=3) is None


def test_the_last_station_led_by_a_teacher_keeps_its_kind():
    trouble = trouble_with([replace(TABLE, kind=DIGITAL), SCREENS], had=[TABLE, SCREENS], groups=2)
    assert trouble.text == "“Teacher table” is the only station led by a teacher."
    assert trouble.next_step == "Leave its kind, or add another that is teacher-led."
    assert (trouble.place, trouble.part) == (0, Part.KIND)
    led = [replace(TABLE, kind=DIGITAL), replace(SCREENS, kind=LED)]
    assert trouble_with(led, had=[TABLE, SCREENS], groups=2) is None


def in_order(**after):
    """Stations of these names, each after another one; blank after none."""
    return [replace(a_station(name), after=first) for name, first in after.items()]


@pytest.mark.parametrize(
    ("after", "place"),
    [
        ({"A": "A"}, 0),
        ({"A": "B", "B": "A"}, 0),
        ({"A": "", "B": "D", "C": "B", "D": "C"}, 1),
    ],
)
def test_no_station_waits_for_itself(after, place):
    trouble = trouble_with(in_order(**after), groups=1)
    assert (trouble.place, trouble.part) == (place, Part.AFTER)
    assert trouble.text.endswith("would have to come after itself.")


def test_a_line_of_stations_is_an_order():
    assert trouble_with(in_order(A="", B="A", C="B", D="B", E="gone"), groups=1) is None
