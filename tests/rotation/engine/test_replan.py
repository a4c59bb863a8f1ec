from dataclasses import replace

import pytest

from plplanner.grouping.engine.rows import Status
from plplanner.rotation.engine.check import judged
from plplanner.rotation.engine.plan_lesson import plan_lesson
from plplanner.rotation.engine.replan import moved_cells, replan
from plplanner.rotation.engine.rows import Adult, Hours, ImpossibleLesson, LessonWishes
from tests.rotation.engine.made_up_lessons import group, lesson, station
from tests.rotation.engine.small_lessons import a_small_lesson

STATIONS = (
    station("teacher", adults=("t",)),
    station("digital", internet=True),
    station("quiet", groups_at_once=2),
)


def a_lesson(**more):
    return lesson(stations=STATIONS, adults=(Adult("t", "Ms. R"),), wishes=LessonWishes(), **more)


BEFORE = {
    "a": (("teacher", "digital", "quiet"),),
    "b": (("digital", "quiet", "teacher"),),
    "c": (("quiet", "teacher", "digital"),),
}


def changed(**day):
    problem = a_lesson()
    return replace(problem, days=(replace(problem.days[0], **day),))


def test_an_absence_that_breaks_nothing_moves_nobody():
    answer = replan(changed(away=("a0",)), BEFORE)
    assert answer.cells == BEFORE
    assert answer.status is Status.OPTIMAL
    assert moved_cells(BEFORE, answer.cells) == ()


def test_only_what_must_move_moves():
    problem = replace(
        a_lesson(),
        stations=(*STATIONS, station("paper")),
        adults=(Adult("t", "Ms. R", (Hours(0, 540, 570),)),),
    )
    answer = replan(problem, BEFORE)
    assert moved_cells(BEFORE, answer.cells) == (("b", 0, 2),)
    assert judged(problem, answer.cells).broken == ()


def test_what_has_happened_stays_even_when_it_was_not_the_best():
    problem = replace(
        changed(internet=False),
        stations=(*STATIONS[:2], station("quiet", groups_at_once=2), station("paper")),
    )
    answer = replan(problem, BEFORE, now=(0, 0))
    assert {cell[1:] for cell in moved_cells(BEFORE, answer.cells)} == {(0, 0), (0, 1), (0, 2)}
    late = replan(replace(problem, stations=_online_first(problem)), BEFORE, now=(0, 1))
    assert all(index > 0 for _, _, index in moved_cells(BEFORE, late.cells))


def _online_first(problem):
    """The net fails after the first round: digital is closed from then on."""
    return tuple(
        replace(one, internet=False, closed=((0, 1), (0, 2))) if one.id == "digital" else one
        for one in problem.stations
    )


@pytest.mark.long
def test_a_change_that_cannot_be_met_is_named():
    problem = replace(a_lesson(), stations=STATIONS[:2])
    assert isinstance(replan(problem, BEFORE), ImpossibleLesson)


def test_a_group_that_came_new_is_planned_around_the_others():
    problem = replace(a_lesson(), groups=(*a_lesson().groups, group("d")))
    stations = (*STATIONS, station("paper", groups_at_once=2, most_per_day=3))
    answer = replan(replace(problem, stations=stations), BEFORE)
    assert {cell[0] for cell in moved_cells(BEFORE, answer.cells)} == {"d"}


def test_the_best_plan_stays_when_nothing_changed():
    best = plan_lesson(a_lesson())
    assert replan(a_lesson(), best.cells).cells == best.cells


def test_lessons_in_sketch_are_planned_anew_and_today_stays():
    problem = a_small_lesson(4, groups=5, rounds=3, days=5)
    evening = plan_lesson(problem)
    morning = replace(problem, days=(replace(problem.days[0], away=("g1s1",)), *problem.days[1:]))
    answer = replan(morning, evening.cells)
    assert answer.status is Status.OPTIMAL
    assert all(day > 0 for _, day, _ in moved_cells(evening.cells, answer.cells))
    assert judged(morning, answer.cells).broken == ()
