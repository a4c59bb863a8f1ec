"""What becomes of the Stations panel: the stations of a class, changed in one step."""

from PySide6.QtWidgets import QWidget

from plplanner.rotation.lesson_problem import LAST_RESORT
from plplanner.rotation.rows import StationToVisit
from plplanner.rotation.stations.commands import set_stations
from plplanner.rotation.stations.queries import stations_of_class
from plplanner.ui.screens.rotation.panels.stations import StationsPanel, WantedStations
from plplanner.ui.screens.rotation.planned_lesson import PlannedLesson
from plplanner.ui.stage import Stage

SET_UP = "Set up stations"


def ask_for_stations(stage: Stage, lesson: PlannedLesson, parent: QWidget, anchor: QWidget) -> None:
    """Open the panel for the stations of a lesson."""
    StationsPanel(
        stations_now(stage, lesson),
        groups=_groups(lesson),
        theme=stage.theme,
        on_set=lambda wanted: keep_stations(stage, lesson, wanted),
        on_lost=stage.wishes.tell.emit,
        parent=parent,
    ).open_below(anchor)


def stations_now(stage: Stage, lesson: PlannedLesson) -> tuple[StationToVisit, ...]:
    """The stations of the class, and those only the draft has."""
    have = stage.desk.ask(stations_of_class, class_id=lesson.plan.class_id)
    names = {one.name for one in have}
    drafted = lesson.draft.problem.stations if lesson.draft is not None else ()
    return (*have, *(one for one in drafted if one.station_id < 0 and one.name not in names))


def keep_stations(stage: Stage, lesson: PlannedLesson, wanted: WantedStations) -> None:
    """Keep what changed, in one step, and say what happens next."""
    before = stations_now(stage, lesson)
    if wanted.stations == before:
        return
    stage.desk.do(
        set_stations,
        class_id=lesson.plan.class_id,
        wanted=wanted.stations,
        groups=_groups(lesson),
        says=step_name(before, wanted),
    )
    if stage.desk.did_step:
        stage.wishes.say.emit(_said(lesson, before, wanted))


def step_name(before: tuple[StationToVisit, ...], wanted: WantedStations) -> str:
    """What Undo calls it: the one thing that was done, else that stations were set up."""
    renamed, added = _renamed(before, wanted), _added(before, wanted)
    if len(renamed) + len(added) + len(wanted.gone) != 1:
        return SET_UP
    if renamed:
        return f"Rename “{renamed[0][0]}” to “{renamed[0][1]}”"
    return f"Add “{added[0].name}”" if added else f"Remove “{wanted.gone[0].name}”"


def _said(lesson: PlannedLesson, before: tuple[StationToVisit, ...], wanted: WantedStations) -> str:
    renamed, added = _renamed(before, wanted), _added(before, wanted)
    if len(renamed) + len(added) + len(wanted.gone) != 1:
        return "The stations are set up."
    if renamed:
        return f"“{renamed[0][0]}” is called “{renamed[0][1]}” now."
    if wanted.gone:
        return f"“{wanted.gone[0].name}” is gone. Plans you have keep it."
    return f"“{added[0].name}” is added. {_when_used(lesson, added[0])}"


def _when_used(lesson: PlannedLesson, added: StationToVisit) -> str:
    if added.kind in LAST_RESORT:
        return "Drafts use it when no other station is free."
    if lesson.template:
        return f"The template “{lesson.template}” keeps its own stations."
    if lesson.draft is None:
        return "This plan stays as it is; the next draft uses it."
    return "The draft uses it."


def _renamed(before: tuple[StationToVisit, ...], wanted: WantedStations) -> list[tuple[str, str]]:
    names = {one.station_id: one.name for one in before}
    return [
        (names[one.station_id], one.name)
        for one in wanted.stations
        if one.station_id in names and names[one.station_id] != one.name
    ]


def _added(before: tuple[StationToVisit, ...], wanted: WantedStations) -> list[StationToVisit]:
    known = {one.station_id for one in before}
    return [one for one in wanted.stations if one.station_id not in known]


def _groups(lesson: PlannedLesson) -> int:
    return len(lesson.newest.groups) if lesson.newest is not None else len(lesson.plan.together)
