from dataclasses import replace
from datetime import time

import pytest

from plplanner.rotation.clashes import find_clashes
from plplanner.rotation.device_checks import (
    devices_too_few,
    most_devices_at_once,
    would_do_shared,
)
from plplanner.rotation.rows import TOO_FEW_DEVICES, DeviceCount, RoundRow, StationToVisit, Visit
from plplanner.terms import GROUP_IDENTITIES, StationKind
from tests.rotation.lessons import a_lesson, some_groups, with_pull_out
from tests.rotation.own_ways_lessons import DIGITAL, a_student, own_lesson

WORDS = [one.word for one in GROUP_IDENTITIES]
SCREENS = StationToVisit(8, "Screens", StationKind.DIGITAL, "", None, "Read.")
LAB = StationToVisit(9, "Lab", StationKind.DIGITAL, "", None, "Read.")
ROUNDS = tuple(RoundRow(number, time(9, 15 * (number - 1)), 12) for number in (1, 2, 3))
BOTH = [Visit(1, 2, 8), Visit(2, 2, 9)]


def lesson(working, each=1, sizes=(6, 4, 5)):
    groups = some_groups([1] * len(sizes))
    return a_lesson(
        groups=tuple(replace(one, size=size) for one, size in zip(groups, sizes, strict=True)),
        stations=(*a_lesson().stations[:2], SCREENS, LAB),
        devices=DeviceCount(working, each),
    )


def said(problem, visits):
    return [one.text for one in devices_too_few(problem, ROUNDS, visits)]


@pytest.mark.parametrize(
    ("working", "each", "words"),
    [
        (5, 1, f"5 devices work; {WORDS[0]} needs 6 in round 2."),
        (1, 1, f"1 device works; {WORDS[0]} needs 6 in round 2."),
        (0, 1, f"No device works; {WORDS[0]} needs 6 in round 2."),
        (2, 2, f"2 devices work, two share one; {WORDS[0]} needs 3 in round 2."),
    ],
)
def test_more_devices_than_work_are_told_with_who_needs_them(working, each, words):
    assert said(lesson(working, each), [Visit(1, 2, 8)]) == [words]


def test_devices_are_counted_over_all_digital_stations_of_a_round():
    assert said(lesson(10), BOTH) == []
    assert said(lesson(9), BOTH) == [
        f"9 devices work; {WORDS[0]} and {WORDS[1]} need 10 in round 2."
    ]
    assert said(lesson(6), [Visit(1, 2, 8), Visit(2, 3, 9), Visit(3, 2, 2)]) == []
    assert most_devices_at_once(lesson(9), ROUNDS, BOTH) == 10


def test_every_round_is_in_one_remark_and_those_away_take_none():
    visits = [Visit(2, 3, 8), Visit(1, 1, 8)]
    assert said(lesson(3), visits) == [
        f"3 devices work; {WORDS[0]} needs 6 in round 1, {WORDS[1]} needs 4 in round 3."
    ]
    assert said(lesson(3, sizes=(0, 3, 5)), visits) == []


def test_who_is_out_for_the_whole_round_takes_none():
    out = with_pull_out(lesson(5), 1, time(9, 15), time(9, 27))
    assert said(out, [Visit(1, 2, 8)]) == []
    back = with_pull_out(lesson(5), 1, time(9, 15), time(9, 26))
    assert said(back, [Visit(1, 2, 8)]) == [f"5 devices work; {WORDS[0]} needs 6 in round 2."]


def test_who_shares_takes_half_rounded_up_at_each_station():
    visits = [Visit(1, 1, 8), Visit(3, 1, 9)]
    assert most_devices_at_once(lesson(6, 2), ROUNDS, visits) == 3 + 3
    assert would_do_shared(lesson(6), ROUNDS, visits)
    assert not would_do_shared(lesson(5), ROUNDS, visits)
    assert not would_do_shared(lesson(6, 2), ROUNDS, visits)


@pytest.mark.parametrize(
    ("working", "leaving"), [(9, {2}), (7, {2}), (5, {1}), (4, {1}), (3, {1, 2})]
)
def test_the_fewest_leave_the_devices_to_the_others(working, leaving):
    (clash,) = devices_too_few(lesson(working), ROUNDS, BOTH)
    assert clash.cells == tuple((one, 2) for one in sorted(clash_ids(clash)))
    assert clash_ids(clash) == leaving


def clash_ids(clash):
    return {group_id for group_id, _ in clash.cells}


def test_students_who_go_their_own_way_are_counted_and_as_many_as_lack_one_leave():
    students = [a_student(number) for number in range(1, 9)]
    problem = own_lesson(students, devices=DeviceCount(6))
    (clash,) = devices_too_few(problem, ROUNDS, [Visit(-n, 1, DIGITAL) for n in range(1, 9)])
    assert clash.text == "6 devices work; 8 students in round 1 need 8."
    assert len(clash.cells) == 2


def test_without_a_number_nothing_is_counted_and_the_checker_asks():
    assert said(lesson(None), BOTH) == []
    rounds = (RoundRow(2, a_lesson().starts_at, 12),)
    kinds = {one.kind for one in find_clashes(lesson(3), rounds, BOTH)}
    assert TOO_FEW_DEVICES in kinds
