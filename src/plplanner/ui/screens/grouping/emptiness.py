"""What the screen says while there is nothing to group."""

from collections.abc import Callable
from functools import partial

from plplanner.terms import GroupingStrategy
from plplanner.ui.kit.empty_state import EmptyState
from plplanner.ui.stage import Stage


def empty_state(
    stage: Stage, *, has_students: bool, on_strategy: Callable[[GroupingStrategy], object]
) -> EmptyState:
    """The next step for a class without students, or without a single score.

    `on_strategy` groups without scores in one of the ways that need none.
    """
    choose = ("Import a gradebook", stage.wishes.choose_file.emit)
    if has_students:
        return EmptyState(
            theme=stage.theme,
            icon_name="groups",
            title="No scores yet",
            reason="Groups by need rest on what a check shows. For other groups names will do.",
            acts=[
                choose,
                ("Random groups", partial(on_strategy, GroupingStrategy.RANDOM)),
                ("By hand", partial(on_strategy, GroupingStrategy.BY_HAND)),
            ],
        )
    return EmptyState(
        theme=stage.theme,
        icon_name="groups",
        title="No students yet",
        reason="A gradebook brings the names and the scores at once.",
        acts=[choose, ("Go to Students", lambda: stage.wishes.go_to.emit("students"))],
    )
