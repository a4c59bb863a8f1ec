from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from plplanner.calendar.commands import mark_special_day
from plplanner.rotation.commands import set_plan_state
from plplanner.rotation.drafting.commands import keep_draft
from plplanner.rotation.queries import plan_on, plans_between
from plplanner.terms import PlanState
from plplanner.ui.screens.rotation.planned_lesson import lesson_on
from plplanner.ui.screens.rotation.week.view import WeekScreen
from tests.builders import MONDAY

FRIDAY = MONDAY + timedelta(days=4)


@pytest.fixture
def screen(grouped, stage_on, qtbot):
    made = WeekScreen(stage_on(grouped))
    qtbot.addWidget(made)
    made.resize(1206, 662)
    made.show()
    made.come_up()
    made.activateWindow()
    yield made
    made.step_back()


def plans(screen):
    found = screen.stage.desk.ask(plans_between, class_id=1, first=MONDAY, last=FRIDAY)
    return {plan.day: plan for plan in found}


def look_at_week(screen, qtbot):
    screen.plan.click()
    qtbot.waitUntil(screen.offer.isVisible)


def test_a_week_is_drafted_looked_at_and_kept_as_one_step(screen, qtbot):
    desk, said = screen.stage.desk, []
    screen.stage.wishes.say.connect(said.append)
    before = desk.planner.digest()
    look_at_week(screen, qtbot)
    assert [day.state for day in screen.model.days] == ["Draft, not kept yet"] * 5
    assert plans(screen) == {}
    assert screen.offer.words.text().startswith("Monday to Friday, not kept yet. ")
    assert "at least" in screen.offer.words.text()
    assert not screen.plan.isVisible()
    assert not screen.open.isVisible()
    shown = [[cell.words for cell in line.cells] for line in screen.model.lines]
    qtbot.waitUntil(screen.offer.keep.hasFocus)
    qtbot.keyClick(screen.offer.keep, Qt.Key.Key_Return)
    assert len(plans(screen)) == 5
    assert [[cell.words for cell in line.cells] for line in screen.model.lines] == shown
    assert said == ["Monday to Friday are planned."]
    assert not screen.offer.isVisible()
    assert screen.open.isVisible()
    desk.undo()
    assert desk.planner.digest() == before


def test_every_group_is_met_in_the_week_and_minutes_of_students_are_there_before_it_is_kept(
    screen, qtbot
):
    look_at_week(screen, qtbot)
    assert all(any(cell.meets for cell in line.cells) for line in screen.model.lines)
    weeks = screen.model.student_weeks()
    assert len(weeks) == 28
    assert all(week.met > 0 for week in weeks.values())


def test_leaving_it_changes_nothing_and_a_day_that_is_looked_at_is_not_opened(screen, qtbot):
    rooms, told = [], []
    screen.stage.wishes.go_to.connect(rooms.append)
    screen.stage.wishes.tell.connect(told.append)
    look_at_week(screen, qtbot)
    screen.model.open_day(2)
    assert rooms == []
    assert told == ["Keep these days first, then each of them can be changed."]
    screen.offer.leave.click()
    assert not screen.offer.isVisible()
    assert plans(screen) == {}
    assert screen.plan.isVisible()
    assert screen.model.days[2].state == "No plan yet"


@pytest.mark.long
def test_days_off_and_days_with_a_plan_stay_and_who_was_met_on_them_counts(screen, grouped, qtbot):
    stage = screen.stage
    tuesday = MONDAY + timedelta(days=1)
    lesson = lesson_on(stage.desk, stage.choice.school_class, tuesday, zone=None)
    stage.desk.do(keep_draft, class_id=1, draft=lesson.draft)
    plan = grouped.ask(plan_on, class_id=1, day=tuesday)
    stage.desk.do(set_plan_state, plan_id=plan.id, state=PlanState.READY)
    stage.desk.do(mark_special_day, day=FRIDAY, label="No school", minutes=0)
    look_at_week(screen, qtbot)
    states = [day.state for day in screen.model.days]
    assert states[1].startswith("Ready")
    assert states[4] == "No school"
    assert screen.offer.words.text().startswith("Monday, Wednesday and Thursday, not kept yet. ")
    screen.offer.keep.click()
    assert sorted(plans(screen)) == [MONDAY + timedelta(days=ahead) for ahead in range(4)]
    assert plans(screen)[tuesday].state is PlanState.READY


def test_another_step_lets_go_of_what_is_looked_at_another_week_does_not(screen, qtbot):
    look_at_week(screen, qtbot)
    screen.stage.desk.do(mark_special_day, day=FRIDAY, label="No school", minutes=0)
    assert not screen.offer.isVisible()
    look_at_week(screen, qtbot)
    words = screen.offer.words.text()
    screen.model.turn_week(1)
    assert not screen.offer.isVisible()
    screen.model.turn_week(-1)
    assert screen.offer.isVisible()
    assert screen.offer.words.text() == words
    screen.model.turn_week(-1)
    assert not screen.plan.isVisible(), "days that are over are not planned"


def test_without_groups_there_is_nothing_to_plan_from(sample_planner, stage_on, qtbot):
    made = WeekScreen(stage_on(sample_planner))
    qtbot.addWidget(made)
    made.show()
    made.come_up()
    assert not made.plan.isVisible()
    assert made.model.days_to_plan() == []
    made.step_back()
