from datetime import timedelta

import pytest

from plplanner.grouping.commands import keep_teacher_table
from plplanner.roster.commands import mark_absent
from plplanner.rotation.commands import save_plan
from plplanner.rotation.printed.queries import back_on, lesson_to_print, printed_pieces
from plplanner.rotation.queries import plan_on
from tests.builders import MONDAY, a_planner, saved_groups
from tests.rotation.saved_plans import a_plan, plan_where_only

TUESDAY, THURSDAY = MONDAY + timedelta(days=1), MONDAY + timedelta(days=3)


@pytest.fixture
def planner(tmp_path):
    with a_planner(tmp_path) as planner:
        yield planner


def test_who_missed_the_lesson_before_is_back_however_many_days_lie_between(planner):
    groups = saved_groups(planner)
    one = groups.groups[0].members[0].student_id
    planner.do(mark_absent, student_id=one, day=MONDAY, name="Ada")
    planner.do(mark_absent, student_id=one, day=TUESDAY, name="Ada")
    of_class = {"class_id": groups.class_id}
    assert planner.ask(back_on, **of_class, day=TUESDAY) == frozenset()
    planner.do(save_plan, **a_plan(planner, groups))
    assert planner.ask(back_on, **of_class, day=MONDAY) == frozenset()
    assert planner.ask(back_on, **of_class, day=THURSDAY) == {one}
    planner.do(save_plan, **a_plan(planner, groups, day=THURSDAY))
    assert planner.ask(lesson_to_print, **of_class, day=THURSDAY).back == {one}


def test_the_sheets_of_a_day_know_who_is_called_to_the_table(planner):
    groups = saved_groups(planner)
    of_day = {"class_id": groups.class_id, "day": MONDAY}
    assert planner.ask(lesson_to_print, **of_day) is None
    assert planner.ask(printed_pieces, **of_day) is None
    planner.do(save_plan, **a_plan(planner, groups))
    assert planner.ask(lesson_to_print, **of_day).called == frozenset()
    called = [member.student_id for member in groups.groups[1].members]
    planner.do(
        keep_teacher_table, **of_day, created_on=MONDAY, basis="“Exit ticket”",
        says="Keep the list",
        students=[(one, "2/5") for one in called],
    )  # fmt: skip
    lesson = planner.ask(lesson_to_print, **of_day)
    assert (lesson.called, lesson.for_substitute) == (frozenset(called), None)


def test_a_lesson_to_print_comes_with_its_students_and_playlists(planner):
    groups = saved_groups(planner)
    assert planner.ask(lesson_to_print, class_id=groups.class_id, day=MONDAY) is None
    plan_where_only(planner, groups, meets=0, day=MONDAY)
    lesson = planner.ask(lesson_to_print, class_id=groups.class_id, day=MONDAY)
    assert lesson.plan == planner.ask(plan_on, class_id=groups.class_id, day=MONDAY)
    assert len(lesson.students) == 4
    assert (lesson.pull_outs, lesson.playlists) == ((), {})
