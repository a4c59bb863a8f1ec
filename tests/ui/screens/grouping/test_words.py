from plplanner.ui.screens.grouping.words import FOR_YOU


def test_the_teacher_is_told_that_piles_are_hers_alone():
    assert "never" in FOR_YOU
