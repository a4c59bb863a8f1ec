from datetime import time

from plplanner.rotation.clashes import find_clashes
from plplanner.rotation.own_way_checks import (
    not_with_teacher,
    own_ways_worth_a_look,
    too_many_at_station,
)
from plplanner.rotation.rounds import clock_rounds
from plplanner.rotation.rows import GroupToRotate, Visit
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


def soft(lesson, visits):
    return {
        one.kind: one.text for one in own_ways_worth_a_look(lesson, clock_rounds(lesson), visits)
    }


def test_more_students_than_seats_is_hard_and_names_them():
    lesson = own_lesson(
        [a_student(n, is_here=n != 3) for n in range(1, 5)], stations=own_stations((2, 2, 2, 2)),
        rounds=1,
    )  # fmt: skip
    visits = visits_at(*((n, 1, DIGITAL) for n in range(1, 5)))
    (clash,) = too_many_at_station(lesson, visits)
    assert clash.text == ("digital has 2 seats, and 3 students come in round 1: S01, S02 and S04.")
    assert clash.next_step == "Send 1 of them to another station, or add seats."
    hard = [one.kind for one in find_clashes(lesson, clock_rounds(lesson), visits) if one.hard]
    assert hard == ["too_few_seats_for_students"], "many at one station are no two groups"


def test_a_group_at_the_station_takes_seats_too():
    river = GroupToRotate(7, "river", "River", 2, 1)
    lesson = own_lesson([a_student(1), river], stations=own_stations((2, 2, 2, 2)), rounds=1)
    visits = (Visit(-1, 1, DIGITAL), Visit(7, 1, DIGITAL))
    assert [one.kind for one in too_many_at_station(lesson, visits)] == [
        "too_few_seats_for_students"
    ]


def test_what_is_worth_a_look_is_said_once_for_all():
    students = [a_student(n, since=4) for n in range(1, 9)]
    lesson = own_lesson(students, rounds=2)
    visits = visits_at(
        *((n, 1, TEACHER if n == 1 else ALONE) for n in range(1, 9)),
        *((n, 2, TOGETHER if n == 2 else ALONE) for n in range(1, 9)),
    )
    said = soft(lesson, visits)
    assert said["student_alone_at_shared_station"] == "S02 is alone at collaborative in round 2."
    assert said["student_at_station_twice"] == (
        "S03, S04, S05, S06 and 2 more are at one station twice."
    )
    assert said["students_long_without_teacher"].startswith("S02, S03, S04, S05 and 3 more have")


def test_a_crowd_at_the_table_and_who_is_out_then():
    students = [a_student(n, out=(time(9, 10), time(9, 30)) if n == 1 else None)
                for n in range(1, 9)]  # fmt: skip
    lesson = own_lesson(students, rounds=1)
    said = soft(lesson, visits_at(*((n, 1, TEACHER) for n in range(1, 9))))
    assert said["many_at_teacher_table"].startswith("8 students come to teacher_led in round 1")
    assert said["pull_out_at_teacher_table"] == (
        "S01 is out 9:10–9:30, and at teacher_led in round 1."
    )


def test_where_stations_are_few_coming_again_is_no_news():
    lesson = own_lesson([a_student(1)], rounds=4)
    assert "student_at_station_twice" not in soft(
        lesson, visits_at((1, 1, ALONE), (1, 2, ALONE), (1, 3, ALONE), (1, 4, DIGITAL))
    )


def test_who_does_not_meet_the_teacher_is_named_unless_away():
    lesson = own_lesson([a_student(1), a_student(2), a_student(3, is_here=False)], rounds=1)
    visits = visits_at((1, 1, TEACHER), (2, 1, ALONE), (3, 1, ALONE))
    assert not_with_teacher(lesson, visits) == ("S02",)
