import pytest

from plplanner.grouping.whole_class import said_of_whole_class
from tests.grouping.builders import a_problem


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


def test_several_levels_are_a_matter_for_groups():
    assert said(1, 5) == ""
    assert said() == ""
