from dataclasses import replace
from datetime import time

from plplanner.rotation.build_rotation import build_rotation
from plplanner.rotation.engine.plan_lesson import plan_lesson
from plplanner.rotation.lesson_problem import LONGEST_WAIT, can_meet, lesson_to_plan
from plplanner.rotation.rounds import clock_rounds
from plplanner.rotation.rows import StudentToSee
from plplanner.terms import StationKind
from tests.rotation.lessons import a_lesson, some_groups, some_stations, with_pull_out


def translated(lesson):
    return lesson_to_plan(lesson, clock_rounds(lesson))


def needs(lesson):
    """What the engine is told of each group, by its name."""
    return {need.name: need for need in translated(lesson).problem.groups}


def with_students(lesson, *students, since=0):
    group = replace(lesson.groups[0], students=students, lessons_since_teacher=since)
    return replace(lesson, groups=(group, *lesson.groups[1:]))


def test_four_lessons_are_looked_ahead_where_not_everyone_can_be_met():
    assert [day.sketch for day in translated(a_lesson()).problem.days] == [False] + [True] * 4
    assert len(translated(a_lesson((2, 1, 0))).problem.days) == 1


def test_rounds_have_their_minutes_on_the_clock():
    rounds = translated(a_lesson()).problem.days[0].rounds
    assert [(row.start, row.end) for row in rounds] == [(550, 563), (565, 578), (580, 593)]


def test_students_who_waited_longer_than_their_group_are_told():
    lesson = with_students(
        a_lesson(),
        StudentToSee("Ana", 0),
        StudentToSee("Ben", 3),
        StudentToSee("Cy", None),
        StudentToSee("Dee", 3, is_away=True),
    )
    waited = dict(needs(lesson)["River"].students_waited)
    assert {name.split("/")[1]: lessons for name, lessons in waited.items()} == {
        "Ben": 3,
        "Cy": LONGEST_WAIT,
    }


def test_a_student_who_waited_too_long_brings_her_group_to_the_teacher():
    lesson = a_lesson(groups=some_groups((2, 1, 1, 0), since=(0, 0, 0, 0)))
    plans = []
    for since in (0, 4):
        group = replace(lesson.groups[3], students=(StudentToSee("Ana", since),))
        made = translated(replace(lesson, groups=(*lesson.groups[:3], group)))
        plans.append(
            {v.group_id for v in made.visits(plan_lesson(made.problem).cells) if v.station_id == 1}
        )
    assert 4 not in plans[0]
    assert 4 in plans[1]


def test_as_many_students_need_a_seat_as_the_group_has():
    lesson = with_students(a_lesson(), StudentToSee("Ana"), StudentToSee("Ben", is_away=True))
    assert len(needs(lesson)["River"].students) == 6


def test_a_seat_is_kept_for_who_is_out_all_round():
    lesson = with_pull_out(a_lesson(), 1, time(9, 10), time(9, 30))
    outs = translated(lesson).problem.pull_outs
    assert [(out.start, out.end) for out in outs] == [(551, 563), (565, 570)]


def test_who_is_out_all_lesson_does_not_keep_the_others_from_the_teacher():
    assert translated(with_pull_out(a_lesson(), 1, time(9), time(10))).problem.pull_outs == ()


def test_need_makes_the_claim_and_nothing_else_of_the_order():
    told = needs(a_lesson((2, 1, 0), rounds=3))
    assert told["River"].claim > told["Comet"].claim > told["Maple"].claim > 0
    assert sorted(need.turns for need in told.values()) == [(0,), (1,), (2,)]


def test_make_up_and_assessment_are_the_last_stations_to_be_used():
    kinds = (StationKind.MAKE_UP, StationKind.ASSESSMENT)
    stations = tuple(
        replace(row, kind=kinds[row.station_id - 2]) if row.station_id in (2, 3) else row
        for row in some_stations(6)
    )
    told = translated(a_lesson(stations=stations))
    assert {row.kind for row in told.stations[-2:]} == set(kinds)
    assert told.stations[0].kind is StationKind.TEACHER_LED
    assert told.led == {1}


def test_a_new_station_is_used_before_others_take_their_turn():
    for number in (2, 3, 4, 5):
        stations = tuple(replace(row, is_new=row.station_id == number) for row in some_stations(5))
        assert translated(a_lesson(stations=stations)).stations[1].station_id == number
        made = build_rotation(a_lesson(stations=stations))
        assert number in {visit.station_id for visit in made.visits}


def test_too_few_stations_let_groups_meet_the_teacher_more_than_once():
    assert translated(a_lesson((0, 1, 2), rounds=5, minutes=90)).problem.meetings_per_day == 2
    assert translated(a_lesson()).problem.meetings_per_day == 1


def test_a_group_needs_a_table_with_enough_seats():
    small, large = some_stations(2, teachers=2, seats=[4, 6])
    (group,) = some_groups((1,))
    assert can_meet(group, (small, large))
    assert not can_meet(group, (small,))


def test_a_group_may_wait_longer_only_where_turns_are_few():
    few, many = a_lesson((1,) * 5), a_lesson((1,) * 10, stations=some_stations(10), rounds=2)
    assert translated(few).problem.longest_wait == LONGEST_WAIT
    assert translated(many).problem.longest_wait == LONGEST_WAIT + 1
