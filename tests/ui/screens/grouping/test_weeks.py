from datetime import date

import pytest

from plplanner.grouping.draft import SizeChoice
from plplanner.grouping.saved.queries import group_sets_of_class
from plplanner.terms import GroupingStrategy, GroupSetState
from plplanner.ui.screens.grouping.asking import AskingActs
from plplanner.ui.screens.grouping.looking_back import LookingBack
from plplanner.ui.screens.grouping.weeks import Weeks
from tests.ui.screens.grouping.looking import seats

DAYS = [date(2026, 11, 23), date(2026, 11, 30), date(2026, 12, 7)]


@pytest.fixture
def asked(model_on, sample_planner, settle, qtbot):
    """Random groups of three, planned for three weeks."""
    model = model_on(sample_planner)
    asking, weeks = AskingActs(model), Weeks(model)
    asking.choose_strategy(GroupingStrategy.RANDOM)
    asking.choose_size(SizeChoice("3", size=(3, 3)))
    settle(model)
    weeks.ask(3)
    assert (weeks.is_thinking, weeks.says) == (True, "Planning 3 weeks of groups.")
    qtbot.waitUntil(lambda: not weeks.is_thinking, timeout=20_000)
    return model, weeks


@pytest.mark.long
def test_each_week_is_looked_at_and_repeats_are_said(asked):
    model, weeks = asked
    assert (weeks.at, list(weeks.days)) == (0, DAYS)
    first = seats(model)
    weeks.look_at(2)
    assert weeks.at == 2
    assert seats(model) != first
    assert "In 3 weeks" in weeks.says
    assert "Mon 7 Dec: " in weeks.says


@pytest.mark.long
def test_keeping_uses_the_first_week_and_drafts_the_others_in_one_step(asked, sample_planner):
    model, weeks = asked
    desk, first, before = model.stage.desk, seats(model), sample_planner.digest()
    weeks.look_at(1)
    weeks.keep()
    kept = sample_planner.ask(group_sets_of_class, class_id=1)
    assert [one.state for one in kept] == [GroupSetState.IN_USE, *[GroupSetState.DRAFT] * 2]
    assert [one.starts_on for one in kept] == [None, *DAYS[1:]]
    assert seats(model) == first
    assert (desk.undo_label, weeks.is_open) == ("Keep 3 weeks of groups", False)
    desk.undo()
    assert sample_planner.digest() == before


@pytest.mark.long
def test_a_later_week_becomes_the_groups_of_the_class_in_one_step(asked, sample_planner):
    model, weeks = asked
    weeks.keep()
    before, later = sample_planner.digest(), model.facts.history[1]
    looking = LookingBack(model)
    looking.look_at(later.id)
    assert model.standing.startswith("Groups planned for Mon 30 Nov, from ")
    looking.use_again()
    assert model.facts.newest.groups == later.groups
    assert [one.state for one in model.facts.history].count(GroupSetState.DRAFT) == 1
    model.stage.desk.undo()
    assert sample_planner.digest() == before


@pytest.mark.long
def test_other_groups_put_the_weeks_away_and_groups_by_need_have_none(asked, settle):
    model, weeks = asked
    AskingActs(model).choose_strategy(GroupingStrategy.NEED)
    settle(model)
    weeks.keep_up()
    assert (weeks.is_open, weeks.is_free, weeks.at) == (False, False, -1)
    weeks.keep()
    assert model.is_draft
