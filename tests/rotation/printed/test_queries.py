import pytest

from plplanner.rotation.printed.queries import lesson_to_print
from plplanner.rotation.queries import plan_on
from tests.builders import MONDAY, a_planner, saved_groups
from tests.rotation.saved_plans import plan_where_only


@pytest.fixture
def planner(tmp_path):
    with a_planner(tmp_path) as planner:
        yield planner


def test_a_lesson_to_print_comes_with_its_students_and_playlists(planner):
    groups = saved_groups(planner)
    assert planner.ask(lesson_to_print, class_id=groups.class_id, day=MONDAY) is None
    plan_where_only(planner, groups, meets=0, day=MONDAY)
    lesson = planner.ask(lesson_to_print, class_id=groups.class_id, day=MONDAY)
    assert lesson.plan == planner.ask(plan_on, class_id=groups.class_id, day=MONDAY)
    assert len(lesson.students) == 4
    assert (lesson.pull_outs, lesson.playlists) == ((), {})
