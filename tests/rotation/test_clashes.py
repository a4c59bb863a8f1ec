from dataclasses import replace
from datetime import time

import pytest

from plplanner.rotation.clashes import find_clashes
from plplanner.rotation.rows import RoundRow, StudentToSee, Visit
from tests.rotation.lessons import a_lesson, some_stations, with_pull_out

ROUNDS = (RoundRow(1, time(9, 10), 20), RoundRow(2, time(9, 32), 20))
LESSON = a_lesson((2, 0))
CLEAN = (Visit(1, 1, 1), Visit(1, 2, 2), Visit(2, 1, 2), Visit(2, 2, 1))


def kinds(clashes, *, hard):
    return [clash.kind for clash in clashes if clash.hard is hard]


def with_visit(index, visit):
    return (*CLEAN[:index], visit, *CLEAN[index + 1 :])


def test_a_plan_without_fault_has_no_clash():
    assert find_clashes(LESSON, ROUNDS, CLEAN) == ()


@pytest.mark.parametrize(
    ("visits", "kind", "words"),
    [
        (CLEAN[1:], "group_without_station", "River has no station in round 1."),
        (
            (*CLEAN, Visit(1, 1, 2)),
            "group_in_two_places",
            "River is at Station 01 and at Station 02 in round 1.",
        ),
        (
            with_visit(2, Visit(2, 1, 1)),
            "two_groups_at_station",
            "Comet and River are both at Station 01 in round 1.",
        ),
        ((*CLEAN, Visit(77, 1, 1)), "unknown_group", "names a group (number 77)"),
        (with_visit(0, Visit(1, 1, 88)), "unknown_station", "names a station (number 88)"),
        (with_visit(0, Visit(1, 9, 1)), "unknown_round", "names a round (number 9)"),
    ],
)
def test_what_cannot_be_run_is_a_hard_clash(visits, kind, words):
    found = [clash for clash in find_clashes(LESSON, ROUNDS, visits) if clash.kind == kind]
    assert len(found) == 1
    assert found[0].hard
    assert words in found[0].text
    assert found[0].next_step


@pytest.mark.parametrize(
    ("second", "kind"),
    [
        (RoundRow(2, time(9, 25), 20), "rounds_overlap"),
        (RoundRow(2, time(9, 50), 20), "round_outside_lesson"),
        (RoundRow(2, time(8, 30), 20), "round_outside_lesson"),
        (RoundRow(2, time(9, 32), 0), "round_without_minutes"),
    ],
)
def test_rounds_that_the_clock_forbids_are_hard(second, kind):
    assert kinds(find_clashes(LESSON, (ROUNDS[0], second), CLEAN), hard=True) == [kind]


def test_a_round_listed_twice_is_hard():
    found = find_clashes(LESSON, (*ROUNDS, ROUNDS[1]), CLEAN)
    assert "round_twice" in kinds(found, hard=True)


def test_too_few_seats_are_hard():
    lesson = replace(LESSON, stations=some_stations(2, seats=[6, 5]))
    found = find_clashes(lesson, ROUNDS, CLEAN)
    assert kinds(found, hard=True) == ["too_few_seats", "too_few_seats"]
    assert found[0].text == "Station 02 has 5 seats, and Comet has 6 students in round 1."


def test_a_pull_out_at_the_teacher_table_names_the_student():
    lesson = with_pull_out(LESSON, 1, time(9, 5), time(9, 25))
    (clash,) = find_clashes(lesson, ROUNDS, CLEAN)
    assert clash.text == (
        "Maya is out 9:05–9:25, when River is at Station 01 (round 1, 9:10–9:30)."
    )
    assert not clash.hard


def test_a_pull_out_that_ends_as_the_round_begins_is_no_clash():
    lesson = with_pull_out(LESSON, 1, time(9, 0), time(9, 10))
    assert find_clashes(lesson, ROUNDS, CLEAN) == ()


def test_who_is_absent_is_not_missed_at_the_teacher_table_for_a_pull_out():
    lesson = with_pull_out(LESSON, 1, time(9, 5), time(9, 25))
    maya = StudentToSee("Maya", 0, is_away=True)
    groups = (replace(lesson.groups[0], students=(maya,)), lesson.groups[1])
    assert find_clashes(replace(lesson, groups=groups), ROUNDS, CLEAN) == ()


def test_a_group_of_which_nobody_is_here_comes_to_no_station_twice():
    lesson = replace(LESSON, groups=(LESSON.groups[0], replace(LESSON.groups[1], size=0)))
    found = find_clashes(lesson, ROUNDS, (*CLEAN[:2], Visit(2, 1, 2), Visit(2, 2, 2)))
    assert "same_station_twice" not in kinds(found, hard=False)


def test_a_pull_out_elsewhere_is_no_clash():
    assert find_clashes(with_pull_out(LESSON, 1, time(9, 32), time(9, 50)), ROUNDS, CLEAN) == ()


def test_the_same_station_twice_is_for_the_teacher_to_judge():
    visits = (Visit(1, 1, 1), Visit(1, 2, 1), Visit(2, 1, 2), Visit(2, 2, 2))
    found = find_clashes(LESSON, ROUNDS, visits)
    assert kinds(found, hard=False) == ["same_station_twice", "same_station_twice"]
    assert found[1].text == "River is at Station 01 in rounds 1 and 2."


def test_a_move_cut_short_is_for_the_teacher_to_judge():
    rounds = (ROUNDS[0], RoundRow(2, time(9, 31), 20))
    assert kinds(find_clashes(LESSON, rounds, CLEAN), hard=False) == ["move_too_short"]


def test_the_order_of_the_plan_does_not_change_what_is_found():
    visits = (Visit(1, 1, 1), Visit(1, 2, 1), Visit(2, 1, 1))
    turned = replace(LESSON, groups=LESSON.groups[::-1], stations=LESSON.stations[::-1])
    assert find_clashes(turned, ROUNDS, visits[::-1]) == find_clashes(LESSON, ROUNDS, visits)
