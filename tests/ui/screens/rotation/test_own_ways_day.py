import pytest

from plplanner.rotation.rows import NO_INTERNET
from plplanner.terms import StationKind
from plplanner.ui.screens.rotation.day_acts import acts_of, carry_out
from plplanner.ui.screens.rotation.day_bar import FOR_GROUPS
from plplanner.ui.screens.rotation.own_ways_day import sending, station_offers
from plplanner.ui.screens.rotation.viewmodel import TomorrowModel
from tests.ui.screens.rotation.own_ways import plan_student_by_student


@pytest.fixture
def model(grouped, stage_on):
    made = TomorrowModel(stage_on(grouped))
    made.be_shown(True)
    yield made
    made.be_shown(False)


@pytest.fixture
def own(model, grouped):
    plan_student_by_student(grouped)
    model.refresh()
    return model


def switch(model, qtbot, *, until):
    carry_out(model, "own_ways")
    qtbot.waitUntil(lambda: model.lesson is not None and model.lesson.plan.is_own_ways is until)


def test_one_act_plans_each_student_and_one_undo_gives_the_groups_back(model, qtbot):
    told = []
    model.stage.wishes.say.connect(told.append)
    switch(model, qtbot, until=True)
    assert model.stage.desk.undo_label == "Plan Monday student by student"
    assert told == ["Planned student by student. 18 of 28 meet you."]
    assert model.lesson.checks.quiet[0] == "18 of 28 meet you"
    assert model.turns() == ()
    model.stage.desk.undo()
    assert not model.lesson.plan.is_own_ways


@pytest.mark.long
def test_the_same_act_plans_for_groups_again_and_fewer_rounds_stay_student_by_student(own, qtbot):
    own.draft_again(2)
    qtbot.waitUntil(lambda: len(own.lesson.plan.rounds) == 2)
    assert own.lesson.plan.is_own_ways
    switch(own, qtbot, until=False)
    assert len(own.lesson.plan.together) == 4


@pytest.mark.long
def test_a_day_without_internet_stays_without(model, qtbot):
    carry_out(model, "internet")
    switch(model, qtbot, until=True)
    assert not model.lesson.plan.has_internet
    visits = [visit for line in model.lesson.plan.groups for visit in line.visits]
    digital = [one for one in visits if StationKind.DIGITAL in (one.station_kind, one.planned_kind)]
    assert any(one.stand_in == NO_INTERNET for one in digital)


def test_a_student_is_sent_to_another_station_in_one_step(own):
    line = 0
    visit = own.lesson.plan.groups[line].visits[0]
    offers = station_offers(own.lesson, line, 0)
    assert all(visit.station_name not in one.says for one in offers)
    wanted = next(one for one in offers if "full" not in one.says)
    own.take(line, 0, wanted.key)
    now = own.lesson.plan.groups[line].visits[0]
    assert wanted.says.startswith(f"Go to {now.station_name}")
    assert now.task
    name = own.lesson.plan.groups[line].identity.word
    assert own.stage.desk.undo_label == f"Send {name} to {now.station_name}"


def test_a_task_that_is_picked_is_no_sending(own):
    assert sending(own.lesson, 0, 0, "Read page 4") is None
    own.take(0, 0, "Read page 4")
    assert own.grid().cells[0][0].task == "Read page 4"


@pytest.mark.long
def test_one_student_swaps_alone_and_the_grid_has_low_lines_with_names(own):
    before = own.lesson.plan.groups
    own.swap(0, 0, 1)
    after = own.lesson.plan.groups
    assert after[0].visits[0].station_name == before[0].visits[1].station_name
    assert after[1:] == before[1:]
    assert own.grid().is_low
    assert own.stations(0, 0)


@pytest.mark.long
def test_what_is_for_groups_says_so(own):
    acts = {act.key: act for act in acts_of(own, is_teaching=False)}
    assert acts["templates"].why_not == FOR_GROUPS
    assert acts["own_ways"].is_on
