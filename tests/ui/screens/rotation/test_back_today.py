from datetime import timedelta

import pytest
from PySide6.QtWidgets import QWidget

from plplanner.roster.commands import mark_absent
from plplanner.rotation.commands import set_plan_state, set_task
from plplanner.rotation.queries import plan_on
from plplanner.terms import PlanState, StationKind
from plplanner.ui.screens.rotation.day_acts import open_panel
from plplanner.ui.screens.rotation.day_bar import DayBar
from plplanner.ui.screens.rotation.panels.own_seat import OwnSeatPanel
from plplanner.ui.screens.rotation.shown_checks import remarks_of_today, shown_remarks
from plplanner.ui.screens.rotation.side_panel import ShownCheck
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


def remarks(model, open_panel=print):
    found = shown_remarks(model, model.lesson, open_panel=open_panel)
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


def test_one_who_is_back_can_be_given_a_seat_with_what_she_missed(model, qtbot):
    plan = model.stage.desk.ask(plan_on, class_id=1, day=FRIDAY)
    line = plan.groups[0]
    for visit in line.visits:
        where = {"group_id": line.group_id, "round_number": visit.round_number}
        task = f"Task {visit.round_number}"
        model.stage.desk.do(set_task, plan_id=plan.id, task=task, **where)
    be_absent(model, 1)
    asked = []
    (said,) = remarks(model, asked.append)
    ((says, give),) = said.more
    assert says == "An own seat to catch up"
    give()
    assert asked == [f"own_seat {line.student_ids[0]}"]
    parent, bar = QWidget(), DayBar(model.stage.theme)
    for made in (parent, bar):
        qtbot.addWidget(made)
    assert open_panel(asked[0], model, parent, bar)
    panel = parent.findChild(OwnSeatPanel)
    led = {v.round_number for v in line.visits if v.station_kind is StationKind.TEACHER_LED}
    alone = [f"Task {v.round_number}" for v in line.visits if v.round_number not in led]
    assert panel.student.currentData() == line.student_ids[0]
    assert panel.task.text() == f"Catch up: {', '.join(alone)}"
    panel.close()


def test_several_who_are_back_are_only_named(model):
    be_absent(model, 2)
    (said,) = remarks(model)
    assert said.more == ()


def test_while_teaching_it_is_said_beside_the_notes_until_the_rounds_are_over(model):
    (name,) = be_absent(model, 1)
    numbers = [one.number for one in model.lesson.plan.rounds]
    (said,) = remarks_of_today(model, model.lesson, None, numbers[:-1])
    assert (said.text, said.button) == (f"{name} missed Fri 20 Nov", "See that lesson")
    assert said.more == (), "seats are given before the lesson"
    assert remarks_of_today(model, model.lesson, None, numbers) == []
    paper = ShownCheck("The slip changed.", "", "Reprint 1 page", print)
    assert remarks_of_today(model, model.lesson, paper, [])[0] == paper
