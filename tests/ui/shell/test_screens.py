import pytest

from plplanner.ui.screen import Screen
from plplanner.ui.shell.acts import ROOMS
from plplanner.ui.shell.screens import make_screen


@pytest.mark.parametrize(
    "room", [room.key for room in ROOMS] + ["settings", "welcome", "import", "imports"]
)
def test_every_room_has_its_screen(room, stage_on, sample_planner, qtbot):
    screen = make_screen(room, stage_on(sample_planner))
    qtbot.addWidget(screen)
    assert isinstance(screen, Screen)
    assert screen.title
