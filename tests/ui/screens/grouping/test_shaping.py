from dataclasses import replace

import pytest

from plplanner.grouping.draft import SizeChoice
from plplanner.ui.screens.grouping.asking import AskingActs
from plplanner.ui.screens.grouping.shaping import ShapingActs
from tests.ui.screens.grouping.looking import BY_WORDS, another_pile, heard, ids_by_name, seats


def test_using_groups_is_one_step_and_undo_brings_the_proposal_back(
    model_on, sample_planner, settle
):
    model = model_on(sample_planner)
    told = heard(model.stage.wishes.say)
    ShapingActs(model).use_groups()
    assert (model.is_draft, told) == (False, ["Groups saved."])
    assert sample_planner.undo_label == "Save groups"
    model.stage.desk.undo()
    settle(model)
    assert model.is_draft
    assert model.shown.piles


def test_a_move_in_a_draft_is_marked_kept_when_used_and_can_be_taken_back(model_on, sample_planner):
    model = model_on(sample_planner)
    luz = ids_by_name(model)["Luz"]
    before, there = seats(model), another_pile(model, luz)
    ShapingActs(model).move_student(luz, there.identity.key)
    assert seats(model)["Luz"] == there.identity.key
    assert model.shown.student(luz).is_moved
    ShapingActs(model).move_back(luz)
    assert seats(model) == before
    ShapingActs(model).move_student(luz, there.identity.key)
    ShapingActs(model).use_groups()
    assert model.shown.student(luz).is_moved
    assert seats(model)["Luz"] == there.identity.key


def test_a_move_in_saved_groups_is_a_step_that_undo_names(model_on, planned):
    model = model_on(planned)
    luz = ids_by_name(model)["Luz"]
    before, there = seats(model), another_pile(model, luz)
    ShapingActs(model).move_student(luz, there.identity.key)
    assert planned.undo_label == f"Move Luz to {there.identity.word}"
    model.stage.desk.undo()
    assert seats(model) == before


def test_a_broken_rule_is_said_at_once_and_never_blocks(model_on, sample_planner):
    model = model_on(sample_planner)
    mateo, luz = (ids_by_name(model)[name] for name in ("Mateo", "Luz"))
    assert [state.broken for state in model.shown.rules] == ["", ""]
    ShapingActs(model).move_student(luz, another_pile(model, mateo).identity.key)
    assert "Luz and Mateo are in 2 groups" in [state.broken for state in model.shown.rules]


def test_a_locked_student_keeps_her_group_when_groups_are_formed_anew(
    model_on, sample_planner, settle
):
    model = model_on(sample_planner)
    maya = ids_by_name(model)["Maya"]
    there = another_pile(model, maya).identity.key
    ShapingActs(model).move_student(maya, there)
    ShapingActs(model).toggle_lock(maya)
    for size in ("5 groups", "3–6", "About 6"):
        AskingActs(model).choose_size(BY_WORDS[size])
        settle(model)
        assert seats(model)["Maya"] == there
        assert model.shown.student(maya).is_locked
    AskingActs(model).shuffle_names()
    settle(model)
    assert seats(model)["Maya"] == there


@pytest.mark.long
def test_locking_in_saved_groups_is_a_step_and_carries_over(model_on, planned, settle):
    model = model_on(planned)
    maya = ids_by_name(model)["Maya"]
    ShapingActs(model).toggle_lock(maya)
    assert planned.undo_label == "Lock Maya"
    where = seats(model)["Maya"]
    AskingActs(model).choose_basis(2)
    settle(model)
    assert (model.is_draft, seats(model)["Maya"]) == (True, where)
    AskingActs(model).keep_saved()
    assert not model.is_draft
    ShapingActs(model).toggle_lock(maya)
    assert planned.undo_label == "Unlock Maya"


def proposed(model_on, planner, settle):
    model = model_on(planner)
    model.asked = replace(model.asked, calm=0, size=SizeChoice("3 groups", groups=3))
    AskingActs(model).propose_anew()
    settle(model)
    return model


@pytest.mark.long
def test_moves_are_accepted_one_by_one(model_on, with_history, settle):
    model = proposed(model_on, with_history, settle)
    shaping = ShapingActs(model)
    count, move = model.changes.count, model.changes.moves[0]
    assert count > 1
    shaping.let_move(move.student_id, moves=False)
    assert model.changes.count == count - 1
    assert seats(model)[move.name] == move.before.key
    assert not model.shown.student(move.student_id).is_moved
    shaping.let_move(move.student_id, moves=True)
    assert model.changes.count == count
    shaping.let_move(move.student_id, moves=False)
    shaping.use_groups()
    there = model.shown.student(move.student_id)
    assert (seats(model)[move.name], there.is_moved) == (move.before.key, False)
    assert there.why.endswith(f"left in {move.before.word} by you.")


def test_absent_is_one_step_keeps_the_rest_still_and_is_taken_back(
    model_on, sample_planner, settle
):
    model = model_on(sample_planner)
    shaping, before = ShapingActs(model), seats(model)
    noor = ids_by_name(model)["Noor"]
    shaping.toggle_absent(noor)
    assert sample_planner.undo_label == "Mark Noor absent"
    assert model.shown.student(noor).is_absent
    assert seats(model) == before
    shaping.toggle_absent(noor)
    assert not model.shown.student(noor).is_absent
    assert seats(model) == before


@pytest.mark.long
def test_a_group_that_gets_too_small_is_filled_and_everyone_goes_back_later(
    model_on, sample_planner, settle
):
    model = model_on(sample_planner)
    AskingActs(model).choose_size(SizeChoice("4–6", size=(4, 6)))
    settle(model)
    before, shaping = seats(model), ShapingActs(model)
    small = min(model.shown.piles, key=lambda pile: len(pile.students))
    gone = [one.student_id for one in small.students[: len(small.students) - 3]]
    for student_id in gone:
        shaping.toggle_absent(student_id)
        settle(model)
    assert {one.student_id for one in model.shown.without_group} == set(gone)
    now = seats(model)
    assert sum(before[name] != key for name, key in now.items()) <= 5
    for student_id in gone:
        shaping.toggle_absent(student_id)
        settle(model)
    assert seats(model) == before


@pytest.mark.long
def test_who_is_absent_already_has_a_place_unless_the_group_would_be_too_small(
    model_on, sample_planner, settle
):
    model = model_on(sample_planner)
    noor = ids_by_name(model)["Noor"]
    ShapingActs(model).toggle_absent(noor)
    AskingActs(model).choose_size(SizeChoice("2 groups", groups=2))
    settle(model)
    assert model.shown.student(noor).is_absent
    AskingActs(model).choose_size(SizeChoice("6–6", size=(6, 6)))
    settle(model)
    assert model.shown.student(noor).is_absent, "eleven who are here make no groups of six"
    assert any("has 5, at least 6" in one for one in model.shown.size_warnings)


@pytest.mark.long
def test_a_draft_is_used_with_the_cuts_it_was_formed_with(model_on, sample_planner, settle):
    model = model_on(sample_planner)
    AskingActs(model).move_cuts(nearly=2, secure=3)
    settle(model)
    ShapingActs(model).use_groups()
    saved = model.facts.saved
    assert (saved.nearly_cut, saved.secure_cut) == (0.4, 0.6)
    assert model.facts.scale_of_saved.secure == 0.6
