from plplanner.grouping.rows import GroupingBasis
from plplanner.ui.screens.grouping.class_facts import ClassFacts
from plplanner.ui.screens.grouping.without_scores import (
    CLASS_LIST,
    is_without_scores,
    with_class_list,
)

SCORED = ClassFacts(roster=("Ann",), bases=(GroupingBasis("“Quiz”", 3),))
NAMES = ClassFacts(roster=("Ann",))


def test_names_rest_on_the_class_list_once_that_is_wanted():
    assert with_class_list(NAMES, is_wanted=False) is NAMES
    wanted = with_class_list(NAMES, is_wanted=True)
    assert wanted.bases == (CLASS_LIST,)
    assert is_without_scores(wanted)


def test_scores_are_what_groups_rest_on_as_soon_as_there_are_any():
    assert with_class_list(SCORED, is_wanted=True) is SCORED
    assert not is_without_scores(SCORED)
