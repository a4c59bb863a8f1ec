from plplanner.rotation.engine.day_options import meetings_open, options_on_day
from plplanner.rotation.engine.layout import layout_of
from plplanner.rotation.engine.rows import Cell, Order
from tests.rotation.engine.made_up_lessons import group, lesson, station


def options(**more):
    """The rounds of each choice that group a has."""
    layout = layout_of(lesson(**{"groups": (group("a"), group("b")), **more}))
    return [tuple(index for index, _ in some) for some in options_on_day(layout, 0, 0)]


def test_a_group_meets_the_teacher_in_any_round_or_not_at_all():
    stations = (station("teacher"), station("quiet"), station("digital"), station("paint"))
    assert options(stations=stations) == [(), (0,), (1,), (2,)]


def test_where_other_stations_do_not_last_a_group_must_meet_the_teacher():
    assert options() == [(0,), (1,), (2,)]


def test_a_meeting_the_teacher_fixed_is_in_every_choice():
    assert options(fixed=(Cell("a", 0, 1, "teacher"),)) == [(1,)]


def test_a_table_without_enough_seats_is_not_open():
    stations = (station("teacher", seats=3), station("quiet"), station("digital"))
    layout = layout_of(lesson("ab", stations))
    assert meetings_open(layout, 0, 0) == []


def test_what_must_come_first_takes_the_first_round():
    orders = (Order("digital", "teacher"),)
    assert options(orders=orders) == [(1,), (2,)]


def test_two_meetings_need_a_table_that_may_be_visited_twice():
    assert (0, 1) not in options(meetings_per_day=2)
    stations = (station("teacher", most_per_day=2), station("quiet"), station("digital"))
    assert (0, 1) in options(meetings_per_day=2, stations=stations)
