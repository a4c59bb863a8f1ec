from collections import Counter
from datetime import date, timedelta

from plplanner.rotation.engine.rows import LessonDay
from plplanner.rotation.engine.turns import with_turns
from tests.rotation.engine.made_up_lessons import lesson, rounds

MONDAY = date(2026, 11, 23)
WEEK = [MONDAY + timedelta(days=n) for n in range(5)]


def turns(dates, *, groups="abcd", count=4, seed=0):
    days = tuple(LessonDay(rounds(*[10] * count)) for _ in dates)
    problem = with_turns(lesson(groups, days=days), dates=dates, seed=seed)
    return {group.id: group.turns for group in problem.groups}


def test_every_round_has_its_group_and_everyone_moves_on_each_day():
    week = turns(WEEK)
    for day in range(5):
        assert sorted(own[day] for own in week.values()) == [0, 1, 2, 3]
    assert all((own[1] - own[0]) % 4 == 1 for own in week.values())


def test_turns_fit_the_rounds_there_are():
    assert {turn for own in turns(WEEK, groups="abcdef", count=3).values() for turn in own} == {
        0,
        1,
        2,
    }


def test_over_a_term_everybody_is_as_often_first():
    first = Counter()
    for week in range(12):
        days = [day + timedelta(weeks=week) for day in WEEK]
        first.update(one for one, own in turns(days).items() for turn in own if turn == 0)
    assert min(first.values()) >= 12


def test_another_order_of_groups_changes_nothing():
    assert turns(WEEK) == turns(WEEK, groups="dcba")
    assert turns(WEEK) != turns(WEEK, seed=5)
