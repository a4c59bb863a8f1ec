from datetime import timedelta

import pytest

from plplanner.rotation.commands import remove_plan, set_plan_state
from plplanner.rotation.queries import plan_on
from plplanner.rotation.spread_days import SpreadChoice
from plplanner.terms import PlanState
from plplanner.ui.screens.rotation.spreading import spread
from plplanner.ui.screens.rotation.viewmodel import TomorrowModel
from tests.builders import MONDAY

DAYS = [MONDAY + timedelta(days=ahead) for ahead in range(4)]


@pytest.fixture
def model(planned, stage_on, qtbot):
    """Monday and Tuesday share a rotation; Wednesday is there to catch up."""
    made = TomorrowModel(stage_on(planned))
    made.be_shown(True)
    spread(made.stage, made.lesson, DAYS, SpreadChoice(2, 3, 13), True)
    qtbot.waitUntil(lambda: made.lesson.plan.part == 1, timeout=10_000)
    yield made
    made.be_shown(False)


def plans(model):
    found = [model.stage.desk.ask(plan_on, class_id=1, day=day) for day in DAYS]
    return [plan for plan in found if plan is not None]


def stations_of(days):
    seen = {}
    for plan in days:
        for line in plan.groups:
            seen.setdefault(line.identity.key, set()).update(
                visit.station_name for visit in line.visits if visit is not None
            )
    return seen


def test_one_day_drafted_again_drafts_the_whole_rotation(model, qtbot):
    before = plans(model)
    model.stage.choice.choose_day(DAYS[1])
    model.draft_again()
    label = "Spread over Mon 23 Nov and Tue 24 Nov"
    qtbot.waitUntil(
        lambda: [plan.id for plan in plans(model)] != [plan.id for plan in before], timeout=10_000
    )
    assert model.stage.desk.undo_label == label
    assert [(plan.part, plan.parts) for plan in plans(model)] == [(1, 2), (2, 2), (3, 2)]
    assert len({frozenset(found) for found in stations_of(plans(model)[:2]).values()}) == 1
    model.stage.desk.undo()
    assert plans(model) == before


def test_after_a_taught_day_it_is_said_why_not(model, qtbot):
    first = plans(model)[0]
    model.stage.desk.do(set_plan_state, plan_id=first.id, state=PlanState.TAUGHT)
    model.stage.choice.choose_day(DAYS[1])
    before = plans(model)
    with qtbot.waitSignal(model.stage.wishes.warn) as told:
        model.draft_again()
    assert "was taught" in str(told.args[0])
    assert plans(model) == before


@pytest.mark.long
def test_days_that_are_gone_are_told(model, qtbot):
    model.stage.desk.do(remove_plan, plan_id=plans(model)[1].id)
    with qtbot.waitSignal(model.stage.wishes.warn) as told:
        model.draft_again()
    assert "gone" in str(told.args[0])


@pytest.mark.long
def test_with_other_rounds_it_is_a_day_by_itself_and_says_so(model, qtbot):
    said = []
    model.stage.wishes.say.connect(said.append)
    model.draft_again(2)
    qtbot.waitUntil(lambda: bool(said), timeout=10_000)
    assert model.lesson.plan.part == 0
    assert said[0].endswith("It is no longer “Day 1 of 2” of a rotation.")
