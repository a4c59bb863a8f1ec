from dataclasses import replace

import pytest
from PySide6.QtWidgets import QWidget

from plplanner.rotation.rows import StationToVisit
from plplanner.rotation.stations.queries import stations_of_class
from plplanner.terms import StationKind, VoiceLevel
from plplanner.ui.screens.rotation.kept_stations import (
    SET_UP,
    ask_for_stations,
    keep_stations,
    stations_now,
    step_name,
)
from plplanner.ui.screens.rotation.panels.stations import StationsPanel, WantedStations
from plplanner.ui.screens.rotation.planned_lesson import lesson_on
from tests.builders import MONDAY

MAKERS = StationToVisit(-9, "Makers", StationKind.HANDS_ON, "Rug", None, "Tidy up")


@pytest.fixture
def at(planned, stage_on):
    """The stage of a planned lesson, and what it said."""
    stage, said = stage_on(planned), []
    stage.wishes.say.connect(said.append)
    return stage, lesson_on(stage.desk, stage.choice.school_class, MONDAY, zone=None), said


def names_at(stage):
    return [row.name for row in stage.desk.ask(stations_of_class, class_id=1)]


def test_the_panel_of_a_lesson_knows_its_stations(at, qtbot):
    stage, lesson, _ = at
    parent = QWidget()
    qtbot.addWidget(parent)
    ask_for_stations(stage, lesson, parent, parent)
    panel = parent.findChild(StationsPanel)
    assert panel.lines[0].name.text() == "Teacher table"
    panel.lines[1].voice.setCurrentIndex(2)
    panel.set.click()
    assert stage.desk.ask(stations_of_class, class_id=1)[1].voice is VoiceLevel.WHISPER
    assert stage.desk.undo_label == SET_UP


def test_each_change_is_one_step_that_says_what_happens_next(at):
    stage, lesson, said = at
    desk, before, have = stage.desk, stage.desk.planner.digest(), stations_now(stage, lesson)
    keep_stations(stage, lesson, WantedStations(have, ()))
    assert (desk.planner.digest(), said) == (before, [])
    keep_stations(stage, lesson, WantedStations((*have, MAKERS), ()))
    assert said == ["“Makers” is added. This plan stays as it is; the next draft uses it."]
    assert desk.undo_label == "Add “Makers”"
    now = stations_now(stage, lesson)
    together = replace(now[1], name="Pairs")
    keep_stations(stage, lesson, WantedStations((now[0], together, *now[2:]), ()))
    assert (desk.undo_label, said[-1]) == (
        "Rename “Together” to “Pairs”", "“Together” is called “Pairs” now.",
    )  # fmt: skip
    now = stations_now(stage, lesson)
    keep_stations(stage, lesson, WantedStations(now[:-1], now[-1:]))
    assert (desk.undo_label, said[-1]) == (
        "Remove “Makers”", "“Makers” is gone. Plans you have keep it.",
    )  # fmt: skip
    for _ in range(3):
        desk.undo()
    assert desk.planner.digest() == before


def test_the_next_draft_uses_a_new_station(grouped, stage_on):
    stage, said = stage_on(grouped), []
    stage.wishes.say.connect(said.append)
    of = stage.choice.school_class
    lesson = lesson_on(stage.desk, of, MONDAY, zone=None)
    keep_stations(stage, lesson, WantedStations((*stations_now(stage, lesson), MAKERS), ()))
    assert said == ["“Makers” is added. The draft uses it."]
    again = lesson_on(stage.desk, of, MONDAY, zone=None)
    visits = [visit for line in again.plan.groups for visit in line.visits]
    assert "Makers" in {visit.station_name for visit in visits}
    assert names_at(stage)[-1] == "Makers"


def test_several_changes_are_called_by_no_single_one():
    have = (replace(MAKERS, station_id=1), replace(MAKERS, station_id=2, name="Pairs"))
    both = WantedStations((replace(have[0], name="Rug"), MAKERS), have[1:])
    assert step_name(have, both) == SET_UP
    assert step_name(have, WantedStations(have, ())) == SET_UP
