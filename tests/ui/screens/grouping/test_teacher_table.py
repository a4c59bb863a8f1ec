from datetime import date

import pytest

from plplanner.terms import GroupingStrategy
from plplanner.ui.screens.grouping.teacher_table import TeacherTable
from tests.ui.screens.grouping.looking import ids_by_name


@pytest.fixture
def both(model_on, planned):
    """The model with groups of today, and the list for the teacher's table."""
    model = model_on(planned)
    return model, TeacherTable(model)


def names(table):
    return list(table.names)


@pytest.mark.long
def test_nobody_is_called_until_the_teacher_wants_a_list_of_its_own(both):
    model, table = both
    assert not table.is_wanted
    table.want(True)
    shown = table.shown()
    assert names(table) == ["Ana", "Ben", "Cy", "Dee"]
    assert shown.rows[0].words == "1/5, not yet"
    assert shown.rows[0].identity == model.shown.piles[0].identity
    assert shown.says.startswith("4 students are not yet there and come to the table together.")
    assert "fractions on a line" in shown.says
    assert shown.others[0].name == "Eli"


@pytest.mark.long
def test_the_list_is_changed_kept_changed_again_and_every_step_undone(both, planned):
    model, table = both
    desk, ids = model.stage.desk, ids_by_name(model)
    before = planned.digest()
    table.toggle(ids["Ana"])
    assert (names(table), table.shown().is_by_hand) == (["Ben", "Cy", "Dee"], True)
    assert planned.digest() == before
    table.keep()
    assert (table.shown().is_kept, desk.undo_label) == (True, "Keep the teacher table list")
    table.toggle(ids["Eli"])
    assert names(table) == ["Ben", "Cy", "Dee", "Eli"]
    assert desk.undo_label == "Add Eli to the teacher table"
    desk.undo()
    assert names(table) == ["Ben", "Cy", "Dee"]
    desk.undo()
    assert planned.digest() == before
    table.suggest_again()
    assert names(table) == ["Ana", "Ben", "Cy", "Dee"]


@pytest.mark.long
def test_a_kept_list_is_of_its_day_and_leaves_groups_and_history_alone(both):
    model, table = both
    day, history = model.stage.choice.day, model.facts.history
    table.keep()
    assert TeacherTable(model).is_wanted
    assert model.facts.history == history
    model.stage.choice.choose_day(date(2026, 12, 1))
    assert not table.is_wanted
    model.stage.choice.choose_day(day)
    assert names(table) == ["Ana", "Ben", "Cy", "Dee"]
    for one in list(table.shown().rows):
        table.toggle(one.student_id)
    assert model.facts.table is None


@pytest.mark.long
def test_groups_for_the_stations_are_mixed_and_of_five_to_eight(both, settle):
    model, table = both
    table.ask_for_mixed()
    settle(model)
    assert (model.asked.strategy, model.asked.size.size) == (GroupingStrategy.MIXED, (5, 8))
    assert [len(pile.students) for pile in model.shown.piles] == [6, 6]
    assert names(table) == ["Ana", "Ben", "Cy", "Dee"]
    assert len({one.identity for one in table.shown().rows}) == 2
    assert table.shown().has_mixed_groups
