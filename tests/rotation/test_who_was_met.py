from dataclasses import replace
from datetime import date, time

from plplanner.rotation.who_was_met import (
    ClassHistory,
    GroupMeeting,
    came_too_late,
    lessons_since_met,
)

MONDAY, TUESDAY, WEDNESDAY = (date(2026, 11, 23 + n) for n in range(3))
HISTORY = ClassHistory(
    days=(WEDNESDAY, TUESDAY, MONDAY),
    meetings=(
        GroupMeeting(1, MONDAY, 7, time(9, 10), 13),
        GroupMeeting(2, TUESDAY, 7, time(9, 25), 13),
        GroupMeeting(3, WEDNESDAY, 8, time(9, 10), 13),
    ),
    members={7: (1, 2), 8: (3,)},
)


def test_the_last_meeting_of_the_group_counts():
    assert lessons_since_met(HISTORY) == {1: 1, 2: 1, 3: 0}


def test_who_was_absent_waits_on():
    away = replace(HISTORY, absent=frozenset({(1, TUESDAY), (3, WEDNESDAY)}))
    assert lessons_since_met(away) == {1: 2, 2: 1}


def test_who_was_out_of_the_room_for_some_of_the_round_waits_on():
    outs = {1: ((1, time(9, 30), time(9, 50)),), 2: ((1, time(9, 38), time(9, 50)),)}
    assert lessons_since_met(replace(HISTORY, outs=outs)) == {1: 2, 2: 1, 3: 0}


def test_a_guest_is_met_with_the_group_she_works_with():
    guests = {(2, 1): 8, (3, 2): 8}
    assert lessons_since_met(replace(HISTORY, guests=guests)) == {1: 2, 2: 0, 3: 0}


def test_who_came_when_more_than_half_of_the_round_was_over_waits_on():
    came = {(1, TUESDAY): time(9, 32), (2, TUESDAY): time(9, 27), (3, WEDNESDAY): time(9, 40)}
    assert lessons_since_met(replace(HISTORY, came=came)) == {1: 2, 2: 1}


def test_when_nobody_knows_since_when_she_was_there():
    assert not came_too_late(None, time(9), time(10))
    assert came_too_late(time(9, 31), time(9), time(10))
    assert not came_too_late(time(9, 30), time(9), time(10))
