import pytest
from PySide6.QtCore import QCoreApplication

from plplanner.grouping.draft import SizeChoice
from plplanner.roster.commands import add_students
from plplanner.roster.rows import NewStudent
from plplanner.ui.screens.grouping.asking import AskingActs
from plplanner.ui.screens.grouping.looking_back import LookingBack
from plplanner.ui.screens.grouping.reasoning import Reasoning
from plplanner.ui.screens.grouping.shaping import ShapingActs
from tests.builders import TODAY
from tests.ui.screens.grouping.looking import another_pile, ids_by_name


@pytest.fixture
def reasoning_on(model_on):
    """`reasoning_on(planner)`: a model and its reasoning, which does not wait."""

    def build(planner):
        model = model_on(planner)
        reasoning = Reasoning(model)
        reasoning.after = 0
        return model, reasoning

    return build


def answer(reasoning, student_id, qtbot):
    with qtbot.waitSignal(reasoning.told):
        assert reasoning.ask(student_id) is None
    return reasoning.ask(student_id)


def test_every_other_group_of_a_draft_gets_a_sentence(reasoning_on, sample_planner, qtbot):
    model, reasoning = reasoning_on(sample_planner)
    luz = ids_by_name(model)["Luz"]
    why = answer(reasoning, luz, qtbot)
    others = {pile.identity.key for pile in model.shown.piles} - {
        model.shown.pile_of(luz).identity.key
    }
    assert {move.identity_key for move in why.moves} == others
    assert all(move.sentence for move in why.moves)


def test_saved_groups_are_reasoned_about_too_and_the_answer_is_remembered(
    reasoning_on, planned, qtbot
):
    model, reasoning = reasoning_on(planned)
    ana = ids_by_name(model)["Ana"]
    assert len(answer(reasoning, ana, qtbot).moves) == 2
    assert reasoning.ask(ana) is reasoning.ask(ana)


def test_other_groups_make_another_question(reasoning_on, sample_planner, qtbot):
    model, reasoning = reasoning_on(sample_planner)
    luz = ids_by_name(model)["Luz"]
    answer(reasoning, luz, qtbot)
    ShapingActs(model).move_student(luz, another_pile(model, luz).identity.key)
    assert reasoning.ask(luz) is None


def test_held_over_a_group_a_rule_comes_first_and_then_the_engine_s_sentence(
    reasoning_on, sample_planner, qtbot, settle
):
    model, reasoning = reasoning_on(sample_planner)
    ids = ids_by_name(model)
    finns = model.shown.pile_of(ids["Finn"]).identity.key
    assert reasoning.said_of(ids["Ana"], finns) == ("Breaks “Ana and Finn apart”.", True)
    AskingActs(model).choose_size(SizeChoice("1–9", size=(1, 9)))
    settle(model)
    ben = ids["Ben"]
    why = answer(reasoning, ben, qtbot)
    free = next(move for move in why.moves if not move.breaks)
    said, is_warm = reasoning.said_of(ben, free.identity_key)
    assert (said, is_warm) == (free.sentence, False)


def test_about_an_earlier_day_nothing_is_asked(reasoning_on, with_history):
    model, reasoning = reasoning_on(with_history)
    LookingBack(model).look_at(model.facts.history[-1].id)
    assert reasoning.ask(ids_by_name(model)["Ana"]) is None
    assert reasoning.ask(None) is None
    QCoreApplication.processEvents()
    assert not model.is_thinking


def test_of_a_newcomer_in_no_group_yet_nothing_is_weighed(reasoning_on, planned):
    model, reasoning = reasoning_on(planned)
    new = NewStudent(last="Zed", first="Zuzu")
    model.stage.desk.do(add_students, class_id=1, students=[new], entered_on=TODAY)
    (zuzu,) = model.shown.without_group
    to = model.shown.piles[0].identity.key
    assert reasoning.said_of(zuzu.student_id, to) == ("", False)
    assert reasoning.ask(zuzu.student_id) is None
