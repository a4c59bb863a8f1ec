from plplanner.grouping.called import called_rows, evidence_words
from plplanner.terms import GROUP_IDENTITIES, MasteryLevel
from tests.grouping.builders import a_problem, a_student, with_items


def test_the_most_urgent_come_first_and_those_without_evidence_before_the_secure():
    rows = called_rows(a_problem(5, 3, None, 1, 2).students, {})
    assert [row.name for row in rows] == ["Dee", "Eli", "Ben", "Cy", "Ana"]
    assert rows[0].level is MasteryLevel.NOT_YET


def test_the_evidence_is_said_in_words_and_the_group_named():
    (low, near, nothing) = called_rows(a_problem(0, 3, None).students, {0: GROUP_IDENTITIES[0]})
    assert (low.words, low.short) == ("0/5, not yet", "0/5, not yet")
    assert low.identity is GROUP_IDENTITIES[0]
    assert (near.words, near.short) == ("3/5, nearly, close to both cuts", "3/5, nearly")
    assert (nothing.words, nothing.identity) == ("no score yet", None)


def test_close_to_a_level_is_said_whatever_items_were_missed():
    student = with_items(a_student(1, 2), "RWRWW")
    assert evidence_words(student.evidence) == "2/5, not yet, close to nearly"
