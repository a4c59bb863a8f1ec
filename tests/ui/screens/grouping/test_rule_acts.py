from plplanner.grouping.draft import SizeChoice
from plplanner.terms import RuleKind
from plplanner.ui.screens.grouping.rule_acts import RuleActs


def ids_of(model, *names):
    by_name = {row.name: row.id for row in model.roster}
    return [by_name[name] for name in names]


def test_a_rule_is_added_and_removed_as_steps(model_on, sample_planner, settle):
    model = model_on(sample_planner)
    acts, told = RuleActs(model), []
    model.stage.wishes.say.connect(told.append)
    assert acts.add_rule(RuleKind.APART, ids_of(model, "Maya", "Ivy"))
    settle(model)
    rule = model.rules[-1]
    assert rule.name == "Maya and Ivy apart"
    acts.remove_rule(rule)
    assert rule not in model.rules
    assert told == ["Removed the rule “Maya and Ivy apart”."]
    model.stage.desk.undo()
    assert rule in model.rules


def test_a_rule_for_one_student_is_refused_in_words(model_on, sample_planner):
    model, told = model_on(sample_planner), []
    model.stage.desk.problem.connect(told.append)
    assert not RuleActs(model).add_rule(RuleKind.APART, ids_of(model, "Maya"))
    assert told[0].what == "A rule needs at least two students."


def test_one_move_mends_a_broken_rule(model_on, planned):
    model = model_on(planned)
    (luz,) = ids_of(model, "Luz")
    seat = model.shown.pile_of(luz)
    model.move_student(luz, next(p for p in model.shown.piles if p is not seat).identity.key)
    broken = next(state for state in model.shown.rules if state.broken)
    RuleActs(model).mend(broken)
    assert not any(state.broken for state in model.shown.rules)


def test_rules_that_cannot_hold_are_loosened_by_removing_the_newest(
    model_on, sample_planner, settle
):
    model = model_on(sample_planner)
    acts = RuleActs(model)
    acts.add_rule(RuleKind.APART, ids_of(model, "Mateo", "Luz"))
    settle(model)
    assert "cannot both be kept" in model.impossible.explanation
    assert acts.way_out == "Remove “Mateo and Luz apart”"
    acts.loosen()
    settle(model)
    assert (model.impossible, len(model.rules)) == (None, 2)


def test_locks_that_cannot_hold_are_loosened_by_unlocking(model_on, sample_planner, settle):
    model = model_on(sample_planner)
    acts = RuleActs(model)
    for pile in model.shown.piles:
        model.toggle_lock(pile.students[0].student_id)
    model.choose_size(SizeChoice("2 groups", groups=2))
    settle(model)
    assert acts.way_out == "Unlock everyone"
    acts.loosen()
    settle(model)
    assert len(model.shown.piles) == 2


def test_sizes_that_cannot_be_are_loosened_to_the_usual(model_on, sample_planner, settle):
    model = model_on(sample_planner)
    acts = RuleActs(model)
    model.choose_size(SizeChoice("odd", size=(9, 9)))
    settle(model)
    assert acts.way_out == "Use the usual size"
    acts.loosen()
    settle(model)
    assert len(model.shown.piles) == 4
