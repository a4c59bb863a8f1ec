import pytest

from plplanner.grouping.draft import SizeChoice
from plplanner.roster.commands import mark_absent
from plplanner.ui.screens.grouping.asking import AskingActs
from plplanner.ui.screens.grouping.shaping import ShapingActs
from tests.ui.screens.grouping.looking import another_pile, ids_by_name, seats


def moved(model, name):
    student = ids_by_name(model)[name]
    key = another_pile(model, student).identity.key
    ShapingActs(model).move_student(student, key)
    return key


def test_undo_takes_back_a_move_in_a_draft_and_not_what_was_saved_before(model_on, sample_planner):
    model = model_on(sample_planner)
    desk, saved, before = model.stage.desk, sample_planner.undo_label, seats(model)
    there = moved(model, "Luz")
    word = model.shown.pile_with(there).identity.word
    assert desk.undo_label == f"Move Luz to {word}"
    desk.undo()
    assert (seats(model), sample_planner.undo_label) == (before, saved)
    desk.redo()
    assert seats(model)["Luz"] == there


def test_locks_and_sizes_are_taken_back_one_by_one(model_on, sample_planner, settle):
    model = model_on(sample_planner)
    desk, asked, before = model.stage.desk, model.asked, seats(model)
    ShapingActs(model).toggle_lock(ids_by_name(model)["Luz"])
    AskingActs(model).choose_size(SizeChoice("3 groups", groups=3))
    settle(model)
    three = seats(model)
    assert desk.undo_label == "Change the size of groups"
    desk.undo()
    assert seats(model) == before
    assert desk.undo_label == "Lock Luz"
    desk.undo()
    assert model.asked == asked
    desk.redo()
    desk.redo()
    settle(model)
    assert seats(model) == three


@pytest.mark.long
def test_an_absence_between_two_moves_is_taken_back_in_its_turn(model_on, sample_planner):
    model = model_on(sample_planner)
    desk, before = model.stage.desk, seats(model)
    moved(model, "Luz")
    mateo = ids_by_name(model)["Mateo"]
    desk.do(mark_absent, student_id=mateo, day=model.stage.choice.day, name="Mateo")
    moved(model, "Ana")
    names = []
    for _ in range(3):
        names.append(desk.undo_label.split(" to ")[0])
        desk.undo()
    assert [names[0], names[2]] == ["Move Ana", "Move Luz"]
    assert "Mateo" in names[1]
    assert seats(model) == before


def test_an_act_that_changes_nothing_is_no_step(model_on, sample_planner):
    model = model_on(sample_planner)
    label = model.stage.desk.undo_label
    with model.steps.step("Nothing"):
        pass
    assert model.stage.desk.undo_label == label


@pytest.mark.long
def test_groups_that_are_used_leave_no_draft_behind(model_on, sample_planner):
    model = model_on(sample_planner)
    moved(model, "Luz")
    ShapingActs(model).use_groups()
    assert model.stage.desk.undo_label == "Save groups"
    model.stage.desk.undo()
    assert model.stage.desk.undo_label == sample_planner.undo_label
