from plplanner.grouping.pull_list import pull_list
from plplanner.terms import MasteryLevel
from tests.grouping.builders import a_problem

MIXED = {"River": (0, 1, 2, 3), "Comet": (4, 5, 6, 7)}


def called(*points, **more):
    return pull_list(a_problem(*points).students, MIXED, **more)


def test_those_not_yet_there_are_called_lowest_first_out_of_mixed_groups():
    listed = called(2, 5, 0, 3, 1, 5, 4, 2)
    assert listed.student_ids == (2, 4, 0, 7)
    assert (listed.level, listed.waiting) == (MasteryLevel.NOT_YET, ())
    assert listed.from_groups == {"River": 2, "Comet": 2}
    assert listed.words == "4 students are not yet there and come to the table together."


def test_more_than_the_table_holds_come_another_day():
    listed = called(*[1] * 8)
    assert (len(listed.student_ids), listed.waiting) == (6, (6, 7))
    assert listed.words.endswith("2 more come another day.")
    assert called(*[1] * 7).words.endswith("1 more comes another day.")


def test_where_few_are_not_yet_there_those_nearly_there_are_called():
    listed = called(1, 3, 3, 3, 5, 5, 5, 5)
    assert (listed.student_ids, listed.level) == ((1, 2, 3), MasteryLevel.NEARLY)
    assert "nearly there" in listed.words


def test_who_is_absent_secure_or_without_evidence_is_not_called():
    listed = called(1, 1, 1, 1, None, 5, 5, 5, absent=frozenset({0}))
    assert listed.student_ids == (1, 2, 3)


def test_nobody_is_called_for_a_need_too_few_share():
    listed = called(1, 1, 3, 5, 5, 5, 5, None)
    assert (listed.student_ids, listed.level) == ((), None)
    assert listed.words == ("Fewer than 3 students share a need. Confer with them where they work.")
    assert called(None, None).words.startswith("Nobody here has a score")
