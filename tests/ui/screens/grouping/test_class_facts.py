from datetime import date

from plplanner.grouping.commands import add_rule
from plplanner.grouping.stability import StabilityKind
from plplanner.roster.commands import mark_absent
from plplanner.terms import RuleKind
from plplanner.ui.screens.grouping.class_facts import ClassFacts, facts_of
from tests.builders import MONDAY, a_class, an_assessment


def test_a_class_without_anything_has_no_groups_before():
    assert (ClassFacts().before, ClassFacts().newest) == (None, None)
    assert ClassFacts().stability(MONDAY) == ()


def test_what_is_known_of_a_class_is_asked_in_one_go(stage_on, with_history):
    facts = facts_of(stage_on(with_history), 1)
    assert len(facts.roster) == 12
    assert [one.created_on for one in facts.history] == [
        date(2026, 11, 12), date(2026, 11, 5), date(2026, 10, 29),
    ]  # fmt: skip
    assert facts.newest is facts.history[0]
    assert facts.before.created_on == date(2026, 11, 12)
    assert len(facts.earlier) == 3
    assert set(facts.focus.values()) == {"3.NF.A.1", "3.NF.A.2"}


def test_a_rule_for_other_days_is_asleep(stage_on, with_history):
    with_history.do(
        add_rule, class_id=1, kind=RuleKind.APART, student_ids=[1, 2], ends_on=date(2026, 11, 20)
    )
    facts = facts_of(stage_on(with_history), 1)
    assert (len(facts.rules), [rule.student_ids for rule in facts.asleep]) == (2, [(1, 2)])


def test_who_is_absent_on_the_day_planned_for_is_known(stage_on, with_history):
    with_history.do(mark_absent, student_id=4, day=MONDAY, name="Dee")
    assert facts_of(stage_on(with_history), 1).absent == {4}


def test_what_has_been_the_same_for_too_long_is_told(stage_on, with_history):
    facts = facts_of(stage_on(with_history), 1)
    assert facts.stability(date(2026, 11, 11)) == ()
    now = {note.kind for note in facts.stability(date(2026, 11, 20))}
    assert now == {StabilityKind.UNCHANGED}


def test_groups_rest_on_the_newest_check_most_have_taken(stage_on, empty_planner):
    class_id = a_class(empty_planner, students=4)
    stage = stage_on(empty_planner)
    assert facts_of(stage, class_id).usual_basis is None
    an_assessment(empty_planner, class_id, title="Few", points=[1])
    assert facts_of(stage, class_id).usual_basis.words.startswith("“Few”")
    an_assessment(empty_planner, class_id, title="Most", points=[1, 2, 3])
    an_assessment(empty_planner, class_id, title="Fewer", points=[1])
    assert facts_of(stage, class_id).usual_basis.words.startswith("“Most”")


def test_only_what_may_have_changed_is_asked_again(stage_on, with_history):
    stage = stage_on(with_history)
    known = facts_of(stage, 1)
    with_history.do(add_rule, class_id=1, kind=RuleKind.APART, student_ids=[1, 2])
    touched = frozenset({"grouping_rule", "grouping_rule_student"})
    again = facts_of(
        stage, 1, known=known, is_touched=lambda tables: not tables.isdisjoint(touched)
    )
    assert again.roster is known.roster
    assert again.history is known.history
    assert len(again.rules) == 3
