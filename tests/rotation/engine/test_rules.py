from dataclasses import replace
from random import Random

import pytest

from plplanner.grouping.engine.work import Work, seconds
from plplanner.rotation.engine.check import judged
from plplanner.rotation.engine.found import cells_of
from plplanner.rotation.engine.layout import layout_of
from plplanner.rotation.engine.program import solved
from plplanner.rotation.engine.rows import Adult, Cell, Hours, LessonDay, Order
from plplanner.rotation.engine.rules import Scope, attended_by, ruled
from tests.rotation.engine.made_up_lessons import group, lesson, rounds, station
from tests.rotation.engine.real_lessons import a_lesson, every_plan


def some_plan(problem):
    """A plan that keeps the rows of the programme, or None."""
    layout = layout_of(problem)
    made = ruled(layout, layout.open)
    values = solved(made.program, Work(seconds(2))).values
    if values is None:
        return None
    return cells_of(layout, tuple(at for at, variable in made.x.items() if values[variable]))


def is_possible(*stations, **more):
    return some_plan(lesson(stations=("teacher", *stations), **more)) is not None


def test_three_groups_need_room_in_every_round():
    assert is_possible("digital", "quiet")
    assert not is_possible("digital")
    assert is_possible(station("digital", groups_at_once=2, most_per_day=2))
    crowded = station("digital", groups_at_once=2, most_per_day=2, seats=7)
    assert not is_possible(crowded)


def test_devices_and_adults_limit_the_round_not_the_station():
    two = [station(one, uses_devices=True) for one in ("digital", "video")]
    few = (LessonDay(rounds(15, 15, 15), devices=7),)
    assert is_possible(*two)
    assert not is_possible(*two, days=few)
    led = [station(one, adults=("p",)) for one in ("small", "reading")]
    assert not is_possible(*led, adults=(Adult("p", "Ms. P"),))
    either = [led[0], replace(led[1], adults=("p", "v"))]
    assert is_possible(*either, adults=(Adult("p", "Ms. P"), Adult("v", "Mr. V")))
    short = Adult("v", "Mr. V", (Hours(0, 540, 570),))
    assert not is_possible(*either, adults=(Adult("p", "Ms. P"), short))


def test_what_comes_first_comes_earlier_even_when_it_comes_twice():
    open_ended = [station(one, groups_at_once=3, most_per_day=3) for one in ("video", "quiet")]
    then = station("talk", least=1, most_per_day=2, groups_at_once=3)
    order = (Order("video", "talk"),)
    plan = some_plan(lesson(stations=(*open_ended, then), orders=order))
    assert all(days[0].index("video") < days[0].index("talk") for days in plan.values())
    only = lesson(stations=(then,), orders=order)
    assert some_plan(only) is None


def test_a_pull_list_calls_students_only_from_where_they_may_leave():
    called = replace(group("x", rotates=False), students=("a0",), least_meetings=1)
    groups = (group("a"), called)
    kept = station("quiz", keeps_students=True, most_per_day=3)
    table = station("teacher", groups_at_once=2)
    free = station("quiet", most_per_day=3)
    assert some_plan(lesson(groups=groups, stations=(table, free))) is not None
    assert some_plan(lesson(groups=groups, stations=(table, kept))) is None


def test_a_fixed_meeting_is_kept_even_by_a_pull_list():
    called = group("x", rotates=False)
    plan = some_plan(lesson(groups=(called,), fixed=(Cell("x", 0, 1, "teacher"),)))
    assert plan == {"x": ((None, "teacher", None),)}


def test_a_smaller_scope_leaves_out_what_others_see_to():
    problem = lesson(groups=(group("a", least_meetings=1),))
    layout = layout_of(problem)
    rows = [len(ruled(layout, layout.open, scope).program.low) for scope in Scope]
    assert rows[0] > rows[1] > rows[2]


def test_attended_meetings_leave_out_the_rounds_a_student_misses():
    layout = layout_of(a_lesson(pull_outs=True))
    made = ruled(layout, layout.open)
    assert len(attended_by(made, 0, "a0")) == len(attended_by(made, 0, "a1")) - 1
    assert attended_by(made, 0, "a1", day=1) == []
    assert attended_by(made, 0, "a1", day=0) == attended_by(made, 0, "a1")


def agree_on_what_is_possible(problem):
    """The rows and the checker, written apart, find the same plans possible."""
    plan = some_plan(problem)
    can_be = any(not judged(problem, cells).broken for cells in every_plan(problem))
    assert (plan is not None) == can_be
    assert plan is None or judged(problem, plan).broken == ()


def test_rules_and_checker_agree_on_what_is_possible():
    for seed in range(3):
        agree_on_what_is_possible(a_lesson(Random(seed)))


@pytest.mark.long
def test_rules_and_checker_agree_on_many_lessons():
    for seed in range(3, 60):
        agree_on_what_is_possible(a_lesson(Random(seed)))
    for seed in range(3):
        agree_on_what_is_possible(a_lesson(Random(seed), is_large=True))
