import pytest

from plplanner.grouping.rows import GroupingChoice
from plplanner.ui.screens.grouping.asking import AskingActs
from plplanner.ui.screens.grouping.choosing import Choosing
from plplanner.ui.screens.grouping.shaping import ShapingActs
from tests.ui.screens.grouping.looking import another_pile, ids_by_name, seats


@pytest.fixture
def asked(model_on, sample_planner, qtbot):
    """A model and its choices, there already."""
    model = model_on(sample_planner)
    choosing = Choosing(model)
    choosing.ask()
    assert choosing.is_thinking
    qtbot.waitUntil(lambda: not choosing.is_thinking, timeout=10_000)
    return model, choosing


@pytest.mark.long
def test_up_to_three_that_differ_are_offered_the_one_on_the_table_first(asked):
    model, choosing = asked
    assert 2 <= len(choosing.choices) <= 3
    assert choosing.at == 0
    assert all(isinstance(one, GroupingChoice) and one.trades for one in choosing.choices)
    before = seats(model)
    choosing.take(1)
    assert choosing.at == 1
    assert seats(model) != before
    choosing.take(0)
    assert seats(model) == before


@pytest.mark.long
def test_a_move_by_hand_is_none_of_them_any_more_but_can_be_given_up(asked):
    model, choosing = asked
    ben = ids_by_name(model)["Ben"]
    ShapingActs(model).move_student(ben, another_pile(model, ben).identity.key)
    choosing.take(1)
    assert (choosing.at, model.draft.moves) == (1, {})


@pytest.mark.long
def test_another_problem_puts_them_away(asked, settle):
    model, choosing = asked
    AskingActs(model).shuffle_names()
    settle(model)
    choosing.keep_up()
    assert (choosing.choices, choosing.at) == ((), -1)
    choosing.take(1)
    assert model.draft is not None
