from dataclasses import replace

from plplanner.grouping.notes import ended, names_listed, notes_on
from plplanner.grouping.rows import GroupingProblem, GroupProposal
from plplanner.terms import GROUP_IDENTITIES, MasteryLevel, ScoreStatus
from tests.grouping.builders import a_problem, a_student, apart, with_items


def notes_for(*points, groups=(), rules=()):
    problem = a_problem(*points, rules=rules)
    proposed = [
        GroupProposal(GROUP_IDENTITIES[n], members, MasteryLevel.NEARLY)
        for n, members in enumerate(groups)
    ]
    return notes_on(problem, problem.students, proposed)


def test_everyone_not_yet_looks_like_a_whole_class_reteach():
    assert notes_for(0, 1, 1)[0] == (
        "Everyone with a score is not yet there. This looks like a whole-class reteach."
    )


def test_everyone_secure_is_ready_to_extend():
    assert notes_for(5, 5, 5) == (
        "Everyone with a score is secure. Extend, or move on to the next playlist.",
    )


def test_without_any_score_the_groups_say_nothing_about_need():
    assert notes_for(None, None) == (
        "No student has a score yet. The groups say nothing about need: give a quick check.",
    )


def test_borderline_students_are_named_while_they_are_few():
    assert notes_for(1, 3, 4, 5) == (
        "Ben and Cy are borderline: one item either way changes the level.",
    )
    assert notes_for(*[3] * 5)[0].startswith("5 students are borderline")


def test_students_without_a_score_are_named():
    assert notes_for(0, 5, None) == (
        "Cy has no score yet. Missing is not zero: give a quick check.",
    )


def test_groups_that_mix_levels_are_named():
    assert notes_for(0, 5, 0, 5, groups=[(0, 1), (2, 3)]) == (
        "Comet and River hold more than one level.",
    )


def test_a_rule_about_someone_else_is_mentioned():
    assert notes_for(0, 5, rules=[apart(0, 7)]) == (
        "“Ana and Hana apart” names a student who is not being grouped now.",
    )


def test_notes_do_not_hang_on_the_order_of_rules():
    problem = a_problem(0, 5, rules=[apart(0, 7), apart(1, 8)])
    turned = replace(problem, rules=problem.rules[::-1])
    assert notes_on(problem, problem.students, []) == notes_on(turned, turned.students, [])


def test_names_are_listed_as_one_speaks():
    assert names_listed(["Ana"]) == "Ana"
    assert names_listed(["Ana", "Ben", "Cy"]) == "Ana, Ben and Cy"


def test_an_item_missed_by_most_is_noted_on_groups_by_need():
    students = [with_items(a_student(n, 3), "RW") for n in range(5)]
    said = notes_on(GroupingProblem(students=tuple(students)), students, ())
    assert said[0].startswith("Item 2 was missed by 5 of 5")


def test_who_is_excused_has_no_score_that_counts():
    problem = a_problem(0, 5, None)
    excused = tuple(
        replace(one, evidence=replace(one.evidence, status=ScoreStatus.EXCUSED))
        if one.evidence.level is MasteryLevel.NO_EVIDENCE
        else one
        for one in problem.students
    )
    assert notes_on(problem, excused, []) == (
        "Cy has no score that counts. Missing is not zero: give a quick check.",
    )


def test_a_sentence_that_ends_with_a_shortened_name_has_one_full_stop():
    assert ended("at the level of Ana G.") == "at the level of Ana G."
    assert ended("at the level of Ana") == "at the level of Ana."
