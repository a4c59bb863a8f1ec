from dataclasses import replace
from datetime import date, time

from plplanner.rotation.rounds import clock_rounds
from plplanner.rotation.teacher_table import pulled_out, seat_at_teacher_tables, teacher_places
from tests.rotation.lessons import a_lesson, some_groups, with_pull_out

MONDAY = date(2026, 11, 23)
ROUNDS = clock_rounds(a_lesson())


def seated(groups, *, seats=(None,), day=MONDAY):
    """(round index, table) → group id."""
    places = teacher_places(ROUNDS, seats)
    found = seat_at_teacher_tables(groups, ROUNDS, places, day=day, seed=0)
    return {(place.round_index, place.table): group.group_id for place, group in found.items()}


def test_every_round_has_one_group_at_the_table_and_none_comes_twice():
    found = seated(some_groups((2, 1, 1, 0)))
    assert sorted(found) == [(0, 0), (1, 0), (2, 0)]
    assert len(set(found.values())) == 3


def test_two_teachers_meet_twice_as_many_groups():
    found = seated(some_groups((2, 1, 1, 0, 0, 1, 2)), seats=(None, None))
    assert len(set(found.values())) == 6


def test_a_group_never_sits_where_there_are_no_seats():
    groups = some_groups((2, 1, 1, 0))
    groups = (replace(groups[0], size=9), *groups[1:])
    assert 1 not in seated(groups, seats=(6,)).values()
    assert set(seated(groups[:1], seats=(6, 9))) <= {(0, 1), (1, 1), (2, 1)}


def test_a_group_is_seated_when_all_its_students_are_in_class():
    lesson = a_lesson()
    for start in (time(9, 10), time(9, 25)):
        lesson = with_pull_out(lesson, 1, start, start.replace(minute=start.minute + 5))
    assert seated(lesson.groups)[2, 0] == 1


def test_two_groups_free_in_the_same_round_only_do_not_both_come_today():
    lesson = a_lesson(groups=some_groups((2, 2, 0, 0), since=(0, 0, 0, 0)))
    for group in (1, 2):
        lesson = with_pull_out(lesson, group, time(9, 10), time(9, 40))
    assert len({1, 2} & set(seated(lesson.groups).values())) == 1


def test_a_group_that_must_be_met_comes_in_spite_of_a_pull_out():
    lesson = a_lesson(groups=some_groups((0, 2, 0, 0), since=(4, 4, 0, 0)))
    for group in (1, 2):
        lesson = with_pull_out(lesson, group, time(9, 10), time(9, 40))
    assert {1, 2} <= set(seated(lesson.groups).values())


def test_pull_outs_are_counted_by_the_minute():
    lesson = with_pull_out(a_lesson(), 1, time(9, 22), time(9, 23))
    assert pulled_out(lesson.groups[0], ROUNDS[0]) == 1
    lesson = with_pull_out(a_lesson(), 1, time(9, 23), time(9, 25))
    assert [pulled_out(lesson.groups[0], row) for row in ROUNDS] == [0, 0, 0]


def test_no_table_means_no_seating():
    assert seated(some_groups((1, 1)), seats=()) == {}
