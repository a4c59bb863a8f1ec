from dataclasses import replace
from datetime import time, timedelta

import pytest

from plplanner.calendar.commands import mark_special_day
from plplanner.gradebook.commands import add_assessment, enter_scores
from plplanner.gradebook.queries import assessments_of_class
from plplanner.gradebook.typed_scores import TypedScore
from plplanner.grouping.commands import keep_teacher_table
from plplanner.grouping.saved.queries import newest_groups
from plplanner.roster.commands import mark_absent
from plplanner.roster.queries import classes, students_of_class
from plplanner.rotation.drafting.commands import keep_draft
from plplanner.rotation.plan_checks import WhoComes
from plplanner.terms import AssessmentKind, ScoreStatus
from plplanner.ui.desk import Desk
from plplanner.ui.screens.rotation import planned_lesson
from plplanner.ui.screens.rotation.plan_banner import state_of
from plplanner.ui.screens.rotation.planned_lesson import NoLesson, PlannedLesson, lesson_on
from tests.builders import MONDAY, NOW


def lesson(planner, day=MONDAY):
    desk = Desk(planner)
    return lesson_on(desk, desk.ask(classes)[0], day, zone=NOW.tzinfo)


def test_without_groups_the_way_leads_to_groups(sample_planner):
    missing = lesson(sample_planner)
    assert isinstance(missing, NoLesson)
    assert (missing.title, missing.room) == ("Make groups first", "groups")


def test_a_weekend_offers_the_next_school_day(grouped):
    missing = lesson(grouped, MONDAY - timedelta(days=1))
    assert isinstance(missing, NoLesson)
    assert (missing.title, missing.day) == ("No school on Sun 22 Nov", MONDAY)


def test_a_day_off_says_why(grouped):
    grouped.do(mark_special_day, day=MONDAY, label="Staff day", minutes=0)
    missing = lesson(grouped)
    assert (missing.reason, missing.day) == ("Staff day", MONDAY + timedelta(days=1))


def test_hours_that_leave_nothing_of_the_lesson_say_why(grouped):
    grouped.do(mark_special_day, day=MONDAY, label="Early release", closed_from=time(8))
    missing = lesson(grouped)
    assert missing.title == "Math 3 has no lesson on Mon 23 Nov"
    assert (missing.reason, missing.day) == ("Early release", MONDAY + timedelta(days=1))


def test_a_shorter_day_is_named_beside_the_plan(grouped):
    grouped.do(mark_special_day, day=MONDAY, label="Assembly", closed_until=time(9, 15))
    shown = lesson(grouped)
    assert (shown.plan.minutes, shown.checks.quiet[0]) == (45, "Special day: Assembly")


def test_a_draft_beyond_a_lesson_without_a_plan_says_what_it_could_not_count(grouped):
    tuesday, wednesday = MONDAY + timedelta(days=1), MONDAY + timedelta(days=2)
    said = "Turns do not count Mon 23 Nov: it has no plan."
    shown = lesson(grouped)
    assert shown.not_counted == ""
    assert lesson(grouped, tuesday).not_counted == said
    assert state_of(lesson(grouped, tuesday), NOW).notes == (said,)
    assert lesson(grouped, wednesday).not_counted == (
        "Turns do not count the 2 lessons after Fri 20 Nov: they have no plan."
    )
    grouped.do(keep_draft, class_id=shown.plan.class_id, draft=shown.draft)
    assert lesson(grouped, tuesday).not_counted == ""


def test_a_draft_is_made_and_nothing_is_saved(grouped):
    before = grouped.digest()
    found = lesson(grouped)
    assert isinstance(found, PlannedLesson)
    assert found.draft is not None
    assert (found.plan.id, len(found.plan.groups)) == (0, 4)
    assert not found.has_newer_groups
    assert grouped.digest() == before


def test_a_kept_draft_opens_as_it_was(grouped):
    found = lesson(grouped)
    plan_id = grouped.do(keep_draft, class_id=found.plan.class_id, draft=found.draft)
    again = lesson(grouped)
    assert (again.plan.id, again.draft) == (plan_id, None)
    assert again.plan.groups == found.plan.groups
    assert again.playlists == found.playlists


def test_groups_made_since_are_noticed(grouped, make_groups):
    found = lesson(grouped)
    grouped.do(keep_draft, class_id=found.plan.class_id, draft=found.draft)
    make_groups(grouped, first=1)
    assert lesson(grouped).has_newer_groups


def test_a_lesson_to_print_holds_what_the_groups_work_on(grouped):
    found = lesson(grouped)
    printed = found.to_print()
    assert (printed.plan, len(printed.students)) == (found.plan, 28)
    friday = MONDAY + timedelta(days=4)
    assert {(first, last) for _, first, last in printed.playlists.values()} <= {(MONDAY, friday)}


def test_a_check_entered_on_the_evening_of_the_groups_is_told(grouped, monkeypatch):
    desk = Desk(grouped)
    class_id = desk.ask(classes)[0].id
    rested_on = desk.ask(assessments_of_class, class_id=class_id)[-1]

    def groups_from_the_quiz(session, *, class_id):
        return replace(newest_groups(session, class_id=class_id), assessment_id=rested_on.id)

    monkeypatch.setattr(planned_lesson, "newest_groups", groups_from_the_quiz)
    assert lesson(grouped).new_scores[0] == 0
    students = [row.id for row in desk.ask(students_of_class, class_id=class_id)]
    ticket = desk.do(
        add_assessment, class_id=class_id, title="Exit again", kind=AssessmentKind.EXIT_TICKET
    )
    told = []
    for count in (3, len(students)):
        some = dict.fromkeys(students[:count], TypedScore(4.0, ScoreStatus.SCORED))
        desk.do(enter_scores, assessment_id=ticket, scores=some, entered_at=NOW)
        told.append(lesson(grouped).new_scores)
    assert told == [(0, "", None), (len(students), "Exit again", None)]


def test_who_is_absent_on_that_day_is_known_and_takes_no_seat(grouped):
    desk = Desk(grouped)
    before = lesson(grouped)
    group = before.plan.groups[0]
    name = next(row.name for row in before.students if row.id == group.student_ids[0])
    desk.do(mark_absent, student_id=group.student_ids[0], day=MONDAY, name=name)
    after = lesson(grouped)
    assert (before.absent, after.absent) == ((), (name,))
    sizes = [
        next(one.size for one in shown.problem.groups if one.group_id == group.group_id)
        for shown in (before, after)
    ]
    assert sizes == [len(group.student_ids), len(group.student_ids) - 1]


@pytest.mark.long
def test_a_group_of_which_nobody_comes_still_has_its_line(grouped):
    desk = Desk(grouped)
    group = lesson(grouped).plan.groups[0]
    for student_id in group.student_ids:
        desk.do(mark_absent, student_id=student_id, day=MONDAY, name="")
    assert [one.identity for one in lesson(grouped).plan.groups].count(group.identity) == 1


def test_the_list_kept_for_the_table_is_known_in_the_checks(grouped):
    desk = Desk(grouped)
    shown = lesson(grouped)
    assert any(isinstance(one.mend, WhoComes) for one in shown.checks.to_look_at)
    called = shown.students[:2]
    desk.do(
        keep_teacher_table,
        class_id=shown.plan.class_id,
        day=MONDAY,
        created_on=MONDAY,
        basis="Exit ticket",
        students=[(row.id, "2 of 5") for row in called],
        says="Keep the list",
    )
    after = lesson(grouped).checks
    assert not any(isinstance(one.mend, WhoComes) for one in after.to_look_at)
    said = ", ".join(row.name for row in called)
    assert f"Called to the teacher table: {said}" in after.quiet
