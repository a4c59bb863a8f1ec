from dataclasses import replace
from datetime import time

from plplanner.rotation.rows import RoundRow, Visit
from plplanner.rotation.worth_a_look import things_worth_a_look
from plplanner.terms import StationKind
from tests.rotation.lessons import a_lesson, some_groups, some_stations

ROUNDS = (RoundRow(1, time(9, 10), 20),)
VISITS = (Visit(1, 1, 1), Visit(2, 1, 2))


def found(lesson, rounds=ROUNDS, visits=VISITS):
    return {clash.kind: clash for clash in things_worth_a_look(lesson, rounds, visits)}


def test_an_ordinary_plan_needs_no_look():
    assert found(a_lesson((1, 1))) == {}


def test_short_rounds_are_told_apart_from_very_short_ones():
    eleven, nine = (RoundRow(1, time(9, 10), 11),), (RoundRow(1, time(9, 10), 9),)
    assert list(found(a_lesson((1, 1)), eleven)) == ["short_round"]
    assert list(found(a_lesson((1, 1)), nine)) == ["very_short_round"]


def test_seven_at_the_teacher_table_are_many():
    clash = found(a_lesson(groups=some_groups((1, 1), size=7), stations=some_stations(2)))
    assert list(clash) == ["large_group_at_teacher_table"]
    assert clash["large_group_at_teacher_table"].text.startswith("River brings 7 students")


def test_an_empty_group_at_the_teacher_table_is_noticed():
    lesson = a_lesson(groups=some_groups((1, 1), size=0), stations=some_stations(2))
    assert list(found(lesson)) == ["nobody_at_teacher_table"]


def test_one_student_cannot_work_together():
    lesson = a_lesson(groups=some_groups((1, 1), size=1), stations=some_stations(2))
    assert found(lesson)["alone_at_shared_station"].text == (
        "Comet has 1 student today, at Station 02 in round 1."
    )


def test_a_station_in_use_says_what_to_do_when_done():
    stations = tuple(replace(station, when_done=" ") for station in some_stations(3))
    clashes = list(things_worth_a_look(a_lesson((1, 1), stations), ROUNDS, VISITS))
    assert [clash.text for clash in clashes] == [
        "Station 02 does not say what to do when done.",
        "Station 01 does not say what to do when done.",
    ]


def test_four_lessons_without_the_teacher_are_too_many():
    groups = some_groups((1, 1), since=(4, 4))
    clash = found(a_lesson(groups=groups, stations=some_stations(2)))["long_without_teacher"]
    assert clash.text.startswith("Comet has not met the teacher for 4 lessons")


def test_everything_worth_a_look_is_soft_and_has_a_next_step():
    stations = tuple(replace(row, when_done="") for row in some_stations(2, seats=[1, None]))
    lesson = a_lesson((1, 1), stations)
    clashes = found(lesson, (RoundRow(1, time(9, 10), 5),)).values()
    assert len(clashes) >= 3
    assert all(not clash.hard and clash.next_step.endswith(".") for clash in clashes)


def test_very_short_rounds_ask_what_to_do_instead():
    four = tuple(RoundRow(n, time(9, 10 * n), 9) for n in range(1, 5))
    clash = found(a_lesson((1, 1)), four)["very_short_round"]
    assert clash.text == (
        "Rounds of 9 minutes are too short for most tasks. "
        "4 rounds leave 9 minutes each: 3 rounds, two days, or must-see?"
    )


def test_setting_up_that_leaves_no_useful_round_is_told():
    stations = (some_stations(2)[0], replace(some_stations(4)[3], station_id=2))
    assert stations[1].kind is StationKind.DIGITAL
    rounds = (RoundRow(1, time(9, 10), 13),)
    visits = [Visit(1, 1, 1), Visit(2, 1, 2)]

    def said(set_up, visits=visits):
        lesson = a_lesson((1, 1), stations, set_up=set_up)
        kind = "little_left_after_set_up"
        clashes = things_worth_a_look(lesson, rounds, visits)
        return [clash.text for clash in clashes if clash.kind == kind]

    assert said(4) == ["Station 04: 4 of 13 minutes go to setting up, and 9 are left to work."]
    assert said(3) == said(0) == []
    assert said(9, [Visit(1, 1, 1)]) == []
