from datetime import time

import pytest

from plplanner.roster.pull_outs.commands import set_pull_outs
from plplanner.roster.pull_outs.typed import typed_pull_outs
from plplanner.roster.queries import pull_outs_of, pull_outs_on, students_of_class
from plplanner.roster.rows import WeeklyPullOutRow
from plplanner.terms import Weekday
from tests.builders import MONDAY, a_class, a_planner, is_one_step, refuses


@pytest.fixture
def planner(tmp_path):
    with a_planner(tmp_path) as planner:
        yield planner


def test_the_times_of_a_week_are_set_in_one_step_and_no_others_stay(planner):
    class_id = a_class(planner, students=2)
    one = planner.ask(students_of_class, class_id=class_id)[0].id
    who = {"student_id": one, "name": "Ada"}
    called = "Set when Ada is out of the room"
    first = typed_pull_outs("Mon Wed 9:10–9:25 speech")
    is_one_step(planner, set_pull_outs, called=called, times=first, **who)
    assert tuple(planner.ask(pull_outs_of, student_id=one)) == first
    second = typed_pull_outs("Mon 9:10–9:25 speech; Fri 10:00–10:20 band")
    is_one_step(planner, set_pull_outs, called=called, times=second, **who)
    assert tuple(planner.ask(pull_outs_of, student_id=one)) == second
    assert [row.label for row in planner.ask(pull_outs_on, class_id=class_id, day=MONDAY)] == [
        "speech"
    ]
    planner.do(set_pull_outs, times=(), **who)
    assert planner.ask(pull_outs_of, student_id=one) == []


def test_a_time_that_ends_before_it_begins_is_refused_whoever_asks(planner):
    class_id = a_class(planner, students=1)
    (one,) = [row.id for row in planner.ask(students_of_class, class_id=class_id)]
    backwards = WeeklyPullOutRow(Weekday.MONDAY, time(9, 25), time(9, 10), "speech")
    asked = {"student_id": one, "times": (backwards,), "name": "Ada"}
    refuses(planner, set_pull_outs, saying="ends before it begins", **asked)


def test_times_of_a_student_who_is_gone_are_refused(planner):
    refuses(planner, set_pull_outs, saying="no longer here", student_id=99, times=(), name="Ada")
