import sys
from dataclasses import replace

import pytest

from benchmarks.rotation_rows import a_class
from plplanner.problems import Problem
from plplanner.rotation import exact_plan
from plplanner.rotation.clashes import find_clashes
from plplanner.rotation.engine.plan_lesson import plan_lesson
from plplanner.rotation.engine.rows import ImpossibleLesson
from plplanner.rotation.exact_plan import groups_met, planned_lesson, without_what_cannot_be
from plplanner.rotation.lesson_problem import lesson_to_plan
from plplanner.rotation.rounds import clock_rounds
from plplanner.rotation.rows import DeviceCount
from tests.rotation.lessons import TEACHER, a_lesson, some_stations


def planned(lesson):
    return planned_lesson(lesson, clock_rounds(lesson))


def met_in(plan):
    return {visit.group_id for visit in plan.visits if visit.station_id == TEACHER}


def test_the_usual_lesson_is_proven():
    plan = planned(a_lesson())
    assert plan.is_proven
    assert len(plan.visits) == 4 * 3


def test_the_usual_draft_asks_neither_highs_nor_numpy(monkeypatch):
    """The window opens with a draft: what takes long to load must not be needed for it."""
    for heavy in ("search", "meetings", "bound", "impossible"):
        monkeypatch.setitem(sys.modules, f"plplanner.rotation.engine.{heavy}", None)
    for needs in ((2, 1, 1, 0), (2, 1, 0, 0, 1, 2, 0, 1)):
        assert planned(a_lesson(needs)).is_proven


@pytest.mark.long
def test_who_is_met_is_known_before_the_rest():
    for lesson in (a_lesson((2, 1, 0, 0, 1)), a_lesson((0, 1, 2), rounds=5, minutes=90)):
        assert groups_met(lesson, clock_rounds(lesson)) == met_in(planned(lesson))


def test_seats_may_bring_a_group_to_the_teacher_more_than_once():
    """Two large groups have the table and one station; with three rounds one comes twice."""
    lesson = a_lesson((2, 0, 0), some_stations(4, seats=[8, 8, 4, 4]), rounds=3, minutes=60)
    large = tuple(replace(group, size=8) for group in lesson.groups[:2])
    plan = planned(replace(lesson, groups=(*large, replace(lesson.groups[2], size=4))))
    at_table = [visit.group_id for visit in plan.visits if visit.station_id == TEACHER]
    assert sorted(at_table) == [1, 1, 2]


def test_what_cannot_be_kept_is_told_with_ways_out(monkeypatch):
    answer = ImpossibleLesson(("the table seats 4",), ("Give it 6 seats.",), is_fewest=True)
    monkeypatch.setattr(exact_plan, "plan_lesson", lambda *problem, **asked: answer)
    with pytest.raises(Problem, match=r"cannot all be kept: the table seats 4\. Give it 6 seats"):
        planned(a_lesson())


def test_a_plan_that_is_not_found_at_once_is_looked_for_longer():
    lesson = a_class(23, groups=8)
    rounds = clock_rounds(lesson)
    soon = lesson_to_plan(lesson, rounds).problem
    assert plan_lesson(soon, work=exact_plan._WORK, in_a_hurry=True).cells is None
    made = planned_lesson(lesson, rounds)
    assert len(made.visits) == 8 * len(rounds)
    assert not [one for one in find_clashes(lesson, rounds, made.visits) if one.hard]


def in_line(stations, **after):
    """Stations of which some, by place, come after another."""
    return tuple(
        replace(one, after=after.get(f"at{place}", "")) for place, one in enumerate(stations)
    )


def test_an_order_or_devices_that_no_plan_could_keep_are_not_searched_for():
    five = in_line(some_stations(5), at3="Station 01")
    roomy = a_lesson(stations=five, devices=DeviceCount(6))
    assert without_what_cannot_be(roomy) == roomy
    four = in_line(some_stations(4), at3="Station 01")
    assert without_what_cannot_be(a_lesson(stations=four)).stations == some_stations(4)
    few = a_lesson(devices=DeviceCount(2, 2))
    assert without_what_cannot_be(few).devices == DeviceCount()
    pairs = a_lesson(devices=DeviceCount(3, 2))
    assert without_what_cannot_be(pairs) == pairs
