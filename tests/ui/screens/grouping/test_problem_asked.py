import pytest

from plplanner.gradebook.mastery import DEFAULT_SCALE
from plplanner.grouping.commands import add_rule
from plplanner.grouping.draft import Asked, SizeChoice
from plplanner.roster.commands import add_tag, mark_absent
from plplanner.terms import GroupingStrategy, RuleKind
from plplanner.ui.screens.grouping.basis_choice import evidence_on
from plplanner.ui.screens.grouping.class_facts import facts_of
from plplanner.ui.screens.grouping.problem_asked import problem_asked
from tests.builders import MONDAY


@pytest.fixture
def problem_on(stage_on):
    """`problem_on(planner, strategy=…)`: the problem of a class that asks for this."""

    def build(planner, **asked):
        stage = stage_on(planner)
        facts = facts_of(stage, 1)
        evidence = evidence_on(stage, facts.usual_basis, DEFAULT_SCALE, class_id=1)
        return problem_asked(stage, facts, Asked(**asked), evidence=evidence, class_id=1)

    return build


def test_the_last_groups_and_how_much_may_change_go_with_it(problem_on, with_history):
    problem = problem_on(with_history, calm=2, size=SizeChoice("3 groups", groups=3))
    assert (problem.calm, problem.groups, len(problem.earlier)) == (2, 3, 3)
    assert problem.keep_names
    assert not problem_on(with_history, seed=1).keep_names


def test_nothing_besides_scores_is_asked_for_without_need(problem_on, with_history):
    assert problem_on(with_history).further.students == ()
    profile = problem_on(with_history, strategy=GroupingStrategy.PROFILE)
    assert set(profile.further.targets) == {"3.NF.A.1", "3.NF.A.2"}
    jigsaw = problem_on(with_history, strategy=GroupingStrategy.JIGSAW, topics=("Storms", "Sea"))
    assert jigsaw.further.topics == ("Storms", "Sea")


def test_a_rule_about_a_tag_brings_the_tags(problem_on, with_history):
    with_history.do(add_tag, student_id=1, tag="leader")
    with_history.do(add_rule, class_id=1, kind=RuleKind.SPREAD_TAG, tag="leader")
    further = problem_on(with_history).further
    assert {one.student_id for one in further.students if one.tags} == {1}


def test_who_is_absent_is_seated_too(problem_on, with_history):
    with_history.do(mark_absent, student_id=4, day=MONDAY, name="Dee")
    problem = problem_on(with_history)
    assert problem.absent == frozenset()
    assert len(problem.students) == 12
