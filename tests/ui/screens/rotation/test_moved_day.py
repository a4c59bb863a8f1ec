from dataclasses import replace
from datetime import UTC, datetime, time

import pytest

from plplanner.calendar.commands import mark_special_day, set_lesson_on_day
from plplanner.calendar.rows import LessonTime
from plplanner.rotation.commands import set_plan_state
from plplanner.terms import PlanState
from plplanner.ui.lesson_time import MeetsAt
from plplanner.ui.screens.rotation.moved_day import set_time
from plplanner.ui.screens.rotation.panels.lesson_set_up import set_up_now
from plplanner.ui.screens.rotation.shown_checks import shown_remarks
from plplanner.ui.screens.rotation.viewmodel import TomorrowModel
from tests.builders import MONDAY


@pytest.fixture
def model(planned, stage_on):
    """Monday is planned from nine, for an hour."""
    made = TomorrowModel(stage_on(planned))
    made.be_shown(True)
    yield made
    made.be_shown(False)


def lesson_at(model, hour, minutes, minute=0):
    lesson = LessonTime(time(hour, minute), minutes)
    model.stage.desk.do(set_lesson_on_day, class_id=1, day=MONDAY, lesson=lesson)


def remarks(model):
    found = shown_remarks(model, model.lesson, open_panel=print)
    return [one for one in found if one.text.startswith("The lesson is ")]


def test_nothing_is_said_of_a_lesson_at_its_time(model):
    assert remarks(model) == []


def test_a_plan_follows_its_lesson_in_one_step_that_undo_takes_back(model):
    before = model.lesson.plan
    lesson_at(model, 13, 45)
    (said,) = remarks(model)
    assert said.text == "The lesson is 13:00–13:45, this plan 9:00–10:00"
    assert said.button == "Fit the plan in"
    assert said.next_step == "Rounds of 8 minutes are too short for most tasks."
    said.mend()
    plan = model.lesson.plan
    assert (plan.starts_at, plan.minutes) == (time(13), 45)
    assert [row.starts_at for row in plan.rounds] == [time(13, 10), time(13, 20), time(13, 30)]
    tasks = [[visit.task for visit in line.visits] for line in plan.groups]
    assert tasks == [[visit.task for visit in line.visits] for line in before.groups]
    assert remarks(model) == []
    model.stage.desk.undo()
    assert model.lesson.plan == before


def test_a_later_lesson_of_the_same_length_keeps_its_rounds(model):
    lesson_at(model, 10, 60)
    assert remarks(model)[0].next_step == "Rounds of 13 minutes."


def test_where_the_rounds_do_not_fit_the_day_is_drafted_again(model, qtbot):
    lesson_at(model, 9, 20)
    (said,) = remarks(model)
    assert (said.button, said.next_step) == ("Draft again", "3 rounds do not fit.")
    lesson_at(model, 9, 40)
    (said,) = remarks(model)
    assert [words for words, _ in said.more] == ["Draft again"]
    said.more[0][1]()
    qtbot.waitUntil(lambda: model.lesson.plan.minutes == 40)


def test_a_taught_lesson_and_one_that_begins_stay(model):
    model.stage.choice.today = MONDAY
    model.stage.clock = lambda: datetime.combine(MONDAY, time(9, 5), tzinfo=UTC)
    lesson_at(model, 9, 40)
    assert remarks(model) == []
    model.stage.clock = lambda: datetime.combine(MONDAY, time(8, 55), tzinfo=UTC)
    assert len(remarks(model)) == 1
    model.stage.desk.do(set_plan_state, plan_id=model.lesson.plan.id, state=PlanState.TAUGHT)
    assert remarks(model) == []


def test_a_special_day_moves_a_plan_too(model):
    model.stage.desk.do(mark_special_day, day=MONDAY, label="Ice", closed_until=time(9, 15))
    assert remarks(model)[0].text == "The lesson is 9:15–10:00, this plan 9:00–10:00"


@pytest.fixture
def draft(grouped, stage_on):
    """Monday is drafted, not kept."""
    made = TomorrowModel(stage_on(grouped))
    made.be_shown(True)
    yield made
    made.be_shown(False)


def test_another_lesson_time_moves_a_draft_and_is_offered_to_a_kept_plan(draft):
    model = draft
    known = set_up_now(model.stage)
    set_time(model, replace(known, usual=MeetsAt(LessonTime(time(10, 15), 45))))
    assert (model.lesson.plan.starts_at, model.lesson.plan.minutes) == (time(10, 15), 45)
    model.mark(PlanState.READY)
    told = []
    model.stage.wishes.show_banner.connect(told.append)
    set_time(model, replace(known, usual=MeetsAt(LessonTime(time(8), 60))))
    assert model.lesson.plan.starts_at == time(10, 15)
    ((_, text, (says, fit)),) = told
    assert text == "The lesson is 8:00–9:00, this plan 10:15–11:00."
    assert says == "Fit the plan in"
    fit()
    assert model.lesson.plan.starts_at == time(8)


def test_a_plan_on_a_day_without_a_lesson_is_told_and_can_be_removed(draft):
    model = draft
    said, banners = [], []
    model.mark(PlanState.READY)
    model.stage.wishes.say.connect(said.append)
    model.stage.wishes.show_banner.connect(banners.append)
    known, digest = set_up_now(model.stage), model.stage.desk.planner.digest()
    set_time(model, replace(known, on_day=LessonTime(time(9), 0)))
    assert said == ["Math 3 does not meet on Mon 23 Nov."]
    assert banners == []
    remark = shown_remarks(model, model.lesson, open_panel=print)[0]
    assert (remark.text, remark.button) == (
        "Math 3 does not meet on Mon 23 Nov", "Remove the plan",
    )  # fmt: skip
    remark.mend()
    assert model.missing.title == "Math 3 does not meet on Mon 23 Nov"
    model.stage.desk.undo()
    model.stage.desk.undo()
    assert model.stage.desk.planner.digest() == digest
    assert model.lesson.no_lesson is None
