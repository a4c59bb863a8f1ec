from dataclasses import replace

import pytest

from plplanner.grouping.engine.work import Work, seconds
from plplanner.rotation.engine.impossible import why_impossible
from plplanner.rotation.engine.rows import Cell, LessonDay, PullOut
from tests.rotation.engine.made_up_lessons import group, lesson, rounds, station

ROOMY = station("quiet", most_per_day=9, groups_at_once=9)


def told(**more):
    problem = lesson(**{"groups": (group("a"),), "stations": ("teacher", ROOMY), **more})
    return why_impossible(problem, Work(seconds(9)))


def test_the_fewest_rules_that_conflict_are_named():
    why = told(
        groups=(group("a", least_meetings=1), group("b", 9)),
        fixed=tuple(Cell("a", 0, index, "quiet") for index in range(3)),
    )
    assert why.is_fewest
    assert why.rules[-1] == "a meets the teacher once"
    assert "Let go of “a at quiet in round 1”." in why.ways_out


def test_the_least_change_that_mends_it_is_offered():
    large = group("a", 9, least_meetings=1)
    why = told(groups=(large,), stations=(station("teacher", seats=6), ROOMY))
    assert why.rules == ("a meets the teacher once", "teacher seats 6")
    assert why.ways_out == ("Let a do without the teacher.", "Give teacher 9 seats.")


def test_rounds_that_are_too_short_are_named_with_what_to_do():
    short = station("game", shortest=20, least=1)
    why = told(stations=("teacher", ROOMY, short))
    assert why.rules == ("game needs rounds of 20 minutes", "everyone comes to game once")
    assert why.ways_out[0] == (
        "Use fewer rounds, spread it over two days, or plan a shorter task at game."
    )


def test_a_student_who_is_always_out_at_the_table_is_named_by_her_group():
    outs = tuple(PullOut("a0", 0, start, start + 1) for start in (545, 560, 575))
    why = told(groups=(group("a", each_student_seen=1),), pull_outs=outs)
    assert why.rules == ("every student of a meets the teacher once",)


@pytest.mark.long
def test_devices_are_found_on_the_day_they_lack():
    tablets = station("tablets", uses_devices=True, least=1)
    lacking = LessonDay(rounds(15), devices=0, name="Tuesday")
    days = (LessonDay(rounds(15), devices=2), lacking)
    why = told(stations=("teacher", ROOMY, tablets), days=days)
    assert set(why.rules) == {
        "everyone comes to tablets once",
        "2 devices on day 1",
        "0 devices on Tuesday",
    }
    assert "Find 2 more devices on day 1." in why.ways_out


@pytest.mark.long
def test_meeting_twice_is_offered_where_nothing_else_is_open():
    why = told(stations=(station("teacher", most_per_day=3),), days=(LessonDay(rounds(9, 9)),))
    assert why.rules == ("nobody meets the teacher more than once on a day",)
    assert why.ways_out == ("Let groups meet the teacher twice on a day.",)


def test_without_a_place_to_be_that_is_said():
    why = told(stations=())
    assert why.rules == ("there is no station where the groups could be",)
    assert why.ways_out == ("Add a station without a teacher.",)


def test_a_stop_leaves_the_reason_open():
    problem = lesson(stations=("teacher",))
    why = why_impossible(problem, Work(seconds(9), lambda: True))
    assert (why.rules, why.is_fewest) == ((), False)


def test_a_lesson_that_can_be_planned_has_no_reason():
    with pytest.raises(RuntimeError, match="disagree"):
        why_impossible(replace(lesson()), Work(seconds(9)))
