from collections import Counter
from dataclasses import replace
from datetime import time, timedelta

import pytest

from plplanner.problems import Problem
from plplanner.rotation.clashes import find_clashes
from plplanner.rotation.order_checks import out_of_order
from plplanner.rotation.own_ways import (
    draft_own_ways,
    plan_own_ways,
    seats_left,
    stations_to_use,
)
from plplanner.rotation.rows import TOO_FEW_DEVICES, DeviceCount, StationToVisit, Visit
from plplanner.rotation.table_turns import seats_at
from plplanner.terms import StationKind
from tests.rotation.own_ways_lessons import (
    DIGITAL,
    TEACHER,
    a_random_own_lesson,
    a_student,
    own_lesson,
    own_stations,
)


def met(made):
    return {visit.group_id for visit in made.visits if visit.station_id == TEACHER}


def keeps_its_word(lesson):
    made = plan_own_ways(lesson)
    assert not any(clash.hard for clash in find_clashes(lesson, made.rounds, made.visits))
    assert made.is_proven
    size = {one.group_id: one.size for one in lesson.groups}
    there = Counter()
    for visit in made.visits:
        there[visit.station_id, visit.round_number] += size[visit.group_id]
    for (station_id, _), count in there.items():
        station = next(one for one in lesson.stations if one.station_id == station_id)
        assert seats_at(station) is None or count <= seats_at(station)
    others = {one for one in there if one[0] != TEACHER}
    assert max(there[one] for one in others) - min(there[one] for one in others) <= 9
    return made


def test_thirty_students_each_have_a_way_of_their_own():
    made = keeps_its_word(a_random_own_lesson(1))
    assert len(made.visits) == 30 * len(made.rounds)
    assert set(made.no_teacher).isdisjoint(met(made))


@pytest.mark.long
@pytest.mark.parametrize("seed", range(20))
def test_any_class_of_students_is_planned(seed):
    keeps_its_word(a_random_own_lesson(seed))


def test_who_needs_the_teacher_more_and_who_waited_longer_comes():
    needs = [a_student(number, need=2 if number <= 6 else 0) for number in range(1, 13)]
    made = plan_own_ways(own_lesson(needs, rounds=1))
    assert met(made) == {-one for one in range(1, 7)}
    waits = [a_student(number, since=5 if number > 6 else 0) for number in range(1, 13)]
    made = plan_own_ways(own_lesson(waits, rounds=1))
    assert met(made) == {-one for one in range(7, 13)}
    assert made.reasons[0].startswith("S01, S02, S03, S04 and 2 more do not meet the teacher")


@pytest.mark.long
def test_the_round_with_the_teacher_says_nothing_of_need_and_moves_on():
    students = [a_student(number, need=number % 3) for number in range(1, 13)]
    lesson = own_lesson(students, rounds=3)
    same = replace(lesson, groups=tuple(replace(one, need=1) for one in lesson.groups))
    assert plan_own_ways(lesson).visits == plan_own_ways(same).visits
    tomorrow = replace(lesson, day=lesson.day + timedelta(days=1))
    assert plan_own_ways(tomorrow).visits != plan_own_ways(lesson).visits


@pytest.mark.long
def test_the_order_of_students_does_not_matter():
    lesson = a_random_own_lesson(3)
    turned = replace(lesson, groups=lesson.groups[::-1])
    assert sorted(plan_own_ways(turned).visits, key=str) == sorted(
        plan_own_ways(lesson).visits, key=str
    )


def test_who_is_out_meets_the_teacher_at_another_time_and_who_is_away_takes_no_seat():
    out = a_student(1, need=2, since=None, out=(time(9, 0), time(9, 30)))
    away = a_student(2, need=2, since=None, is_here=False)
    others = [a_student(number, need=0) for number in range(3, 9)]
    lesson = own_lesson([out, away, *others], stations=own_stations((2, None, None, None)))
    made = plan_own_ways(lesson)
    at = {visit.round_number for visit in made.visits if visit.group_id == -1
          and visit.station_id == TEACHER}  # fmt: skip
    assert at in ({2}, {3}, {4})
    # Eight turns, seven who are here: nobody is left out for the one who is away.
    assert {one.group_id for one in (out, *others)} <= met(made)
    assert not any(clash.kind == "pull_out_at_teacher_table" for clash in made.checks)


def test_too_few_seats_are_said_with_the_way_out():
    lesson = own_lesson([a_student(n) for n in range(1, 11)], stations=own_stations((2, 3, 2, 2)))
    with pytest.raises(Problem, match=r"10 students need a place in every round.* 9 seats") as said:
        plan_own_ways(lesson)
    assert said.value.next_step == "Add 1 seat, or one more station."


def test_without_students_or_stations_there_is_nothing_to_plan():
    with pytest.raises(Problem, match="no students"):
        plan_own_ways(own_lesson([]))
    with pytest.raises(Problem, match="no stations"):
        plan_own_ways(own_lesson([a_student(1)], stations=()))


def test_without_a_number_there_are_as_many_rounds_as_stations_that_fit():
    lesson = own_lesson([a_student(n) for n in range(1, 9)], rounds=None)
    assert len(plan_own_ways(lesson).rounds) == 4
    assert len(plan_own_ways(replace(lesson, minutes=60)).rounds) == 3


def test_make_up_and_assessment_are_left_to_the_teacher():
    quiz = StationToVisit(9, "Quiz", StationKind.ASSESSMENT, "")
    lesson = own_lesson([a_student(1)], stations=(*own_stations(), quiz))
    assert quiz not in stations_to_use(lesson)


def test_seats_left_count_who_is_there():
    lesson = own_lesson(
        [a_student(n, is_here=n < 8) for n in range(1, 9)],
        stations=own_stations((3, None, None, 4)),
    )
    made = plan_own_ways(lesson)
    left = seats_left(lesson, made.visits, 1)
    here = [v for v in made.visits if v.round_number == 1 and v.station_id == DIGITAL]
    size = {one.group_id: one.size for one in lesson.groups}
    assert left[DIGITAL] == 4 - sum(size[visit.group_id] for visit in here)
    assert left[2] is None


def test_a_draft_has_words_in_every_cell():
    lesson = own_lesson([a_student(n) for n in range(1, 6)])
    draft = draft_own_ways(lesson, group_set_id=7, playlists={})
    assert all(draft.tasks[v.group_id, v.round_number] for v in draft.proposal.visits)
    assert (draft.group_set_id, draft.playlist_ids) == (7, {})


def with_hours(**hours):
    """The usual stations; where students work together Ms. R is needed."""
    return tuple(
        replace(one, adult="Ms. R", needs_adult=True, **hours) if one.station_id == 2 else one
        for one in own_stations()
    )


def test_nobody_is_sent_where_the_adult_is_not_there_yet():
    students = [a_student(number) for number in range(1, 13)]
    lesson = own_lesson(students, stations=with_hours(adult_from=time(9, 20)))
    made = plan_own_ways(lesson)
    early = {row.number for row in made.rounds if row.starts_at < time(9, 20)}
    at_two = {visit.round_number for visit in made.visits if visit.station_id == 2}
    assert early
    assert at_two
    assert not early & at_two


def test_where_the_other_stations_have_too_few_seats_the_plan_is_made_and_says_so():
    students = [a_student(number) for number in range(1, 13)]
    few = tuple(replace(one, seats=3) for one in with_hours(adult_from=time(20)))
    made = plan_own_ways(own_lesson(students, stations=few))
    assert len(made.visits) == 12 * len(made.rounds)
    assert "adult_not_there" in [clash.kind for clash in made.checks]


def test_no_more_students_are_at_digital_stations_than_devices_serve():
    students = [a_student(number) for number in range(1, 17)]
    lesson = own_lesson(students, devices=DeviceCount(3))
    made = plan_own_ways(lesson)
    there = Counter(v.round_number for v in made.visits if v.station_id == DIGITAL)
    assert max(there.values()) <= 3
    assert made.checks == find_clashes(lesson, made.rounds, made.visits)
    pairs = plan_own_ways(replace(lesson, devices=DeviceCount(3, 2)))
    there = Counter(v.round_number for v in pairs.visits if v.station_id == DIGITAL)
    assert 3 < max(there.values()) <= 6
    assert not any(clash.kind == TOO_FEW_DEVICES for clash in pairs.checks)


@pytest.mark.long
def test_where_devices_leave_no_way_there_is_one_all_the_same():
    students = [a_student(number) for number in range(1, 13)]
    stations = own_stations((3, 3, 3, 3))
    lesson = own_lesson(students, stations=stations, devices=DeviceCount(1))
    made = plan_own_ways(lesson)
    assert len(made.visits) == 12 * len(made.rounds)
    kinds = {clash.kind for clash in find_clashes(lesson, made.rounds, made.visits)}
    assert TOO_FEW_DEVICES in kinds


def test_seats_left_at_digital_stations_are_no_more_than_devices_left():
    students = [a_student(number) for number in range(1, 5)]
    lesson = own_lesson(students, stations=own_stations((2, None, None, 5)))
    visits = [Visit(-1, 1, DIGITAL), Visit(-2, 1, DIGITAL), Visit(-3, 2, DIGITAL)]
    assert seats_left(lesson, visits, 1)[DIGITAL] == 3
    assert seats_left(replace(lesson, devices=DeviceCount(3)), visits, 1)[DIGITAL] == 1
    assert seats_left(replace(lesson, devices=DeviceCount(1)), visits, 1)[DIGITAL] == 0
    assert seats_left(replace(lesson, devices=DeviceCount(9)), visits, 1)[DIGITAL] == 3


def test_an_order_of_stations_is_kept_student_by_student():
    students = [a_student(number) for number in range(1, 9)]
    stations = own_stations((3, None, None, None))
    after = replace(stations[2], after=stations[1].name)
    lesson = own_lesson(students, stations=(*stations[:2], after, stations[3]), rounds=3)
    made = plan_own_ways(lesson)
    assert any(visit.station_id == 3 for visit in made.visits)
    assert list(out_of_order(lesson, made.visits)) == []
