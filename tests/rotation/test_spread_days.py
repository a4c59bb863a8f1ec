from collections import Counter
from dataclasses import replace
from datetime import time, timedelta

import pytest

from plplanner.problems import Problem
from plplanner.rotation.rows import StudentToSee
from plplanner.rotation.spread_days import SpreadChoice, after_days, spread_choices, spread_rotation
from plplanner.rotation.turns_ahead import rounds_met
from tests.rotation.lessons import a_lesson, some_stations, with_pull_out


def days_of(lesson, count, rounds):
    return [
        replace(lesson, day=lesson.day + timedelta(days=ahead), rounds=rounds)
        for ahead in range(count)
    ]


def visits_to(proposals):
    return Counter((visit.group_id, visit.station_id) for one in proposals for visit in one.visits)


def test_four_groups_come_through_all_stations_in_two_days():
    lesson = a_lesson()
    proposals = spread_rotation(days_of(lesson, 2, rounds=2))
    assert set(visits_to(proposals).values()) == {1}
    assert len(visits_to(proposals)) == 16
    met = [set(rounds_met(lesson, one.visits)) for one in proposals]
    assert (met[0] | met[1], met[0] & met[1]) == ({1, 2, 3, 4}, set())
    assert all(one.is_proven for one in proposals)


def test_five_stations_in_three_days_leave_one_round_over():
    lesson = a_lesson((2, 2, 1, 1, 0), stations=some_stations(6))
    proposals = spread_rotation(days_of(lesson, 3, rounds=2))
    counts = visits_to(proposals)
    assert len(counts) == 25
    assert sum(counts.values()) == 30


def test_a_student_out_on_the_second_day_meets_the_teacher_on_another():
    lesson = a_lesson((2, 1))
    group = replace(lesson.groups[0], students=(StudentToSee("Maya", 0),))
    known = replace(lesson, groups=(group, *lesson.groups[1:]))
    first, second = days_of(known, 2, rounds=1)
    out = with_pull_out(second, 1, time(9), time(10))
    proposals = spread_rotation([first, out])
    assert set(rounds_met(first, proposals[0].visits)) == {1}


def test_what_can_be_chosen_wastes_no_round():
    found = spread_choices(a_lesson())
    assert found == (SpreadChoice(2, 2, 20), SpreadChoice(4, 1, 43))
    five = spread_choices(a_lesson((2, 1, 1, 1, 0)))
    assert [(one.days, one.rounds) for one in five] == [(2, 3), (3, 2), (5, 1)]
    assert spread_choices(a_lesson((1,))) == ()


def test_too_few_days_or_seats_say_what_cannot_be_kept():
    with pytest.raises(Problem):
        spread_rotation(days_of(a_lesson((2, 1)), 1, rounds=1))


def test_the_day_after_knows_whom_the_teacher_met_when():
    days = days_of(a_lesson(), 3, rounds=2)
    proposals = spread_rotation(days[:2])
    last = after_days(days[2], days[:2], proposals)
    first, second = (set(rounds_met(days[0], one.visits)) for one in proposals)
    since = {group.group_id: group.lessons_since_teacher for group in last.groups}
    assert since == {**dict.fromkeys(first, 1), **dict.fromkeys(second, 0)}
    assert last.day == days[2].day


def test_over_several_days_hours_of_an_adult_are_for_the_checks():
    stations = (*some_stations(3), replace(some_stations(4)[3], adult="Ms. R", needs_adult=True,
                                           adult_from=time(20)))  # fmt: skip
    lesson = a_lesson(stations=stations, rounds=2)
    made = spread_rotation([lesson, replace(lesson, day=lesson.day + timedelta(days=1))])
    assert all("adult_not_there" in [clash.kind for clash in one.checks] for one in made)


def test_over_several_days_an_order_of_stations_is_for_the_checks():
    stations = some_stations(4)
    later = (*stations[:3], replace(stations[3], after=stations[0].name))
    made = spread_rotation(days_of(a_lesson(stations=later), 2, rounds=2))
    assert set(visits_to(made).values()) == {1}
    assert "out_of_order" in {clash.kind for one in made for clash in one.checks}
