from datetime import timedelta

import pytest

from plplanner.calendar.commands import mark_special_day
from plplanner.rotation.commands import save_plan
from plplanner.rotation.queries import plan_on
from plplanner.ui.screens.rotation.day_acts import acts_of, carry_out
from plplanner.ui.screens.rotation.fallen_day import fallen_of, fallen_words, falls_out, move_rest
from plplanner.ui.screens.rotation.shown_checks import shown_remarks
from plplanner.ui.screens.rotation.viewmodel import TomorrowModel
from tests.builders import MONDAY
from tests.rotation.saved_plans import a_plan

TUESDAY, WEDNESDAY, THURSDAY = (MONDAY + timedelta(days=n) for n in (1, 2, 3))


@pytest.fixture
def model(grouped, stage_on):
    stage = stage_on(grouped)
    groups = TomorrowModel(stage)
    groups.be_shown(True)
    newest = groups.lesson.newest
    for part, day in enumerate((MONDAY, TUESDAY, WEDNESDAY), start=1):
        grouped.do(save_plan, **a_plan(grouped, newest, day), of_days=(part, 2))
    groups.refresh()
    yield groups
    groups.be_shown(False)


def days_of(model):
    desk = model.stage.desk
    plans = {day: desk.ask(plan_on, class_id=1, day=day)
             for day in (MONDAY, TUESDAY, WEDNESDAY, THURSDAY)}  # fmt: skip
    return [day for day, plan in plans.items() if plan is not None]


def test_a_day_off_is_said_on_any_day_of_the_rotation_and_one_click_moves_the_rest(model):
    model.stage.desk.do(mark_special_day, day=TUESDAY, label="Snow", minutes=0)
    remark = shown_remarks(model, model.lesson, open_panel=print)[0]
    assert remark.text == "Day 2 of 2 is planned for Tue 24 Nov, and there is no lesson."
    assert remark.next_step == "The rest can go on Wed 25 Nov and Thu 26 Nov."
    remark.mend()
    assert days_of(model) == [MONDAY, WEDNESDAY, THURSDAY]
    assert model.stage.choice.day == WEDNESDAY
    assert model.lesson.fallen is None
    model.stage.desk.undo()
    assert days_of(model) == [MONDAY, TUESDAY, WEDNESDAY]


@pytest.mark.long
def test_nothing_is_said_while_every_day_is_a_school_day(model):
    assert model.lesson.fallen is None
    assert fallen_of(model.stage.desk, model.lesson.plan) is None


@pytest.mark.long
def test_a_day_that_falls_out_for_another_reason_is_moved_from_its_menu(model):
    acts = {act.key: act.says for act in acts_of(model, is_teaching=False)}
    assert acts["falls_out"] == "Day 1 of 2 falls out: move the rest"
    carry_out(model, "falls_out")
    assert days_of(model) == [TUESDAY, WEDNESDAY, THURSDAY]


@pytest.mark.long
def test_the_day_to_catch_up_is_called_so(model):
    desk = model.stage.desk
    found = falls_out(desk, desk.ask(plan_on, class_id=1, day=WEDNESDAY))
    assert fallen_words(found)[0].startswith("The day to catch up is planned for Wed 25 Nov")
    told = []
    model.stage.wishes.say.connect(told.append)
    move_rest(model.stage, found)
    assert told == ["The rotation goes on Thu 26 Nov."]
