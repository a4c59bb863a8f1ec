from dataclasses import replace

import pytest

from plplanner.rotation.clashes import find_clashes
from plplanner.rotation.plan_checks import check_plan, visits_of_plan
from plplanner.rotation.rows import VisitRow
from plplanner.rotation.turn_checks import empty_turn, long_wait
from plplanner.terms import StationKind
from tests.rotation.lessons import a_lesson, some_groups, some_stations
from tests.rotation.test_comes_instead import rounds_of, without
from tests.rotation.test_stand_ins import a_plan, visit


def a_day(since):
    """A plan of five groups, of which 1, 2 and 3 meet the teacher, and its lesson."""
    lesson = a_lesson(
        groups=some_groups((1,) * 5, since=since), stations=some_stations(5), rounds=3
    )
    stations = {row.station_id: row for row in lesson.stations}
    at = {(one.group_id, one.round_number): stations[one.station_id] for one in rounds_of(5)}
    three = a_plan(*(visit(number, StationKind.DIGITAL, "Lab") for number in (1, 2, 3)))
    (line,) = three.groups

    def visits(group):
        for number in (1, 2, 3):
            there = at[group, number]
            yield VisitRow(number, there.name, there.kind, there.place, "Read")

    lines = tuple(replace(line, group_id=n, visits=tuple(visits(n))) for n in range(1, 6))
    return replace(three, groups=lines), lesson


@pytest.fixture
def day():
    """Group 4 has waited four lessons and would not meet the teacher."""
    return a_day((0, 1, 1, 4, 1))


def told(look, plan, lesson, kind):
    visits = visits_of_plan(plan, lesson)
    clash = next(one for one in find_clashes(lesson, plan.rounds, visits) if one.kind == kind)
    return look(lesson, plan, visits, clash)


def test_a_group_that_waits_long_could_have_another_s_turn(day):
    plan, lesson = day
    text, _, mend = told(long_wait, plan, lesson, "long_without_teacher")
    assert text == (
        "Kite has not met the teacher for 4 lessons, and does not today. "
        "Kite could come in round 2. Comet then goes to Station 03."
    )
    assert (mend.group_id, mend.instead.comes, mend.instead.instead_of) == (4, ((4, 2),), (2,))


def test_an_empty_turn_comes_before_one_that_another_group_gives(day):
    plan, lesson = day
    text, _, mend = told(long_wait, plan, without(lesson, 2), "long_without_teacher")
    assert mend.instead.comes == ((4, 2),)
    assert text.endswith("Nobody else moves.")


@pytest.mark.parametrize("otherwise", [{"part": 1, "parts": 2}, {"has_substitute": True}])
def test_over_several_days_and_with_a_substitute_no_turn_is_offered(day, otherwise):
    plan, lesson = day
    plan = replace(plan, **otherwise)
    text, step, mend = told(long_wait, plan, lesson, "long_without_teacher")
    assert mend is None
    assert step
    assert "could come" not in text


def test_an_empty_turn_is_offered_to_who_has_none(day):
    plan, lesson = day
    text, _, mend = told(empty_turn, plan, without(lesson, 2), "nobody_at_teacher_table")
    assert mend.comes == ((4, 2),)
    assert text.endswith(" could come in round 2. Nobody else moves.")


def test_the_checks_beside_the_plan_say_both(day):
    plan, lesson = day
    looks = check_plan(plan, without(lesson, 2)).to_look_at
    assert sum("could come in round 2" in one.text for one in looks) == 2


def test_a_group_of_which_nobody_is_here_waits_for_nothing(day):
    plan, lesson = day
    looks = check_plan(plan, without(lesson, 4)).to_look_at
    assert not [one for one in looks if "has not met" in one.text]
