from dataclasses import replace

from plplanner.grouping.engine_case import assignment_of, case_of
from plplanner.grouping.form_groups import form_groups
from plplanner.grouping.proposals import proposal_in_slots, proposal_of
from plplanner.grouping.slots import slots_of
from plplanner.terms import RuleKind
from tests.grouping.builders import a_problem, a_rule_of, last_time

SIX = a_problem(1, 1, 1, 5, 5, 5, groups=2, smallest=2, largest=4)


def words(proposal):
    return {group.identity.word: set(group.student_ids) for group in proposal.groups}


def test_calm_keeps_the_names_of_groups_that_go_on():
    calm = replace(SIX, calm=2, earlier=(last_time((0, 1, 2), (3, 4, 5)),))
    for seed in range(4):
        assert words(form_groups(replace(calm, seed=seed))) == {
            "River": {0, 1, 2},
            "Comet": {3, 4, 5},
        }
    dealt = {
        frozenset(words(form_groups(replace(calm, seed=seed, keep_names=False))))
        for seed in range(4)
    }
    assert len(dealt) > 1


def test_fresh_groups_have_fresh_names():
    fresh = replace(SIX, earlier=(last_time((0, 1, 2), (3, 4, 5)),))
    seen = {frozenset(words(form_groups(replace(fresh, seed=seed)))) for seed in range(4)}
    assert len(seen) > 1


def test_a_fixed_students_group_has_its_name_and_an_avoided_one_is_not_dealt():
    fixed = a_rule_of(RuleKind.FIXED, 0, identity_key="maple")
    never = a_rule_of(RuleKind.NEVER_IN, 3, identity_key="kite")
    for seed in range(4):
        proposal = form_groups(replace(SIX, rules=(fixed, never), seed=seed))
        assert 0 in words(proposal)["Maple"]
        assert 3 not in words(proposal).get("Kite", set())


def test_a_bound_below_the_cost_is_kept_and_told_as_a_gap():
    proposal = form_groups(SIX)
    case = case_of(SIX, slots_of(proposal))
    seats = assignment_of(case, proposal)
    told = proposal_of(SIX, case, seats, objective=200, bound=150)
    assert (told.status, told.bound, told.gap) == ("feasible", 150, 0.25)
    proven = proposal_of(SIX, case, seats, objective=200, bound=200)
    assert (proven.status, proven.gap) == ("optimal", 0.0)
    assert words(proposal_in_slots(SIX, case, seats, objective=200)) == words(proposal)
