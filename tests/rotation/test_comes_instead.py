from dataclasses import replace
from datetime import time

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from plplanner.problems import Problem
from plplanner.rotation.build_rotation import build_rotation
from plplanner.rotation.clashes import find_clashes
from plplanner.rotation.comes_instead import turn_from_another, what_moves, who_comes_instead
from plplanner.rotation.rows import LockedCell, Visit
from tests.rotation.lessons import (
    TEACHER,
    a_lesson,
    a_random_lesson,
    some_groups,
    some_stations,
    with_pull_out,
)


def without(lesson, *away):
    """The lesson on a day on which nobody of these groups, by id, is here."""
    return replace(
        lesson,
        groups=tuple(
            replace(group, size=0) if group.group_id in away else group for group in lesson.groups
        ),
    )


def after(visits, instead):
    """The visits with those who come, and those who go elsewhere for it."""
    new = {(one.group_id, one.round_number): one for one in (*instead.sent, *instead.gives_way)}
    return tuple(new.get((one.group_id, one.round_number), one) for one in visits)


def met(visits):
    return {one.group_id for one in visits if one.station_id == TEACHER}


@pytest.fixture
def lesson():
    """Three rounds, five groups: groups 1, 2 and 3 meet the teacher, in that order."""
    lesson = a_lesson(groups=some_groups((1, 1, 1, 0, 2)), stations=some_stations(5), rounds=3)
    return lesson, build_rotation(lesson).rounds, rounds_of(5)


def rounds_of(groups):
    """Group n begins at station n and goes on to the one before it."""
    return tuple(
        Visit(group, number, (group - number) % groups + 1)
        for number in (1, 2, 3)
        for group in range(1, groups + 1)
    )


def test_what_the_teacher_locked_stays_whoever_could_come_for_it(lesson):
    lesson, rounds, visits = lesson
    names = {row.station_id: row.name for row in lesson.stations}
    locked = tuple(
        LockedCell(one.group_id, one.round_number, names[one.station_id], "")
        for one in visits
        if one.group_id == 5
    )
    found = who_comes_instead(replace(without(lesson, 2), locked=locked), rounds, visits)
    assert found.comes == ((4, 2),)
    assert {one for one in visits if one.group_id == 5} <= set(after(visits, found))


def test_the_group_most_in_need_comes_and_nobody_else_moves(lesson):
    lesson, rounds, visits = lesson
    found = who_comes_instead(without(lesson, 2), rounds, visits)
    assert found.comes == ((5, 2),)
    assert found.sent == (Visit(5, 2, TEACHER),)
    assert found.gives_way == (Visit(2, 2, 4),)  # where the group was that comes
    assert found.instead_of == (2,)
    assert met(after(visits, found)) == {1, 3, 5}
    said = what_moves(lesson, found)
    assert said == f"{lesson.groups[4].name} could come in round 2. Nobody else moves."


def test_of_equal_need_who_waited_longest_comes(lesson):
    lesson, rounds, visits = lesson
    for waits, comes in (((0, 0, 0, 4, 2), 4), ((0, 0, 0, 2, None), 5)):
        groups = some_groups((1, 1, 1, 1, 1), since=waits)
        found = who_comes_instead(without(replace(lesson, groups=groups), 1), rounds, visits)
        assert found.comes == ((comes, 1),)


def test_two_that_are_away_leave_two_turns(lesson):
    lesson, rounds, visits = lesson
    found = who_comes_instead(without(lesson, 1, 3), rounds, visits)
    assert found.comes == ((5, 1), (4, 3))
    names = [group.name for group in lesson.groups]
    assert what_moves(lesson, found, is_done=True) == (
        f"{names[4]} comes in round 1 and {names[3]} in round 3. Nobody else moves."
    )


def test_what_is_over_stays(lesson):
    lesson, rounds, visits = lesson
    away = without(lesson, 1, 2)
    assert who_comes_instead(away, rounds, visits, over=(1,)).comes == ((5, 2),)
    assert who_comes_instead(away, rounds, visits, over=(1, 2)) is None


def test_nobody_comes_where_nobody_is_away_or_everyone_has_a_turn(lesson):
    lesson, rounds, visits = lesson
    assert who_comes_instead(lesson, rounds, visits) is None
    assert who_comes_instead(without(lesson, 2, 4, 5), rounds, visits) is None
    assert who_comes_instead(without(lesson, 4), rounds, visits) is None


def test_who_is_out_then_comes_in_another_round_and_others_move_for_it(lesson):
    lesson, rounds, visits = lesson
    start, end = rounds[1].starts_at, rounds[2].starts_at
    away = without(with_pull_out(lesson, 5, start, end), 2)
    found = who_comes_instead(away, rounds, visits)
    ((group, number),) = found.comes
    assert (group, number != 2) == (5, True)
    new = after(visits, found)
    assert met(new) == {1, 3, 5}
    assert not [one for one in find_clashes(away, rounds, new) if "pull_out" in one.kind]
    assert "Nobody else moves" not in what_moves(away, found)


def test_a_group_that_misses_someone_in_every_round_comes_anyway(lesson):
    lesson, rounds, visits = lesson
    away = without(with_pull_out(lesson, 5, time(9), time(10)), 2)
    assert who_comes_instead(away, rounds, visits).comes == ((5, 2),)


def test_a_group_too_large_for_the_seats_leaves_the_turn_to_the_next(lesson):
    lesson, rounds, visits = lesson
    table, *others = lesson.stations
    small = replace(lesson, stations=(replace(table, seats=6), *others))
    groups = tuple(
        replace(group, size=7) if group.group_id == 5 else group for group in small.groups
    )
    found = who_comes_instead(without(replace(small, groups=groups), 2), rounds, visits)
    assert found.comes == ((4, 2),)


def test_a_large_group_comes_though_fewer_would_be_better(lesson):
    lesson, rounds, visits = lesson
    groups = tuple(replace(group, size=7) for group in lesson.groups)
    found = who_comes_instead(without(replace(lesson, groups=groups), 2), rounds, visits)
    assert found.comes == ((5, 2),)


def test_an_order_of_stations_that_the_plan_keeps_is_kept(lesson):
    lesson, rounds, _ = lesson
    *others, last = lesson.stations
    stations = (*others, replace(last, after="Station 04"))
    two = replace(lesson, groups=some_groups((1, 2)), stations=stations)
    visits = (
        Visit(1, 1, 3), Visit(1, 2, TEACHER), Visit(1, 3, 2),
        Visit(2, 1, 2), Visit(2, 2, 4), Visit(2, 3, 5),
    )  # fmt: skip
    # In round 2 it would miss what station 5 needs; the table is free before and after.
    assert who_comes_instead(without(two, 1), rounds, visits).sent == (Visit(2, 3, TEACHER),)


def waiting(lesson, needs=(1, 1, 1, 1, 1), since=(0, 0, 0, 4, 1)):
    return replace(lesson, groups=some_groups(needs, since=since))


def test_who_has_waited_too_long_has_the_turn_of_a_group_that_can_wait(lesson):
    lesson, rounds, visits = lesson
    found = turn_from_another(waiting(lesson, (1, 0, 1, 1, 1)), rounds, visits, 4)
    assert (found.comes, found.instead_of) == (((4, 2),), (2,))
    assert set(found.sent) == {Visit(4, 2, TEACHER), Visit(2, 2, 3)}
    names = [group.name for group in lesson.groups]
    assert what_moves(lesson, found) == (
        f"{names[3]} could come in round 2. {names[1]} then goes to Station 03."
    )


def test_of_equal_need_the_turn_is_that_of_who_was_met_last(lesson):
    lesson, rounds, visits = lesson
    two = [one for one in visits if one.round_number < 3]
    for since, gives in (((2, 3, 1, 4, 1), 1), ((3, 2, 1, 4, 1), 2)):
        found = turn_from_another(waiting(lesson, since=since), rounds[:2], two, 4)
        assert found.instead_of == (gives,)


def test_best_nobody_comes_to_a_station_twice_for_it(lesson):
    lesson, rounds, visits = lesson
    # Group 3 was met last, and would be at station 2 again.
    found = turn_from_another(waiting(lesson, since=(2, 3, 1, 4, 1)), rounds, visits, 4)
    assert found.instead_of == (2,)
    only = waiting(lesson, since=(None, None, 1, 4, 1))
    assert turn_from_another(only, rounds, visits, 4).instead_of == (3,)


def test_nobody_gives_a_turn_who_needs_it_more_or_has_waited_too(lesson):
    lesson, rounds, visits = lesson
    more = waiting(lesson, needs=(2, 2, 2, 1, 1))
    assert turn_from_another(more, rounds, visits, 4) is None
    long = waiting(lesson, since=(4, None, 5, 4, 1))
    assert turn_from_another(long, rounds, visits, 4) is None


def test_no_turn_is_given_that_would_call_somebody_who_is_out(lesson):
    lesson, rounds, visits = lesson
    for start, end, comes in ((0, 1, 2), (1, 2, 1), (0, 2, 3)):
        times = rounds[start].starts_at, rounds[end].starts_at
        out = with_pull_out(waiting(lesson, since=(0, 3, 3, 4, 1)), 4, *times)
        assert turn_from_another(out, rounds, visits, 4).comes == ((4, comes),)


def test_a_group_with_no_cell_in_the_round_is_not_sent_there(lesson):
    lesson, rounds, visits = lesson
    bare = tuple(one for one in visits if (one.group_id, one.round_number) != (5, 2))
    found = who_comes_instead(without(lesson, 2), rounds, bare)
    assert {(one.group_id, one.round_number) for one in found.sent} <= {
        (one.group_id, one.round_number) for one in bare
    }
    assert turn_from_another(waiting(lesson), rounds, (), 4) is None


@pytest.mark.long
@given(st.integers(0, 10_000), st.data())
def test_nothing_hard_is_broken_and_nobody_loses_the_teacher(seed, data):
    lesson = a_random_lesson(seed)
    try:
        made = build_rotation(lesson)
    except Problem:
        assume(False)
    away = data.draw(st.sets(st.sampled_from([group.group_id for group in lesson.groups])))
    over = range(1, data.draw(st.integers(1, len(made.rounds) + 1)))
    gone = without(lesson, *away)
    found = who_comes_instead(gone, made.rounds, made.visits, over=over)
    if found is None:
        return
    here = {group.group_id for group in gone.groups if group.size}
    led = {row.station_id for row in lesson.stations if row.kind == "teacher_led"}
    new = after(made.visits, found)

    def with_teacher(visits):
        return {one.group_id for one in visits if one.station_id in led} & here

    assert with_teacher(new) == with_teacher(made.visits) | {group for group, _ in found.comes}
    assert not {group for group, _ in found.comes} & with_teacher(made.visits)
    assert not [one for one in find_clashes(gone, made.rounds, new) if one.hard]
    assert {one for one in made.visits if one.round_number in over} <= set(new)
    assert {one.group_id for one in found.sent} <= here
    assert {one.group_id for one in found.gives_way} <= set(away) | {
        group.group_id for group in lesson.groups if not group.size
    }
    assert len(new) == len(set(new)) == len(made.visits)
