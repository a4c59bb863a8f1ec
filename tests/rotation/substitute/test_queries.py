from dataclasses import replace
from datetime import time, timedelta

import pytest

from plplanner.grouping.commands import add_rule
from plplanner.roster.commands import add_pull_out
from plplanner.roster.queries import students_of_class
from plplanner.rotation.commands import save_plan, set_plan_state
from plplanner.rotation.pick_tasks import enough_stations
from plplanner.rotation.rows import SubstituteWords
from plplanner.rotation.stations.commands import add_stations
from plplanner.rotation.substitute.commands import write_for_substitute
from plplanner.rotation.substitute.queries import for_substitute, spare_day, substitute_words
from plplanner.terms import PlanState, RuleKind, Weekday
from tests.builders import MONDAY, a_class, a_planner, saved_groups
from tests.rotation.saved_plans import a_plan, plan_of


@pytest.fixture
def planner(tmp_path):
    with a_planner(tmp_path) as planner:
        yield planner


def test_who_sits_apart_and_who_helps_is_told_without_why(planner):
    class_id = a_class(planner)
    ids = [row.id for row in planner.ask(students_of_class, class_id=class_id)]
    planner.do(
        add_rule, class_id=class_id, kind=RuleKind.APART, student_ids=ids[:2], why="They fight"
    )
    planner.do(add_rule, class_id=class_id, kind=RuleKind.TOGETHER, student_ids=ids[1:])
    table, station, *_ = enough_stations((), 3)
    mondays = frozenset({Weekday.MONDAY})
    helped = [table, replace(station, adult="Ms. R", adult_days=mondays)]
    planner.do(add_stations, class_id=class_id, stations=helped)
    told = planner.ask(for_substitute, class_id=class_id, day=MONDAY)
    assert told.apart == (tuple(ids[:2]),)
    assert told.adults == (("Ms. R", f"{station.name} Mon"),)
    tuesday = planner.ask(for_substitute, class_id=class_id, day=MONDAY + timedelta(days=1))
    assert tuesday.adults == ()
    assert "fight" not in repr(told)


def test_the_class_knows_its_stations_once_a_lesson_was_taught_by_its_plan(planner):
    groups = saved_groups(planner)
    plan_id = planner.do(save_plan, **a_plan(planner, groups))
    day = plan_of(planner, groups).day

    def knows(on):
        return planner.ask(for_substitute, class_id=groups.class_id, day=on).knows_rotation

    assert not knows(day + timedelta(days=1)), "planned only"
    planner.do(set_plan_state, plan_id=plan_id, state=PlanState.TAUGHT)
    assert (knows(day), knows(day + timedelta(days=1))) == (False, True)


def test_a_spare_day_is_there_once_it_is_written(planner):
    class_id = a_class(planner)
    ids = [row.id for row in planner.ask(students_of_class, class_id=class_id)]
    planner.do(
        add_pull_out, student_id=ids[0], weekday=Weekday.MONDAY, starts_at=time(9, 5),
        ends_at=time(9, 25), label="Ms. R",
    )  # fmt: skip
    assert planner.ask(substitute_words, class_id=class_id) == SubstituteWords()
    assert planner.ask(spare_day, class_id=class_id, day=MONDAY) is None
    words = SubstituteWords(spare_day="Read.")
    planner.do(write_for_substitute, class_id=class_id, words=words)
    lesson = planner.ask(spare_day, class_id=class_id, day=MONDAY)
    assert (lesson.plan.has_substitute, lesson.plan.groups) == (True, ())
    assert (len(lesson.students), len(lesson.pull_outs)) == (3, 1)
    assert lesson.for_substitute.words == words
