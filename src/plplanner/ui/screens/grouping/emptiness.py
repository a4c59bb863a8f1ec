"""What the screen says while there is nothing to group."""

from plplanner.ui.kit.empty_state import EmptyState
from plplanner.ui.stage import Stage


def empty_state(stage: Stage, *, has_students: bool) -> EmptyState:
    """The next step for a class without students, or without a single score."""
    choose = ("Import a gradebook", stage.wishes.choose_file.emit)
    if has_students:
        return EmptyState(
            theme=stage.theme,
            icon_name="groups",
            title="No scores yet",
            reason="Groups rest on what a check shows. Bring in an exit ticket or a quiz.",
            acts=[choose, ("Go to Scores", lambda: stage.wishes.go_to.emit("scores"))],
        )
    return EmptyState(
        theme=stage.theme,
        icon_name="groups",
        title="No students yet",
        reason="A gradebook brings the names and the scores at once.",
        acts=[choose, ("Go to Students", lambda: stage.wishes.go_to.emit("students"))],
    )
