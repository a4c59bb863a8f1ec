from datetime import timedelta

import pytest

from plplanner.rotation.next_turn import groups_with_teacher
from plplanner.rotation.pick_tasks import FINISH
from plplanner.rotation.queries import plans_between
from plplanner.rotation.spread_days import SpreadChoice, part_words
from plplanner.terms import StationKind
from plplanner.ui.screens.rotation.grid_rows import NOT_TODAY
from plplanner.ui.screens.rotation.spreading import spread
from plplanner.ui.screens.rotation.viewmodel import TomorrowModel
from tests.builders import MONDAY

DAYS = [MONDAY + timedelta(days=ahead) for ahead in range(5)]
TWO = SpreadChoice(2, 2, 20)


@pytest.fixture
def model(grouped, stage_on, application):
    made = TomorrowModel(stage_on(grouped))
    made.be_shown(True)
    yield made
    made.be_shown(False)


def test_two_days_and_one_to_catch_up_are_one_step(model, qtbot):
    stage, before = model.stage, model.stage.desk.planner.digest()
    with qtbot.waitSignal(stage.wishes.say, timeout=5_000) as said:
        spread(model.stage, model.lesson, DAYS, TWO, True)
    assert said.args == ["Spread over Mon 23 Nov and Tue 24 Nov, to catch up Wed 25 Nov."]
    week = {"class_id": 1, "first": DAYS[0], "last": DAYS[4]}
    plans = stage.desk.ask(plans_between, **week)
    assert [plan.day for plan in plans] == DAYS[:3]
    assert [part_words(plan) for plan in plans] == ["Day 1 of 2", "Day 2 of 2", "Catch-up"]
    for lines in zip(*(plan.groups for plan in plans[:2]), strict=True):
        stations = [visit.station_name for line in lines for visit in line.visits]
        assert len(stations) == len(set(stations)) == 4
    later = groups_with_teacher(plans[1])
    said = [turn.works_on for turn in model.turns() if turn.when == NOT_TODAY]
    assert said == ["On Tuesday"] * len(later - groups_with_teacher(plans[0]))
    last = [visit for line in plans[2].groups for visit in line.visits]
    alone = {visit.task for visit in last if visit.station_kind is not StationKind.TEACHER_LED}
    assert alone == {FINISH}
    assert stage.desk.undo_label == "Spread over Mon 23 Nov and Tue 24 Nov"
    stage.desk.undo()
    assert stage.desk.planner.digest() == before
