import pytest

from plplanner.roster.commands import mark_absent
from plplanner.rotation.lone_groups import LoneGroup
from plplanner.rotation.plan_checks import AloneThere
from plplanner.ui.screens.rotation.merging import company_of, left_alone, names_of
from plplanner.ui.screens.rotation.shown_checks import shown_check
from plplanner.ui.screens.rotation.viewmodel import TomorrowModel
from tests.builders import MONDAY


@pytest.fixture
def model(planned, stage_on):
    """Monday's plan with one student left of the first group, which works together in a round."""
    made = TomorrowModel(stage_on(planned))
    made.be_shown(True)
    for student_id in made.lesson.plan.groups[0].student_ids[1:]:
        planned.do(mark_absent, student_id=student_id, day=MONDAY, name="Ada")
    made.refresh()
    yield made
    made.be_shown(False)


def shown(model, picked):
    check = next(one for one in model.lesson.checks.to_look_at if isinstance(one.mend, AloneThere))
    return shown_check(model, check, lambda *cell: picked.append(cell), lambda _: None)


def test_who_is_left_is_the_one_who_is_not_absent(model):
    lesson = model.lesson
    (found,) = left_alone(model.stage.desk, lesson)
    first = lesson.plan.groups[0]
    assert (found.group_id, found.student_ids) == (first.group_id, first.student_ids[:1])
    assert names_of(lesson, found) in {row.name for row in lesson.students}


def test_the_check_lets_her_work_with_another_group_by_one_click_and_undo(model):
    group = model.lesson.plan.groups[0]
    here, said = group.student_ids[0], []
    model.stage.wishes.say.connect(said.append)
    check = shown(model, [])
    assert check.button.startswith("Work with ")
    word = check.button.removeprefix("Work with ")
    digest = model.stage.desk.planner.digest()
    check.mend()
    host = next(line for line in model.lesson.plan.groups if line.identity.word == word)
    assert here in host.student_ids
    assert said == [f"{said[0].split(' works')[0]} works with {word} today."]
    assert not any(isinstance(one.mend, AloneThere) for one in model.lesson.checks.to_look_at)
    model.stage.desk.undo()
    assert model.stage.desk.planner.digest() == digest


def test_or_a_task_for_one_is_picked_for_that_cell(model):
    picked = []
    ((says, act),) = shown(model, picked).more
    act()
    assert says == "Pick a task for one"
    ((line, place, typed),) = picked
    visit = model.lesson.plan.groups[line].visits[place]
    assert (line, typed, visit.station_name) == (0, "", "Together")


def test_where_no_group_has_room_only_the_task_is_left(model, monkeypatch):
    nobody = "plplanner.ui.screens.rotation.merging.left_alone"
    monkeypatch.setattr(nobody, lambda *_: (LoneGroup(-1, "Kite", (), 1, "Moon"),))
    assert company_of(model, model.lesson.plan.groups[0].group_id) == []
    assert shown(model, []).button == "Pick a task for one"
