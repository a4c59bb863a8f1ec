import pytest

from plplanner.grouping.whole_class import is_at_one_level, said_of_missed, said_of_whole_class
from tests.grouping.builders import a_problem, a_student, with_items


def said(*points):
    return said_of_whole_class(a_problem(*points).students)


@pytest.mark.parametrize(
    ("points", "words"),
    [
        ((0, 1, 2), "Everyone is below the cut. This looks like a whole-class reteach."),
        ((3, 3, 3), "Everyone is nearly there. One more round together may do."),
        ((4, 5, 5), "Everyone is secure. Extend, or move on to the next playlist."),
        ((None, None), "Nobody has a score on this yet. Give a quick check, then form groups."),
    ],
)
def test_a_class_at_one_level_is_told_what_that_means(points, words):
    assert said(*points) == words


def test_who_has_no_score_is_counted():
    assert said(5, 5, None) == (
        "Everyone with a score is secure. Extend, or move on to the next playlist. "
        "1 student has none yet."
    )
    assert "2 students have none yet" in said(1, None, None)


def test_who_has_no_score_is_at_no_level():
    assert is_at_one_level(a_problem(0, 1, None).students)
    assert not is_at_one_level(a_problem(0, 5).students)


def test_several_levels_are_a_matter_for_groups():
    assert said(1, 5) == ""
    assert said() == ""


def a_class_of(*lines):
    """(how many, points, marks of each item) of students who are alike."""
    alike = [(points, marks) for count, points, marks in lines for _ in range(count)]
    return [with_items(a_student(n, points), marks) for n, (points, marks) in enumerate(alike)]


def test_one_item_missed_by_most_is_said_first():
    assert said_of_whole_class(a_class_of((21, 2, "RRW"), (7, 5, "RRR"))) == (
        "Item 3 was missed by 21 of 28: reteach it to everyone first? Was the question clear?"
    )
    two = said_of_missed(a_class_of((21, 3, "RRWRW"), (7, 5, "RRRRR")))
    assert two.startswith("Items 3 and 5 were missed by 21 of 28 and 21 of 28: reteach them")


def test_the_worst_of_several_items_is_named():
    students = a_class_of((1, 2, "RWWWW"), (4, 1, "WWWWW"), (1, 5, "RRRRW"))
    assert said_of_missed(students).startswith("4 items were missed by most, item 5 by 6 of 6:")


def test_an_item_counts_for_those_who_answered_it():
    assert said_of_missed(a_class_of((4, 2, "W"), (9, 3, "-"), (9, 5, "?"))) == ""
    assert "Item 1 was missed by 5 of 5" in said_of_missed(a_class_of((5, 2, "W"), (9, 5, "-")))
    assert said_of_missed(a_class_of((69, 2, "W"), (31, 5, "R"))) == ""
    assert "70 of 100" in said_of_missed(a_class_of((70, 2, "W"), (30, 5, "R")))


def test_a_class_at_one_level_is_told_of_the_item_too():
    assert said_of_whole_class(a_class_of((5, 4, "RRRRW"))) == (
        "Everyone is secure. Extend, or move on to the next playlist. Item 5 was missed by 5 of 5."
    )
