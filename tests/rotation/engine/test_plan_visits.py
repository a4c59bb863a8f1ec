from dataclasses import replace

from plplanner.rotation.engine.plan_visits import judged_plan
from plplanner.rotation.engine.rows import LessonDay, PullOut
from tests.rotation.engine.made_up_lessons import group, lesson, rounds

CELLS = {"a": (("teacher", "quiet", None),)}


def test_a_visit_knows_the_clock_and_who_is_there():
    problem = lesson(groups=(group("a"),), pull_outs=(PullOut("a0", 0, 530, 555),))
    problem = replace(problem, days=(replace(problem.days[0], away=("a1",)),))
    first, second = judged_plan(problem, CELLS).visits
    assert (first.start, first.end, first.seated, first.stepping_out) == (540, 555, 2, 1)
    assert first.missing == {"a0", "a1"}
    assert (second.seated, second.stepping_out) == (3, 0)


def test_a_plan_that_says_too_little_reads_as_empty_cells():
    plan = judged_plan(lesson(groups=(group("a"), group("b"))), CELLS)
    assert plan.station_at("b", 0, 0) is None
    assert plan.station_at("a", 3, 0) is None
    assert [cell[3] for cell in plan.every_cell()] == ["teacher", "quiet", *[None] * 4]


def test_visits_are_found_by_group_and_by_round():
    problem = lesson(groups=(group("a"), group("b")))
    plan = judged_plan(problem, {**CELLS, "b": (("quiet", None, "teacher"),)})
    assert [visit.round for visit in plan.meetings(problem.groups[1])] == [2]
    sizes = {slot: len(visits) for slot, visits in plan.by_round()}
    assert sizes == {(0, 0): 2, (0, 1): 1, (0, 2): 1}


def test_the_day_is_named_only_where_there_are_several():
    one = judged_plan(lesson(), {})
    two = judged_plan(lesson(days=(LessonDay(rounds(9), name="Monday"), LessonDay(rounds(9)))), {})
    assert (one.when(0, 1), one.on_day(0)) == ("in round 2", "")
    assert (two.when(0, 0), two.on_day(1)) == ("in round 1 on Monday", " on day 2")
    assert two.has_round(1, 0)
    assert not two.has_round(2, 0)
    assert not two.has_round(1, 1)
