from dataclasses import replace

from plplanner.rotation.missed_lesson import catch_up_task, missed_lesson
from plplanner.terms import StationKind
from tests.rotation.test_stand_ins import a_plan, visit

PLAN = a_plan(
    visit(1, StationKind.DIGITAL, "Lab"),
    visit(2, StationKind.TEACHER_LED, "Think"),
    visit(3, StationKind.COLLABORATIVE, "Lab"),
)
"""Students 1 and 2 are in its only group."""


def test_of_one_student_it_is_known_what_was_done_and_what_with_the_teacher():
    found = missed_lesson(PLAN, {2})
    assert (found.plan, found.student_ids) == (PLAN, (2,))
    assert (found.tasks, found.with_teacher) == (("Lab", "Think"), ("Think",))


def test_of_several_only_who_they_are():
    found = missed_lesson(PLAN, {2, 1, 9})
    assert (found.student_ids, found.tasks) == ((1, 2), ())


def test_who_was_not_in_the_plan_missed_nothing_of_it():
    assert missed_lesson(PLAN, {9}) is None
    assert missed_lesson(PLAN, ()) is None


def test_a_cell_without_a_task_is_nothing_to_catch_up():
    (line,) = PLAN.groups
    bare = replace(PLAN, groups=(replace(line, visits=(None, *line.visits[1:2])),))
    assert missed_lesson(bare, {1}).tasks == ("Think",)


def test_what_can_be_caught_up_alone_is_named():
    assert catch_up_task(missed_lesson(PLAN, {2})) == "Catch up: Lab"
    assert catch_up_task(missed_lesson(PLAN, {1, 2})) == "Catch up on the last lesson"
