import pytest

from plplanner.rotation.commands import save_plan
from plplanner.rotation.drafting.queries import lesson_of_plan
from plplanner.rotation.rows import SUBSTITUTE, SubstituteWords
from plplanner.rotation.stand_ins import adults_out, without_adults_out
from plplanner.rotation.substitute.commands import (
    hand_to_substitute,
    teach_it_myself,
    write_for_substitute,
)
from plplanner.rotation.substitute.queries import substitute_words
from plplanner.rotation.substitute.supervised import tasks_to_watch
from plplanner.terms import StationKind
from tests.builders import a_class, a_planner, is_one_step, refuses, saved_groups
from tests.rotation.saved_plans import a_plan, plan_of


@pytest.fixture
def planner(tmp_path):
    with a_planner(tmp_path) as planner:
        yield planner


def test_a_day_handed_over_has_nobody_at_the_teacher_s_table_and_comes_back_as_it_was(planner):
    groups = saved_groups(planner)
    planner.do(save_plan, **a_plan(planner, groups))
    before = plan_of(planner, groups)
    tasks = tasks_to_watch(before, {})
    called = "Hand the day to a substitute"
    is_one_step(planner, hand_to_substitute, called=called, plan_id=before.id, tasks=tasks)
    plan = plan_of(planner, groups)
    led = [visit for line in plan.groups for visit in line.visits if visit.stand_in == SUBSTITUTE]
    assert plan.has_substitute
    assert len(led) == len(tasks) > 0
    assert {(one.station_kind, one.planned_kind) for one in led} == {
        (StationKind.INDEPENDENT, StationKind.TEACHER_LED)
    }
    assert adults_out(plan) == frozenset()
    problem = without_adults_out(plan, planner.ask(lesson_of_plan, plan=plan))
    assert all(one.kind is not StationKind.TEACHER_LED for one in problem.stations)
    is_one_step(planner, teach_it_myself, called="Teach the day myself", plan_id=before.id)
    assert plan_of(planner, groups) == before


def test_what_a_substitute_should_know_is_kept_for_the_class(planner):
    class_id = a_class(planner)
    words = SubstituteWords("Blue cart", "Raised hand", "Mrs. A", "Read.")
    called = "Write for a substitute"
    is_one_step(planner, write_for_substitute, called=called, class_id=class_id, words=words)
    assert planner.ask(substitute_words, class_id=class_id) == words
    planner.do(write_for_substitute, class_id=class_id, words=SubstituteWords(" Red cart "))
    assert planner.ask(substitute_words, class_id=class_id) == SubstituteWords("Red cart")
    refuses(planner, write_for_substitute, saying="no longer here", class_id=99, words=words)
