from PySide6.QtCore import Qt

from plplanner.ui.kit.empty_state import EmptyState


def test_an_empty_screen_offers_the_next_step_and_one_leads(qtbot, theme):
    done = []
    state = EmptyState(
        theme=theme,
        icon_name="groups",
        title="No groups yet",
        reason="Groups come from scores.",
        acts=[("Make groups", lambda: done.append(1)), ("Import", lambda: done.append(2))],
    )
    qtbot.addWidget(state)
    first, second = state.buttons
    assert (first.property("kind"), second.property("kind")) == ("primary", "")
    qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    assert done == [1]
