from dataclasses import replace
from datetime import time
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from plplanner.rotation.build_rotation import build_rotation
from plplanner.rotation.clashes import find_clashes
from plplanner.rotation.rounds import clock_rounds
from plplanner.rotation.rows import LockedCell, PullOutWindow, Visit
from plplanner.rotation.swaps import RoundSwap, clashes_after, mending_swap, swap_of, swapped
from tests.rotation.lessons import a_lesson
from tests.rotation.own_ways_lessons import (
    TEACHER,
    TOGETHER,
    a_student,
    own_lesson,
    visits_at,
)

LESSON = a_lesson()
PLAN = build_rotation(LESSON)


def test_a_group_alone_in_its_stations_swaps_alone():
    visits = (Visit(1, 1, 10), Visit(1, 2, 20), Visit(2, 1, 30), Visit(2, 2, 40))
    assert swap_of(visits, group_id=1, first=1, second=2) == RoundSwap(1, 2, (1,))


def test_whoever_is_in_the_way_swaps_along():
    visits = (Visit(1, 1, 10), Visit(1, 2, 20), Visit(2, 1, 20), Visit(2, 2, 10))
    assert swap_of(visits, group_id=1, first=1, second=2).group_ids == (1, 2)


@given(st.data())
def test_no_swap_breaks_a_hard_rule_and_twice_is_nothing(data):
    group = data.draw(st.sampled_from(LESSON.groups))
    rounds = [row.number for row in PLAN.rounds]
    first, second = data.draw(st.sampled_from(list(combinations(rounds, 2))))
    swap = swap_of(PLAN.visits, group_id=group.group_id, first=first, second=second)
    after = swapped(PLAN.visits, swap)
    assert not [c for c in find_clashes(LESSON, PLAN.rounds, after) if c.hard]
    assert swapped(after, swap) == PLAN.visits


def with_a_pull_out(group_id, number):
    row = next(row for row in PLAN.rounds if row.number == number)
    window = PullOutWindow("Maya", row.starts_at, time(row.starts_at.hour, 59))
    window = replace(window, end=time(row.starts_at.hour, row.starts_at.minute + 5))
    groups = tuple(
        replace(g, pull_outs=(window,)) if g.group_id == group_id else replace(g, pull_outs=())
        for g in LESSON.groups
    )
    return replace(LESSON, groups=groups)


def test_a_student_out_during_the_teacher_table_is_mended_by_a_swap():
    led = {s.station_id for s in LESSON.stations if s.kind == "teacher_led"}
    visit = next(v for v in PLAN.visits if v.station_id in led)
    lesson = with_a_pull_out(visit.group_id, visit.round_number)
    clash = next(
        c
        for c in find_clashes(lesson, PLAN.rounds, PLAN.visits)
        if c.kind == "pull_out_at_teacher_table"
    )
    swap = mending_swap(lesson, PLAN.rounds, PLAN.visits, clash)
    assert swap is not None
    after = find_clashes(lesson, PLAN.rounds, swapped(PLAN.visits, swap))
    assert clash.kind not in {found.kind for found in after}


def test_no_mend_moves_what_the_teacher_locked():
    led = {s.station_id for s in LESSON.stations if s.kind == "teacher_led"}
    visit = next(v for v in PLAN.visits if v.station_id in led)
    lesson = with_a_pull_out(visit.group_id, visit.round_number)
    names = {row.station_id: row.name for row in lesson.stations}
    locked = LockedCell(visit.group_id, visit.round_number, names[visit.station_id], "")
    fixed = replace(lesson, locked=(locked,))
    clash = next(
        c
        for c in find_clashes(fixed, PLAN.rounds, PLAN.visits)
        if c.kind == "pull_out_at_teacher_table"
    )
    assert mending_swap(lesson, PLAN.rounds, PLAN.visits, clash) is not None
    assert mending_swap(fixed, PLAN.rounds, PLAN.visits, clash) is None


def test_what_no_swap_mends_gets_none():
    lesson = replace(
        LESSON, stations=tuple(replace(station, when_done="") for station in LESSON.stations)
    )
    clash = next(
        c for c in find_clashes(lesson, PLAN.rounds, PLAN.visits) if c.kind == "no_when_done"
    )
    assert mending_swap(lesson, PLAN.rounds, PLAN.visits, clash) is None


def test_a_student_who_is_out_at_the_table_swaps_two_rounds_of_her_own():
    out = a_student(1, out=(time(9, 10), time(9, 25)))
    lesson = own_lesson([out, *(a_student(n) for n in range(2, 8))], rounds=2)
    visits = visits_at(
        *((n, 1, TEACHER if n < 3 else TOGETHER) for n in range(1, 8)),
        *((n, 2, TOGETHER if n < 5 else TEACHER) for n in range(1, 8)),
    )
    rounds = clock_rounds(lesson)
    clash = next(
        one for one in find_clashes(lesson, rounds, visits)
        if one.kind == "pull_out_at_teacher_table"
    )  # fmt: skip
    assert mending_swap(lesson, rounds, visits, clash) == RoundSwap(1, 2, (-1,))


def test_a_swap_into_a_pull_out_is_told_before_it_is_made_and_an_equal_one_is_not():
    led = {s.station_id for s in LESSON.stations if s.kind == "teacher_led"}
    visit = next(v for v in PLAN.visits if v.station_id in led)
    other = next(row.number for row in PLAN.rounds if row.number != visit.round_number)
    lesson = with_a_pull_out(visit.group_id, other)
    swap = swap_of(PLAN.visits, group_id=visit.group_id, first=visit.round_number, second=other)
    (found,) = clashes_after(lesson, PLAN.rounds, PLAN.visits, swap)
    assert found.kind == "pull_out_at_teacher_table"
    assert clashes_after(LESSON, PLAN.rounds, PLAN.visits, swap) == ()
