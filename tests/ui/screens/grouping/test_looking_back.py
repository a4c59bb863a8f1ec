import pytest

from plplanner.grouping.saved.queries import newest_groups
from plplanner.ui.screens.grouping.asking import AskingActs
from plplanner.ui.screens.grouping.history_row import NOW
from plplanner.ui.screens.grouping.looking_back import LookingBack
from plplanner.ui.screens.grouping.shaping import ShapingActs
from tests.ui.screens.grouping.looking import heard, ids_by_name, seats


@pytest.mark.long
def test_an_earlier_day_is_looked_at_and_put_away(model_on, with_history):
    model = model_on(with_history)
    now, back = seats(model), LookingBack(model)
    oldest = model.facts.history[-1]
    back.look_at(oldest.id)
    assert model.past is oldest
    assert model.standing.startswith("Groups of Thu 29 Oct, from “Exit ticket")
    assert model.changes.students == 12
    assert with_history.undo_label is None
    back.look_at(NOW)
    assert (model.past, seats(model)) == (None, now)


def test_the_groups_in_use_need_no_looking_back(model_on, with_history):
    model = model_on(with_history)
    LookingBack(model).look_at(model.facts.newest.id)
    assert model.past is None


def test_what_is_looked_at_cannot_be_changed(model_on, with_history):
    model = model_on(with_history)
    LookingBack(model).look_at(model.facts.history[-1].id)
    ana = ids_by_name(model)["Ana"]
    before = seats(model)
    shaping = ShapingActs(model)
    shaping.move_student(ana, model.shown.piles[0].identity.key)
    shaping.toggle_lock(ana)
    assert (seats(model), with_history.undo_label) == (before, None)


@pytest.mark.long
def test_earlier_groups_are_used_again_as_one_step_and_a_draft_is_put_aside(
    model_on, with_history, settle
):
    model = model_on(with_history)
    told, back = heard(model.stage.wishes.say), LookingBack(model)
    AskingActs(model).propose_anew()
    settle(model)
    oldest = model.facts.history[-1]
    back.look_at(oldest.id)
    then = {frozenset(one for one, _ in group.members) for group in oldest.groups}
    back.use_again()
    assert told == ["The groups of Thu 29 Oct are back."]
    assert with_history.undo_label == "Use those groups again"
    now = {frozenset(o.student_id for o in pile.students) for pile in model.shown.piles}
    assert (now, model.is_draft, model.past) == (then, False, None)
    model.stage.desk.undo()
    assert len(model.facts.history) == 3


@pytest.mark.long
def test_a_draft_kept_for_later_is_in_the_history_and_can_be_used(model_on, with_history, settle):
    model = model_on(with_history)
    saved = with_history.ask(newest_groups, class_id=1)
    AskingActs(model).propose_anew()
    settle(model)
    there = seats(model)
    ShapingActs(model).keep_for_later()
    assert not model.is_draft
    assert with_history.ask(newest_groups, class_id=1).id == saved.id
    kept = next(one for one in model.facts.history if one.state.value == "draft")
    back, told = LookingBack(model), heard(model.stage.wishes.say)
    back.look_at(kept.id)
    back.use_again()
    assert told == ["The draft of Fri 20 Nov is used."]
    assert (seats(model), model.past) == (there, None)
