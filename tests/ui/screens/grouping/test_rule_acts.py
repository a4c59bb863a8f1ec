from datetime import date

import pytest

from plplanner.grouping.draft import SizeChoice
from plplanner.terms import GroupingStrategy, RuleKind
from plplanner.ui.screens.grouping.asking import AskingActs
from plplanner.ui.screens.grouping.new_rule import NewRule
from plplanner.ui.screens.grouping.rule_acts import RuleActs
from plplanner.ui.screens.grouping.shaping import ShapingActs
from tests.ui.screens.grouping.looking import another_pile, heard, ids_by_name


def ids_of(model, *names):
    return tuple(ids_by_name(model)[name] for name in names)


def apart(model, *names):
    return NewRule(RuleKind.APART, ids_of(model, *names))


@pytest.mark.long
def test_a_rule_is_added_and_removed_as_steps(model_on, sample_planner, settle):
    model = model_on(sample_planner)
    acts, told = RuleActs(model), heard(model.stage.wishes.say)
    assert acts.add_rule(apart(model, "Maya", "Ben"))
    assert sample_planner.undo_label == "Add a rule for groups"
    settle(model)
    rule = model.facts.rules[-1]
    assert rule.name == "Ben and Maya apart"
    acts.remove_rule(rule)
    assert rule not in model.facts.rules
    assert told == ["Removed the rule “Ben and Maya apart”."]
    model.stage.desk.undo()
    assert rule in model.facts.rules


def test_a_rule_for_one_student_is_refused_in_words(model_on, sample_planner):
    model = model_on(sample_planner)
    told = heard(model.stage.desk.problem)
    assert not RuleActs(model).add_rule(apart(model, "Maya"))
    assert told[0].what == "A rule needs at least two students."


@pytest.mark.long
def test_a_rule_about_a_tag_gives_the_tag_to_who_is_ticked_in_one_step(
    model_on, sample_planner, settle
):
    model = model_on(sample_planner)
    acts, (ana, ben, cy) = RuleActs(model), ids_of(model, "Ana", "Ben", "Cy")
    leaders = NewRule(RuleKind.SPREAD_TAG, (ana, ben), tag="leader")
    assert acts.add_rule(leaders)
    settle(model)
    assert {one for one, tags in model.facts.tags.items() if "leader" in tags} == {ana, ben}
    acts.add_rule(NewRule(RuleKind.AT_MOST_TAG, (ben, cy), tag="leader", count=1))
    settle(model)
    assert {one for one, tags in model.facts.tags.items() if "leader" in tags} == {ben, cy}
    model.stage.desk.undo()
    model.stage.desk.undo()
    assert not any(model.facts.tags.values())
    assert len(model.facts.rules) == 2


def test_one_move_mends_a_broken_rule(model_on, planned):
    model = model_on(planned)
    (luz,) = ids_of(model, "Luz")
    ShapingActs(model).move_student(luz, another_pile(model, luz).identity.key)
    broken = next(state for state in model.shown.rules if state.broken)
    RuleActs(model).mend(broken)
    assert not any(state.broken for state in model.shown.rules)


def test_rules_that_cannot_hold_are_loosened_in_one_click(model_on, sample_planner, settle):
    model = model_on(sample_planner)
    acts, told = RuleActs(model), heard(model.stage.wishes.say)
    acts.add_rule(apart(model, "Mateo", "Luz"))
    settle(model)
    assert "cannot both be kept" in model.impossible.explanation
    ways = acts.ways_out()
    assert len(ways) > 1
    acts.take(ways[0])
    settle(model)
    assert (model.impossible, len(model.facts.rules)) == (None, 2)
    assert told == [f"{ways[0].words}."]
    assert sample_planner.undo_label == ways[0].words


def test_locks_that_cannot_hold_are_loosened_by_unlocking(model_on, sample_planner, settle):
    model = model_on(sample_planner)
    acts, asking = RuleActs(model), AskingActs(model)
    asking.choose_size(SizeChoice("4 groups", groups=4))
    settle(model)
    for pile in model.shown.piles:
        ShapingActs(model).toggle_lock(pile.students[0].student_id)
    asking.choose_size(SizeChoice("2 groups", groups=2))
    settle(model)
    way = next(one for one in acts.ways_out() if one.unlock)
    acts.take(way)
    settle(model)
    assert len(model.shown.piles) == 2
    assert len(model.asked.locks) < 4


def test_sizes_that_cannot_be_are_loosened_to_sizes_that_can(model_on, sample_planner, settle):
    model = model_on(sample_planner)
    acts = RuleActs(model)
    AskingActs(model).choose_size(SizeChoice("odd", size=(9, 9)))
    settle(model)
    way = next(one for one in acts.ways_out() if one.smallest or one.largest or one.groups)
    acts.take(way)
    settle(model)
    assert model.impossible is None
    assert model.asked.size.words != "odd"


@pytest.mark.long
def test_the_usual_ways_back_are_there_when_nothing_else_helps(model_on, sample_planner, settle):
    model = model_on(sample_planner)
    acts = RuleActs(model)
    AskingActs(model).choose_strategy(GroupingStrategy.MAKE_UP)
    settle(model)
    assert "missing" in model.impossible.explanation
    assert acts.ways_out() == ()
    acts.group_by_need()
    settle(model)
    assert (model.asked.strategy, model.impossible) == (GroupingStrategy.NEED, None)
    acts.use_usual_size()
    assert not model.is_thinking


@pytest.mark.long
def test_the_dates_of_a_rule_are_changed_in_one_step_and_the_same_dates_in_none(
    model_on, sample_planner
):
    model = model_on(sample_planner)
    acts, rule = RuleActs(model), model.facts.rules[0]
    acts.change_dates(rule, None, None)
    assert sample_planner.undo_label is None
    acts.change_dates(rule, None, date(2026, 12, 18))
    assert sample_planner.undo_label == "Change the dates of a rule"
    assert model.facts.rules[0].ends_on == date(2026, 12, 18)
    acts.change_dates(model.facts.rules[0], date(2026, 12, 1), None)
    assert rule.id in [one.id for one in model.facts.asleep]
