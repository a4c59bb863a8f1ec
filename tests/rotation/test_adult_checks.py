from dataclasses import replace
from datetime import time

import pytest

from plplanner.rotation.adult_checks import adults_not_there
from plplanner.rotation.clashes import find_clashes
from plplanner.rotation.rows import RoundRow, StationToVisit, Visit
from plplanner.terms import GROUP_IDENTITIES, StationKind
from tests.rotation.lessons import a_lesson

WORDS = [one.word for one in GROUP_IDENTITIES]
LAB = StationToVisit(
    9, "Lab", StationKind.HANDS_ON, "", None, "Read.", "Ms. R", time(9, 10), time(9, 40), True
)
ROUNDS = (RoundRow(1, time(9), 12), RoundRow(2, time(9, 13), 12), RoundRow(3, time(9, 30), 12))


def said(lab=LAB, visits=((1, 1), (2, 2), (3, 3))):
    lesson = a_lesson(stations=(*a_lesson().stations, lab))
    rows = [Visit(group, number, 9) for group, number in visits]
    return [clash.text for clash in adults_not_there(lesson, ROUNDS, rows)]


def test_whoever_comes_before_or_after_the_hours_is_named_with_the_round():
    assert said(visits=[(1, 1), (2, 2)]) == [
        f"Ms. R is at Lab 9:10–9:40, and {WORDS[0]} comes in round 1, 9:00–9:12.",
    ]
    assert said(visits=[(2, 2), (3, 3)]) == [
        f"Ms. R is at Lab 9:10–9:40, and {WORDS[2]} comes in round 3, 9:30–9:42.",
    ]


def test_several_rounds_of_a_station_are_one_remark():
    assert said() == [
        f"Ms. R is at Lab 9:10–9:40, and {WORDS[0]} comes in round 1 and {WORDS[2]} comes in "
        "round 3.",
    ]


def test_several_who_come_are_one_remark():
    many = a_lesson((2, 1, 1, 0, 1, 0), stations=(*a_lesson().stations, LAB))

    def told(count):
        rows = [Visit(group, 1, 9) for group in range(1, count + 1)]
        return next(iter(adults_not_there(many, ROUNDS, rows))).text

    assert f"and {WORDS[0]}, {WORDS[1]} and {WORDS[2]} come in round 1" in told(3)
    assert f"and {', '.join(WORDS[:4])} and 2 more come in round 1" in told(6)


@pytest.mark.parametrize(
    ("lab", "count"),
    [
        (replace(LAB, needs_adult=False), 0),
        (replace(LAB, adult=""), 0),
        (replace(LAB, adult_from=None), 1),
        (replace(LAB, adult_until=None), 1),
        (replace(LAB, adult_from=None, adult_until=None), 0),
        (replace(LAB, kind=StationKind.TEACHER_LED, needs_adult=False), 1),
    ],
)
def test_only_a_station_that_needs_its_adult_is_looked_at(lab, count):
    assert len(said(lab)) == count


def test_who_is_away_comes_nowhere():
    lesson = a_lesson(stations=(*a_lesson().stations, LAB))
    away = replace(lesson, groups=tuple(replace(one, size=0) for one in lesson.groups))
    assert list(adults_not_there(away, ROUNDS, [Visit(1, 1, 9)])) == []


def test_it_is_among_the_checks_of_a_plan_and_for_the_teacher_to_judge():
    lesson = a_lesson(stations=(*a_lesson().stations, LAB))
    found = [one for one in find_clashes(lesson, ROUNDS, [Visit(1, 1, 9)]) if not one.hard]
    (missing,) = (one for one in found if one.kind == "adult_not_there")
    assert missing.cells == ((1, 1),)
