from PySide6.QtWidgets import QStackedWidget

from plplanner.ui.screen import Screen, ViewModel
from plplanner.ui.screens.importing.came_from import CameFrom


class Place(QStackedWidget):
    room = "tomorrow"


def test_the_room_on_show_before_is_remembered(stage_on, empty_planner, qtbot):
    stage = stage_on(empty_planner)
    rooms = [Screen(stage, ViewModel(stage)) for _ in range(3)]
    for room, title in zip(rooms, ("Tomorrow", "Import", "Groups"), strict=True):
        room.title = title
    place = Place()
    qtbot.addWidget(place)
    came = CameFrom(rooms[1])
    assert (came.room, came.name) == ("scores", "Scores")
    for room in rooms:
        place.addWidget(room)
    assert (came.room, came.name) == ("tomorrow", "Tomorrow")
    place.room = "groups"
    place.setCurrentWidget(rooms[2])
    place.room = "scores"
    place.setCurrentWidget(rooms[1])
    assert (came.room, came.name) == ("groups", "Groups")
