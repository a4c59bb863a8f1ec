import pytest
from PySide6.QtWidgets import QLabel

from plplanner.terms import GroupingStrategy
from plplanner.ui.screens.grouping.emptiness import empty_state


@pytest.fixture
def empty_on(stage_on, empty_planner, qtbot):
    """`empty_on(has_students)`: the empty state, and the ways that were asked for."""

    def build(has_students):
        ways = []
        made = empty_state(
            stage_on(empty_planner), has_students=has_students, on_strategy=ways.append
        )
        qtbot.addWidget(made)
        return made, ways

    return build


@pytest.mark.parametrize(
    ("has_students", "title"), [(False, "No students yet"), (True, "No scores yet")]
)
def test_the_next_step_depends_on_what_is_missing(empty_on, has_students, title):
    made, _ = empty_on(has_students)
    assert title in [label.text() for label in made.findChildren(QLabel)]


def test_names_alone_are_enough_to_draw_lots_or_to_sort_by_hand(empty_on):
    made, ways = empty_on(True)
    assert [one.text() for one in made.buttons][1:] == ["Random groups", "By hand"]
    for one in made.buttons[1:]:
        one.click()
    assert ways == [GroupingStrategy.RANDOM, GroupingStrategy.BY_HAND]
