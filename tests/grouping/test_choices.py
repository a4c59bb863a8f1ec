from plplanner.grouping.broken_rules import broken_rules
from plplanner.grouping.choices import grouping_choices
from plplanner.grouping.form_groups import form_groups
from plplanner.grouping.moving import cost_of
from tests.grouping.builders import a_problem, apart

PROBLEM = a_problem(1, 1, 2, 2, 3, 3, 4, 5, groups=2, smallest=3, largest=5, rules=[apart(0, 1)])


def test_choices_differ_keep_all_rules_and_say_what_they_trade():
    first = form_groups(PROBLEM)
    choices = grouping_choices(PROBLEM, first, work=60_000)
    assert choices[0].proposal == first
    assert choices[0].trades == "The best found so far, by what was asked for."
    assert len(choices) == 3
    seen = {frozenset(g.student_ids for g in one.proposal.groups) for one in choices}
    assert len(seen) == 3
    for one in choices[1:]:
        assert broken_rules(PROBLEM, one.proposal) == ()
        assert one.proposal.objective == cost_of(PROBLEM, one.proposal)
        assert {g.identity for g in one.proposal.groups} == {g.identity for g in first.groups}
        assert "with others" in one.trades
    dearer = [one for one in choices if one.proposal.objective > first.objective]
    assert all("needs lie further apart" in one.trades for one in dearer)


def test_an_answer_that_is_proven_says_so():
    same = a_problem(*[3] * 6, groups=2)
    first = form_groups(same)
    assert first.status == "optimal"
    said = grouping_choices(same, first, work=20_000)[0].trades
    assert said == "The best there is, by what was asked for."
