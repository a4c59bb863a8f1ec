from collections import Counter
from dataclasses import replace
from datetime import time

import pytest

from plplanner.problems import Problem
from plplanner.rotation.clashes import find_clashes
from plplanner.rotation.newcomers import ways_for_newcomers, without_line
from plplanner.rotation.own_ways import plan_own_ways
from plplanner.rotation.rounds import clock_rounds
from plplanner.rotation.rows import DeviceCount, PlanGroupRow, PlanRow, StationToVisit
from plplanner.terms import PlanState, StationKind, own_identity
from tests.rotation.own_ways_lessons import (
    ALONE,
    DIGITAL,
    TEACHER,
    TOGETHER,
    a_student,
    own_lesson,
    own_stations,
    visits_at,
)


def a_plan(*student_ids, is_own_way=True, state=PlanState.READY):
    lines = tuple(
        PlanGroupRow(one, own_identity(f"S{one}"), (one,), (), is_own_way) for one in student_ids
    )
    lesson = own_lesson([])
    return PlanRow(1, 1, "Math", "", lesson.day, state, lesson.starts_at, 60, (), lines, "")


def test_who_has_no_line_is_new_only_where_students_go_their_own_ways():
    assert without_line(a_plan(1, 3), [1, 2, 3, 4]) == (2, 4)
    assert without_line(a_plan(1, 2), [1, 2]) == ()
    assert without_line(a_plan(1, is_own_way=False), [1, 2]) == ()
    assert without_line(a_plan(1, state=PlanState.TAUGHT), [1, 2]) == ()


def test_newcomers_go_round_those_who_are_planned_and_clash_with_nobody():
    lesson = own_lesson([a_student(n) for n in range(1, 21)], stations=own_stations((6, 8, 8, 8)))
    made = plan_own_ways(lesson)
    new = [a_student(n, since=None) for n in range(21, 24)]
    found = ways_for_newcomers(lesson, made.rounds, made.visits, new)
    hers = Counter(visit.group_id for visit in found.visits)
    assert hers == {-21: 4, -22: 4, -23: 4}
    everyone = replace(lesson, groups=(*lesson.groups, *new))
    checks = find_clashes(everyone, made.rounds, (*made.visits, *found.visits))
    assert not any(clash.hard for clash in checks)
    assert len({(v.group_id, v.station_id) for v in found.visits}) == len(found.visits)


def test_a_newcomer_meets_the_teacher_while_she_is_in_the_room():
    lesson = own_lesson([a_student(1)], rounds=2)
    rounds = clock_rounds(lesson)
    here = visits_at((1, 1, 2), (1, 2, 3))
    out = a_student(2, out=(time(9), time(9, 20)))
    found = ways_for_newcomers(lesson, rounds, here, [out])
    assert [v.round_number for v in found.visits if v.station_id == TEACHER] == [2]
    assert found.no_teacher == ()


def test_a_round_that_has_begun_is_no_meeting_with_the_teacher():
    lesson = own_lesson([a_student(1)], rounds=2)
    here = visits_at((1, 1, 2), (1, 2, 3))
    found = ways_for_newcomers(lesson, clock_rounds(lesson), here, [a_student(2)], begun={1})
    assert [v.round_number for v in found.visits if v.station_id == TEACHER] == [2]


def test_a_full_teacher_table_leaves_her_waiting_and_a_full_room_is_said():
    full = own_lesson([a_student(1)], rounds=1, stations=own_stations((1, None)))
    rounds = clock_rounds(full)
    at_table = visits_at((1, 1, TEACHER))
    assert ways_for_newcomers(full, rounds, at_table, [a_student(2)]).no_teacher == (-2,)
    for seats in ((1,), ()):
        none = replace(full, stations=own_stations(seats)[: len(seats)])
        with pytest.raises(Problem, match="No station has a seat left for S02"):
            ways_for_newcomers(none, rounds, at_table if seats else (), [a_student(2)])


def test_with_fewer_stations_than_rounds_one_comes_twice_and_one_that_is_gone_never():
    lesson = own_lesson([a_student(1)], rounds=3, stations=own_stations((None, None)))
    gone = StationToVisit(-1, "Own seat", StationKind.INDEPENDENT, "")
    lesson = replace(lesson, stations=(*lesson.stations, gone))
    found = ways_for_newcomers(lesson, clock_rounds(lesson), (), [a_student(2)])
    times = Counter(visit.station_id for visit in found.visits)
    assert sorted(times.values()) == [1, 2]
    assert times[TEACHER] == 1


def station_of_new(lesson, *there):
    rounds = clock_rounds(lesson)
    found = ways_for_newcomers(lesson, rounds, visits_at(*there), [a_student(9)])
    return [visit.station_id for visit in found.visits]


def test_a_newcomer_comes_to_no_closed_station_while_another_has_a_seat():
    full, together, alone, digital = own_stations((1, 1, None, None))
    closed = replace(alone, adult="Ms. R", needs_adult=True, adult_from=time(9, 40))
    lesson = own_lesson([a_student(n) for n in range(1, 5)], rounds=1)
    lesson = replace(lesson, stations=(full, together, closed, digital))
    there = ((1, 1, TEACHER), (2, 1, TOGETHER), (3, 1, DIGITAL), (4, 1, DIGITAL))
    assert station_of_new(lesson, *there) == [DIGITAL]
    lesson = replace(lesson, stations=(full, together, closed, replace(digital, seats=2)))
    assert station_of_new(lesson, *there) == [ALONE], "the check says that it is closed"


def test_a_newcomer_sits_at_no_device_that_is_in_use():
    lesson = own_lesson([a_student(n) for n in range(1, 5)], rounds=1)
    lesson = replace(lesson, stations=own_stations((1, 1, None, None)))
    there = ((1, 1, TEACHER), (2, 1, TOGETHER), (3, 1, ALONE), (4, 1, ALONE))
    assert station_of_new(lesson, *there) == [DIGITAL]
    lesson = replace(lesson, devices=DeviceCount(working=0))
    assert station_of_new(lesson, *there) == [ALONE]
