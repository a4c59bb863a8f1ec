import pytest

from plplanner.rotation.own_way.queries import own_ways_to_draft
from plplanner.terms import MasteryLevel
from tests.builders import MONDAY, a_class, a_planner, saved_groups


@pytest.fixture
def planner(tmp_path):
    with a_planner(tmp_path) as planner:
        yield planner


def test_every_student_is_asked_for_by_herself_with_what_her_group_needs(planner):
    groups = saved_groups(planner)
    asked = planner.ask(own_ways_to_draft, class_id=groups.class_id, day=MONDAY, groups=groups)
    names = [one.name for one in asked.problem.groups]
    assert names == ["Ada01", "Ada02", "Ada03", "Ada04"]
    assert all(one.is_own_way and one.size == 1 and one.need == 1 for one in asked.problem.groups)
    assert {one.group_id for one in asked.problem.groups} == {-one for one in asked.levels}
    assert asked.group_set_id == groups.id


def test_who_is_in_no_group_is_there_without_evidence(planner):
    class_id = a_class(planner, students=5)
    groups = saved_groups(planner, class_id=class_id)
    few = type(groups)(**{**groups.__dict__, "groups": groups.groups[:1]})
    asked = planner.ask(own_ways_to_draft, class_id=class_id, day=MONDAY, groups=few)
    assert len(asked.problem.groups) == 5
    assert list(asked.levels.values()).count(MasteryLevel.NO_EVIDENCE) == 2
