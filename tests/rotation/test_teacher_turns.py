from datetime import date, timedelta

from plplanner.rotation.teacher_turns import (
    after_lesson,
    claim_ties,
    groups_due,
    groups_met,
    lessons_until_met,
    lessons_waited,
    neutral_draw,
    order_of_the_day,
    teacher_claim,
)
from tests.rotation.lessons import some_groups

MONDAY = date(2026, 11, 23)


def ids(groups):
    return {group.group_id for group in groups}


def due(groups, places):
    return ids(groups_due(groups, places=places, ties=claim_ties(groups, day=MONDAY, seed=0)))


def met(groups, places, day=MONDAY):
    return ids(groups_met(groups, places=places, ties=claim_ties(groups, day=day, seed=0)))


def test_draws_are_the_same_for_ever():
    assert neutral_draw(0, "place", "river") == neutral_draw(0, "place", "river")
    assert neutral_draw(1, "place", "river") != neutral_draw(0, "place", "river")


def test_a_group_never_met_counts_as_overdue():
    never, just_met = some_groups((0, 0), since=(None, 0))
    assert lessons_waited(never) == 5
    assert lessons_waited(just_met) == 0


def test_a_group_must_be_met_after_four_lessons_without():
    assert due(some_groups((0, 2, 2), since=(4, 3, 0)), places=1) == {1}


def test_nobody_is_due_while_everyone_can_still_be_met_in_time():
    assert due(some_groups((2, 0, 0), since=(0, 2, 1)), places=1) == set()


def test_groups_that_would_fall_due_together_are_met_early():
    assert due(some_groups((2, 0, 0), since=(0, 3, 3)), places=1) <= {2, 3}
    assert len(due(some_groups((2, 0, 0), since=(0, 3, 3)), places=1)) == 1


def test_among_too_many_overdue_the_longest_wait_comes_first():
    assert due(some_groups((2, 0, 1), since=(5, 9, 5)), places=2) == {1, 2}


def test_need_and_waiting_make_the_claim():
    secure, nearly, not_yet = some_groups((0, 1, 2), since=(0, 0, 0))
    assert teacher_claim(secure) < teacher_claim(nearly) < teacher_claim(not_yet)
    long_nearly, fresh_not_yet = some_groups((1, 2), since=(3, 0))
    assert teacher_claim(long_nearly) < teacher_claim(fresh_not_yet)


def test_a_full_table_is_never_overfilled():
    assert len(met(some_groups((2, 2, 1, 0)), places=3)) == 3
    assert met(some_groups((0, 1)), places=5) == {1, 2}


def test_five_groups_to_a_place_are_each_met_once_a_week():
    groups = some_groups((2, 1, 0, 2, 1, 0, 2, 1, 0, 2))
    day, longest = MONDAY, 0
    for _ in range(40):
        seen = met(groups, places=2, day=day)
        groups = [after_lesson(group, was_met=group.group_id in seen) for group in groups]
        longest = max(longest, *(group.lessons_since_teacher or 0 for group in groups))
        day += timedelta(days=1)
    assert longest == 4


def test_a_forecast_says_in_how_many_lessons_a_turn_comes():
    groups = some_groups((2, 2, 0), since=(0, 0, 0))
    assert lessons_until_met(groups, met={1, 2}, places=2, day=MONDAY, seed=0) == {3: 4}
    assert lessons_until_met(groups, met={1, 3}, places=2, day=MONDAY, seed=0) == {2: 1}


def test_without_places_there_is_no_forecast():
    groups = some_groups((2, 0))
    assert lessons_until_met(groups, met=(), places=0, day=MONDAY, seed=0) == {}


def test_everyone_has_every_place_of_the_week_once():
    keys = ["a", "b", "c", "d", "e"]
    week = [
        order_of_the_day(keys, purpose="place", day=MONDAY + timedelta(days=n), seed=3)
        for n in range(5)
    ]
    for key in keys:
        assert sorted(day[key] for day in week) == [0, 1, 2, 3, 4]
