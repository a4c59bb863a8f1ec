from dataclasses import replace

from plplanner.rotation.table_turns import seats_at, table_turns
from tests.rotation.lessons import a_lesson, some_stations
from tests.rotation.own_ways_lessons import a_student, own_lesson


def test_one_group_comes_to_each_table_in_a_round():
    assert table_turns(a_lesson(), 3) == 3
    assert table_turns(a_lesson(stations=some_stations(4, teachers=2)), 3) == 6


def test_of_students_by_themselves_as_many_come_as_the_table_seats():
    lesson = own_lesson([a_student(number) for number in range(1, 10)])
    assert table_turns(lesson, 3) == 18
    small = replace(lesson.stations[0], seats=4)
    assert table_turns(replace(lesson, stations=(small, *lesson.stations[1:])), 3) == 12


def test_a_table_without_a_limit_takes_six_and_any_other_station_all():
    table, other, *_ = own_lesson([]).stations
    assert (seats_at(table), seats_at(other)) == (6, None)
