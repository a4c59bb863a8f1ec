from dataclasses import replace
from datetime import time

from plplanner.rotation.rows import PlanGroupRow, PlanRow, RoundRow, VisitRow
from plplanner.rotation.week_minutes import (
    DayOfWeek,
    StudentWeek,
    TaskFacts,
    balance_words,
    student_weeks,
)
from plplanner.terms import PlanState, StationKind, group_identity
from tests.builders import MONDAY

LED, DIGITAL = StationKind.TEACHER_LED, StationKind.DIGITAL
FACTS = {"Lab": TaskFacts(True, "remember"), "Think": TaskFacts(False, "Apply")}


def a_day(**more):
    visits = (
        VisitRow(1, "Teacher table", LED, "", "Think"),
        VisitRow(2, "Digital", DIGITAL, "", "Lab"),
    )
    lines = (
        PlanGroupRow(10, group_identity("river"), (1, 2), visits),
        PlanGroupRow(11, group_identity("kite"), (3,), (None, visits[1])),
    )
    rounds = tuple(RoundRow(number, time(9, 10), 13) for number in (1, 2))
    plan = PlanRow(1, 1, "Math", "", MONDAY, PlanState.READY, time(9), 60, rounds, lines, "")
    return DayOfWeek(plan, {1: 13, 2: 9}, **more)


def test_minutes_are_those_held_with_the_teacher_on_a_device_and_on_harder_thinking():
    weeks = student_weeks([a_day(), None], FACTS)
    assert weeks[1] == StudentWeek(1, (13, None), device=9, higher=13, known=22, planned=22)
    assert weeks[3] == StudentWeek(3, (0, None), device=9, higher=0, known=9, planned=9)


def test_who_was_away_has_nothing_of_that_day_and_what_came_to_nothing_does_not_count():
    days = [a_day(away=frozenset({1})), a_day(not_done=frozenset({(10, 1)}))]
    assert student_weeks(days, FACTS)[1].with_teacher == (None, 0)
    assert student_weeks(days, FACTS)[2].met == 13


def test_minutes_out_of_the_room_are_not_counted():
    week = student_weeks([a_day(out={(1, 1): 5, (2, 1): 20, (1, 2): 1})], FACTS)
    assert (week[1].met, week[1].device, week[1].planned) == (8, 8, 16)
    assert week[2].met == 0


def test_a_round_that_was_not_held_has_no_minutes():
    day = replace(a_day(), minutes={2: 13})
    assert student_weeks([day], FACTS)[1].met == 0


def test_a_task_nobody_knows_is_on_a_device_where_the_station_is():
    week = student_weeks([a_day()], {})[1]
    assert (week.device, week.known) == (9, 0)


def test_the_week_in_words_names_who_has_not_met_the_teacher():
    weeks = list(student_weeks([a_day()], FACTS).values())
    names = {1: "Ana", 2: "Bo", 3: "Cy"}
    assert balance_words(weeks, names) == (
        "With you: 0 to 13 minutes. Half of the class had 13 or more. Not yet with you: Cy. "
        "On a device: 51 %. "
        "To apply or more: 49 % of what has a Bloom tag."
    )
    assert balance_words([], names) == "No plan kept in this week yet."
    assert "Everyone meets you." in balance_words(weeks[:2], names)


def test_a_round_that_was_over_before_she_came_gives_her_nothing():
    week = student_weeks([a_day(missed=frozenset({(1, 1)}))], FACTS)
    assert (week[1].met, week[1].device, week[2].met) == (0, 9, 13)
