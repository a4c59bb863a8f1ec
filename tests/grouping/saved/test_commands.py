import pytest

from plplanner.grouping.saved.commands import keep_own_ways
from plplanner.grouping.saved.queries import group_sets_of_class, newest_draft, newest_groups
from plplanner.roster.queries import students_of_class
from plplanner.terms import MasteryLevel
from tests.builders import TODAY, a_class, a_planner, is_one_step, refuses, saved_groups


@pytest.fixture
def planner(tmp_path):
    with a_planner(tmp_path) as planner:
        yield planner


def levels_of(planner, class_id, level=MasteryLevel.NEARLY):
    return {row.id: level for row in planner.ask(students_of_class, class_id=class_id)}


def test_every_student_gets_a_place_of_her_own_once(planner):
    class_id = a_class(planner)
    levels = levels_of(planner, class_id)
    said = {"called": "Let students go their own way", "class_id": class_id, "on": TODAY}
    places = is_one_step(planner, keep_own_ways, levels=levels, **said)
    assert set(places) == set(levels)
    assert len(set(places.values())) == 3
    again = planner.do(keep_own_ways, class_id=class_id, on=TODAY, levels=levels)
    assert again == places


def test_a_newcomer_joins_and_need_is_brought_up_to_date(planner):
    class_id = a_class(planner)
    levels = levels_of(planner, class_id)
    first, *others = levels
    planner.do(
        keep_own_ways, class_id=class_id, on=TODAY, levels={one: levels[one] for one in others}
    )
    changed = {**levels, others[0]: MasteryLevel.SECURE}
    places = planner.do(keep_own_ways, class_id=class_id, on=TODAY, levels=changed)
    assert set(places) == {first, *others}


def test_it_is_no_grouping_no_draft_and_no_history(planner):
    groups = saved_groups(planner)
    before = planner.ask(group_sets_of_class, class_id=groups.class_id)
    levels = levels_of(planner, groups.class_id)
    planner.do(keep_own_ways, class_id=groups.class_id, on=TODAY, levels=levels)
    assert planner.ask(newest_groups, class_id=groups.class_id) == groups
    assert planner.ask(newest_draft, class_id=groups.class_id) is None
    assert planner.ask(group_sets_of_class, class_id=groups.class_id) == before


def test_a_class_or_a_student_that_is_gone_is_refused(planner):
    class_id = a_class(planner)
    refuses(planner, keep_own_ways, saying="class", class_id=99, on=TODAY, levels={})
    nobody = {99: MasteryLevel.NEARLY}
    refuses(planner, keep_own_ways, saying="student", class_id=class_id, on=TODAY, levels=nobody)
