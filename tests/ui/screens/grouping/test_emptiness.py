import pytest
from PySide6.QtWidgets import QLabel

from plplanner.ui.screens.grouping.emptiness import empty_state


@pytest.mark.parametrize(
    ("has_students", "title"), [(False, "No students yet"), (True, "No scores yet")]
)
def test_the_next_step_depends_on_what_is_missing(
    stage_on, empty_planner, qtbot, has_students, title
):
    made = empty_state(stage_on(empty_planner), has_students=has_students)
    qtbot.addWidget(made)
    assert title in [label.text() for label in made.findChildren(QLabel)]
