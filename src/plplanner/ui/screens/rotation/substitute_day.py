"""The day handed to a substitute from the plan itself: then its pages are next."""

from plplanner.rotation.adult_hours import helped
from plplanner.rotation.substitute.commands import hand_to_substitute, teach_it_myself
from plplanner.rotation.substitute.supervised import tasks_to_watch
from plplanner.ui.screens.rotation.viewmodel import TomorrowModel


def turn_substitute(model: TomorrowModel) -> None:
    """Hand the day over and go to its pages; or teach it after all."""
    lesson = model.lesson
    if lesson is None:
        return
    if lesson.plan.has_substitute:
        model.change("Teach the day myself", teach_it_myself)
        return
    tasks = tasks_to_watch(
        lesson.plan,
        lesson.playlists,
        led_by_others=helped(lesson.problem.stations),
    )
    if model.change("Hand the day to a substitute", hand_to_substitute, tasks=tasks):
        model.stage.wishes.go_to.emit("print")
