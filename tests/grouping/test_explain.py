from dataclasses import replace
from statistics import mean

import pytest

from plplanner.gradebook.rows import Evidence
from plplanner.grouping.costs import costs_of
from plplanner.grouping.explain import reasons_for, score_words
from plplanner.grouping.form_groups import form_groups
from plplanner.grouping.levels import shared_level
from plplanner.grouping.rows import GroupingProposal, GroupProposal
from plplanner.grouping.rules import rules_in_order, students_in_order
from plplanner.terms import GROUP_IDENTITIES, MasteryLevel, ScoreStatus
from tests.grouping.builders import (
    a_problem,
    a_random_problem,
    a_student,
    apart,
    together,
    with_items,
)


def reasons(*points, groups, rules=(), possible=5):
    """Reason by name, for River, Comet, Maple … with these members."""
    problem = a_problem(*points, rules=rules, possible=possible)
    students = students_in_order(problem)
    proposed = [
        GroupProposal(
            GROUP_IDENTITIES[n], members, shared_level([problem.students[m] for m in members])
        )
        for n, members in enumerate(groups)
    ]
    placed, costs = rules_in_order(problem, students), costs_of(problem, students)
    given = reasons_for(students, placed, costs, proposed)
    return {problem.students[one.student_id].name: one.text for one in given}


TWO = ((0, 1, 2), (3, 4, 5))


def test_the_same_need_is_said_with_the_real_score():
    said = reasons(1, 1, 0, 5, 5, 5, groups=TWO)
    assert said["Ana"] == "Ana has 1 of 5, not yet; River works on the same need."
    assert said["Dee"] == "Dee has 5 of 5, secure; Comet works on the same need."


def test_borderline_is_said():
    said = reasons(2, 2, 2, 5, 5, 5, groups=TWO)
    assert said["Ana"] == (
        "Ana has 2 of 5, not yet, within one item of the cut; River works on the same need."
    )


def test_on_a_long_test_borderline_is_close_to_the_cut():
    said = reasons(78, 10, 10, 90, 90, 90, groups=TWO, possible=100)
    assert ", close to the cut; " in said["Ana"]


def test_without_a_score_the_fewest_members_are_said_no_stronger_than_true():
    even = reasons(None, 1, 1, 5, 5, 5, groups=TWO)
    assert even["Ana"] == (
        "Ana has no score yet; without Ana, River has the fewest members. Give a quick check."
    )
    fewest = reasons(None, 1, 5, 5, 5, 5, groups=((0, 1), (2, 3, 4, 5)))
    assert fewest["Ana"] == (
        "Ana has no score yet; River has the fewest members. Give a quick check."
    )
    bigger = reasons(None, 1, 1, 1, 5, 5, 5, groups=((0, 1, 2, 3), (4, 5, 6)))
    assert "without Ana, no group has fewer members than River." in bigger["Ana"]
    forced = reasons(None, 1, 1, 1, 5, 5, groups=((0, 1, 2, 3), (4, 5)))
    assert forced["Ana"] == "Ana has no score yet and sits with River. Give a quick check."


def test_a_rule_that_moved_someone_is_named():
    said = reasons(1, 1, 1, 1, 5, 5, groups=((0, 2, 3), (1, 4, 5)), rules=[apart(0, 1)])
    assert said["Ben"] == (
        "Ben has 1 of 5, not yet. Ben would fit River, but Ana and Ben are kept apart."
    )


def test_staying_together_is_named():
    said = reasons(1, 1, 1, 5, 5, 1, groups=TWO, rules=[together(3, 5)])
    assert said["Flo"] == "Flo has 1 of 5, not yet; stays with Dee, as asked."


def test_the_rest_is_said_as_it_is():
    said = reasons(1, 1, 1, 5, 5, 1, groups=TWO)
    assert said["Flo"] == (
        "Flo has 1 of 5, not yet; the sizes and the other students leave a place in Comet."
    )
    alone = reasons(3, None, None, 5, 5, 5, groups=TWO)
    assert alone["Ana"].endswith("; nobody else in River has a score yet.")
    nearest = reasons(0, 0, 3, 5, 5, 5, groups=((0, 1), (2, 3, 4, 5)))
    assert nearest["Cy"].endswith("; no group has nearer scores than Comet.")
    two_needs = reasons(0, 0, 0, 5, 5, groups=[(0, 1, 2, 3, 4)])
    assert two_needs["Dee"].endswith("; Eli in River has the same need.")


def test_a_score_over_several_assessments_says_so():
    student = a_student(0, 4)
    several = replace(student.evidence, level=MasteryLevel.NEARLY, percent=73.0, count=2)
    words = score_words(replace(student, evidence=several))
    assert words == "Ana has 4 of 5 now, nearly over 2 scores"


def test_a_percent_or_a_bare_level_is_said_as_it_came():
    percent = Evidence(0, MasteryLevel.NEARLY, 62.5, count=1)
    bare = Evidence(0, MasteryLevel.SECURE, count=1)
    student = a_student(0, 1)
    assert score_words(replace(student, evidence=percent)) == "Ana has 62.5 %, nearly"
    assert score_words(replace(student, evidence=bare)) == "Ana is secure"


def true_claims(seeds):
    """How many sentences of random classes make a claim; each of them is true."""
    claims = 0
    for seed in seeds:
        problem = a_random_problem(seed, students=15, rules=4, smallest=2, largest=6)
        answer = form_groups(problem)
        if isinstance(answer, GroupingProposal):
            claims += sum(claim_is_true(problem, answer, one) for one in answer.reasons)
    return claims


def test_every_claim_is_true_of_the_final_groups():
    assert true_claims(range(7)) > 30


@pytest.mark.long
def test_every_claim_is_true_in_many_classes():
    assert true_claims(range(200)) > 1_000


def claim_is_true(problem, answer, reason):
    """Whether the sentence makes a claim; fails if that claim is false."""
    by_id = {student.student_id: student for student in problem.students}
    one = by_id[reason.student_id]
    home = next(g for g in answer.groups if one.student_id in g.student_ids)
    mates = [by_id[m] for m in home.student_ids if m != one.student_id]
    assert reason.text.startswith(one.name)
    if "works on the same need" in reason.text:
        assert home.identity.word in reason.text
        assert any(mate.evidence.level is one.evidence.level for mate in mates)
        return True
    if "would fit" in reason.text:
        there = next(g for g in answer.groups if f"fit {g.identity.word}," in reason.text)
        assert mean_gap(one, [by_id[m] for m in there.student_ids]) < mean_gap(one, mates)
        assert any(
            rule.kind == "apart"
            and one.student_id in rule.student_ids
            and set(rule.student_ids) & set(there.student_ids)
            for rule in problem.rules
        )
        return True
    if "has the fewest members" in reason.text:
        others = [len(g.student_ids) for g in answer.groups if g is not home]
        assert len(mates) < min(others)
        return True
    return False


def mean_gap(one, others):
    rank = [MasteryLevel.NOT_YET, MasteryLevel.NEARLY, MasteryLevel.SECURE].index
    return mean(
        abs(round(one.evidence.percent) - round(other.evidence.percent))
        + 20 * abs(rank(one.evidence.level) - rank(other.evidence.level))
        for other in others
        if other.evidence.level is not MasteryLevel.NO_EVIDENCE
    )


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (ScoreStatus.EXCUSED, "Cy is excused"),
        (ScoreStatus.ABSENT, "Cy was absent"),
        (ScoreStatus.MISSING, "Cy has not handed it in"),
        (None, "Cy has no score yet"),
    ],
)
def test_why_nothing_counts_is_said(status, said):
    one = a_student(2, None)
    assert score_words(replace(one, evidence=replace(one.evidence, status=status))) == said


def test_the_items_missed_stand_with_the_score():
    assert score_words(with_items(a_student(0, 2), "RWRWW")) == (
        "Ana has 2 of 5, missed items 2, 4, 5: not yet"
    )
