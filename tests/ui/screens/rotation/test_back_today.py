from datetime import timedelta

import pytest

from plplanner.roster.commands import mark_absent
from plplanner.rotation.commands import set_plan_state, set_task
from plplanner.rotation.queries import plan_on
from plplanner.terms import PlanState
from plplanner.ui.screens.rotation.shown_checks import shown_remarks
from plplanner.ui.screens.rotation.viewmodel import TomorrowModel
from tests.builders import MONDAY
from tests.ui.screens.rotation.long_waits import let_one_wait

FRIDAY = MONDAY - timedelta(days=3)


@pytest.fixture
def model(planned, stage_on):
    """Monday, and the lessons of the week before."""
    let_one_wait(planned)
    made = TomorrowModel(stage_on(planned))
    made.be_shown(True)
    yield made
    made.be_shown(False)


def be_absent(model, count, day=FRIDAY):
    """So many students of the first group are absent; answers their names."""
    planner = model.stage.desk.planner
    names = {row.id: row.name for row in model.lesson.students}
    ids = planner.ask(plan_on, class_id=1, day=FRIDAY).groups[0].student_ids[:count]
    for one in ids:
        planner.do(mark_absent, student_id=one, day=day, name=names[one])
    model.refresh()
    return [names[one] for one in ids]


def remarks(model):
    found = shown_remarks(model, model.lesson)
    return [one for one in found if one.button == "See that lesson"]


def test_nothing_is_said_where_nobody_missed_the_last_lesson(model):
    assert remarks(model) == []


def test_who_is_back_is_named_with_what_she_missed_and_a_click_shows_it(model):
    (name,) = be_absent(model, 1)
    (said,) = remarks(model)
    assert said.text == f"{name} missed Fri 20 Nov"
    assert said.next_step == "The slip says to catch up first."  # these cells had no words
    said.mend()
    assert model.stage.choice.day == FRIDAY


def test_what_was_done_with_the_teacher_is_told_from_the_rest(model):
    be_absent(model, 1)
    line = model.stage.desk.ask(plan_on, class_id=1, day=FRIDAY).groups[0]
    plan_id = model.stage.desk.ask(plan_on, class_id=1, day=FRIDAY).id
    for visit in line.visits:
        model.stage.desk.do(
            set_task, plan_id=plan_id,
            group_id=line.group_id, round_number=visit.round_number,
            task=f"Work {visit.round_number}",
        )  # fmt: skip
    model.refresh()
    (said,) = remarks(model)
    tasks = [
        f"“Work {one.round_number}”{' with you' if one.station_name == 'Teacher table' else ''}"
        for one in line.visits
    ]
    assert said.next_step == (
        f"{tasks[0]}, {tasks[1]} and {tasks[2]}. The slip says to catch up first."
    )


def test_several_who_are_back_are_one_card(model):
    names = be_absent(model, 2)
    (said,) = remarks(model)
    assert said.text == f"{names[0]} and {names[1]} missed Fri 20 Nov"
    assert said.next_step == "Their slips say to catch up first."


def test_who_is_away_still_and_a_lesson_that_is_taught_need_no_word(model):
    be_absent(model, 1)
    be_absent(model, 1, day=MONDAY)
    assert remarks(model) == []
    model.stage.desk.undo()
    model.refresh()
    assert len(remarks(model)) == 1
    plan_id = model.lesson.plan.id
    model.stage.desk.do(set_plan_state, plan_id=plan_id, state=PlanState.TAUGHT)
    assert remarks(model) == []
